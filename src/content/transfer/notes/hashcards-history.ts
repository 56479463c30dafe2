/**
 * The database of hashcards (`hashcards.db`, src/schema.sql) or of repeater (`cards.db`): every review where the program
 * keeps them, which only hashcards does, and else the state of each card.
 */
import { dateToDay, dayToDate, studyDay } from '../../../core/base/civil-day.ts';
import type { DeckProgress, DeckState } from '../../../core/transfer/deck.ts';
import { LIMITS } from '../limits.ts';
import type { SqlValue } from '../sqlite.ts';
import { openTables } from '../sqlite.ts';
import type { HashcardsReview } from './hashcards.ts';
import { historyOf, momentOf } from './hashcards.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOr = (value: SqlValue | undefined): number | null => (typeof value === 'number' ? value : null);

/** The day that a date names, or on which a moment with a zone lies for the learner; `null`: neither. */
const dayOf = (value: string, offset: (at: number) => number): number | null => {
  const at = value.length > 10 ? momentOf(value, offset) : null;
  // The day of the clock: neither program begins a day later than at midnight.
  return at === null ? dateToDay(value.slice(0, 10)) : studyDay(at, offset(at), 0);
};

/** What a row says of a card; `null`: it was never reviewed. hashcards had no intervals in its first versions. */
const stateOf = (
  { due, interval, last, stability, difficulty }: Readonly<Record<string, SqlValue>>,
  offset: (at: number) => number,
): DeckState | null => {
  const [lasting, hard] = [numberOr(stability), numberOr(difficulty)];
  const dueDay = dayOf(text(due), offset);
  if (lasting === null || hard === null || dueDay === null) return null;
  const lastDay = dayOf(text(last), offset);
  const days = numberOr(interval) ?? (lastDay === null ? Math.round(lasting) : dueDay - lastDay);
  return { due: dayToDate(dueDay), interval: Math.max(0, days), stability: lasting, difficulty: hard };
};

/**
 * What hashcards or repeater knew of each card, by its hash. A card whose reviews are gone has its schedule.
 * @param offset minutes east of UTC at a moment: hashcards has times without a zone
 * @throws Failure `data` where it is damaged or too large
 */
export const readHistory = async (
  bytes: Uint8Array,
  place: string,
  offset: (at: number) => number,
): Promise<ReadonlyMap<string, DeckProgress>> => {
  const tables = await openTables(bytes, place);
  try {
    const reviews: HashcardsReview[] = [];
    const reviewed = ['card_hash', 'reviewed_at', 'grade'];
    for (const [hash, at, grade] of tables.rows('reviews', reviewed, LIMITS.reviews))
      reviews.push({ hash: text(hash), at: text(at), grade: text(grade) });
    const found = new Map<string, DeckProgress>(historyOf(reviews, offset));
    const columns = ['card_hash', 'due_date', 'interval_days', 'last_reviewed_at', 'stability', 'difficulty'];
    for (const [
      hash,
      due = null,
      interval = null,
      last = null,
      stability = null,
      difficulty = null,
    ] of tables.rows('cards', columns, LIMITS.cards)) {
      if (found.has(text(hash))) continue;
      const state = stateOf({ due, interval, last, stability, difficulty }, offset);
      if (state !== null) found.set(text(hash), { reviews: [], state });
    }
    return found;
  } finally {
    tables.close();
  }
};
