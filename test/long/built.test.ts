import { describe, expect, it } from 'vitest';
import { studyBuilt } from '../../bench/learning/built.ts';
import { ROOT } from '../support/run-study.ts';

describe('learners who drive the built program', () => {
  it.each([
    ['dva-c03', 10, 5.5],
    ['saa-c03', 30, 16],
  ])('for %s, 21 days of %i minutes, gain at least %d points', async (exam, minutes, floor) => {
    const options = { root: ROOT, exam, days: 21, minutes, prior: 0.25 };
    const results = [];
    for (const seed of [1, 2]) results.push(await studyBuilt({ ...options, seed }));
    const gains = results.map(({ before, after }) => 100 * (after - before));
    expect(gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toBeGreaterThanOrEqual(floor);
    for (const { outside, questionShare, reviews } of results) {
      expect(outside).toBe(0);
      expect(questionShare).toBeGreaterThanOrEqual(0.18);
      expect(reviews).toBeGreaterThanOrEqual(0.25);
    }
  });
});
