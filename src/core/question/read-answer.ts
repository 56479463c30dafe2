/** Reads typed lines as choices, orders and pairs, in the forms in which people write them. */
import type { Presented } from './present.ts';

/** Letter of the n-th left side of a match, counted from 0: a to z, then aa. */
export const leftLetter = (index: number): string =>
  index < 26
    ? String.fromCharCode(97 + index)
    : leftLetter(Math.floor(index / 26) - 1) + leftLetter(index % 26);

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ...['true', 't', 'yes', 'y', '1'].map(word => [word, true] as const),
  ...['false', 'f', 'no', 'n', '2'].map(word => [word, false] as const),
]);

/** `true`, `t`, `yes`, `y` and 1 (it stands first) are true; `null` for a line that is neither true nor false. */
export const readTruth = (line: string): boolean | null => TRUTH.get(line.trim().toLowerCase()) ?? null;

/** Numbers as words of a line: `2`, `2.`, `(2)` and `#2` are 2; commas, spaces, `and`, `&` and `+` part them. */
const numberWords = (line: string): readonly string[] =>
  line
    .trim()
    .toLowerCase()
    .split(/\s*(?:[,;&+>]|->|→|\band\b)\s*|\s+/)
    .map(word => word.replace(/^[(#]|[.)]$/g, ''))
    .filter(word => word !== '');

/**
 * Numbers from 1 to `most`; `null` for anything else.
 * @param count how many make an answer: as many digits in one word (`231`) are read one by one where none needs two
 */
export const readNumbers = (line: string, most: number, count: number): readonly number[] | null => {
  const words = numberWords(line);
  const [only = ''] = words;
  const isRun = words.length === 1 && count > 1 && most < 10 && only.length === count && /^\d+$/.test(only);
  const numbers = (isRun ? [...only] : words).map(word => (/^\d{1,3}$/.test(word) ? Number(word) : 0));
  return numbers.length > 0 && numbers.every(number => number >= 1 && number <= most) ? numbers : null;
};

/** A letter and a number, either first: `a=2`, `a 2`, `a) 2`, `a->2`, `2=a`, `2a`. */
const PAIR = /([a-z]{1,2})(?![a-z])[\s.):=>→-]*(\d{1,3})|(\d{1,3})[\s.):=>→-]*([a-z]{1,2})(?![a-z])/y;

/** Pairs one after another, with nothing between them but spaces, commas and `and`. */
const lettersWithNumbers = (line: string): readonly (readonly [string, number])[] | null => {
  const text = line.trim().toLowerCase();
  const pairs: (readonly [string, number])[] = [];
  const between = /[\s,;]*(?:and\s+)?/y;
  for (let at = 0; at < text.length;) {
    PAIR.lastIndex = at;
    const found = PAIR.exec(text);
    if (found === null) return null;
    pairs.push([found[1] ?? found[4] ?? '', Number(found[2] ?? found[3])]);
    between.lastIndex = PAIR.lastIndex;
    between.exec(text);
    at = between.lastIndex;
  }
  return pairs;
};

/**
 * The right side of each left side, counted from 1: `a=2 b=1`, `1b 2a`, or the numbers alone in the order of the
 * letters; `null` unless each left side has exactly one.
 */
export const readPairs = (line: string, lefts: number, rights: number): readonly number[] | null => {
  const inOrder = readNumbers(line, rights, lefts);
  if (inOrder !== null) return inOrder.length === lefts ? inOrder : null;
  const numbers = new Map<string, number>();
  for (const [letter, number] of lettersWithNumbers(line) ?? []) {
    if (numbers.has(letter) || number < 1 || number > rights) return null;
    numbers.set(letter, number);
  }
  const list = Array.from({ length: lefts }, (_, i) => numbers.get(leftLetter(i)) ?? 0);
  return numbers.size === lefts && !list.includes(0) ? list : null;
};

/** An answer of the right form to just this question, with its own letters and numbers; it need not be right. */
export const exampleAnswer = (shown: Presented): string => {
  const shifted = (count: number) => Array.from({ length: count }, (_, i) => ((i + 1) % count) + 1);
  switch (shown.kind) {
    case 'single':
      return '2';
    case 'multiple':
      return [1, 3, 4, 5, 6, 7, 8, 9].slice(0, shown.choose).join(',');
    case 'true-false':
      return 'true';
    case 'numeric':
      return `12.5 ${shown.question.unit}`.trim();
    case 'order':
      return shifted(shown.steps.length).join(' ');
    case 'match':
      return shifted(shown.lefts.length)
        .map((number, i) => `${leftLetter(i)}=${number}`)
        .join(' ');
    case 'text':
      return 'eventual consistency';
  }
};
