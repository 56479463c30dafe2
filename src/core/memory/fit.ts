/**
 * Fits the parameters of FSRS-6 to a learner's own reviews: by gradient descent (Adam, Kingma and Ba 2015) on the log
 * loss of what was foretold, drawn towards the standard parameters. The forgetting curve's own parameter, those of
 * difficulty and those of the same day stay as they are: a learner's journal rarely tells more.
 */
import type { Rating } from '../journal/event.ts';
import { RATINGS } from '../journal/event.ts';
import { STANDARD_WEIGHTS } from './memory.ts';

/** Reviews below which there is nothing to learn from. */
export const LEAST_REVIEWS = 400;
/** The latest reviews that are looked at. */
const MOST_REVIEWS = 20_000;
/** Share of the reviews, the earlier ones, that the parameters are fitted to; they are judged on the others. */
const TRAINED = 0.8;
/** Parameters that are fitted: first stabilities, growth, forgetting, hard and easy. */
const FITTED: readonly number[] = [0, 1, 2, 3, 8, 9, 10, 11, 14, 15, 16];
/** Standard deviation, beforehand, of the logarithm of a parameter against the standard one; and its bounds. */
const SPREAD = 0.4;
const FARTHEST = 1.5;
const STEPS = 60;
const RATE = 0.05;
const DIFFERENCE = 1e-4;

/** One counted rating, in the order of the journal. */
export interface FitReview {
  readonly item: string;
  /** Study day. */
  readonly day: number;
  readonly rating: Rating;
}

/** Parameters fitted to a learner, and what they are worth. */
export interface Fit {
  /** Reviews on a later day than the rating before: those that a memory model can be held against. */
  readonly reviews: number;
  /** How many of them it was judged on. */
  readonly judged: number;
  /** Mean log loss of those, by the standard parameters and by the fitted ones. */
  readonly before: number;
  readonly after: number;
  readonly weights: readonly number[];
}

/** Ratings of all items, one item after another, in columns. */
interface Ratings {
  /** 1 to 4. */
  readonly grade: Uint8Array;
  /** Study days since the rating before; -1: it is the item's first one. */
  readonly days: Float64Array;
  /** Place among the reviews that count, -1 for one that does not. */
  readonly place: Int32Array;
  readonly reviews: number;
}

const columnsOf = (reviews: readonly FitReview[]): Ratings => {
  const items = new Map<string, number[]>();
  reviews.forEach(({ item }, index) => {
    const own = items.get(item);
    if (own === undefined) items.set(item, [index]);
    else own.push(index);
  });
  const days = new Float64Array(reviews.length).fill(-1);
  for (const own of items.values())
    for (let at = 1; at < own.length; at++) {
      const [before, now] = [own[at - 1] ?? 0, own[at] ?? 0];
      days[now] = Math.max(0, (reviews[now]?.day ?? 0) - (reviews[before]?.day ?? 0));
    }
  let counted = 0;
  const placed = Int32Array.from(days, each => (each >= 1 ? counted++ : -1));
  const order = [...items.values()].flat();
  return {
    grade: Uint8Array.from(order, index => RATINGS.indexOf(reviews[index]?.rating ?? 'again') + 1),
    days: Float64Array.from(order, index => days[index] ?? -1),
    place: Int32Array.from(order, index => placed[index] ?? -1),
    reviews: counted,
  };
};

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Sum of the log losses of the reviews from one place to another (excluded). */
const lossOf = (w: ArrayLike<number>, ratings: Ratings, from: number, to: number): number => {
  const p = (index: number): number => w[index] ?? 0;
  const decay = -p(20);
  const factor = 0.9 ** (1 / decay) - 1;
  const firstDifficulty = (grade: number): number => clamp(p(4) - Math.exp(p(5) * (grade - 1)) + 1, 1, 10);
  const easiest = p(4) - Math.exp(p(5) * 3) + 1;
  const growth = Math.exp(p(8));
  const { grade: grades, days, place } = ratings;
  let stability = 1;
  let difficulty = 5;
  let loss = 0;
  for (let index = 0; index < grades.length; index++) {
    const grade = grades[index] ?? 1;
    const elapsed = days[index] ?? -1;
    if (elapsed < 0) {
      stability = Math.max(p(grade - 1), 0.001);
      difficulty = firstDifficulty(grade);
      continue;
    }
    if (elapsed === 0) {
      const change = Math.exp(p(17) * (grade - 3 + p(18))) * stability ** -p(19);
      stability = clamp(stability * (grade >= 3 ? Math.max(1, change) : change), 0.001, 36_500);
    } else {
      const chance = (1 + (factor * elapsed) / stability) ** decay;
      const at = place[index] ?? -1;
      if (at >= from && at < to) {
        const known = clamp(chance, 1e-4, 1 - 1e-4);
        loss -= Math.log(grade > 1 ? known : 1 - known);
      }
      const next =
        grade > 1
          ? stability *
            (1 +
              growth *
                (11 - difficulty) *
                stability ** -p(9) *
                (Math.exp((1 - chance) * p(10)) - 1) *
                (grade === 2 ? p(15) : 1) *
                (grade === 4 ? p(16) : 1))
          : Math.min(
              stability,
              p(11) * difficulty ** -p(12) * ((stability + 1) ** p(13) - 1) * Math.exp((1 - chance) * p(14)),
            );
      stability = clamp(next, 0.001, 36_500);
    }
    const moved = difficulty - (p(6) * (grade - 3) * (10 - difficulty)) / 9;
    difficulty = clamp(p(7) * easiest + (1 - p(7)) * moved, 1, 10);
  }
  return loss;
};

