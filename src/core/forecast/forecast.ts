/** The forecast that a learner sees: a score with its interval, and the chance to reach the aim. */
import type { Known } from './known.ts';
import { SCORE_RANGE } from './known.ts';
import type { Reach } from './reach.ts';
import { ADHERENCE, LEVEL_Z, MODEL_SPREAD, PLAN_SPREAD, SCORE } from './settings.ts';

/** A score, 0 to 1, with its 80 % interval. */
export interface Interval {
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** The score to be expected, with its intervals. */
export interface Forecast {
  /** Expected share of right answers. */
  readonly expected: Interval;
  /** Share of right answers in one paper: the same score, a wider interval. */
  readonly paper: Interval;
  /** Standard deviation of one paper's score. */
  readonly paperSpread: number;
  /** Share of the exam known by the model. */
  readonly known: number;
}

const clamp = (value: number): number => Math.min(Math.max(value, 0), 1);

const interval = (score: number, spread: number): Interval => ({
  score,
  low: clamp(score - LEVEL_Z * spread),
  high: clamp(score + LEVEL_Z * spread),
});

/**
 * @param known what is known now, for the exam's day
 * @param planned share known if the plan is followed; `null`: the exam is today
 * @param questions scored questions of one paper
 */
export const forecast = (known: Known, planned: number | null, reach: Reach, questions: number): Forecast => {
  const share = planned ?? known.share;
  const score = SCORE.guess + SCORE_RANGE * clamp(reach.mean * share);
  const toCome = planned === null ? 0 : Math.max(0, planned - known.share);
  const variance =
    (SCORE_RANGE * known.spread) ** 2 +
    (SCORE_RANGE * share * reach.spread) ** 2 +
    (PLAN_SPREAD * SCORE_RANGE * toCome) ** 2 +
    MODEL_SPREAD ** 2;
  const paperSpread = Math.sqrt(variance + (score * (1 - score)) / Math.max(1, questions));
  return {
    expected: interval(score, Math.sqrt(variance)),
    paper: interval(score, paperSpread),
    paperSpread,
    known: share,
  };
};

/** Standard normal distribution, to 7.5e-8. Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
const normal = (z: number): number => {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail =
    density *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
};

/** Chance that one paper reaches the aim. @param aim share of right answers, 0 to 1 */
export const passChance = ({ paper, paperSpread }: Forecast, aim: number, questions: number): number =>
  normal((paper.score - (aim - 0.5 / Math.max(1, questions))) / paperSpread);

/**
 * Share of the promised minutes that the learner really does: three days of 0.85 before evidence.
 * @param daysGone days of the plan that are over
 */
export const adherence = (minutesDone: number, minutesPerDay: number, daysGone: number): number => {
  if (minutesPerDay <= 0) return ADHERENCE.share;
  const share =
    (minutesDone + ADHERENCE.days * ADHERENCE.share * minutesPerDay) /
    ((daysGone + ADHERENCE.days) * minutesPerDay);
  return Math.min(Math.max(share, ADHERENCE.least), ADHERENCE.most);
};
