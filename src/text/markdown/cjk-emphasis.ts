/**
 * Bold beside the punctuation of Chinese and Japanese. By CommonMark 6.2 `**` opens or closes nothing where a mark of
 * punctuation stands on its inner side and a letter on its outer one, for scripts with spaces have none there:
 * `これは**「重要」**です` would show its asterisks (commonmark-spec #650). A character that is neither letter nor punctuation
 * between the two lets it be bold; it goes again with the text.
 */
import { mapAroundCode } from '../../core/base/code-spans.ts';
import { mapOutsideFences } from '../../core/base/fences.ts';

/** A character of the private use area, removed from the text before. */
const JOINT = '\ue002';

const CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
const BOLD = /\*\*(?![\s*])((?:[^*\n]|\*(?!\*))+?)\*\*(?!\*)/g;

const first = (text: string): string => [...text][0] ?? '';
const last = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? '';

/** Whether an inner and an outer character keep the marks between them from counting, in a text without spaces. */
const isStuck = (inner: string, outer: string): boolean =>
  PUNCTUATION.test(inner) &&
  outer !== '' &&
  !/\s/.test(outer) &&
  !PUNCTUATION.test(outer) &&
  (CJK.test(inner) || CJK.test(outer));

const inText = (text: string): string =>
  text.replace(BOLD, (whole: string, inner: string, at: number, all: string) => {
    if (/\s$/.test(inner)) return whole;
    const opens = isStuck(first(inner), last(all.slice(0, at)));
    const closes = isStuck(last(inner), first(all.slice(at + whole.length, at + whole.length + 2)));
    if (!opens && !closes) return whole;
    return `**${opens ? JOINT : ''}${inner}${closes ? JOINT : ''}**`;
  });

/** Markdown in which bold beside such punctuation is bold; code stays as it is. */
export const joinCjkBold = (markdown: string): string => {
  if (!markdown.includes('**')) return markdown;
  const clean = markdown.replaceAll(JOINT, '');
  if (!CJK.test(clean)) return clean;
  return mapOutsideFences(clean, line => (line.includes('**') ? mapAroundCode(line, inText) : line));
};

/** The text as it is shown. */
export const withoutJoints = (text: string): string => text.replaceAll(JOINT, '');
