/** Wording that a course avoids: the patterns of its `content/style.tsv`. */

/** `off`: kept for authors to read, and never looked for. */
export type StyleLevel = 'error' | 'warning' | 'off';

/** How much a wording that was found matters. */
export const STYLE_LEVELS: readonly StyleLevel[] = ['error', 'warning', 'off'];

/** A wording that a course does not want. */
export interface StylePattern {
  /** A regular expression of JavaScript; one that begins with `(?i)` takes capitals and small letters as the same. */
  readonly pattern: string;
  /** What to write in its place. */
  readonly better: string;
  readonly level: StyleLevel;
  /** Line in the file. */
  readonly line: number;
}

const LONGEST_PATTERN = 1000;
/** Most repeats that a bounded quantifier may ask for. */
const MOST_REPEATS = 100;
/** What all bounded quantifiers of a pattern may multiply to. */
const MOST_TRIES = 10_000;

/** Quantifiers outside of classes and escapes, each with the character before it. */
const quantifiersOf = (pattern: string): readonly { readonly before: string; readonly most: number }[] => {
  const bare = pattern.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'c');
  return [...bare.matchAll(/(?<before>.)(?:[*+]|\{\d+(?<open>,(?<most>\d*))?\})/gs)].map(
    ({ 0: written, groups = {} }) => ({
      before: groups['before'] ?? '',
      most:
        groups['most'] !== undefined && groups['most'] !== ''
          ? Number(groups['most'])
          : written.endsWith('}') && groups['open'] === undefined
            ? Number(/\d+/.exec(written)?.[0] ?? 0)
            : Infinity,
    }),
  );
};

/**
 * What speaks against a pattern: it is none, or looking for it could take too long. A course is a file from
 * somebody else, and checking it must end.
 * @returns a phrase that follows "The pattern", or `null`
 */
export const patternProblem = (pattern: string): string | null => {
  if (pattern.length > LONGEST_PATTERN) return `has more than ${LONGEST_PATTERN} characters`;
  if (/\\[1-9]|\\k</.test(pattern)) return 'refers back to a group';
  const quantifiers = quantifiersOf(pattern);
  if (quantifiers.some(({ before }) => before === ')')) return 'repeats a group';
  if (quantifiers.some(({ most }) => most !== Infinity && most > MOST_REPEATS)) {
    return `repeats something more than ${MOST_REPEATS} times`;
  }
  const tries = quantifiers
    .filter(({ most }) => most !== Infinity)
    .reduce((all, { most }) => all * Math.max(1, most), 1);
  if (tries > MOST_TRIES || quantifiers.filter(({ most }) => most === Infinity).length > 1) {
    return 'has too many repeats: at most one without a bound';
  }
  try {
    return compilePattern(pattern).test('') ? 'also finds nothing at all' : null;
  } catch {
    return 'is no regular expression';
  }
};

/** @throws SyntaxError where it is no regular expression */
export const compilePattern = (pattern: string): RegExp =>
  pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'giu') : new RegExp(pattern, 'gu');
