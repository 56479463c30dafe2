/**
 * How this learner forgets: one multiplier of stability for each kind of first attempt, and the decay of the
 * forgetting curve, as the posterior over a grid. Every review adds to sums of whole numbers, so that the result
 * does not depend on the order of reviews, and one can be taken back.
 */
import { NO_SLIP } from './settings.ts';
import type { FirstAttempt } from './trace.ts';
import { FIRST_ATTEMPTS } from './trace.ts';

/** Decays of the grid (FSRS-6's own is the second), with the logarithm of how likely each is beforehand. */
export const DECAYS: readonly number[] = [0.1, 0.1542, 0.25, 0.4, 0.7];
const DECAY_PRIOR: readonly number[] = [-0.7, 0, -0.4, -1, -2];
/** FSRS: at a time equal to the stability recall is 0.9. */
export const FACTORS: readonly number[] = DECAYS.map(decay => 0.9 ** (-1 / decay) - 1);

/** Logarithms of the multipliers: -3 to 3 in steps of 0.25. */
const GRID: readonly number[] = Array.from({ length: 25 }, (_, index) => -3 + 0.25 * index);
const MULTIPLIERS: readonly number[] = GRID.map(value => Math.exp(value));
/** Standard deviation of a multiplier's logarithm beforehand, by first attempt. */
const SPREAD: Readonly<Record<FirstAttempt, number>> = { card: 0.8, question: 0.8, wrong: 0.6 };

/** Cells of the grid. */
export const CELLS = DECAYS.length * FIRST_ATTEMPTS.length * GRID.length;

/** Log likelihoods are kept in millionths: whole numbers add up the same in any order. */
const MILLION = 1_000_000;

const cellOf = (decay: number, first: number, multiplier: number): number =>
  (decay * FIRST_ATTEMPTS.length + first) * GRID.length + multiplier;

/** The learner's memory, beside the standard one. */
export interface MemoryFit {
  /** Place in {@link DECAYS}. */
  readonly decay: number;
  /** Multiplier of stability by first attempt. */
  readonly multipliers: Readonly<Record<FirstAttempt, number>>;
}

/**
 * What a review says about each cell, in millionths of a natural logarithm.
 * @param stability days, of the trace before the review
 * @param days since the rating before, at least 1
 * @param guess chance to be right without knowing
 */
export const addReview = (
  sums: Float64Array,
  review: {
    readonly first: FirstAttempt;
    readonly stability: number;
    readonly days: number;
    readonly right: boolean;
    readonly guess: number;
  },
): void => {
  const first = FIRST_ATTEMPTS.indexOf(review.first);
  for (let decay = 0; decay < DECAYS.length; decay++) {
    const exponent = -(DECAYS[decay] ?? 0);
    const factor = FACTORS[decay] ?? 0;
    for (let index = 0; index < GRID.length; index++) {
      const stability = review.stability * (MULTIPLIERS[index] ?? 1);
      const known = NO_SLIP * (1 + (factor * review.days) / stability) ** exponent;
      const right = known + (1 - known) * review.guess;
      const cell = cellOf(decay, first, index);
      sums[cell] = (sums[cell] ?? 0) + Math.round(MILLION * Math.log(review.right ? right : 1 - right));
    }
  }
};

/** Decay of the largest marginal likelihood, and the posterior mean of each multiplier's logarithm under it. */
export const fitMemory = (sums: Float64Array): MemoryFit => {
  let best: MemoryFit | null = null;
  let bestEvidence = -Infinity;
  for (let decay = 0; decay < DECAYS.length; decay++) {
    let evidence = DECAY_PRIOR[decay] ?? 0;
    const multipliers = { card: 1, question: 1, wrong: 1 };
    for (const [number, first] of FIRST_ATTEMPTS.entries()) {
      const logs = GRID.map(
        (value, index) =>
          (sums[cellOf(decay, number, index)] ?? 0) / MILLION - 0.5 * (value / SPREAD[first]) ** 2,
      );
      const largest = Math.max(...logs);
      let mean = 0;
      let mass = 0;
      logs.forEach((log, index) => {
        const share = Math.exp(log - largest);
        mean += share * (GRID[index] ?? 0);
        mass += share;
      });
      evidence += largest + Math.log(mass);
      multipliers[first] = Math.exp(mean / mass);
    }
    if (evidence > bestEvidence) {
      bestEvidence = evidence;
      best = { decay, multipliers };
    }
  }
  return best ?? STANDARD_FIT;
};

/** Standard memory: FSRS-6's own decay and no multipliers. */
export const STANDARD_FIT: MemoryFit = { decay: 1, multipliers: { card: 1, question: 1, wrong: 1 } };

/** Chance to recall after so many days what has a stability (days, multiplier applied), 0 to 1. */
export const recallWith = (fit: MemoryFit, stability: number, days: number): number =>
  (1 + ((FACTORS[fit.decay] ?? 0) * days) / stability) ** -(DECAYS[fit.decay] ?? 0);
