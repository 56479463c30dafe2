/** Chance of the simulation: seeded, so that every planner meets the same learners. */

/** Mulberry32: numbers from 0 to 1. */
export const makeChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** Normally distributed numbers (Box and Muller). */
export const makeNormal = (chance: () => number) => (): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

export const shuffled = <T>(list: readonly T[], seed: number): T[] => {
  const chance = makeChance(seed);
  const result = [...list];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(chance() * (index + 1));
    [result[index], result[other]] = [result[other] as T, result[index] as T];
  }
  return result;
};

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);
export const logit = (share: number): number => Math.log(share / (1 - share));
export const logistic = (value: number): number => 1 / (1 + Math.exp(-value));
export const mean = (list: readonly number[]): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
