import { homedir } from 'node:os';
import type { ChosenCourse } from '../../app/course/course-places.ts';
import { notesToOffer, refuseNotes } from '../../app/course/course-places.ts';
import { nameCourse, proposeCourseId } from '../../app/course/name-course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import type { Context } from '../program/context.ts';
import { saysYes } from '../terminal/confirm.ts';

/** What offering needs of the program. */
type Offering = Pick<
  Context,
  'terminal' | 'options' | 'out' | 'stdin' | 'runtime' | 'journal' | 'openFolder'
>;

/**
 * Offers the notes of the present folder as a course, once, where a person can be asked and no course was named. After a
 * yes the folder has an id.
 * @returns `true`: it is a course now
 */
export const offerNotes = async (
  offering: Offering,
  { by }: ChosenCourse,
  present: string | null,
): Promise<boolean> => {
  const { terminal, options, out, runtime } = offering;
  if (by !== 'shipped' && by !== 'setting') return false;
  if (!terminal.stdin || !terminal.stdout || !terminal.stderr || !options.input || options.json) return false;
  const count = notesToOffer(runtime, present, homedir());
  if (count === 0 || present === null) return false;
  const course = await offering.openFolder(present);
  if (course.hasId) return false;
  const naming = proposeCourseId(course, await offering.journal(), new Set(), runtime.seed);
  out.warn(`This folder has ${plural(count, 'note')}. Study them as a course?`);
  const yes = await saysYes(
    offering,
    `A yes writes the line "${naming.line}" into ${sanitizeLine(naming.file)}, and nothing else. Anything else continues with ${by === 'setting' ? 'your usual course' : 'the course that comes with study'}; you are not asked again.`,
  );
  if (yes && (await nameCourse(runtime, course, naming)) !== false) return true;
  refuseNotes(runtime, present);
  return false;
};
