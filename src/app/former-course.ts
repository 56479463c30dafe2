import type { CourseReader } from '../core/course.ts';
import type { Journal } from '../core/journal.ts';
import type { ItemProgress, Progress } from '../core/progress.ts';
import { promptOf } from '../core/prompts.ts';

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

/** Whether an item of another course is one of this one: the same key and, as far as is known, the same prompt. */
const isShared = (course: CourseReader, key: string, asked: string | undefined): boolean => {
  const item = course.item(key);
  return item !== undefined && (asked === undefined || asked === promptOf(item));
};

/** Items of another course that are in this one; 0 where they are less than half of those learned there. */
const sharedWith = (course: CourseReader, { items, prompts }: Progress): number => {
  const keys = [...items.keys()];
  const shared = keys.filter(key => isShared(course, key, prompts.get(key)?.prompt)).length;
  return shared * 2 >= keys.length ? shared : 0;
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
  const begun = least(days(progress, ({ firstDay }) => firstDay));
  const found = journal.courses().flatMap(id => {
    if (id === SHIPPED || id === progress.course || progress.refusedLinks.has(`course ${id}>${course.id}`))
      return [];
    const other = journal.progress(id);
    // Who goes on with the other one has two courses.
    if (greatest(days(other, ({ attemptDay }) => attemptDay)) > begun) return [];
    const items = sharedWith(course, other);
    return items === 0 ? [] : [{ id, items }];
  });
  const [first, ...others] = found;
  if (first === undefined) return null;
  return { ...first, isSure: others.length === 0 && progress.items.size === 0 };
};
