import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { ItemProgress, Progress } from '../../core/journal/progress.ts';
import { promptOf } from '../../core/relink/prompts.ts';

/** A course whose items are in another one, which may have been called by its id before. */
export interface FormerCourse {
  readonly id: string;
  /** How many of the items that were learned there are in this course. */
  readonly items: number;
  /** There can be no doubt: the progress may be carried on without asking. */
  readonly isSure: boolean;
}

/** Id of the course that the program brings along: it never changes, and copies of it are courses of their own. */
const SHIPPED = 'cloud';

/** What of another course is in this one. */
interface Shared {
  /** Items under the same key that, as far as is known, ask the same; 0 where they are less than half. */
  readonly items: number;
  /** One of them is known to ask the same: two courses may use one id for different things. */
  readonly isProven: boolean;
}

const sharedWith = (course: CourseReader, { items, prompts }: Progress): Shared => {
  let shared = 0;
  let isProven = false;
  for (const key of items.keys()) {
    const item = course.item(key);
    const asked = prompts.get(key)?.prompt;
    if (item === undefined || (asked !== undefined && asked !== promptOf(item))) continue;
    shared++;
    isProven ||= asked !== undefined || key.includes('~');
  }
  return { items: shared * 2 >= items.size ? shared : 0, isProven };
};

const days = ({ items }: Progress, of: (item: ItemProgress) => number): readonly number[] =>
  [...items.values()].map(of).filter(day => day >= 0);

const least = (list: readonly number[]): number => list.reduce((a, b) => Math.min(a, b), Infinity);
const greatest = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b), -Infinity);

/**
 * The course that this one was before its `id` was changed: most of what was learned there is here, and it was given
 * up before this one was begun. Without any progress here, and with one such course only, there is no doubt.
 * `null`: there is none, or the learner said that it is another course.
 */
export const findFormerCourse = (course: CourseReader, journal: Journal): FormerCourse | null => {
  if (course.origin === 'shipped') return null;
  const progress = journal.progress(course.id);
  // Few journals have another course, and to look at every item takes a while.
  let firstDay: number | null = null;
  const begun = (): number => (firstDay ??= least(days(progress, item => item.firstDay)));
  const found = journal.courses().flatMap(id => {
    if (id === SHIPPED || id === progress.course || progress.refusedLinks.has(`course ${id}>${course.id}`))
      return [];
    const other = journal.progress(id);
    // Who goes on with the other one has two courses.
    if (greatest(days(other, ({ attemptDay }) => attemptDay)) > begun()) return [];
    const shared = sharedWith(course, other);
    return shared.items === 0 ? [] : [{ id, ...shared }];
  });
  const [only, ...others] = found;
  if (only === undefined) return null;
  const { id, items, isProven } = only;
  return { id, items, isSure: isProven && others.length === 0 && progress.items.size === 0 };
};
