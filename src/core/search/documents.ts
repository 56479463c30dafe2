/** What a search looks at. */
import type { SearchSieve } from '../course/search-sieve.ts';
import type { Term } from '../base/search-spelling.ts';
import { searchableTitle } from '../base/search-spelling.ts';
import { stands } from './standing.ts';

/** What can be searched: a {@link SearchDocument} of a course, or anything else of that shape. */
export interface Searchable {
  readonly type: string;
  readonly topic: string;
  readonly title: string;
  /** As `searchableText` makes it. */
  readonly text: string;
}

/** What is searched: documents, or what gives at least those that a sieve lets through. */
export type Documents<D extends Searchable> = Iterable<D> | ((sieve?: SearchSieve) => Iterable<D>);

/** A document made ready to be searched. */
export interface Prepared<D extends Searchable> {
  readonly document: D;
  /** As it is searched. */
  readonly title: string;
}

/** Reads documents and makes them ready, those of some words or all, one after another. */
export type Read<D extends Searchable> = (sieve?: SearchSieve) => Iterable<Prepared<D>>;

/** @param types only documents of these; `undefined`: of all */
export const readerOf = <D extends Searchable>(
  documents: Documents<D>,
  types: readonly string[] | undefined,
): Read<D> =>
  function* (sieve) {
    for (const document of typeof documents === 'function' ? documents(sieve) : documents)
      if (types?.includes(document.type) ?? true) yield { document, title: searchableTitle(document.title) };
  };

/** Lets through what may have every term, and all of some topics. */
export const sieveOf = (terms: readonly Term[], topics: Iterable<string> = []): SearchSieve => ({
  all: terms.map(term => [...new Set(term.map(({ text }) => text))]),
  topics: [...topics],
});

/** Whether a document has every term, one of them at least in its title or its text. */
export const hasAll = (
  { document: { text, topic }, title }: Prepared<Searchable>,
  terms: readonly Term[],
): boolean => {
  let own = false;
  for (const term of terms) {
    if (stands(text, term) || stands(title, term)) own = true;
    else if (!stands(topic, term)) return false;
  }
  return own;
};
