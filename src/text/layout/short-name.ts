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

/** A text in `width` cells, cut at a word and with a sign; within one where too little would be left. */
export const cutAtWord = (text: string, width: number, ellipsis: string): string => {
  if (cellWidth(text) <= width) return text;
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    if (isJoining(words[count - 1] ?? '')) continue;
    const kept = textOf(words, count);
    if (cellWidth(kept) + cellWidth(ellipsis) > width) continue;
    if (3 * cellWidth(kept) < width) break;
    return kept + ellipsis;
  }
  return truncate(text, width, ellipsis);
};

/**
 * A name in `width` cells, shortened at a word: `Testing` of `Testing and Deployment`. Where the part that is left is a
 * name by itself, nothing more is said; any other cut has a sign.
 */
export const shortName = (name: string, width: number, ellipsis: string): string => {
  if (cellWidth(name) <= width) return name;
  const words = name.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const text = textOf(words, count);
    if (cellWidth(text) > width) continue;
    if (standsAlone(words, count) && 2 * cellWidth(text) >= width) return text;
  }
  return cutAtWord(name, width, ellipsis);
};
