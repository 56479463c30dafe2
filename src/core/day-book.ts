/** Counts what was done on each study day. */
import type { Rating } from './event.ts';
import { RATINGS } from './event.ts';
import type { DayTotals, ItemProgress } from './progress.ts';

/** An answer left open over lunch is no study time: each counts two minutes at most. */
const LONGEST_ANSWER_MS = 120_000;

interface Totals {
  answers: number;
  introduced: number;
  reviews: number;
  retained: number;
  ms: number;
  readonly ratings: [number, number, number, number];
}

const emptyTotals = (): Totals => ({
  answers: 0,
  introduced: 0,
  reviews: 0,
  retained: 0,
  ms: 0,
  ratings: [0, 0, 0, 0],
});

/** Totals by study day. Every entry can be taken back, so that an undone answer leaves nothing behind. */
export class DayBook {
  readonly #days = new Map<number, Totals>();

  #of(day: number): Totals {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const totals = emptyTotals();
    this.#days.set(day, totals);
    return totals;
  }

  /** One answer, however many items it rated; `sign` -1 takes it back. */
  addAnswer(day: number, ms: number, sign: 1 | -1): void {
    const totals = this.#of(day);
    totals.answers += sign;
    totals.ms += sign * Math.min(ms, LONGEST_ANSWER_MS);
  }

  /** One counted rating of an item as it stood before it. */
  addRating(day: number, before: ItemProgress, rating: Rating): void {
    const totals = this.#of(day);
    totals.ratings[RATINGS.indexOf(rating) as 0 | 1 | 2 | 3]++;
    if (before.firstDay === -1) totals.introduced++;
    if (before.state !== 'review') return;
    totals.reviews++;
    if (rating !== 'again') totals.retained++;
  }

  /** Adds (or with -1 takes away) everything in another book. */
  merge(other: DayBook, sign: 1 | -1): void {
    for (const [day, add] of other.#days) {
      const totals = this.#of(day);
      totals.answers += sign * add.answers;
      totals.introduced += sign * add.introduced;
      totals.reviews += sign * add.reviews;
      totals.retained += sign * add.retained;
      totals.ms += sign * add.ms;
      add.ratings.forEach((count, index) => (totals.ratings[index as 0 | 1 | 2 | 3] += sign * count));
    }
  }

  /** Takes over totals that {@link DayBook.list} gave. */
  load(days: readonly DayTotals[]): void {
    for (const { day, ratings, ...totals } of days) this.#days.set(day, { ...totals, ratings: [...ratings] });
  }

  /** The days on which something was answered, ascending. */
  list(): readonly DayTotals[] {
    return [...this.#days]
      .filter(([, totals]) => totals.answers > 0)
      .sort(([a], [b]) => a - b)
      .map(([day, { ratings, ...totals }]) => ({ day, ...totals, ratings: [...ratings] as const }));
  }
}