/** Standard parameters, those that are fitted times the exponential of `logs`. */
const weightsAt = (logs: Float64Array): number[] => {
  const weights = [...STANDARD_WEIGHTS];
  FITTED.forEach((index, place) => {
    weights[index] = (weights[index] ?? 0) * Math.exp(logs[place] ?? 0);
  });
  return weights;
};

/**
 * Fits the parameters of the memory model. Equal reviews give equal parameters.
 * @param all counted ratings, in the order of the journal
 * @returns `null` where there are fewer than {@link LEAST_REVIEWS} reviews on later days
 */
export const fitWeights = (all: readonly FitReview[]): Fit | null => {
  const ratings = columnsOf(all.slice(-MOST_REVIEWS));
  const { reviews } = ratings;
  if (reviews < LEAST_REVIEWS) return null;
  const split = Math.floor(reviews * TRAINED);
  const penalized = (logs: Float64Array): number => {
    let penalty = 0;
    for (const log of logs) penalty += log ** 2 / (2 * SPREAD ** 2);
    return (lossOf(weightsAt(logs), ratings, 0, split) + penalty) / split;
  };
  const logs = new Float64Array(FITTED.length);
  const mean = new Float64Array(FITTED.length);
  const square = new Float64Array(FITTED.length);
  for (let step = 1; step <= STEPS; step++) {
    const here = penalized(logs);
    const slopes = logs.map((log, place) => {
      const moved = logs.slice();
      moved[place] = log + DIFFERENCE;
      return (penalized(moved) - here) / DIFFERENCE;
    });
    slopes.forEach((slope, place) => {
      const first = (mean[place] = 0.9 * (mean[place] ?? 0) + 0.1 * slope);
      const second = (square[place] = 0.999 * (square[place] ?? 0) + 0.001 * slope ** 2);
      const move = (RATE * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.999 ** step)) + 1e-8);
      logs[place] = clamp((logs[place] ?? 0) - move, -FARTHEST, FARTHEST);
    });
  }
  const weights = weightsAt(logs).map(weight => Math.round(weight * 1e4) / 1e4);
  const judged = reviews - split;
  return {
    reviews,
    judged,
    before: lossOf(STANDARD_WEIGHTS, ratings, split, reviews) / judged,
    after: lossOf(weights, ratings, split, reviews) / judged,
    weights,
  };
};
