/** Takes words that stand nowhere for typing errors, and mends them. */
import type { FuseResult } from 'fuse.js';
import Fuse from 'fuse.js';
import { foldLetters, termsOf } from '../base/search-spelling.ts';
import type { Read, Searchable } from './documents.ts';
import { hasAll, sieveOf } from './documents.ts';
import { stands } from './standing.ts';
import { LONGEST_WORD, wordsNear } from './vocabulary.ts';

/** Words considered in the place of a mistyped one. */
const GUESSES = 5;
/** A guess that is this much further from what was typed than the nearest is none. */
const MARGIN = 0.15;

/** Of the letters of a word, those that may be wrong. */
const WRONG = 0.4;
/** fuse.js takes longer words apart. */
const LONGEST_WHOLE = 32;

/** The words that fuse.js finds nearest to a mistyped one. */
const nearest = (vocabulary: readonly string[], mistyped: string): readonly FuseResult<string>[] => {
  const words = mistyped.length > LONGEST_WHOLE ? vocabulary : wordsNear(vocabulary, mistyped, WRONG);
  const fuse = new Fuse(words, { includeScore: true, threshold: WRONG, distance: LONGEST_WORD });
  return fuse.search(mistyped, { limit: GUESSES });
};

/** The words with each that stands nowhere replaced by a near one that stands together with the others. */
export const correct = (
  read: Read<Searchable>,
  words: readonly string[],
  vocabulary: () => readonly string[],
): readonly string[] | null => {
  const isKnown = (word: string): boolean =>
    termsOf([word]).every(term => {
      for (const { document, title } of read(sieveOf([term])))
        if (stands(document.text, term) || stands(title, term)) return true;
      return false;
    });
  const unknown = words.filter(word => word.length <= LONGEST_WORD && !isKnown(word));
  if (unknown.length === 0) return null;
  const all = vocabulary();
  let sure = words.filter(word => !unknown.includes(word));
  const mended = new Map<string, string>();
  for (const word of unknown) {
    // fuse.js finds a word as well within a longer one.
    const guesses = nearest(all, foldLetters(word))
      .map(({ item, score = 1 }) => ({ item, distance: score + Math.abs(item.length - word.length) / 100 }))
      .sort((a, b) => a.distance - b.distance);
    const [first] = guesses;
    let best = first?.item;
    let most = 0;
    for (const { item, distance } of guesses) {
      if (distance > (first?.distance ?? 0) + MARGIN) break;
      const terms = termsOf([...sure, item]);
      let found = 0;
      for (const one of read(sieveOf(terms))) if (hasAll(one, terms)) found++;
      if (found > most) {
        most = found;
        best = item;
      }
    }
    if (best === undefined) return null;
    mended.set(word, best);
    sure = [...sure, best];
  }
  return words.map(word => mended.get(word) ?? word);
};
