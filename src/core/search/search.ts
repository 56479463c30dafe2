import Fuse from 'fuse.js';
import { findWord, isWordStart } from './search-excerpt.ts';
import { LONGEST_WORD, vocabularyOf } from './vocabulary.ts';

/** What can be searched: a {@link SearchDocument} of a course, or anything else of that shape. */
export interface Searchable {
  readonly type: string;
  readonly topic: string;
  readonly title: string;
  /** Plain text in lower case. */
  readonly text: string;
}

export interface SearchHit<D extends Searchable> {
  readonly document: D;
  /** 0 is best; only the order means something. */
  readonly score: number;
}

export interface SearchResult<D extends Searchable> {
  /** Best first, at most `limit` of each type. */
  readonly hits: readonly SearchHit<D>[];
  /** How many documents of each type have all the words. */
  readonly totals: ReadonlyMap<string, number>;
  /** The words that were looked for, lower-cased: those of the query, or the corrected ones. */
  readonly words: readonly string[];
  /** The query as it was understood, where nothing had matched it as it was typed. */
  readonly corrected?: string;
}

export interface SearchOptions {
  /** Hits of each type. */
  readonly limit: number;
  /** Only these types; all where absent. */
  readonly types?: readonly string[];
  /** `no`: mistyped words are left as they are, which takes a tenth of the time where nothing is found. */
  readonly mend?: 'yes' | 'no';
  /** The words of the documents, where they are at hand; else they are gathered where they are needed. */
  readonly vocabulary?: () => readonly string[];
}

/** fuse.js looks at every character of every candidate: 25 µs each. */
const MOST_CANDIDATES = 200;

