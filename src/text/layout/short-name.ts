import { cellWidth, truncate } from './width.ts';

/** Words and signs that join the parts of a name; no shortened name ends with one. */
const JOINING: ReadonlySet<string> = new Set([
  'and',
  'or',
  'with',
  'without',
  'of',
  'for',
  'from',
  'the',
  'in',
  'on',
  'to',
  'by',
  'a',
  'an',
  '&',
  '-',
  '–',
  '·',
]);

const isJoining = (word: string): boolean => JOINING.has(word.toLowerCase());

/** Whether the first `count` words are a name by themselves: what follows joins on to it, or a comma ends it. */
const standsAlone = (words: readonly string[], count: number): boolean => {
  const [last = '', next = ''] = [words[count - 1], words[count]];
  return /[\p{L}\p{N})][,;:]?$/u.test(last) && !isJoining(last) && (/[,;:]$/.test(last) || isJoining(next));
};

const textOf = (words: readonly string[], count: number): string =>
  words
    .slice(0, count)
    .join(' ')
    .replace(/[\s,;:.-]+$/, '');

/** Most words that fit, with a sign; `null` where less than a share of the width would be left. */
const cutAfterWord = (
  words: readonly string[],
  width: number,
  ellipsis: string,
  least: number,
): string | null => {
  for (let count = words.length - 1; count > 0; count--) {
    if (isJoining(words[count - 1] ?? '')) continue;
    const kept = textOf(words, count);
    if (cellWidth(kept) + cellWidth(ellipsis) > width) continue;
    return cellWidth(kept) < least * width ? null : kept + ellipsis;
  }
  return null;
};

/** A text in `width` cells, cut at a word and with a sign; within one where too little would be left. */
export const cutAtWord = (text: string, width: number, ellipsis: string): string =>
  cellWidth(text) <= width
    ? text
    : (cutAfterWord(text.split(' '), width, ellipsis, 0.6) ?? truncate(text, width, ellipsis));

/**
 * A name in `width` cells, shortened at a word: `Testing` of `Testing and Deployment`. Where the part that is left is a
 * name by itself, nothing more is said; any other cut has a sign.
 */
export const shortName = (name: string, width: number, ellipsis: string): string => {
  if (cellWidth(name) <= width) return name;
  const words = name.split(' ');
  let alone: string | null = null;
  for (let count = words.length - 1; count > 0 && alone === null; count--) {
    const text = textOf(words, count);
    if (standsAlone(words, count) && cellWidth(text) <= width) alone = text;
  }
  if (alone !== null && cellWidth(alone) >= 0.4 * width) return alone;
  // A longer part with a sign says more than a short name.
  return (
    cutAfterWord(words, width, ellipsis, 0.5) ??
    alone ??
    cutAfterWord(words, width, ellipsis, 0.3) ??
    truncate(name, width, ellipsis)
  );
};
