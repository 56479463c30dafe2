/** Compares a typed word or phrase with the answers a question accepts. */
import { plainDigits } from '../base/digits.ts';

const GROUPED = /(\d),(?=\d{3}(?!\d))/g;
/** Punctuation and spacing that carry no meaning; between two digits (`1.5`, `10:1`) and as a sign (`-5`) it stays. */
const NOISE = /(?<!\d)[\p{P}\s\p{C}]+|[\p{P}\s\p{C}]+(?!\d)|(?<=\d)[\s\p{C}]+(?=\d)/gu;
const SIGN = /(^|\s)[-\u2212](?=\d)/g;
const MINUS = '\u2212';

/** Without case, also where a capital is written with more letters (`ß`, `SS`) or a letter has two forms (`σ`, `ς`). */
const foldCase = (text: string): string =>
  text.toUpperCase().toLowerCase().replaceAll('i\u0307', 'i').replaceAll('ς', 'σ').normalize('NFKC');

/** A text without case, spacing and punctuation, in compatibility form; what only differs there is equal. */
export const foldText = (text: string): string => {
  const folded = foldCase(plainDigits(text.normalize('NFKC')))
    .replace(GROUPED, '$1')
    .replace(SIGN, `$1${MINUS}`)
    .replace(NOISE, '');
  // A text of punctuation alone is its own answer.
  return folded === '' ? text.trim() : folded;
};

/** How an answer was accepted; `null`: it was not. */
type TextMatch = { readonly how: 'exact' | 'typo'; readonly accepted: string };

/** Letters a word needs before a slip in it is forgiven. */
const LONG_WORD = 7;

/** A word of a folded text with its place in it. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The words of a text as they lie in its folded form. */
const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = [];
  let start = 0;
  for (const part of text.split(/[\s\p{P}]+/u)) {
    const folded = part === '' ? '' : foldText(part);
    if (folded === '') continue;
    words.push({ start, end: start + folded.length, text: folded });
    start += folded.length;
  }
  return words;
};

/** Where two texts first differ, when one slip (a letter wrong, missing, too many, or two swapped) divides them. */
const slipAt = (typed: string, right: string): number => {
  const difference = typed.length - right.length;
  if (Math.abs(difference) > 1) return -1;
  let at = 0;
  while (at < right.length && typed[at] === right[at]) at++;
  const restTyped = typed.slice(at + 1);
  const restRight = right.slice(at + 1);
  if (difference === 1) return restTyped === right.slice(at) ? at : -1;
  if (difference === -1) return typed.slice(at) === restRight ? at : -1;
  if (at === right.length) return -1;
  if (restTyped === restRight) return at;
  const swapped = typed[at] === right[at + 1] && typed[at + 1] === right[at];
  return swapped && restTyped.slice(1) === restRight.slice(1) ? at : -1;
};

const isForgiving = (word: Word): boolean => word.text.length >= LONG_WORD && /^\p{L}+$/u.test(word.text);

/** `asynchronous` is no misspelt `synchronous`. */
const negates = (typed: string, right: string, at: number, word: Word): boolean =>
  at === word.start &&
  ((typed.length > right.length && typed[at] === 'a') || (typed.length < right.length && right[at] === 'a'));

const isTypo = (
  typed: string,
  right: string,
  accepted: string,
  isTerm: (folded: string) => boolean,
): boolean => {
  const at = slipAt(typed, right);
  if (at === -1 || isTerm(typed)) return false;
  // A slip between two words concerns both.
  const touched = wordsOf(accepted).filter(word => at >= word.start && at <= word.end);
  const concerned = touched.filter(
    word => at < word.end || typed.length > right.length || touched.length === 1,
  );
  if (concerned.length === 0 || !concerned.every(isForgiving)) return false;
  return !concerned.some(word => {
    const end = word.end + typed.length - right.length;
    return negates(typed, right, at, word) || isTerm(typed.slice(word.start, end));
  });
};

/**
 * Finds the accepted text that was meant. Case, spacing and punctuation are free; one typo is forgiven, only in
 * a word of seven letters or more without digits, and never where what was typed is another term of the course.
 * @param isTerm whether a folded text is a term
 */
export const matchText = (
  typed: string,
  accept: readonly string[],
  isTerm: (folded: string) => boolean,
): TextMatch | null => {
  const folded = foldText(typed);
  const exact = accept.find(text => foldText(text) === folded);
  if (exact !== undefined) return { how: 'exact', accepted: exact };
  const near = accept.find(text => isTypo(folded, foldText(text), text, isTerm));
  return near === undefined ? null : { how: 'typo', accepted: near };
};
