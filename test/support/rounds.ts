/**
 * How often a test of chance is repeated, or which part of an exhaustive one is tried. Files that import this run
 * twice: with few rounds in `npm test`, with all of them in `npm run test:long` (vitest.config.ts).
 */
const isLongRun = process.env['STUDY_ROUNDS'] === 'all';

/** So many rounds in the short run, so many in the long one. */
export const rounds = (few: number, all: number): number => (isLongRun ? all : few);

/** Of things that come to the same, such as the keys of an action: one in the short run, in the long one all of them. */
export const triedOf = <T>(alike: readonly T[]): readonly T[] => (isLongRun ? alike : alike.slice(0, 1));
