import { hash32 } from './fnv.ts';

/** A source of numbers that depends on nothing but its seed: the same on every machine and Node version. */
export interface Random {
  /** A whole number from 0 to `below - 1`, unbiased. */
  int(below: number): number;
}

/** mulberry32, a public-domain 32-bit generator (Tommy Ettinger); seeds are taken modulo 2^32. */
export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    int: below => {
      // Reject the incomplete last stretch, so that no result is likelier than another.
      const limit = 2 ** 32 - (2 ** 32 % below);
      for (;;) {
        const value = next();
        if (value < limit) return value % below;
      }
    },
  };
};

/** A seed for one purpose within a run: `seedFor(7, 'sqs-dlq')`. */
export const seedFor = (seed: number, purpose: string): number =>
  (hash32(purpose) ^ Math.imul(seed, 0x9e3779b1)) >>> 0;

/** A new list in random order (Fisher-Yates). */
export const shuffle = <T>(list: readonly T[], random: Random): T[] => {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    // Not `[a, b] = [b, a]`, which makes a list each time until it is compiled.
    const other = result[j] as T;
    result[j] = result[i] as T;
    result[i] = other;
  }
  return result;
};

/** One element; the list must not be empty. */
export const pick = <T>(list: readonly T[], random: Random): T => list[random.int(list.length)] as T;
