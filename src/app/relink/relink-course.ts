import type { CourseReader } from '../../core/course/course.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { sharedItems } from '../../core/relink/orphans.ts';
import type { Relink } from '../../core/relink/relink.ts';
import { planRelinks } from '../../core/relink/relink.ts';
import type { FormerCourse } from './former-course.ts';
import { findFormerCourse } from './former-course.ts';

/** What was done for the items whose keys have changed, to be told once. */
export interface RelinkReport {
  readonly relinks: readonly Relink[];
  /** How many items look like ones the learner knew, but not beyond doubt. */
  readonly unsure: number;
  /** The course has errors, which may hide what they were. */
  readonly hasErrors: boolean;
  /** The id that the course had before, where that was found out just now. */
  readonly formerId: string | null;
  /** A course that may be this one under an older id, but not beyond doubt. */
  readonly rival: FormerCourse | null;
}

/** Rounds of looking for links; two are rarely needed. */
const MOST_ROUNDS = 10;

/** Devices that answered an item of a course, under whichever key. */
const devicesIn =
  (course: CourseReader, journal: Journal) =>
  (key: string): ReadonlySet<string> =>
    new Set(
      journal
        .history(course.id, key)
        .filter(({ type }) => type === 'reviewed' || type === 'answered' || type === 'exam-ended')
        .map(({ id }) => deviceOf(id)),
    );

/**
 * Records which items keep their progress under a new key, and which keys begin anew because two of one family stand
 * in the course. For the start of a session that writes. Nothing is recorded twice for the same state.
 * @throws Failure `data`/`not-saved`
 */
export const relinkCourse = (course: CourseReader, journal: Journal): RelinkReport => {
  const former = findFormerCourse(course, journal);
  const formerId = former?.isSure === true ? former.id : null;
  if (formerId !== null) journal.append(course.id, { type: 'course-renamed', from: formerId });
  const devicesOf = devicesIn(course, journal);
  const relinks: Relink[] = [];
  let unsure = 0;
  // One link can be the reason for another: two items may turn out to be the same one.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const plan = planRelinks({ course, progress: journal.progress(course.id), devicesOf });
    unsure = plan.unsure.length;
    if (plan.relinks.length === 0) break;
    for (const { from, to, asks } of plan.relinks)
      journal.append(course.id, { type: 'relinked', from, to, ...asks });
    for (const relink of plan.relinks) relinks.push(relink);
  }
  for (const { begin } of sharedItems(course, journal.progress(course.id)))
    for (const item of begin) journal.append(course.id, { type: 'separated', item });
  return {
    relinks,
    unsure,
    hasErrors: course.problems.some(({ severity }) => severity === 'error'),
    formerId,
    rival: formerId === null ? former : null,
  };
};
