/** How well a word stands in a text. */
import type { Term } from '../base/search-spelling.ts';

const LETTER = /[\p{L}\p{N}]/u;

/** Whether a letter or digit stands at a place of a folded text; most are ASCII and need no expression. */
const isLetterAt = (text: string, at: number): boolean => {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return LETTER.test(text.charAt(at));
};

/** The whole of a word, or of its plural. */
export const WHOLE = 0;
/** The beginning of a word. */
const START = 1;
/** A part of a word. */
const INSIDE = 2;

/** A word that does not stand in the text. */
export const NOWHERE = 3;

const isEnd = (text: string, at: number): boolean =>
  !isLetterAt(text, at) || (text.charAt(at) === 's' && !isLetterAt(text, at + 1));

/** The best that a word in any of its spellings is in a folded text: {@link WHOLE} to {@link NOWHERE}. */
export const standing = (text: string, term: Term): number => {
  let best = NOWHERE;
  for (const { text: word, whole } of term) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const ends = isEnd(text, at + word.length);
      if (whole && !ends) continue;
      const level = isLetterAt(text, at - 1) ? INSIDE : ends ? WHOLE : START;
      if (level < best) best = level;
      if (best === WHOLE) return best;
    }
  }
  return best;
};

/** Whether a word stands in a text at all. */
export const stands = (text: string, term: Term): boolean =>
  term.some(({ text: word, whole }) =>
    whole ? standing(text, [{ text: word, whole }]) < NOWHERE : text.includes(word),
  );
