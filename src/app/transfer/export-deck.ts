/** Gives the cards and questions of a course to other programs. */
import { join } from 'node:path';
import { writeAnki } from '../../content/transfer/anki/write.ts';
import { placeDeck } from '../../content/transfer/target/names.ts';
import { writeAiken, writeGift } from '../../content/transfer/write/gift.ts';
import { writeHashcards } from '../../content/transfer/write/hashcards.ts';
import type { Written } from '../../content/transfer/write/table.ts';
import { writeAnkiText, writeTable } from '../../content/transfer/write/table.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { noteTags } from '../../core/course/card-tags.ts';
import { isLeech } from '../../core/memory/schedule.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { keyIn } from '../../core/fold/families.ts';
import { isUndone } from '../../core/journal/exam-event.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import { readEvent } from '../../core/journal/event-shape.ts';
import type { JournalEvent } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Deck, DeckProgress, DeckRemark, DeckReview } from '../../core/transfer/deck.ts';
import { deckOfItems } from '../../core/transfer/own-deck.ts';
import type { namedPart } from '../course/find.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';
import { writeTogether } from '../../disk/write-set.ts';
import { requireOutsideHome } from '../../store/device/chosen-path.ts';
import { forEachOrderedLine } from '../../store/journal/ordered-lines.ts';
import type { Runtime } from '../learner/runtime.ts';

/** The formats that a deck is written in. */
export type DeckFormat = 'anki' | 'anki-text' | 'csv' | 'tsv' | 'hashcards' | 'gift' | 'aiken';

/** A file of an export; the name is `''` where there is one only. */
interface ExportedDeckFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
}

/** What an export wrote, and what it had to leave out or change. */
export interface DeckExport {
  readonly files: readonly ExportedDeckFile[];
  readonly remarks: readonly DeckRemark[];
  /** How many cards and questions the course has of what was asked for. */
  readonly cards: number;
  readonly questions: number;
}

/** Every rating of the cards of a course that holds, by key as the course has it. */
const reviewsOf = (
  { paths }: Pick<Runtime, 'paths'>,
  course: CourseReader,
  journal: Journal,
): ReadonlyMap<string, readonly DeckReview[]> => {
  const excluded = new Set(journal.health().excluded);
  const { families } = journal.progress(course.id);
  const undone = new Set<string>();
  let events: Extract<JournalEvent, { type: 'reviewed' | 'imported' | 'reset' }>[] = [];
  forEachOrderedLine(paths.journal, line => {
    const reading = readEvent(JSON.parse(line));
    if (reading.is !== 'event' || excluded.has(deviceOf(reading.event.id))) return;
    const { event } = reading;
    if (event.type === 'undone') undone.add(event.target);
    else if (event.course !== course.id) return;
    else if (event.type === 'reviewed' || event.type === 'imported' || event.type === 'reset')
      events.push(event);
  });
  const found = new Map<string, DeckReview[]>();
  const add = (item: string, review: DeckReview): void => {
    const key = keyIn(course, families, item);
    const list = found.get(key);
    if (list === undefined) found.set(key, [review]);
    // A history that was imported twice counts once.
    else if (!list.some(({ at }) => at === review.at)) list.push(review);
  };
  events = events.filter(event => !isUndone(event, undone));
  for (const event of events) {
    if (event.type === 'reset') {
      if (event.items === null) found.clear();
      else for (const item of event.items) found.delete(keyIn(course, families, item));
    } else if (event.type === 'imported') {
      for (const { item, reviews = [] } of event.items)
        for (const [at, , rating, ms] of reviews)
          add(item, { at, rating, ...(ms === 0 ? {} : { milliseconds: ms }) });
    } else
      for (const { item, rating } of event.ratings)
        add(item, { at: event.at, rating, ...(event.ms === 0 ? {} : { milliseconds: event.ms }) });
  }
  return found;
};

/** What a learner did with each item of a course. */
const progressOf = (
  runtime: Pick<Runtime, 'paths'>,
  course: CourseReader,
  journal: Journal,
): ((key: string) => DeckProgress) => {
  const reviews = reviewsOf(runtime, course, journal);
  const { items, settings } = journal.progress(course.id);
  return key => {
    const item = items.get(key);
    const history = reviews.get(key) ?? [];
    return {
      reviews: [...history].sort((a, b) => a.at - b.at),
      // A schedule that was imported without a history.
      ...(history.length === 0 && item?.state === 'review'
        ? {
            state: {
              due: dayToDate(item.dueDay),
              interval: Math.max(0, item.dueDay - item.lastDay),
              stability: item.stability,
              difficulty: item.difficulty,
            },
          }
        : {}),
      ...(item?.suspended === true ? { suspended: true } : {}),
      ...(item?.flagged === true ? { flagged: true } : {}),
      ...(item === undefined || item.lapses === 0 ? {} : { lapses: item.lapses }),
      ...(item !== undefined && isLeech(item, settings) ? { leech: true } : {}),
    };
  };
};

