import { foldLetters, termsOf } from '../base/search-spelling.ts';

/** Where a found word stands: from `start` to before `end`, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Excerpt {
  /** Part of the text, with `…` where something is left out. */
  readonly excerpt: string;
  /** Words found in the excerpt, ascending, not overlapping. */
  readonly ranges: readonly Range[];
}

const LETTER = /[\p{L}\p{N}]/u;

/** A text folded letter by letter, and where each unit of it stands in the text as written. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Hyphens within words as spaces, or, `joined`, left out with the space between a number and its unit. */
const foldWithPlaces = (text: string, how: 'spaced' | 'joined' | 'plain'): Folded => {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const before = folded.charAt(folded.length - 1);
    const next = text.charAt(at + letter.length);
    let form = foldLetters(letter);
    if (form === '-' && LETTER.test(before) && LETTER.test(next)) {
      if (how === 'spaced') form = ' ';
      if (how === 'joined') form = '';
    } else if (how === 'joined' && form === ' ' && /\d/.test(before) && /[\p{L}%]/u.test(next)) form = '';
    folded += form;
    for (let unit = 0; unit < form.length; unit++) starts.push(at);
    at += letter.length;
  }
  starts.push(at);
  return { text: folded, starts };
};

/** Every place where one of the words stands in a text, in any of its spellings. */
export const matchRanges = (text: string, words: readonly string[]): readonly Range[] => {
  const spellings = termsOf(words).flat();
  const found: Range[] = [];
  const mark = ({ text: folded, starts }: Folded, word: string, whole: boolean): void => {
    if (word === '') return;
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (whole && LETTER.test(folded.charAt(end))) continue;
      let last = end;
      while (last < starts.length - 1 && starts[last] === starts[end - 1]) last++;
      found.push({ start: starts[at] ?? 0, end: starts[last] ?? text.length });
    }
  };
  const plain = foldWithPlaces(text, 'plain');
  const other = plain.text.includes('-') || /\d/.test(plain.text);
  const forms = other ? [plain, foldWithPlaces(text, 'spaced')] : [plain];
  const joined = other ? foldWithPlaces(text, 'joined') : null;
  for (const { text: word, whole } of spellings) {
    for (const form of forms) mark(form, word, whole);
    if (joined !== null) mark(joined, word.replace(/(?<=\d) (?=[a-z%])/g, ''), whole);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Range[] = [];
  for (const range of found) {
    const last = apart.at(-1);
    if (last === undefined || range.start >= last.end) apart.push(range);
    else if (range.end > last.end) apart[apart.length - 1] = { start: last.start, end: range.end };
  }
  return apart;
};

/** How far a cut may move to stand between words. */
const REACH = 15;

/** The nearest place at or before `index` that stands behind a space, at most {@link REACH} away. */
const wordBreakBefore = (text: string, index: number): number => {
  const space = text.lastIndexOf(' ', index);
  if (space === -1) return index <= REACH ? 0 : index;
  return index - space > REACH ? index : space;
};

/** An index that splits no surrogate pair. */
const whole = (text: string, index: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1))
    ? index - 1
    : index;

/** The start of the stretch of `length` that holds the most different words. */
const bestStart = (ranges: readonly Range[], text: string, length: number): number => {
  let best = 0;
  let most = 0;
  ranges.forEach(({ start }, i) => {
    const words = new Set<string>();
    for (let j = i; j < ranges.length; j++) {
      const range = ranges[j];
      if (range === undefined || range.end - start > length) break;
      words.add(text.slice(range.start, range.end).toLowerCase());
    }
    if (words.size > most) {
      most = words.size;
      best = start;
    }
  });
  return best;
};

/**
 * The part of a text, at most about `length` UTF-16 units, that holds most of the words, and where they stand
 * in it.
 *
 * @param text on one line
 * @param words lower-cased
 */
export const excerptAround = (text: string, words: readonly string[], length: number): Excerpt => {
  if (text.length <= length) return { excerpt: text, ranges: matchRanges(text, words) };
  const found = bestStart(matchRanges(text, words), text, Math.floor(0.7 * length));
  // A little of what stands before, so that the words have a context.
  const wanted = Math.max(0, Math.min(found - Math.floor(length / 4), text.length - length));
  const start = wanted === 0 ? 0 : whole(text, wordBreakBefore(text, wanted));
  const limit = Math.min(text.length, start + length);
  const end = limit === text.length ? limit : whole(text, wordBreakBefore(text, limit));
  const excerpt = `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
  return { excerpt, ranges: matchRanges(excerpt, words) };
};
