/**
 * The memory model: FSRS-6 as ts-fsrs computes it. The only file that knows ts-fsrs; what comes out is plain
 * numbers and our own words. Only the state step is used: the package's card objects cost ten times as much,
 * count days by UTC midnight and hold mutable dates.
 */
import { computeDecayFactor, default_w, FSRSAlgorithm, FSRSVersion, Rating as Grade } from 'ts-fsrs';
import type { Rating } from '../journal/event.ts';

// Importing ts-fsrs adds these methods to every Date of the program. Nothing used here needs them.
for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);

/** What is remembered of an item, in the terms of FSRS. */
export interface Memory {
  /** Days after which the chance to recall is 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
}

/** Name and version of the model, recorded with every review for information. */
export const MODEL: string = FSRSVersion;

const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;

/** The 21 standard parameters of FSRS-6. */
export const STANDARD_WEIGHTS: readonly number[] = default_w;

const algorithm = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: true });

/** Models with the parameters of learners, by their list, which settings hand on as it is. */
const fitted = new WeakMap<readonly number[], FSRSAlgorithm>();

/** @param weights empty: the standard ones. The forgetting curve is always the standard one. */
const algorithmWith = (weights: readonly number[]): FSRSAlgorithm => {
  if (weights.length === 0) return algorithm;
  let made = fitted.get(weights);
  if (made === undefined) {
    const w = [...weights.slice(0, 20), default_w[20] ?? 0];
    fitted.set(weights, (made = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: true, w })));
  }
  return made;
};
const { decay, factor } = computeDecayFactor(default_w);
const hardShare = default_w[15] ?? 1;
const easyShare = default_w[16] ?? 1;

const round8 = (value: number): number => Math.round(value * 1e8) / 1e8;

/** What was calculated last: the fold asks twice in a row, to count what was foretold and for the next step. */
const last = { stability: NaN, elapsedDays: NaN, recall: NaN };

/**
 * Chance to recall an item of a stability (days) so many days after its last review, 0 to 1:
 * `(1 + factor t / S) ^ decay`, the forgetting curve of FSRS-6, rounded to 8 decimals as ts-fsrs does.
 */
export const recall = (stability: number, elapsedDays: number): number => {
  if (stability === last.stability && elapsedDays === last.elapsedDays) return last.recall;
  last.stability = stability;
  last.elapsedDays = elapsedDays;
  last.recall = round8((1 + (factor * elapsedDays) / stability) ** decay);
  return last.recall;
};

/**
 * Memory after a rating; `null` is an item never rated before.
 * @param elapsedDays whole study days since the last rating, 0 or more; 0 takes the formula for the same day
 * @param weights the learner's own parameters; empty: the standard ones
 */
export const nextMemory = (
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  weights: readonly number[] = [],
): Memory => {
  const model = algorithmWith(weights);
  return memory === null
    ? model.next_state(null, 0, GRADES[rating])
    : model.next_state(memory, elapsedDays, GRADES[rating], recall(memory.stability, elapsedDays));
};

/**
 * What `hard` would have made of the stability that `good` or `easy` raised from `before` on a later day,
 * and `good` of what `easy` raised: FSRS scales the gain by w15 for hard and by w16 for easy. Exact to the
 * rounding, which is enough to see that two intervals do not touch without a second step of the model.
 */
export const lowerStability = (
  before: number,
  after: number,
  rating: 'good' | 'easy',
  weights: readonly number[] = [],
): number =>
  before +
  (after - before) * (rating === 'good' ? (weights[15] ?? hardShare) : 1 / (weights[16] ?? easyShare));

const modifiers = new Map<number, number>();

/** Interval per day of stability that brings recall down to the desired retention. */
const intervalModifier = (desiredRetention: number): number => {
  const known = modifiers.get(desiredRetention);
  if (known !== undefined) return known;
  const modifier = round8((desiredRetention ** (1 / decay) - 1) / factor);
  if (modifiers.size > 100) modifiers.clear();
  modifiers.set(desiredRetention, modifier);
  return modifier;
};

/** Days, unrounded and unbounded, until recall falls to the desired retention (0 to 1). */
export const exactInterval = (stability: number, desiredRetention: number): number =>
  stability * intervalModifier(desiredRetention);

/** Whole days until recall falls to the desired retention: at least 1, at most `maximum`. */
export const intervalDays = (stability: number, desiredRetention: number, maximum: number): number =>
  Math.min(Math.max(1, Math.round(exactInterval(stability, desiredRetention))), maximum);

/** Weights of FSRS-6 that the formulas below name by their numbers. */
const [w8, w9, w10, w11, w12, w13, w14] = [8, 9, 10, 11, 12, 13, 14].map(index => default_w[index] ?? 0) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
const E_W8 = Math.exp(w8);
const LEAST_STABILITY = 0.001;

/** Difficulty after a first rating, 1 to 10. FSRS-6: `w4 - e^(w5 (G - 1)) + 1`. */
export const initialDifficulty = (rating: Rating): number =>
  Math.min(Math.max(algorithm.init_difficulty(GRADES[rating]), 1), 10);

/** Difficulty after a later rating, 1 to 10. */
export const nextDifficulty = (difficulty: number, rating: Rating): number =>
  algorithm.next_difficulty(difficulty, GRADES[rating]);

/**
 * Stability (days) after a right answer on a later day, unrounded: ts-fsrs rounds each step to eight decimals, which
 * costs more than the formula where thousands of items are weighed. FSRS-6:
 * `S (1 + e^w8 (11 - D) S^-w9 (e^((1 - R) w10) - 1))`.
 */
export const recallStability = (difficulty: number, stability: number, chance: number): number =>
  stability * (1 + E_W8 * (11 - difficulty) * stability ** -w9 * (Math.exp((1 - chance) * w10) - 1));

/** Stability (days) after a miss on a later day, unrounded. FSRS-6: `w11 D^-w12 ((S + 1)^w13 - 1) e^((1 - R) w14)`. */
export const forgetStability = (difficulty: number, stability: number, chance: number): number =>
  Math.min(
    stability,
    Math.max(
      LEAST_STABILITY,
      w11 * difficulty ** -w12 * ((stability + 1) ** w13 - 1) * Math.exp((1 - chance) * w14),
    ),
  );

/**
 * Memory of an item that SM-2 has scheduled: the interval (days) is where its recall is taken to be 90 %, and the ease
 * (a factor, such as 2.5) what the next right answer multiplies it by. As in `memory_state_from_sm2` of fsrs-rs.
 */
export const memoryFromEase = (interval: number, ease: number): Memory => {
  const stability = Math.max(interval, LEAST_STABILITY);
  const gain = E_W8 * stability ** -w9 * (Math.exp((1 - 0.9) * w10) - 1);
  return { stability, difficulty: Math.min(Math.max(11 - (ease - 1) / gain, 1), 10) };
};