const NOTHING: DeckProgress = { reviews: [] };

const one = ({ text, remarks }: Written): Pick<DeckExport, 'files' | 'remarks'> => ({
  files: [{ name: '', contents: text }],
  remarks,
});

/** Ids that are unique over all courses: Anki takes a note of the same for the one that it has. */
const withCourse = (deck: Deck, course: string): Deck => ({
  ...deck,
  cards: deck.cards.map(card => ({ ...card, id: `${course}/${card.id}` })),
});

const written = async (
  format: DeckFormat,
  deck: Deck,
  course: CourseReader,
  now: number,
): Promise<Pick<DeckExport, 'files' | 'remarks'>> => {
  switch (format) {
    case 'csv':
      return one(writeTable(deck, ','));
    case 'tsv':
      return one(writeTable(deck, '\t'));
    case 'anki-text':
      return one(writeAnkiText(withCourse(deck, course.id)));
    case 'gift':
      return one(writeGift(deck));
    case 'aiken':
      return one(writeAiken(deck));
    case 'hashcards': {
      const { files, remarks } = writeHashcards(deck);
      const names = new Map<string, number>();
      return {
        files: files.map(({ deck: levels, text }) => {
          const { folder, stem } = placeDeck(levels.slice(1), 'notes');
          const path = [folder, stem].filter(part => part !== '').join('/');
          const count = (names.get(path.toLowerCase()) ?? 0) + 1;
          names.set(path.toLowerCase(), count);
          return { name: `${path}${count === 1 ? '' : ` ${count}`}.md`, contents: text };
        }),
        remarks,
      };
    }
    case 'anki': {
      const { bytes, remarks } = await writeAnki(withCourse(deck, course.id), { now });
      return { files: [{ name: '', contents: bytes }], remarks: [...deck.remarks, ...remarks] };
    }
  }
};

/**
 * The cards and questions of some topics in another format.
 * @param part the course with what is wanted of it, as `namedPart` gives it
 */
export const exportDeck = async (
  format: DeckFormat,
  runtime: Pick<Runtime, 'paths' | 'clock'>,
  course: CourseReader,
  journal: Journal,
  { course: part, topics }: ReturnType<typeof namedPart>,
): Promise<DeckExport> => {
  const titles = new Map(course.topics.map(({ id, title }) => [id, title]));
  const tags = new Map(course.topics.map(topic => [topic.id, noteTags(topic)]));
  const isIn = (topic: string): boolean => topics === null || topics.has(topic);
  const items = part.items.flatMap(({ key, topic }) => (isIn(topic) ? (course.item(key) ?? []) : []));
  const deck = deckOfItems(items, {
    deckOf: topic => [course.title, titles.get(topic) ?? topic],
    tagsOf: topic => tags.get(topic) ?? [],
    progressOf: format === 'anki' && course.hasId ? progressOf(runtime, course, journal) : () => NOTHING,
  });
  const made = await written(format, deck, course, runtime.clock.now());
  return { ...made, cards: deck.cards.length, questions: deck.questions.length };
};

/**
 * Writes the files of an export where the learner says; what is there is never replaced.
 * @param path a file, or for several files a folder
 * @returns the paths that were written
 * @throws Failure `usage` for a path in the home or of something that is there, `data` where it cannot be written
 */
export const writeExport = (
  { files }: Pick<DeckExport, 'files'>,
  path: string,
  { paths }: Pick<Runtime, 'paths'>,
): readonly string[] => {
  requireOutsideHome(path, paths, 'The export');
  const places = files.map(({ name }) => (name === '' ? path : join(path, name)));
  try {
    writeTogether(
      files.map(({ contents }, i) => ({
        path: places[i] ?? path,
        before: null,
        bytes: typeof contents === 'string' ? Buffer.from(contents) : contents,
      })),
    );
  } catch (error) {
    if (codeOf(error) === 'ESHRUNK')
      throw new Failure('usage', 'There is something of that name already', {
        code: 'export-exists',
        place: sanitizeLine(error instanceof Error && 'path' in error ? String(error.path) : path),
        try: 'another name, or remove it first',
      });
    throw new Failure('data', `The export was not written: ${reasonOf(error)}`, {
      code: 'not-written',
      place: sanitizeLine(path),
      try: 'another place',
    });
  }
  return places;
};
