/** What a learner did with a card in Anki, as progress of ours. */
import { dayToDate } from '../../../core/base/civil-day.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import type { DeckProgress, DeckReview, DeckState } from '../../../core/transfer/deck.ts';
import type { AnkiCard, AnkiCollection, AnkiEntry } from './collection.ts';
import { lapsesIn } from './schedule.ts';
import { readJson } from './values.ts';

/** Entries of the history that are no answers, counted. */
export interface LeftEntries {
  /** Set by hand, rescheduled, or of no kind that is known. */
  manual: number;
  /** Answered in a filtered deck that leaves the schedule alone. */
  crammed: number;
  /** Older than the last time the card was set back to new. */
  reset: number;
}

const SUSPENDED = -1;

/** Ratings of the old scheduler's three buttons for learning cards: 2 was good, 3 easy. */
const OLD_LEARNING = [undefined, 'again', 'good', 'easy'] as const;

const isLearning = ({ type }: AnkiEntry): boolean => type === 0 || type === 2;

/** Whether the card became new again: an entry by hand that leaves no ease. */
const isReset = ({ type, ease, factor }: AnkiEntry): boolean => type === 4 && ease === 0 && factor === 0;

/** A day of 24 hours is longer than any answer. */
const LONGEST = 86_400_000;

const reviewsOf = (
  entries: readonly AnkiEntry[],
  hasOldLearning: boolean,
  left: LeftEntries,
): readonly DeckReview[] => {
  const from = entries.findLastIndex(isReset) + 1;
  left.reset += entries.slice(0, from).filter(entry => !isReset(entry)).length;
  // Four buttons for a learning card: then it was the later scheduler, whatever the collection says.
  const isOld = hasOldLearning && !entries.some(entry => isLearning(entry) && entry.ease === 4);
  return entries.slice(from).flatMap((entry): readonly DeckReview[] => {
    const { at, ease, type, factor, time } = entry;
    const rating = isOld && isLearning(entry) ? OLD_LEARNING[ease] : RATINGS[ease - 1];
    if (type === 3 && factor === 0) {
      left.crammed++;
      return [];
    }
    if (rating === undefined || type < 0 || type > 3 || at <= 0) {
      left.manual++;
      return [];
    }
    return [{ at, rating, ...(time > 0 && time <= LONGEST ? { milliseconds: time } : {}) }];
  });
};

/** More days than a schedule reaches. */
const FARTHEST = 200_000;

/** More than anybody forgets one card. */
const MOST_LAPSES = 100_000;

const positive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

/** The schedule of a card that has graduated; `undefined` for others. */
const stateOf = (card: AnkiCard, firstDay: number): DeckState | undefined => {
  if (card.type !== 2 && card.type !== 3) return undefined;
  // What is learned again today is due at a moment, not on a day.
  const day = card.due > 1e9 ? Math.floor(card.due / 86_400) : firstDay + Math.trunc(card.due);
  if (Math.abs(day) > FARTHEST) return undefined;
  const { s: stability, d: difficulty } = readJson(card.data);
  return {
    due: dayToDate(day),
    interval: Math.max(0, Math.trunc(card.interval)),
    ...(positive(card.factor) ? { ease: card.factor / 1000 } : {}),
    ...(positive(stability) ? { stability } : {}),
    ...(positive(difficulty) ? { difficulty } : {}),
  };
};

/**
 * Progress of one card.
 * @param left counts what is left out of the history
 */
export const progressOf = (
  card: AnkiCard | undefined,
  { history, firstDay, hasOldLearning }: AnkiCollection,
  left: LeftEntries,
): DeckProgress => {
  if (card === undefined) return { reviews: [] };
  const state = stateOf(card, firstDay);
  const reviews = reviewsOf(history.get(card.id) ?? [], hasOldLearning, left);
  return {
    reviews,
    ...(state === undefined ? {} : { state }),
    ...(card.queue === SUSPENDED ? { suspended: true } : {}),
    // The lower bits are the flag's colour.
    ...((card.flags & 7) === 0 ? {} : { flagged: true }),
    // A history may begin later than the card.
    ...(card.lapses > lapsesIn(reviews) && card.lapses <= MOST_LAPSES
      ? { lapses: Math.trunc(card.lapses) }
      : {}),
  };
};
