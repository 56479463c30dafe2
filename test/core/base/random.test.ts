import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRandom, pick, seedFor, shuffle } from '../../../src/core/base/random.ts';

describe('random numbers', () => {
  it('are the same for the same seed, for ever', () => {
    const random = makeRandom(7);
    expect(Array.from({ length: 8 }, () => random.int(1000))).toEqual([
      532, 690, 334, 430, 375, 388, 909, 827,
    ]);
  });

  it('differ between seeds and between purposes', () => {
    const first = (seed: number): number => makeRandom(seed).int(2 ** 32);
    expect(new Set([0, 1, 2, 2 ** 32 - 1].map(first)).size).toBe(4);
    expect(new Set(['a', 'b', 'ab', ''].map(purpose => seedFor(7, purpose))).size).toBe(4);
    expect(seedFor(7, 'sqs')).not.toBe(seedFor(8, 'sqs'));
  });

  it('are spread evenly', () => {
    const random = makeRandom(11);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) {
      const value = random.int(6);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    // Six standard deviations of a fair die: it fails by itself once in a hundred million seeds.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(550);
  });

  it('stay below their bound, up to the largest', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, below) => {
        const value = makeRandom(seed).int(below);
        expect(Number.isInteger(value) && value >= 0 && value < below).toBe(true);
      }),
    );
  });

  it('put a list in every order, equally often, and leave the list alone', () => {
    const list = ['a', 'b', 'c'] as const;
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 12_000; seed++) {
      const order = shuffle(list, makeRandom(seed)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(300);
    expect(list).toEqual(['a', 'b', 'c']);
  });

  it('pick one of a list', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.integer(), (list, seed) => {
        expect(list).toContain(pick(list, makeRandom(seed)));
      }),
    );
  });
});
