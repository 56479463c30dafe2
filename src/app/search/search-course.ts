import { calculatorNamed, courseCalculators } from '../course/course-calculators.ts';
import type { CourseReader, SearchDocument } from '../../core/course/course.ts';
import { askedText } from '../../core/question/asked-text.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { readableText, searchableText } from '../../core/base/search-spelling.ts';
import type { Range } from '../../core/search/search-excerpt.ts';
import { excerptAround, matchRanges } from '../../core/search/search-excerpt.ts';
import type { Documents } from '../../core/search/documents.ts';
import { searchDocuments } from '../../core/search/search.ts';
import { vocabularyOf } from '../../core/search/vocabulary.ts';

/** What a find is. */
export type FindType = SearchDocument['type'] | 'calculator';

/** All types, in the order in which results are shown. */
export const FIND_TYPES: readonly FindType[] = ['section', 'card', 'question', 'calculator'];

/** One thing that was found. */
export interface Find {
  readonly type: FindType;
  /** `topic#section`, the key of an item, the id of a calculator. */
  readonly ref: string;
  readonly topic: string;
  readonly topicTitle: string;
  readonly title: string;
  readonly titleRanges: readonly Range[];
  readonly excerpt: string;
  readonly ranges: readonly Range[];
}

/** What a search found. */
export interface Finds {
  /** Best first within each type, in the order of {@link FIND_TYPES}. */
  readonly finds: readonly Find[];
  /** How many there are of each type, shown or not. */
  readonly totals: ReadonlyMap<FindType, number>;
  /** The query as it was understood, where nothing matched it as it was typed. */
  readonly corrected: string | null;
}

interface FindOptions {
  /** At most so many of each type. */
  readonly limit: number;
  readonly types: readonly FindType[];
  /** Length of an excerpt, in UTF-16 units. */
  readonly excerpt: number;
  /** Whether mistyped words are mended where nothing is found; `yes` where it is not said. */
  readonly mend?: 'yes' | 'no';
}

interface Document {
  readonly type: FindType;
  readonly ref: string;
  readonly topic: string;
  readonly title: string;
  readonly text: string;
}

const calculatorDocuments = (course: CourseReader): readonly Document[] =>
  courseCalculators(course).map(({ id, aliases, title, summary, service, topic }) => ({
    type: 'calculator',
    ref: id,
    topic: topic.split('#')[0] ?? '',
    title,
    text: searchableText([id, ...aliases, title, summary, service].join(' ')),
  }));

const allDocuments = (course: CourseReader): Documents<Document> => {
  const calculators = calculatorDocuments(course);
  return function* (sieve) {
    yield* course.searchDocuments(sieve);
    yield* calculators;
  };
};

/** What each topic is called. */
const topicNames = ({ topics }: CourseReader): ReadonlyMap<string, readonly string[]> =>
  new Map(topics.map(({ id, title, aliases }) => [id, [id, title, ...aliases]]));

/** The words of the course, without reading its texts for them: a word is mended to nothing else. */
const courseWords = (course: CourseReader): readonly string[] => {
  const names = [...topicNames(course).values()].flat().map(title => ({ title, text: '' }));
  return [...new Set([...course.searchWords(), ...vocabularyOf(names)])];
};

/** What is shown below the title, as it was written; the text that is searched is in lower case. */
const writtenText = (
  course: CourseReader,
  { type, ref, topic, title }: Document,
  words: readonly string[],
): string => {
  switch (type) {
    case 'section': {
      const id = ref.slice(topic.length + 1);
      return plainText(course.note(topic)?.sections.find(one => one.id === id)?.markdown ?? '');
    }
    case 'card': {
      const item = course.item(ref);
      return item?.type === 'card' ? plainText(item.back) : '';
    }
    case 'question': {
      if (!title.endsWith('…') || words.every(word => matchRanges(title, [word]).length > 0)) return '';
      const item = course.item(ref);
      return item?.type === 'question' ? askedText(item) : '';
    }
    case 'calculator':
      return calculatorNamed(course, ref)?.summary ?? '';
  }
};

/** How many more are asked for than shown, because deletions of one cloze are shown once. */
const SIBLINGS = 4;

/** The first of each family of cards, at most `limit` of each type. */
const withoutSiblings = <T extends { readonly document: Document }>(
  course: CourseReader,
  hits: readonly T[],
  limit: number,
): readonly T[] => {
  const families = new Set<string>();
  const counts = new Map<FindType, number>();
  return hits.filter(({ document: { type, ref } }) => {
    const count = counts.get(type) ?? 0;
    if (count >= limit) return false;
    if (type === 'card') {
      const family = course.entry(ref)?.family ?? ref;
      if (families.has(family)) return false;
      families.add(family);
    }
    counts.set(type, count + 1);
    return true;
  });
};

/** Sections, cards, questions and calculators that have all the words of a query. */
export const searchCourse = (course: CourseReader, query: string, options: FindOptions): Finds => {
  const { limit, types, mend = 'yes' } = options;
  const found = searchDocuments(allDocuments(course), query, {
    limit: SIBLINGS * limit,
    types,
    mend,
    names: topicNames(course),
    vocabulary: () => courseWords(course),
  });
  const { totals, words, corrected } = found;
  const topicTitles = new Map(course.topics.map(({ id, title }) => [id, title]));
  const finds = withoutSiblings(course, found.hits, limit).map(({ document }): Find => {
    const { type, ref, topic, title, text } = document;
    const written = writtenText(course, document, words);
    // What was found may stand in an option, which is not shown; then the searched text shows where.
    const isVisible = [title, written].some(place => matchRanges(place, words).length > 0);
    const shown = type === 'calculator' || isVisible ? written : readableText(text);
    const name = title === '' ? (topicTitles.get(topic) ?? topic) : title;
    return {
      type,
      ref,
      topic,
      topicTitle: topicTitles.get(topic) ?? topic,
      title: name,
      titleRanges: matchRanges(name, words),
      ...excerptAround(shown, words, options.excerpt),
    };
  });
  return {
    finds: FIND_TYPES.flatMap(type => finds.filter(find => find.type === type)),
    totals: new Map(types.map(type => [type, totals.get(type) ?? 0])),
    corrected: corrected ?? null,
  };
};
