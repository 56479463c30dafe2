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
