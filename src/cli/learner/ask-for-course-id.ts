import type { CourseNaming } from '../../app/course/name-course.ts';
import { courseWithoutId, nameCourse } from '../../app/course/name-course.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';

/**
 * Proposes an id for a course that has none, and writes it into the course after a yes.
 * @throws Failure `data`/`course-without-id` where nobody can be asked or it has to be written by hand, `usage` for
 *   anything but yes
 */
export const askForCourseId = async (
  context: Pick<Context, 'terminal' | 'options' | 'out' | 'stdin'>,
  course: CourseReader,
  naming: CourseNaming,
): Promise<void> => {
  const { terminal, options, out } = context;
  const { line, file } = naming;
  if (!terminal.stdin || !terminal.stdout || !options.input || options.json) throw courseWithoutId(naming);
  out.warn('This course has no id, and progress hangs on the id: nothing is recorded without one.');
  await confirm(context, `This writes the line "${line}" into ${sanitizeLine(file)}.`, false);
  if (!(await nameCourse(course, naming))) throw courseWithoutId(naming);
  out.warn(`Wrote ${sanitizeLine(file)}`);
};
