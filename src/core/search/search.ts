import Fuse from 'fuse.js';
import type { Documents, Prepared, Read, Searchable } from './documents.ts';
import { hasAll, readerOf, sieveOf } from './documents.ts';
import type { Term } from '../base/search-spelling.ts';
import { nameKey, spacedForm, termsOf } from '../base/search-spelling.ts';
import { NOWHERE, standing, WHOLE } from './standing.ts';
import { correct } from './mend.ts';
import { vocabularyOf } from './vocabulary.ts';

interface SearchHit<D extends Searchable> {
  readonly document: D;
  /** 0 is best; only the order means something. */
  readonly score: number;
}

interface SearchResult<D extends Searchable> {
  /** Best first, at most `limit` of each type. */
  readonly hits: readonly SearchHit<D>[];
  /** How many documents of each type have all the words. */
  readonly totals: ReadonlyMap<string, number>;
  /** The words that were looked for, lower-cased: those of the query, or the corrected ones. */
  readonly words: readonly string[];
  /** The query as it was understood, where nothing had matched it as it was typed. */
  readonly corrected?: string;
}

interface SearchOptions {
  /** Hits of each type. */
  readonly limit: number;
  /** Only these types; all where absent. */
  readonly types?: readonly string[];
  /** `no`: mistyped words are left as they are, which takes a tenth of the time where nothing is found. */
  readonly mend?: 'yes' | 'no';
  /** Ids, titles and aliases of topics: a query that is one of them finds that topic first. */
  readonly names?: ReadonlyMap<string, readonly string[]>;
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

/** A document that has all the words, and how well it has them. */
interface Candidate<D extends Searchable> extends Prepared<D> {
  readonly topic: string;
  /** Smaller is better. */
  readonly tier: number;
}

interface Sought {
  readonly terms: readonly Term[];
  readonly phrase: Term;
  readonly key: string;
  /** Topics that have the query for a name. */
  readonly named: ReadonlySet<string>;
}

/** Steps of the ladder of {@link stepOf}. */
const LADDER = 6;
/** What puts a named topic before everything else. */
const OWN_TOPIC = 100;

/**
 * 0: the title is the query; 1: it has the words in a row; 2: it has all; 3: some; 4: the text has them in a row;
 * 5: not even that. Only words that stand as well as the worst that is needed count.
 */
const stepOf = (title: string, text: string, { terms, phrase }: Sought, level: number): number => {
  if (standing(title, phrase) <= level) return 1;
  const inTitle = terms.filter(term => standing(title, term) <= level).length;
  if (inTitle > 0) return inTitle === terms.length ? 2 : 3;
  return standing(text, phrase) <= level ? 4 : 5;
};

const candidateOf = <D extends Searchable>(prepared: Prepared<D>, sought: Sought): Candidate<D> | null => {
  if (!hasAll(prepared, sought.terms)) return null;
  const { document, title } = prepared;
  const { text, topic } = document;
  const own = sought.named.has(topic) ? -OWN_TOPIC : 0;
  let worst = WHOLE;
  for (const term of sought.terms) {
    let level = standing(title, term);
    if (level > WHOLE) level = Math.min(level, standing(text, term));
    worst = Math.max(worst, level === NOWHERE ? standing(topic, term) : level);
  }
  const mayBeQuery = title.startsWith(sought.key.charAt(0)) && title.length <= 2 * sought.key.length + 2;
  const isQuery = mayBeQuery && nameKey(document.title) === sought.key;
  const step = isQuery ? 0 : stepOf(title, text, sought, worst);
  return { document, title, topic, tier: own + worst * LADDER + step };
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

/** Whether the key of a name may begin as `key` does: to make the keys of hundreds of names takes as long as a scan. */
const mayBegin = (name: string, key: string): boolean =>
  !/^[a-zA-Z0-9]/.test(name) || name.charAt(0).toLowerCase() === key.charAt(0);

const soughtOf = (
  words: readonly string[],
  names: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(),
): Sought => {
  const key = nameKey(words.join(' '));
  const isKey = (name: string): boolean =>
    name.length <= 2 * key.length + 2 && mayBegin(name, key) && nameKey(name) === key;
  const named = [...names].filter(([, list]) => list.some(isKey));
  return {
    terms: termsOf(words),
    phrase: termsOf([words.join(' ')])[0] ?? [],
    key,
    named: new Set(key === '' ? [] : named.map(([topic]) => topic)),
  };
};

/** What has all the words; of a topic that is named, at least the section that it begins with. */
const scanOnce = <D extends Searchable>(
  documents: Iterable<Prepared<D>>,
  sought: Sought,
): readonly Candidate<D>[] => {
  const begun = new Set<string>();
  const candidates: Candidate<D>[] = [];
  for (const prepared of documents) {
    const { document, title } = prepared;
    const { topic, type } = document;
    const found = candidateOf(prepared, sought);
    const begins = type === 'section' && sought.named.has(topic) && !begun.has(topic);
    if (begins) begun.add(topic);
    if (found !== null) candidates.push(found);
    else if (begins) candidates.push({ document, title, topic, tier: LADDER - OWN_TOPIC });
  }
  return candidates;
};

/** The words as they are spelled with spaces, where what was found writes them with hyphens. */
const withSpaced = <D extends Searchable>(found: readonly Candidate<D>[], sought: Sought): Sought => {
  const terms = sought.terms.map((term): Term => {
    const [first] = term;
    if (first === undefined || !/^\p{L}{4,}$/u.test(first.text)) return term;
    for (const { title, document } of found) {
      const text = spacedForm(document.text, first.text) ?? spacedForm(title, first.text);
      if (text !== null) return [...term, { text, whole: false }];
    }
    return term;
  });
  return terms.every((term, i) => term === sought.terms[i]) ? sought : { ...sought, terms };
};

/** As {@link scanOnce}; `ondemand` finds `on demand` too where it has found `on-demand`. */
const scan = <D extends Searchable>(read: Read<D>, sought: Sought): readonly Candidate<D>[] => {
  const scanFor = (all: Sought): readonly Candidate<D>[] =>
    scanOnce(read(sieveOf(all.terms, all.named)), all);
  const found = scanFor(sought);
  const more = withSpaced(found, sought);
  return more === sought ? found : scanFor(more);
};

/**
 * The documents that have all the words of the query, best first: a topic of that name, then whole words before
 * parts, words in the title before words in the text, words in a row before scattered ones. Spellings that
 * `fold.ts` takes for the same are the same. Where there is none, words that stand nowhere are taken for typing
 * errors and mended.
 * fuse.js alone takes seconds over ten thousand texts; so it only ranks what a plain scan has found, and compares
 * a mistyped word with those that exist.
 */
export const searchDocuments = <D extends Searchable>(
  documents: Documents<D>,
  query: string,
  { limit, types, mend = 'yes', vocabulary, names }: SearchOptions,
): SearchResult<D> => {
  const read = readerOf(documents, types);
  const typed = queryWords(query);
  if (typed.length === 0) return { hits: [], totals: new Map(), words: typed };
  let words = typed;
  let found = scan(read, soughtOf(words, names));
  if (found.length === 0 && mend === 'yes') {
    const mended = correct(
      read,
      typed,
      vocabulary ?? (() => vocabularyOf(Array.from(read(), ({ document }) => document))),
    );
    if (mended !== null) {
      words = mended;
      found = scan(read, soughtOf(words, names));
    }
  }
  const groups = byType(found);
  const each = Math.floor(MOST_CANDIDATES / Math.max(1, groups.size));
  const hits = [...groups.values()].flatMap(group => {
    const best = group.sort((a, b) => a.tier - b.tier).slice(0, Math.max(each, limit));
    // What fuse.js says moves nothing into another tier.
    const last = best[limit - 1]?.tier ?? Infinity;
    return rank(
      best.filter(({ tier }) => tier <= last),
      words,
    ).slice(0, limit);
  });
  return {
    hits: hits.sort((a, b) => a.score - b.score),
    totals: new Map([...groups].map(([type, group]) => [type, group.length])),
    words,
    ...(words === typed || found.length === 0 ? {} : { corrected: words.join(' ') }),
  };
};
