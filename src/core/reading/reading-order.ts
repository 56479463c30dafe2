/** The notes of an exam in the order in which they are best read, with what was read of them. */
import type { Blueprint, CourseReader, TopicEntry } from '../course/course.ts';

/**
 * Words a minute of somebody who reads to learn. Carver (1992), "Reading rate: theory, research, and practical
 * implications": about 200, where reading for the plot is about 300.
 */
const WORDS_A_MINUTE = 200;

/** A note counts as read after this share of the time that reading all of it takes, for nobody reads every table. */
const READ_FROM = 0.5;

const MINUTE = 60_000;

/** `begun`: less of it than counts as read. */
type ReadMark = 'unread' | 'begun' | 'read';

/** A note in the order in which to read for an exam. */
export interface ReadingNote {
  readonly topic: TopicEntry;
  /** Whole minutes that reading it takes, 1 at least. */
  readonly minutes: number;
  readonly mark: ReadMark;
  /** Notes to read first. */
  readonly after: readonly TopicEntry[];
}

interface ReadingList {
  /** `''`: the course gives the exam no order, so this is the order of teaching. */
  readonly title: string;
  readonly minutes: number;
  readonly notes: readonly ReadingNote[];
}

/** All that is to be read for an exam. */
export interface ReadingOrder {
  readonly exam: Pick<Blueprint, 'id' | 'title'>;
  readonly parts: readonly ReadingList[];
  readonly notes: number;
  readonly read: number;
  readonly minutes: number;
  /** Of the notes that are not read yet. */
  readonly minutesLeft: number;
}

/** Whole minutes that a note takes to read. */
export const readingMinutes = ({ words = 0 }: Pick<TopicEntry, 'words'>): number =>
  Math.max(1, Math.round(words / WORDS_A_MINUTE));

const markOf = (minutes: number, ms: number): ReadMark =>
  ms >= minutes * MINUTE * READ_FROM ? 'read' : ms > 0 ? 'begun' : 'unread';

type Steps = readonly { readonly title: string; readonly topics: readonly Step[] }[];
type Step = { readonly topic: string; readonly after?: readonly string[] };

/** What the exam's own order names; without one the notes that serve the exam, in the order of teaching. */
const stepsOf = (
  { topics, order = [] }: Pick<CourseReader, 'topics' | 'order'>,
  { id, reading }: Pick<Blueprint, 'id' | 'reading'>,
): Steps => {
  if (reading !== undefined) return reading;
  const serving = topics.filter(({ exams }) => exams.some(({ blueprint }) => blueprint === id));
  const places = new Map(order.map((topic, place) => [topic, place]));
  const placed = serving
    .map(({ id: topic }, i) => ({ topic, place: places.get(topic) ?? order.length + i }))
    .sort((a, b) => a.place - b.place);
  return placed.length === 0 ? [] : [{ title: '', topics: placed.map(({ topic }) => ({ topic })) }];
};

/**
 * The reading order of an exam.
 * @param readingOf milliseconds that were spent on the note of each topic
 * @param only the topics to keep; `null`: all
 */
export const readingOrder = (
  course: Pick<CourseReader, 'topics' | 'order'>,
  exam: Pick<Blueprint, 'id' | 'title' | 'reading'>,
  readingOf: ReadonlyMap<string, number>,
  only: ReadonlySet<string> | null = null,
): ReadingOrder => {
  // What has no note cannot be read.
  const known = new Map(
    course.topics.filter(({ sections }) => sections.length > 0).map(topic => [topic.id, topic]),
  );
  const parts = stepsOf(course, exam)
    .map(({ title, topics }): ReadingList => {
      const notes = topics.flatMap(({ topic: id, after = [] }): readonly ReadingNote[] => {
        const topic = known.get(id);
        if (topic === undefined || only?.has(id) === false) return [];
        const minutes = readingMinutes(topic);
        const first = after.flatMap(each => known.get(each) ?? []);
        return [{ topic, minutes, mark: markOf(minutes, readingOf.get(id) ?? 0), after: first }];
      });
      return { title, notes, minutes: notes.reduce((sum, note) => sum + note.minutes, 0) };
    })
    .filter(({ notes }) => notes.length > 0);
  const all = parts.flatMap(({ notes }) => notes);
  const left = all.filter(({ mark }) => mark !== 'read');
  return {
    exam: { id: exam.id, title: exam.title },
    parts,
    notes: all.length,
    read: all.length - left.length,
    minutes: all.reduce((sum, { minutes }) => sum + minutes, 0),
    minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
  };
};
