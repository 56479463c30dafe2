import type { CatalogueEntry } from '../../core/calc/catalogue.ts';
import { findCalculator } from '../../core/calc/catalogue.ts';
import { courseCalculators } from './course-calculators.ts';
import type { CourseReader, Note, Section, TopicEntry } from '../../core/course/course.ts';
import { withNames } from '../../core/reading/first-use.ts';
import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { resolveTopics } from './find.ts';

/** A note, or one of its sections with the sections within it. */
export interface NoteReading {
  readonly topic: TopicEntry;
  /** As it is shown: abbreviations are spelled out where they stand first. */
  readonly note: Note;
  /** As it stands in its file. */
  readonly source: Note;
  /** In the order of the note. */
  readonly sections: readonly Section[];
  /** Id of the section that was asked for; `null`: the whole note. */
  readonly section: string | null;
  /** Calculators that belong to the topic. */
  readonly calculators: readonly CatalogueEntry[];
}

/** What a learner asks to read: one note, or topics to choose from where an area was named. */
type NoteOrTopics =
  | { readonly is: 'note'; readonly reading: NoteReading }
  | { readonly is: 'topics'; readonly topics: readonly TopicEntry[] };

const calculatorsOf = (course: CourseReader, topic: TopicEntry): readonly CatalogueEntry[] => {
  const named = topic.calculators.flatMap(id => findCalculator(id) ?? []);
  const explained = courseCalculators(course).filter(entry => entry.topic.split('#')[0] === topic.id);
  return [...new Set([...named, ...explained])];
};

/** A note as it is shown: what the glossary of its course has is spelled out at its first use. */
export const shownNote = (course: Pick<CourseReader, 'glossary'>, source: Note): Note => ({
  ...source,
  sections: withNames(source.title, source.sections, course.glossary()),
});

/** The section and the deeper ones that follow it. */
const withSubsections = (sections: readonly Section[], at: number): readonly Section[] => {
  const level = sections[at]?.level ?? 0;
  const next = sections.findIndex((section, i) => i > at && section.level <= level);
  return sections.slice(at, next === -1 ? undefined : next);
};

const chooseSections = (note: Note, wanted: string): readonly Section[] => {
  const named = note.sections.filter(({ id }) => id !== '');
  const at = note.sections.findIndex(({ id }) => id !== '' && id === wanted.toLowerCase());
  if (at !== -1) return withSubsections(note.sections, at);
  // A number is one of the sections that have a heading, as an outline counts them.
  const counted = /^\d{1,3}$/.test(wanted) ? named[Number(wanted) - 1] : undefined;
  if (counted !== undefined) return withSubsections(note.sections, note.sections.indexOf(counted));
  const guess = didYouMean(
    wanted,
    named.map(({ id }) => id),
  );
  throw new Failure('usage', `The note "${note.id}" has no section "${wanted}"`, {
    code: 'unknown-section',
    place: note.path,
    try: guess === undefined ? `study notes ${note.id} --outline` : `study notes ${note.id}#${guess}`,
  });
};

/**
 * What `topic` or `topic#section` names; an alias names its topic, an area all of its topics.
 * @throws Failure `usage` for a topic or section that does not exist, or a topic without a note
 */
export const readNote = (course: CourseReader, word: string): NoteOrTopics => {
  const hash = word.indexOf('#');
  const name = hash === -1 ? word : word.slice(0, hash);
  const section = hash === -1 ? '' : word.slice(hash + 1);
  const topics = resolveTopics(course, [name]);
  const [topic] = topics;
  if (topic === undefined || topics.length > 1) return { is: 'topics', topics };
  const source = course.note(topic.id);
  if (source === undefined) {
    const { cards, questions } = topic;
    throw new Failure('usage', `There are no notes on "${topic.id}"`, {
      code: 'no-note',
      place: topic.path,
      try: cards > 0 ? `study cards ${topic.id}` : questions > 0 ? `study quiz ${topic.id}` : 'study notes',
    });
  }
  const given = section === '' ? source.sections : chooseSections(source, section);
  // What is shown alone has its own first uses.
  const sections = withNames(source.title, given, course.glossary());
  const note = section === '' ? { ...source, sections } : shownNote(course, source);
  return {
    is: 'note',
    reading: {
      topic,
      note,
      source,
      sections,
      section: section === '' ? null : (sections[0]?.id ?? section.toLowerCase()),
      calculators: calculatorsOf(course, topic),
    },
  };
};

/** What a place of the course is called, `topic` or `topic#section`; `null`: there is no such place. */
export const placeTitle = ({ topics }: Pick<CourseReader, 'topics'>, place: string): string | null => {
  const [name = '', section] = place.split('#');
  const found = topics.find(({ id }) => id === name);
  if (found === undefined || section === undefined) return found?.title ?? null;
  const part = found.sections.find(({ id }) => id === section);
  return part === undefined ? found.title : `${found.title}, ${part.title}`;
};
