/**
 * How this learner forgets: one multiplier of stability for each kind of first attempt, and the decay of the
 * forgetting curve, as the posterior over a grid. What a review says depends on the share of its stability that has
 * passed alone, so reviews are counted in cells of that share: whole numbers, which add up the same in any order
 * and can be taken back.
 */
import { GUESS, NO_SLIP } from './settings.ts';
import type { FirstAttempt } from '../journal/progress.ts';
import { FIRST_ATTEMPTS } from '../journal/progress.ts';

/** Decays of the grid (FSRS-6's own is the second), with the logarithm of how likely each is beforehand. */
const DECAYS: readonly number[] = [0.1, 0.1542, 0.25, 0.4, 0.7];
const DECAY_PRIOR: readonly number[] = [-0.7, 0, -0.4, -1, -2];
/** FSRS: at a time equal to the stability recall is 0.9. */
const FACTORS: readonly number[] = DECAYS.map(decay => 0.9 ** (-1 / decay) - 1);

/** Logarithms of the multipliers: -3 to 3 in steps of 0.25. */
const GRID: readonly number[] = Array.from({ length: 25 }, (_, index) => -3 + 0.25 * index);
/** Standard deviation of a multiplier's logarithm beforehand, by first attempt. */
const SPREAD: Readonly<Record<FirstAttempt, number>> = { card: 0.8, question: 0.8, wrong: 0.6 };

/** Cells of `log(days / stability)`: -8 to 8 in steps of half a step of the grid, so that the two fit together. */
const CELL = 0.125;
const OUTERMOST = 64;
const WIDTH = 2 * OUTERMOST + 1;
/** A multiplier moves a review by so many cells at most. */
const FARTHEST = (GRID.length - 1) / 2;
const PER_STEP = 2;

/** The guess rates there are, ascending. */
export const GUESSES: readonly number[] = [...new Set(Object.values(GUESS))].sort((a, b) => a - b);

/** How often each kind of review was met, by cell; see {@link reviewCell}. */
export type ReviewCounts = ReadonlyMap<number, number>;

/** The learner's memory, beside the standard one. */
export interface MemoryFit {
  /** Place in the list of decays. */
  readonly decay: number;
  /** Multiplier of stability by first attempt. */
  readonly multipliers: Readonly<Record<FirstAttempt, number>>;
}

/**
 * The cell that a review counts in, numbered from 0.
 * @param stability days, of the trace before the review
 * @param days since the rating before, at least 1
 * @param guess chance to be right without knowing
 */
export const reviewCell = (review: {
  readonly first: FirstAttempt;
  readonly stability: number;
  readonly days: number;
  readonly right: boolean;
  readonly guess: number;
}): number => {
  const share = Math.round(Math.log(review.days / review.stability) / CELL);
  const cell = Math.min(Math.max(share, -OUTERMOST), OUTERMOST) + OUTERMOST;
  const guess = Math.max(
    0,
    GUESSES.findLastIndex(rate => rate <= review.guess),
  );
  const kind = FIRST_ATTEMPTS.indexOf(review.first) * GUESSES.length + guess;
  return (kind * 2 + (review.right ? 1 : 0)) * WIDTH + cell;
};

const RANGE = WIDTH + 2 * FARTHEST * PER_STEP;

/** Logarithms of the chance of an outcome, by decay, guess rate, outcome, and share passed. Made when first needed. */
let logarithms: Float64Array | null = null;

const logarithmsOf = (): Float64Array => {
  if (logarithms !== null) return logarithms;
  const made = new Float64Array(DECAYS.length * GUESSES.length * 2 * RANGE);
  let at = 0;
  DECAYS.forEach((decay, index) => {
    for (const guess of GUESSES)
      for (const right of [false, true])
        for (let cell = 0; cell < RANGE; cell++) {
          const share = Math.exp((cell - OUTERMOST - FARTHEST * PER_STEP) * CELL);
          const known = NO_SLIP * (1 + (FACTORS[index] ?? 0) * share) ** -decay;
          const chance = known + (1 - known) * guess;
          made[at++] = Math.log(right ? chance : 1 - chance);
        }
  });
  return (logarithms = made);
};

/** Log likelihood of the counted reviews, by decay, first attempt and multiplier. */
const likelihoods = (counts: ReviewCounts): Float64Array => {
  const table = logarithmsOf();
  const sums = new Float64Array(DECAYS.length * FIRST_ATTEMPTS.length * GRID.length);
  // In the order of the cells: sums of fractions depend on it.
  for (const [cell, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (count === 0) continue;
    const share = cell % WIDTH;
    const kind = (cell - share) / WIDTH;
    const first = Math.floor(kind / 2 / GUESSES.length);
    const outcome = kind % (2 * GUESSES.length);
    for (let decay = 0; decay < DECAYS.length; decay++) {
      const from = (decay * GUESSES.length * 2 + outcome) * RANGE + share;
      const to = (decay * FIRST_ATTEMPTS.length + first) * GRID.length;
      // A larger multiplier makes the share that has passed smaller.
      for (let index = 0; index < GRID.length; index++)
        sums[to + index] =
          (sums[to + index] ?? 0) + count * (table[from + (GRID.length - 1 - index) * PER_STEP] ?? 0);
    }
  }
  return sums;
};

/** Standard memory: FSRS-6's own decay and no multipliers. */
export const STANDARD_FIT: MemoryFit = { decay: 1, multipliers: { card: 1, question: 1, wrong: 1 } };

/** Decay of the largest marginal likelihood, and the posterior mean of each multiplier's logarithm under it. */
export const fitMemory = (counts: ReviewCounts): MemoryFit => {
  const sums = likelihoods(counts);
  let best = STANDARD_FIT;
  let bestEvidence = -Infinity;
  for (let decay = 0; decay < DECAYS.length; decay++) {
    let evidence = DECAY_PRIOR[decay] ?? 0;
    const multipliers = { card: 1, question: 1, wrong: 1 };
    for (const [number, first] of FIRST_ATTEMPTS.entries()) {
      const from = (decay * FIRST_ATTEMPTS.length + number) * GRID.length;
      const logs = GRID.map((value, index) => (sums[from + index] ?? 0) - 0.5 * (value / SPREAD[first]) ** 2);
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
  return best;
};

/** Chance to recall after so many days what has a stability (days, multiplier applied), 0 to 1. */
export const recallWith = (fit: MemoryFit, stability: number, days: number): number =>
  (1 + ((FACTORS[fit.decay] ?? 0) * days) / stability) ** -(DECAYS[fit.decay] ?? 0);
