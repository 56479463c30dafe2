/** Where a found word stands: from `start` to before `end`, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Excerpt {
  /** Part of the text, with `…` where something is left out. */
  readonly excerpt: string;
  /** Words found in the excerpt, ascending, not overlapping. */
  readonly ranges: readonly Range[];
}

const LETTER = /[\p{L}\p{N}]/u;

/** `true` where a word begins at this index. */
export const isWordStart = (text: string, index: number): boolean =>
  index === 0 || !LETTER.test(text.charAt(index - 1));

/** Index of a word in a lower-cased text, at the beginning of a word where there is one; -1: nowhere. */
export const findWord = (text: string, word: string): number => {
  const first = text.indexOf(word);
  for (let at = first; at !== -1; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) return at;
  }
  return first;
};

/** Every place where one of the lower-cased words stands in a text. */
export const matchRanges = (text: string, words: readonly string[]): readonly Range[] => {
  const lower = text.toLowerCase();
  // A few letters change their length with their case; then nothing could be pointed at.
  if (lower.length !== text.length) return [];
  const found: Range[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
      found.push({ start: at, end: at + word.length });
    }
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
