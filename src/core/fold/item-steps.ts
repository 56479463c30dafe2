/** What one event does to one item. */
import type { Moment } from '../base/civil-day.ts';
import { isDoubtful } from '../journal/clock-doubt.ts';
import type { DayBook } from './day-book.ts';
import { importItem } from './import-item.ts';
import type { AskedAs } from './study-book.ts';
import { askedOf } from './study-book.ts';
import type { EventType, JournalEvent, RatingEffect, SchedulingSettings } from '../journal/event.ts';
import type { ImportedItem } from '../journal/imported-item.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { missesAfter, rate, UNKNOWN_MOMENT, UNSEEN } from '../memory/schedule.ts';

/**
 * What each type of event is folded into: the items that it names, the course or all courses as a whole, or a sitting,
 * which is folded on demand. A new type does not compile until it is here, and then not until each fold has a case for it.
 */
const FOLDED_INTO = {
  reviewed: 'items',
  answered: 'items',
  'exam-ended': 'items',
  suspended: 'items',
  buried: 'items',
  flagged: 'items',
  // Of all items, it is folded into the course.
  reset: 'items',
  imported: 'items',
  relinked: 'course',
  separated: 'course',
  'course-renamed': 'course',
  configured: 'course',
  fitted: 'course',
  undone: 'course',
  forecast: 'course',
  result: 'course',
  read: 'course',
  excluded: 'course',
  redated: 'course',
  'exam-started': 'sitting',
  'exam-answered': 'sitting',
  'exam-flagged': 'sitting',
  'exam-struck': 'sitting',
  'exam-moved': 'sitting',
  'exam-paused': 'sitting',
  'exam-resumed': 'sitting',
} as const satisfies Readonly<Record<EventType, 'items' | 'course' | 'sitting'>>;

type TypesFoldedInto<P extends string> = {
  [T in EventType]: (typeof FOLDED_INTO)[T] extends P ? T : never;
}[EventType];

/** Events that do something to the items they name. */
export type ItemEvent = Extract<JournalEvent, { type: TypesFoldedInto<'items'> }>;

/** One effect of an event: a rating, what another program knew, or the key of an item. */
type ItemEffect = RatingEffect | ImportedItem | string;

const NONE: readonly string[] = [];

/** What an event does to items, one element for each. */
export const effectsOf = (event: ItemEvent): readonly ItemEffect[] => {
  switch (event.type) {
    case 'reviewed':
    case 'answered':
    case 'exam-ended':
      return event.ratings;
    case 'reset':
      return event.items ?? NONE;
    case 'suspended':
    case 'buried':
    case 'flagged':
    case 'imported':
      return event.items;
  }
};

/** Key of the item an effect is for, as it was called then. */
export const keyOf = (effect: ItemEffect): string => (typeof effect === 'string' ? effect : effect.item);

/** Keys of the items an event does something to, as they were called then; none for a reset of all. */
export const itemsOf = (event: ItemEvent): readonly string[] => effectsOf(event).map(keyOf);

/** `true` for an event that does something to the items it names. */
export const isItemEvent = (event: JournalEvent): event is ItemEvent =>
  FOLDED_INTO[event.type] === 'items' && !(event.type === 'reset' && event.items === null);

/**
 * An item after a rating. One that does not count leaves only the day of the attempt and whether it was right; `doubtful` is one that a wrong
 * clock has dated.
 */
export const rateItem = (
  before: ItemProgress | null,
  { rating, counted, wait = 0 }: Omit<RatingEffect, 'item'>,
  asked: AskedAs,
  moment: Moment,
  settings: SchedulingSettings,
  book: DayBook,
  doubtful: boolean,
): ItemProgress => {
  const seen = before ?? UNSEEN;
  // A day that a wrong clock has dated says nothing of the days between.
  const isDated = !doubtful && seen.lastAt !== UNKNOWN_MOMENT;
  const day = doubtful ? (seen.trace?.day ?? moment.day) : moment.day;
  const trace = book.study.rate(seen.trace, rating, asked, day, isDated);
  if (!counted) return { ...seen, attemptDay: moment.day, misses: missesAfter(seen, rating), trace };
  book.addRating(moment.day, seen, rating, isDated);
  if (seen.firstDay === -1 && asked.probe) book.study.addProbe(moment.day);
  return rate(trace === seen.trace ? seen : { ...seen, trace }, rating, moment, settings, doubtful, wait);
};

/** An item after it was suspended, buried for a day, or flagged, or after that was taken back. */
export const markItem = (
  before: ItemProgress | null,
  type: 'suspended' | 'buried' | 'flagged',
  value: boolean,
  day: number,
): ItemProgress => {
  const item = before ?? UNSEEN;
  if (type === 'suspended') return { ...item, suspended: value };
  return type === 'flagged' ? { ...item, flagged: value } : { ...item, buriedDay: value ? day : -1 };
};

/** An item after the event's `index`-th effect; `null`: as if never seen. */
export const stepItem = (
  before: ItemProgress | null,
  event: ItemEvent,
  index: number,
  settings: SchedulingSettings,
  book: DayBook,
): ItemProgress | null => {
  switch (event.type) {
    case 'reviewed':
    case 'answered':
    case 'exam-ended': {
      const effect = event.ratings[index];
      return effect === undefined
        ? before
        : rateItem(before, effect, askedOf(event), event, settings, book, isDoubtful(event));
    }
    case 'imported': {
      const imported = event.items[index];
      return imported === undefined ? before : importItem(before, imported, event.tz, settings);
    }
    case 'suspended':
    case 'flagged':
      return markItem(before, event.type, event.value, -1);
    case 'buried':
      return markItem(before, event.type, event.value, event.day);
    case 'reset':
      return null;
  }
};
