/** Courses of a few items, in memory. */
import { NO_GLOSSARY } from '../../src/core/course/glossary.ts';
import type {
  Blueprint,
  Card,
  ChoiceQuestion,
  CourseReader,
  Item,
  Level,
  MatchQuestion,
  NumericQuestion,
  OrderQuestion,
  Tags,
  Template,
  TextQuestion,
  TopicEntry,
  TrueFalseQuestion,
} from '../../src/core/course/course.ts';
import { itemEntry } from '../../src/core/course/item-entry.ts';
import type { Problem } from '../../src/core/course/problem.ts';

const place = (key: string, topic: string, section: string) =>
  ({ key, topic, section, path: `content/area/${topic}.md`, line: 1 }) as const;

/** A card; one with a slash in its key is a deletion of the cloze before the slash. */
export const card = (
  key: string,
  topic = 'sqs',
  front = `Front of ${key}?`,
  back = `Back of ${key}.`,
): Card => ({
  ...place(key, topic, 'limits'),
  type: 'card',
  kind: key.includes('/') ? 'cloze' : 'basic',
  front,
  back,
  family: key.split('/')[0] ?? key,
});

interface QuestionDetails {
  readonly topic?: string;
  readonly tasks?: Tags;
  readonly level?: Level;
  readonly stem?: string;
}

const base = (
  key: string,
  { topic = 'sqs', tasks = [], level = 'apply', stem = `Stem of ${key}?` }: QuestionDetails,
) =>
  ({
    ...place(key, topic, 'limits'),
    type: 'question',
    tasks,
    level,
    stem,
    sources: ['https://example.org/limits'],
    checked: '2026-11-20',
  }) as const;

/** Options; a star before the text marks a right one. */
export const choice = (
  key: string,
  options: readonly string[] = ['*right', 'wrong', 'bad', 'false'],
  details: QuestionDetails & Partial<Pick<ChoiceQuestion, 'keepOrder' | 'grade' | 'inMocks'>> = {},
): ChoiceQuestion => {
  const made = options.map(text => ({
    text: text.replace(/^\*/, ''),
    correct: text.startsWith('*'),
    why: `Why ${text.replace(/^\*/, '')}.`,
  }));
  const kind = made.filter(({ correct }) => correct).length > 1 ? 'multiple' : 'single';
  const { keepOrder = false, grade, inMocks } = details;
  return {
    ...base(key, details),
    kind,
    options: made,
    keepOrder,
    ...(grade === undefined ? {} : { grade }),
    ...(inMocks === undefined ? {} : { inMocks }),
  };
};

export const trueFalse = (
  key: string,
  answer: boolean,
  details: QuestionDetails = {},
): TrueFalseQuestion => ({
  ...base(key, details),
  kind: 'true-false',
  answer,
  why: `Why ${key}.`,
});

export const numeric = (
  key: string,
  answer: string,
  unit = '',
  tolerance = '0',
  details: QuestionDetails = {},
): NumericQuestion => ({
  ...base(key, details),
  kind: 'numeric',
  answer,
  unit,
  tolerance,
  why: `Why ${key}.`,
});

export const order = (
  key: string,
  steps: readonly string[],
  details: QuestionDetails = {},
): OrderQuestion => ({
  ...base(key, details),
  kind: 'order',
  steps,
  why: `Why ${key}.`,
});

export const match = (
  key: string,
  pairs: readonly (readonly [string, string])[],
  decoys: readonly string[] = [],
  details: QuestionDetails = {},
): MatchQuestion => ({
  ...base(key, details),
  kind: 'match',
  pairs: pairs.map(([left, right]) => ({ left, right })),
  decoys,
  why: `Why ${key}.`,
});

export const text = (
  key: string,
  accept: readonly string[],
  details: QuestionDetails = {},
): TextQuestion => ({
  ...base(key, details),
  kind: 'text',
  accept,
  why: `Why ${key}.`,
});

