/** What a learner can find again: flagged, missed, leeches, suspended, buried. */
import type { Moment } from '../base/civil-day.ts';
import type { CourseReader, ItemEntry } from '../course/course.ts';
import { keyIn } from '../fold/families.ts';
import type { SchedulingSettings } from '../journal/event.ts';
import type { ItemProgress, Progress } from '../journal/progress.ts';
import { isLeech } from '../memory/schedule.ts';

/** Lists that progress makes, in the order in which they are shown. */
export const LIST_NAMES = ['flagged', 'missed', 'leeches', 'suspended', 'buried'] as const;

/** The name of a list. */
export type ListName = (typeof LIST_NAMES)[number];

/** Study days, today among them, for which a miss stays on the list. */
export const MISSED_DAYS = 30;

/** Wrong at the last try, and that not long ago. One right answer takes it off, whether or not it counted. */
export const isMissed = ({ misses, attemptDay, suspended }: ItemProgress, day: number): boolean =>
  misses > 0 && day - attemptDay < MISSED_DAYS && !suspended;

/**
 * Whether an item is on a list on a study day. What is suspended is asked no more: it is on that list and, if it was
 * flagged, on the flagged one.
 */
export const isListed = (
  name: ListName,
  item: ItemProgress,
  settings: SchedulingSettings,
  day: number,
): boolean => {
  switch (name) {
    case 'flagged':
      return item.flagged;
    case 'missed':
      return isMissed(item, day);
    case 'leeches':
      return isLeech(item, settings) && !item.suspended;
    case 'suspended':
      return item.suspended;
    case 'buried':
      return item.buriedDay === day && !item.suspended;
  }
};

/** Questions that a quiz or an exam can be limited to. */
export const ONLY = ['unseen', 'missed', 'flagged'] as const;

/** A list that a session or an exam can be limited to. */
export type Only = (typeof ONLY)[number];

/** Whether an item belongs to what was asked for; one without a record is unseen. */
export const isOnly = (only: Only, item: ItemProgress | undefined, day: number): boolean => {
  if (only === 'unseen') return (item?.attemptDay ?? -1) === -1;
  if (item === undefined) return false;
  return only === 'missed' ? isMissed(item, day) : item.flagged;
};

/** An item on a list. */
export interface Listed {
  /** As the course calls it; of an item that the course no longer has, as it was called last. */
  readonly key: string;
  /** `null`: no longer in the course. */
  readonly entry: ItemEntry | null;
  readonly item: ItemProgress;
}

/** Where lists are read. */
interface ListSource {
  readonly course: Pick<CourseReader, 'entry' | 'has'>;
  readonly progress: Pick<Progress, 'items' | 'families' | 'settings'>;
  readonly moment: Pick<Moment, 'day'>;
  /** Only items that it lets through; `null`: all, those too that are no longer in the course. */
  readonly within: ((entry: ItemEntry) => boolean) | null;
}

/** Lists by name, the item that was tried last first; equal ones by their keys. */
export type Lists = Readonly<Record<ListName, readonly Listed[]>>;

/** Marks can be taken back from what the course no longer has; there is nothing to learn from it. */
const KEPT_WHEN_GONE: ReadonlySet<ListName> = new Set(['flagged', 'suspended']);

const byLastTry = (a: Listed, b: Listed): number =>
  b.item.attemptDay - a.item.attemptDay || (a.key < b.key ? -1 : 1);

/** Every list, from one pass over what the learner has seen or marked. */
export const allLists = ({ course, progress, moment, within }: ListSource): Lists => {
  const { items, families, settings } = progress;
  const lists: Record<ListName, Listed[]> = {
    flagged: [],
    missed: [],
    leeches: [],
    suspended: [],
    buried: [],
  };
  for (const [known, item] of items) {
    const names = LIST_NAMES.filter(name => isListed(name, item, settings, moment.day));
    if (names.length === 0) continue;
    const key = keyIn(course, families, known);
    const entry = course.entry(key) ?? null;
    if (within !== null && (entry === null || !within(entry))) continue;
    for (const name of names)
      if (entry !== null || KEPT_WHEN_GONE.has(name)) lists[name].push({ key, entry, item });
  }
  for (const name of LIST_NAMES) lists[name].sort(byLastTry);
  return lists;
};

/** How many there are on each list. */
export const listCounts = (lists: Lists): Readonly<Record<ListName, number>> => ({
  flagged: lists.flagged.length,
  missed: lists.missed.length,
  leeches: lists.leeches.length,
  suspended: lists.suspended.length,
  buried: lists.buried.length,
});
