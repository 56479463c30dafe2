/** Flags, suspends and buries cards and questions outside of a session, and takes that back. */
import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { EventBody } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { ItemProgress } from '../../core/journal/progress.ts';

/** A mark that a learner can put on an item. */
export type MarkType = 'flagged' | 'suspended' | 'buried';

/** Whether an item has a mark on a study day. */
export const hasMark = (type: MarkType, item: ItemProgress | undefined, day: number): boolean => {
  if (item === undefined) return false;
  return type === 'flagged' ? item.flagged : type === 'suspended' ? item.suspended : item.buriedDay === day;
};

/** Items that one record may name; more are spread over several. */
const MOST_NAMED = 5000;

const bodyOf = (type: MarkType, items: readonly string[], value: boolean, day: number): EventBody => {
  switch (type) {
    case 'flagged':
      return { type, items, value, note: '' };
    case 'suspended':
      return { type, items, value };
    case 'buried':
      return { type, items, day, value };
  }
};

/**
 * Records a mark on items, or that it is taken back.
 * @returns ids of the records, for an undo
 * @throws Failure `data`/`not-saved`
 */
export const markItems = (
  { course, journal }: { readonly course: CourseReader; readonly journal: Journal },
  type: MarkType,
  items: readonly string[],
  value: boolean,
  { day }: Moment,
): readonly string[] => {
  const ids: string[] = [];
  for (let at = 0; at < items.length; at += MOST_NAMED)
    ids.push(journal.append(course.id, bodyOf(type, items.slice(at, at + MOST_NAMED), value, day)).id);
  return ids;
};
