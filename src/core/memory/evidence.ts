/** What an answer tells about an item: which rating it is, and whether it counts. */
import type { Moment } from '../base/civil-day.ts';
import { hash32 } from '../base/fnv.ts';
import type { Confidence, Mode, Rating, Verdict } from '../journal/event.ts';
import type { ItemProgress } from '../journal/progress.ts';

/** Rating of a question: wrong or partly right is again, right is good, right but unsure is hard. */
export const ratingOf = (verdict: Verdict, confidence: Confidence | null): Rating => {
  if (verdict !== 'correct') return 'again';
  return confidence === 'unsure' ? 'hard' : 'good';
};

/** Days over which what was missed in a quiz, a mock exam or the placement comes back, from the next one on. */
const SPREAD_DAYS = 4;

/** Days after which an item that was missed there comes back: the same for an item each time. */
export const waitOf = (item: string): number => 1 + (hash32(item) % SPREAD_DAYS);

/** A learning step so near is asked when nothing else is left, as in Anki: 20 minutes in ms. */
export const LEARN_AHEAD = 20 * 60_000;

/** Due as the scheduler means it, suspended and buried or not; a new item is. */
const isDue = (item: ItemProgress, moment: Moment, ahead: number): boolean => {
  if (item.state === null) return true;
  return item.state === 'review' ? item.dueDay <= moment.day : item.dueAt <= moment.at + ahead;
};

/**
 * Whether a rating moves the memory state. The first attempt at an item on a study day does, a later one does
 * not, with two exceptions: in a review what is due counts however often it comes (learning steps), and in a
 * drill of cards `again` brings back what was not due, whereas the other ratings of such a card never count.
 */
export const isCounted = (
  item: ItemProgress | undefined,
  mode: Mode,
  rating: Rating,
  moment: Moment,
): boolean => {
  if (item === undefined) return true;
  const first = item.attemptDay !== moment.day;
  if (mode === 'review') return first || isDue(item, moment, LEARN_AHEAD);
  if (mode === 'cards' && !isDue(item, moment, 0))
    return rating === 'again' && (first || item.state === 'review');
  return first;
};
