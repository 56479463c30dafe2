/** What was recalled of what was known, and how well the memory model had foretold it. */
import type { DayTotals, StabilityTotals } from '../journal/progress.ts';

/** Share of reviews that were recalled: rated hard, good or easy. */
export interface Recalled {
  readonly reviews: number;
  readonly retained: number;
  /** 0 to 1; `null` without reviews. */
  readonly share: number | null;
}

/**
 * True retention as Anki's statistics count it: reviews of items in state review, without learning steps. An
 * item was young while its interval was under 21 days, from there on mature.
 * https://docs.ankiweb.net/stats.html
 */
interface Retention extends Recalled {
  readonly young: Recalled;
  readonly mature: Recalled;
}

/** Retention of the last study days, today included, and of all days. */
export interface Retentions {
  readonly week: Retention;
  readonly month: Retention;
  readonly year: Retention;
  readonly all: Retention;
}

/** Reviews of items whose stability then lay in a range, beside what the memory model had foretold of them. */
export interface StabilityBucket extends Recalled {
  /** Days, from here on. */
  readonly from: number;
  /** Days, under this; `null`: no end. */
  readonly to: number | null;
  /** Mean retrievability at the moment of the review, 0 to 1; `null` without reviews. */
  readonly predicted: number | null;
}

/** Study days of the periods. */
const PERIODS = { week: 7, month: 30, year: 365 } as const;

const recalled = (reviews: number, retained: number): Recalled => ({
  reviews,
  retained,
  share: reviews === 0 ? null : retained / reviews,
});

/** Retention over some days. */
const retentionOf = (days: readonly DayTotals[]): Retention => {
  let [reviews, retained, matureReviews, matureRetained] = [0, 0, 0, 0];
  for (const day of days) {
    reviews += day.reviews;
    retained += day.retained;
    matureReviews += day.matureReviews;
    matureRetained += day.matureRetained;
  }
  return {
    ...recalled(reviews, retained),
    young: recalled(reviews - matureReviews, retained - matureRetained),
    mature: recalled(matureReviews, matureRetained),
  };
};

/** Retention by period; no day may be later than `today`. */
export const retentionsOf = (days: readonly DayTotals[], today: number): Retentions => {
  const last = (count: number): Retention => retentionOf(days.filter(day => day.day > today - count));
  return {
    week: last(PERIODS.week),
    month: last(PERIODS.month),
    year: last(PERIODS.year),
    all: retentionOf(days),
  };
};

/**
 * What was foretold against what happened, by stability: a calibration of the memory model. Where it fits the
 * learner, `share` is near `predicted` in every bucket that has many reviews.
 */
export const stabilityBuckets = (totals: readonly StabilityTotals[]): readonly StabilityBucket[] =>
  totals.map(({ reviews, retained, predicted }, i) => ({
    from: i === 0 ? 0 : 2 ** i,
    to: i === totals.length - 1 ? null : 2 ** (i + 1),
    ...recalled(reviews, retained),
    predicted: reviews === 0 ? null : predicted / reviews / 1_000_000,
  }));
