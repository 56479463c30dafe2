/** Counts what was done on each study day, and how well memory was foretold. */
import type { Rating } from '../journal/event.ts';
import { RATINGS } from '../journal/event.ts';
import type { DayTotals, ItemProgress, StabilityTotals } from '../journal/progress.ts';
import { retrievability } from '../memory/schedule.ts';
import { StudyBook } from './study-book.ts';

/** An answer left open over lunch is no study time: each counts two minutes at most. */
const LONGEST_ANSWER_MS = 120_000;

/**
 * Shortest interval (days) of a mature item in Anki; shorter ones are young.
 * https://docs.ankiweb.net/getting-started.html
 */
const MATURE_DAYS = 21;

/** Buckets of stability: up to 2, 4, 8, 16, 32, 64, 128 days, and more. */
const STABILITY_BUCKETS = 8;

const MILLION = 1_000_000;

/** Bucket of a stability in days: its binary logarithm, rounded down. */
const bucketOf = (stability: number): number =>
  Math.min(STABILITY_BUCKETS - 1, 31 - Math.clz32(Math.max(1, Math.min(stability, MILLION))));

interface Totals {
  answers: number;
  introduced: number;
  reviews: number;
  retained: number;
  matureReviews: number;
  matureRetained: number;
  ms: number;
  readonly ratings: [number, number, number, number];
}

const emptyTotals = (): Totals => ({
  answers: 0,
  introduced: 0,
  reviews: 0,
  retained: 0,
  matureReviews: 0,
  matureRetained: 0,
  ms: 0,
  ratings: [0, 0, 0, 0],
});

type Bucket = { -readonly [Key in keyof StabilityTotals]: StabilityTotals[Key] };

/** Totals by study day. Every entry can be taken back, so that an undone answer leaves nothing behind. */
export class DayBook {
  readonly #days = new Map<number, Totals>();
  readonly #stability: readonly Bucket[] = Array.from({ length: STABILITY_BUCKETS }, () => ({
    reviews: 0,
    retained: 0,
    predicted: 0,
  }));

  #of(day: number): Totals {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const totals = emptyTotals();
    this.#days.set(day, totals);
    return totals;
  }

  /** What the plan and the forecast are made from. */
  readonly study = new StudyBook();

  /** One answer, however many items it rated, or the `answers` of an exam; `sign` -1 takes it back. */
  addAnswer(day: number, ms: number, sign: 1 | -1, answers = 1): void {
    const totals = this.#of(day);
    totals.answers += sign * answers;
    totals.ms += sign * Math.min(ms, LONGEST_ANSWER_MS * answers);
  }

  /**
   * One counted rating of an item as it stood before it.
   * @param isTimed nobody doubts how long ago the one before was; else it says nothing about the memory model
   */
  addRating(day: number, before: ItemProgress, rating: Rating, isTimed = true): void {
    const totals = this.#of(day);
    totals.ratings[RATINGS.indexOf(rating) as 0 | 1 | 2 | 3]++;
    if (before.firstDay === -1) totals.introduced++;
    if (before.state !== 'review') return;
    const retained = rating === 'again' ? 0 : 1;
    totals.reviews++;
    totals.retained += retained;
    if (before.dueDay - before.lastDay >= MATURE_DAYS) {
      totals.matureReviews++;
      totals.matureRetained += retained;
    }
    const bucket = this.#stability[bucketOf(before.stability)];
    if (bucket === undefined || !isTimed) return;
    bucket.reviews++;
    bucket.retained += retained;
    bucket.predicted += Math.round(MILLION * retrievability(before, day));
  }

  /** Adds (or with -1 takes away) everything in another book. */
  merge(other: DayBook, sign: 1 | -1): void {
    this.study.merge(other.study, sign);
    for (const [day, add] of other.#days) {
      const totals = this.#of(day);
      totals.answers += sign * add.answers;
      totals.introduced += sign * add.introduced;
      totals.reviews += sign * add.reviews;
      totals.retained += sign * add.retained;
      totals.matureReviews += sign * add.matureReviews;
      totals.matureRetained += sign * add.matureRetained;
      totals.ms += sign * add.ms;
      add.ratings.forEach((count, index) => (totals.ratings[index as 0 | 1 | 2 | 3] += sign * count));
    }
    for (const [index, bucket] of this.#stability.entries()) {
      const add = other.#stability[index];
      if (add === undefined) continue;
      bucket.reviews += sign * add.reviews;
      bucket.retained += sign * add.retained;
      bucket.predicted += sign * add.predicted;
    }
  }

  /** Takes over what {@link DayBook.list} and {@link DayBook.stability} gave, in an empty book. */
  load(days: readonly DayTotals[], stability: readonly StabilityTotals[]): void {
    for (const { day, ratings, ...totals } of days) this.#days.set(day, { ...totals, ratings: [...ratings] });
    for (const [index, bucket] of this.#stability.entries()) Object.assign(bucket, stability[index]);
  }

  /** Totals by bucket of stability, of all days. */
  stability(): readonly StabilityTotals[] {
    return this.#stability.map(bucket => ({ ...bucket }));
  }

  /** Milliseconds spent answering on a study day. */
  msOn(day: number): number {
    return this.#days.get(day)?.ms ?? 0;
  }

  /** The days on which something was answered, ascending. */
  list(): readonly DayTotals[] {
    return [...this.#days]
      .filter(([, totals]) => totals.answers > 0)
      .sort(([a], [b]) => a - b)
      .map(([day, { ratings, ...totals }]) => ({ day, ...totals, ratings: [...ratings] as const }));
  }
}
