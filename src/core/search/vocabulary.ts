/** The words that a mistyped one is compared with. */
import type { SearchDocument } from '../course/course.ts';
import { foldLetters } from '../base/search-spelling.ts';

/** Words longer than this are no words. */
export const LONGEST_WORD = 40;

/** Every word of some documents and every part of those with hyphens, each once, in the order in which they come. */
export const vocabularyOf = (
  documents: Iterable<Pick<SearchDocument, 'title' | 'text'>>,
): readonly string[] => {
  const words = new Set<string>();
  for (const { title, text } of documents) {
    for (const word of `${foldLetters(title)} ${text}`.split(/[^\p{L}\p{N}-]+/u)) {
      words.add(word);
    }
  }
  const parts = [...words].flatMap(word => (word.includes('-') ? [word, ...word.split('-')] : word));
  return [...new Set(parts)].filter(word => word.length > 2 && word.length <= LONGEST_WORD);
};

/**
 * The words that have enough letters of a mistyped one, in their order: what fuse.js can find near it is among them, and
 * to compare two words takes it a hundred times as long as to count letters.
 * @param share the most that may be wrong, of the letters of the mistyped word
 */
export const wordsNear = (
  vocabulary: readonly string[],
  mistyped: string,
  share: number,
): readonly string[] => {
  const counts = new Map<string, number>();
  // As fuse.js counts: by UTF-16 units.
  for (const letter of mistyped.split('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const letters = [...counts];
  const { length } = mistyped;
  return vocabulary.filter(word => {
    const text = word.toLowerCase();
    let missing = 0;
    for (const [letter, count] of letters) {
      let at = -1;
      for (let i = 0; i < count; i++) {
        at = text.indexOf(letter, at + 1);
        if (at !== -1) continue;
        missing += count - i;
        break;
      }
      if (missing / length > share) return false;
    }
    return true;
  });
};