export const template = (
  key: string,
  ask: Template['ask'] = ['value', 'choice'],
  details: QuestionDetails = {},
): Template => ({
  ...base(key, details),
  kind: 'numeric',
  calculator: 'twice',
  result: 'double',
  ask,
  inputs: [],
  texts: ['Twice {n}?'],
  why: '',
});

/** Fills any template with `2 x seed mod 100`; refuses one whose key says that it is broken. */
export const instantiate = (
  made: Template,
  seed: number,
  form: 'value' | 'choice',
): NumericQuestion | ChoiceQuestion | null => {
  if (made.key.includes('broken')) return null;
  const n = seed % 100;
  const stem = `Twice ${n}?`;
  return form === 'value'
    ? { ...numeric(made.key, String(2 * n)), stem }
    : { ...choice(made.key, [`*${2 * n}`, `${2 * n + 1}`, `${n}`, `${3 * n + 2}`]), stem };
};

export const entryOf = itemEntry;

const topicOf = (id: string, items: readonly Item[], names: TinyCourse['names']): TopicEntry => ({
  id,
  title: names?.get(id)?.title ?? id.toUpperCase(),
  area: names?.get(id)?.area ?? 'area',
  path: `content/area/${id}.md`,
  aliases: names?.get(id)?.aliases ?? [],
  exams: [],
  checked: '2026-11-20',
  calculators: [],
  sections: [{ id: 'limits', title: 'Limits', level: 2 }],
  cards: items.filter(({ topic, type }) => topic === id && type === 'card').length,
  questions: items.filter(({ topic, type }) => topic === id && type === 'question').length,
});

export interface TinyCourse {
  readonly items: readonly Item[];
  readonly blueprints?: readonly Blueprint[];
  readonly problems?: readonly Problem[];
  /** Topics with a problem; the others are clean. */
  readonly unclean?: readonly string[];
  /** Topics besides those of the items. */
  readonly topics?: readonly string[];
  readonly names?: ReadonlyMap<string, { title?: string; area?: string; aliases?: readonly string[] }>;
  readonly origin?: CourseReader['origin'];
  /** From old keys to new ones. */
  readonly renames?: Readonly<Record<string, string>>;
  readonly twins?: CourseReader['twins'];
}

/** A course of these items, with a section `limits` in every topic. */
export const tinyCourse = ({
  items,
  blueprints = [],
  problems = [],
  unclean = [],
  topics: more = [],
  names,
  origin = 'shipped',
  renames = {},
  twins = [],
}: TinyCourse): CourseReader => {
  const byKey = new Map(items.map(item => [item.key, item]));
  const entries = items.map(entryOf);
  const entryByKey = new Map(entries.map(entry => [entry.key, entry]));
  const ids = [...new Set([...items.map(({ topic }) => topic), ...more])];
  const topics = ids.map(id => topicOf(id, items, names));
  return {
    id: 'tiny',
    hasId: true,
    title: 'A tiny course',
    blueprint: '',
    calculators: ['all'],
    root: '/courses/tiny',
    origin,
    version: '1',
    topics,
    items: entries,
    blueprints,
    renames: Object.entries(renames).map(([from, to], index) => ({ from, to, line: index + 1 })),
    twins,
    problems,
    cleanTopics: new Set(ids.filter(id => !unclean.includes(id))),
    glossary: () => NO_GLOSSARY,
    has: key => entryByKey.has(key),
    entry: key => entryByKey.get(key),
    item: key => byKey.get(key),
    note: id => {
      const topic = topics.find(topic => topic.id === id);
      if (topic === undefined) return undefined;
      return {
        ...topic,
        sources: [],
        sections: [{ id: 'limits', title: 'Limits', level: 2, markdown: 'The limits.', line: 3 }],
      };
    },
    ownCalculators: [],
    tags: () => new Map(),
    searchDocuments: () => [],
    searchWords: () => [],
    whole: () => {
      throw new Error('no session asks for it');
    },
  };
};
