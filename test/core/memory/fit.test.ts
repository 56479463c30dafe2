import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../src/core/base/random.ts';
import type { FitReview } from '../../../src/core/memory/fit.ts';
import { fitWeights, LEAST_REVIEWS } from '../../../src/core/memory/fit.ts';
import { nextMemory, recall, STANDARD_WEIGHTS } from '../../../src/core/memory/memory.ts';
import type { Memory } from '../../../src/core/memory/memory.ts';

/** Reviews of somebody whose memory has these parameters, each after as many days as its stability, up to 40. */
const reviewsBy = (weights: readonly number[], items: number, rounds: number): readonly FitReview[] => {
  const random = makeRandom(5);
  const reviews: (FitReview & { readonly at: number })[] = [];
  for (let item = 0; item < items; item++) {
    let memory: Memory | null = null;
    let day = random.int(30);
    for (let round = 0; round < rounds; round++) {
      const days =
        memory === null
          ? 0
          : Math.min(40, Math.max(1, Math.round(memory.stability * (0.5 + random.int(100) / 100))));
      day += days;
      const chance = memory === null ? 0.6 : recall(memory.stability, days);
      const rating = random.int(1000) / 1000 < chance ? 'good' : 'again';
      memory = nextMemory(memory, days, rating, weights);
      reviews.push({ item: `i${item}`, day, rating, at: day * 1000 + item });
    }
  }
  return reviews.sort((a, b) => a.at - b.at);
};

const FORGETFUL = STANDARD_WEIGHTS.map((weight, index) =>
  index < 4 ? weight * 0.4 : index === 8 ? weight * 0.7 : weight,
);

describe('parameters fitted to reviews', () => {
  it('foretell the reviews of a forgetful learner better than the standard ones', () => {
    const fit = fitWeights(reviewsBy(FORGETFUL, 250, 6));
    expect(fit).not.toBeNull();
    if (fit === null) return;
    expect(fit.reviews).toBe(1250);
    expect(fit.judged).toBe(250);
    expect(fit.after).toBeLessThan(fit.before);
    expect(fit.weights).toHaveLength(21);
    expect(fit.weights[20]).toBe(STANDARD_WEIGHTS[20]);
    expect(fit.weights[2]).toBeLessThan(STANDARD_WEIGHTS[2] ?? 0);
  });

  it('are the same for the same reviews', () => {
    const reviews = reviewsBy(FORGETFUL, 100, 6);
    expect(fitWeights(reviews)).toEqual(fitWeights(reviews));
  });

  it('are refused below 400 reviews on later days: answers of the same day are none', () => {
    const few = reviewsBy(STANDARD_WEIGHTS, LEAST_REVIEWS / 5, 5);
    expect(fitWeights(few)).toBeNull();
    expect(fitWeights(few.flatMap(review => [review, { ...review, rating: 'good' }]))).toBeNull();
    expect(fitWeights(reviewsBy(STANDARD_WEIGHTS, LEAST_REVIEWS / 5, 6))).not.toBeNull();
  });
});
