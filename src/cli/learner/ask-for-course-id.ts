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
  context: Pick<Context, 'terminal' | 'options' | 'out' | 'stdin' | 'runtime'>,
  course: CourseReader,
  naming: CourseNaming,
): Promise<void> => {
  const { terminal, options, out, runtime } = context;
  const { line, file } = naming;
  if (options.yes !== true) {
    if (!terminal.stdin || !terminal.stdout || !options.input || options.json) throw courseWithoutId(naming);
    out.warn('This course has no id, and progress hangs on the id: nothing is recorded without one.');
    await confirm(
      context,
      `This writes the line "${line}" into ${sanitizeLine(file)}, and nothing else.`,
      false,
    );
  }
  const kept = await nameCourse(runtime, course, naming);
  if (kept === false) throw courseWithoutId(naming);
  out.warn(
    kept === 'folder'
      ? `Wrote ${sanitizeLine(file)}`
      : `The folder cannot be written to, so the id ${naming.id} of this course is kept in your home, for this path.`,
  );
};
