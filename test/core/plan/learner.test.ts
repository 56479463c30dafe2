import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitMemory, recallWith, reviewCell, STANDARD_FIT } from '../../../src/core/plan/memory-fit.ts';
import { firstTrace, nextTrace } from '../../../src/core/plan/trace.ts';
import { answersArbitrary, learnerOf, mapOf, entriesArbitrary, plainMap } from '../../support/plan-world.ts';

describe('the model of a learner', () => {
  it('is the same to the last bit in whatever order the answers of a day arrived', () => {
    fc.assert(
      fc.property(entriesArbitrary, answersArbitrary, fc.integer(), (entries, answers, seed) => {
        const map = mapOf(entries);
        // One answer an item and day: which of two on a day came first is a matter of the journal.
        const once = [
          ...new Map(
            answers.map(answer => [`${answer.item % Math.max(1, map.items.length)} ${answer.day}`, answer]),
          ).values(),
        ];
        const mixed = once.toSorted(
          (a, b) => ((a.item * 7 + a.day + seed) % 13) - ((b.item * 7 + b.day + seed) % 13),
        );
        const one = learnerOf(map, once);
        const other = learnerOf(map, mixed);
        expect(other.fit).toEqual(one.fit);
        expect(other.overall).toBe(one.overall);
        map.sections.forEach((_, section) => expect(other.share(section)).toBe(one.share(section)));
      }),
      { numRuns: 60 },
    );
  });

  it('believes a quarter is known beforehand, and what answers say the more there are', () => {
    const map = plainMap();
    expect(learnerOf(map).overall).toBe(0.25);
    const all = Array.from({ length: 20 }, (_, item) => ({ item, day: 0, right: true }));
    expect(learnerOf(map, all).overall).toBeGreaterThan(0.5);
    expect(
      learnerOf(
        map,
        all.map(answer => ({ ...answer, right: false })),
      ).overall,
    ).toBeLessThan(0.2);
  });
});

describe('a trace', () => {
  it('does not move twice on one study day', () => {
    const trace = firstTrace('card', false, 10);
    expect(nextTrace(trace, true, 10)).toBe(trace);
    expect(nextTrace(trace, true, 9)).toBe(trace);
    expect(nextTrace(trace, true, 12).stability).toBeGreaterThan(trace.stability);
  });
});

describe('the fit of memory', () => {
  const counted = (right: number, wrong: number) => {
    const review = { first: 'wrong', stability: 1, days: 3, guess: 0.02 } as const;
    return new Map([
      [reviewCell({ ...review, right: true }), right],
      [reviewCell({ ...review, right: false }), wrong],
    ]);
  };

  it('is the standard memory without reviews', () => {
    const { decay, multipliers } = fitMemory(new Map());
    expect(decay).toBe(STANDARD_FIT.decay);
    for (const multiplier of Object.values(multipliers)) expect(multiplier).toBeCloseTo(1, 9);
  });

  it('lengthens stability after more right answers than were foretold, and shortens it after fewer', () => {
    expect(fitMemory(counted(40, 0)).multipliers.wrong).toBeGreaterThan(1.3);
    expect(fitMemory(counted(5, 35)).multipliers.wrong).toBeLessThan(0.7);
  });

  it('leaves out what was taken back', () => {
    expect(fitMemory(counted(0, 0))).toEqual(fitMemory(new Map()));
  });

  it('finds the decay and the multiplier that answers were made with', () => {
    const truth = { decay: 3, multipliers: { card: 1, question: 1, wrong: 2 } };
    const counts = new Map<number, number>();
    for (const days of [1, 2, 4, 8, 16, 32])
      for (const right of [true, false]) {
        const chance = 0.97 * recallWith(truth, 2, days);
        const cell = reviewCell({ first: 'wrong', stability: 1, days, right, guess: 0.02 });
        counts.set(cell, Math.round(400 * (right ? chance + (1 - chance) * 0.02 : 0.98 * (1 - chance))));
      }
    const fit = fitMemory(counts);
    expect(fit.decay).toBe(3);
    expect(fit.multipliers.wrong).toBeGreaterThan(1.7);
    expect(fit.multipliers.wrong).toBeLessThan(2.3);
  });
});
