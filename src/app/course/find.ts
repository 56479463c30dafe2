/** Topics and exams that a word of the learner means. */
import { isWithin, noteTags } from '../../core/course/card-tags.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader, ItemEntry, TopicEntry, Blueprint } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { currentBlueprint } from '../../core/course/domains.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';

/** Adds what a name means. */
const adder =
  (byName: Map<string, Set<string>>) =>
  (word: string, id: string): void => {
    const key = word.toLowerCase();
    const known = byName.get(key);
    if (known === undefined) byName.set(key, new Set([id]));
    else known.add(id);
  };

/**
 * The topics that words name, in course order: ids, aliases, or areas for all their topics.
 * @throws Failure `usage` for a word that names none
 */
export const resolveTopics = (
  course: Pick<CourseReader, 'topics' | 'problems'>,
  words: readonly string[],
): readonly TopicEntry[] => {
  const byName = new Map<string, Set<string>>();
  const add = adder(byName);
  const name = (word: string, { id }: TopicEntry): void => add(word, id);
  for (const topic of course.topics) {
    // An area within another belongs to both.
    for (let area = topic.area; area !== ''; area = area.slice(0, Math.max(0, area.lastIndexOf('/'))))
      name(area, topic);
  }
  for (const topic of course.topics) {
    for (const alias of topic.aliases) {
      name(alias, topic);
      // A tag within another belongs to both.
      if (alias.startsWith('#'))
        for (let at = alias.lastIndexOf('/'); at > 0; at = alias.lastIndexOf('/', at - 1))
          name(alias.slice(0, at), topic);
    }
  }
  // What is a topic's own id means that topic, whatever else is called so.
  for (const topic of course.topics) byName.set(topic.id.toLowerCase(), new Set([topic.id]));
  const chosen = new Set<string>();
  for (const word of words) {
    const ids = byName.get(word.toLowerCase());
    if (ids === undefined) {
      const guess = didYouMean(word, byName.keys());
      const broken = course.problems.find(
        ({ severity, file }) =>
          severity === 'error' && /^content\/.*\/([^/]+)\.md$/.exec(file)?.[1] === word.toLowerCase(),
      );
      if (broken !== undefined)
        throw new Failure('data', `The note "${word}" has an error and cannot be read`, {
          code: 'broken-note',
          place: broken.file,
          try: 'study check',
        });
      throw new Failure('usage', `There is no topic "${word}" in this course`, {
        code: 'unknown-topic',
        try: guess === undefined ? 'study topics lists them' : `${guess}, or study topics for the list`,
      });
    }
    for (const id of ids) chosen.add(id);
  }
  return course.topics.filter(topic => chosen.has(topic.id));
};

/** What words name: topics, and single cards by their tags. */
interface NamedItems {
  readonly topics: ReadonlySet<string>;
  /** Keys of cards of other topics. */
  readonly cards: ReadonlySet<string>;
}

/**
 * What words name: ids, aliases and areas, and `#tag` for the topics and cards that have a tag, or one within it.
 * @throws Failure `usage` for a word that names nothing
 */
export const resolveItems = (course: CourseReader, words: readonly string[]): NamedItems => {
  const isTag = (word: string): boolean => /^#./.test(word);
  const plain = words.filter(word => !isTag(word));
  const topics = new Set(plain.length === 0 ? [] : resolveTopics(course, plain).map(({ id }) => id));
  const cards = new Set<string>();
  for (const asked of words.filter(isTag).map(word => word.slice(1))) {
    const tagged = course.topics.filter(topic => noteTags(topic).some(tag => isWithin(tag, asked)));
    const found = [...course.tags()].filter(([tag]) => isWithin(tag, asked));
    if (tagged.length + found.length === 0) {
      const guess = didYouMean(asked, [...course.topics.flatMap(noteTags), ...course.tags().keys()]);
      throw new Failure('usage', `No note and no card of this course has the tag "#${sanitizeLine(asked)}"`, {
        code: 'unknown-tag',
        try: guess === undefined ? 'study topics lists the topics' : `'#${guess}'`,
      });
    }
    for (const { id } of tagged) topics.add(id);
    for (const [, keys] of found) for (const key of keys) cards.add(key);
  }
  return { topics, cards };
};

/**
 * The course with only what words name, and the topics of that.
 * @param words none: all of the course
 * @throws Failure `usage` for a word that names nothing
 */
export const namedPart = (
  course: CourseReader,
  words: readonly string[],
): { readonly course: CourseReader; readonly topics: ReadonlySet<string> | null } => {
  if (words.length === 0) return { course, topics: null };
  const { topics, cards } = resolveItems(course, words);
  if (cards.size === 0) return { course, topics };
  const items = course.items.filter(({ key, topic }) => topics.has(topic) || cards.has(key));
  return { course: { ...course, items }, topics: new Set(items.map(({ topic }) => topic)) };
};

/** Tags of an item and of its note, each once; without `#`. */
export const tagsOfItem = (course: CourseReader, { key, topic }: ItemEntry): readonly string[] => {
  const item = course.item(key);
  const entry = course.topics.find(({ id }) => id === topic);
  const own = item?.type === 'card' ? (item.tags ?? []) : [];
  return [...new Set([...own, ...(entry === undefined ? [] : noteTags(entry))])];
};

/**
 * The blueprint of an id.
 * @param none what to try where the course describes no exam
 * @throws Failure `usage`/`unknown-exam`
 */
export const findBlueprint = (course: CourseReader, id: string, none: string): Blueprint => {
  const blueprint = course.blueprints.find(each => each.id === id.toLowerCase());
  if (blueprint !== undefined) return blueprint;
  const ids = course.blueprints.map(each => each.id);
  const file = `questions/exams/${id.toLowerCase()}.yaml`;
  if (course.problems.some(problem => problem.file === file))
    throw new Failure('data', `The exam "${id}" has an error in its file and cannot be used`, {
      code: 'broken-exam',
      place: file,
      try: 'study check',
    });
  throw new Failure('usage', `There is no exam "${id}" in this course`, {
    code: 'unknown-exam',
    try: didYouMean(id, ids) ?? (ids.length === 0 ? none : ids.join(', ')),
  });
};

/**
 * The exam the learner prepares for on a date (`YYYY-MM-DD`).
 * @throws Failure `usage` where there is none
 */
export const ownBlueprint = (
  course: CourseReader,
  settings: Pick<SchedulingSettings, 'exam' | 'examDate'>,
  today: string,
): Blueprint => {
  const blueprint = currentBlueprint(course, settings, today);
  if (blueprint !== undefined) return blueprint;
  if (settings.exam !== '') return findBlueprint(course, settings.exam, 'study config reset exam');
  const ids = course.blueprints.map(each => each.id);
  if (ids.length === 0)
    throw new Failure('usage', 'This course describes no exam', {
      code: 'no-exams',
      try: 'study quiz practises its questions',
    });
  throw new Failure('usage', 'Which exam? This course names no default', {
    code: 'exam-needed',
    try: `study exam ${ids.join(' | ')}`,
  });
};