/** The words of a query: lower case, without the quotation marks and commas around them, each once. */
export const queryWords = (query: string): readonly string[] => {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .map(word => word.replace(/^["'`“”‘’(,;:!?]+|["'`“”‘’),;:!?.]+$/gu, ''));
  return [...new Set(words.filter(word => word !== ''))];
};

/** A document that has all the words, and how well it has them: 0 to 4. */
interface Candidate<D extends Searchable> {
  readonly document: D;
  readonly title: string;
  readonly topic: string;
  readonly tier: number;
}

/** 0: the title has the words in a row; 1: it has all; 2: some; 3: the text has them in a row; 4: not even that. */
const tierOf = (title: string, text: string, words: readonly string[]): number => {
  const phrase = words.join(' ');
  if (title.includes(phrase)) return 0;
  const inTitle = words.filter(word => title.includes(word)).length;
  if (inTitle > 0) return inTitle === words.length ? 1 : 2;
  return text.includes(phrase) ? 3 : 4;
};

/** Words that stand only inside others ("az" in "lazy") count half a tier less. */
const startsWords = (title: string, text: string, words: readonly string[]): boolean =>
  words.every(word =>
    [title, text].some(place => {
      const at = findWord(place, word);
      return at !== -1 && isWordStart(place, at);
    }),
  );

const candidateOf = <D extends Searchable>(document: D, words: readonly string[]): Candidate<D> | null => {
  const { text, topic } = document;
  const title = document.title.toLowerCase();
  let own = 0;
  for (const word of words) {
    if (text.includes(word) || title.includes(word)) own++;
    else if (!topic.includes(word)) return null;
  }
  if (own === 0) return null;
  const tier = tierOf(title, text, words) + (startsWords(title, text, words) ? 0 : 0.5);
  return { document, title, topic, tier };
};

/** Orders the candidates: by tier, within a tier by fuse.js. */
const rank = <D extends Searchable>(
  candidates: readonly Candidate<D>[],
  words: readonly string[],
): readonly SearchHit<D>[] => {
  const fuse = new Fuse(candidates, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'topic', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    // Everything here has matched already: fuse.js only says how well.
    threshold: 1,
  });
  const scores = new Map(fuse.search(words.join(' ')).map(({ refIndex, score }) => [refIndex, score ?? 1]));
  return candidates
    .map(({ document, tier }, i) => ({ document, score: tier + Math.min(0.49, (scores.get(i) ?? 1) / 2) }))
    .sort((a, b) => a.score - b.score);
};

const byType = <T extends { readonly document: Searchable }>(
  list: readonly T[],
): ReadonlyMap<string, T[]> => {
  const types = new Map<string, T[]>();
  for (const one of list) {
    const same = types.get(one.document.type);
    if (same === undefined) types.set(one.document.type, [one]);
    else same.push(one);
  }
  return types;
};

const scan = <D extends Searchable>(
  documents: readonly D[],
  words: readonly string[],
): readonly Candidate<D>[] => documents.flatMap(document => candidateOf(document, words) ?? []);

/** How many words are considered in the place of a mistyped one. */
const GUESSES = 5;
/** A guess that is this much further from what was typed than the nearest is none. */
const MARGIN = 0.15;

/** The words with each that stands nowhere replaced by a near one that stands together with the others. */
const correct = (
  documents: readonly Searchable[],
  words: readonly string[],
  vocabulary: () => readonly string[],
): readonly string[] | null => {
  const isKnown = (word: string): boolean =>
    documents.some(({ title, text }) => text.includes(word) || title.toLowerCase().includes(word));
  const unknown = words.filter(word => word.length <= LONGEST_WORD && !isKnown(word));
  if (unknown.length === 0) return null;
  const fuse = new Fuse(vocabulary(), {
    includeScore: true,
    threshold: 0.4,
    distance: LONGEST_WORD,
  });
  let sure = words.filter(word => !unknown.includes(word));
  const mended = new Map<string, string>();
  for (const word of unknown) {
    // fuse.js finds a word as well within a longer one.
    const guesses = fuse
      .search(word, { limit: GUESSES })
      .map(({ item, score = 1 }) => ({ item, distance: score + Math.abs(item.length - word.length) / 100 }))
      .sort((a, b) => a.distance - b.distance);
    const [nearest] = guesses;
    let best = nearest?.item;
    let most = 0;
    for (const { item, distance } of guesses) {
      if (distance > (nearest?.distance ?? 0) + MARGIN) break;
      const found = scan(documents, [...sure, item]).length;
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

/**
 * The documents that have all the words of the query, best first: words in the title before words in the text,
 * words in a row before scattered ones. Where there is none, words that stand nowhere are taken for typing
 * errors and mended.
 *
 * fuse.js alone takes seconds over ten thousand texts and finds words that nobody typed; so it only ranks
 * what a plain scan has found, and compares a mistyped word with those that exist.
 */
export const searchDocuments = <D extends Searchable>(
  documents: Iterable<D>,
  query: string,
  { limit, types, mend = 'yes', vocabulary }: SearchOptions,
): SearchResult<D> => {
  const all = [...documents].filter(({ type }) => types?.includes(type) ?? true);
  const typed = queryWords(query);
  if (typed.length === 0) return { hits: [], totals: new Map(), words: typed };
  let words = typed;
  let found = scan(all, words);
  if (found.length === 0 && mend === 'yes') {
    const mended = correct(all, typed, vocabulary ?? (() => vocabularyOf(all)));
    if (mended !== null) {
      words = mended;
      found = scan(all, words);
    }
  }
  const groups = byType(found);
  const each = Math.floor(MOST_CANDIDATES / Math.max(1, groups.size));
  const hits = [...groups.values()].flatMap(group => {
    const best = group.sort((a, b) => a.tier - b.tier).slice(0, Math.max(each, limit));
    return rank(best, words).slice(0, limit);
  });
  return {
    hits: hits.sort((a, b) => a.score - b.score),
    totals: new Map([...groups].map(([type, group]) => [type, group.length])),
    words,
    ...(words === typed || found.length === 0 ? {} : { corrected: words.join(' ') }),
  };
};
