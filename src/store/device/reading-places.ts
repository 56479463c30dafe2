/**
 * Where the learner was reading: one small disposable file among the caches. A wrong or lost one costs a few
 * key presses, so nothing here throws and nothing waits for the disk.
 */
import { join } from 'node:path';
import { readSmallText } from '../../disk/regular-file.ts';
import { writeCache } from '../../disk/atomic-file.ts';

/** A line of a note, counted from the heading of its section: that holds in every width and after an edit. */
export interface ReadingPlace {
  readonly topic: string;
  /** `''`: before the first heading. */
  readonly section: string;
  readonly line: number;
}

/** The places of one course, the latest first. */
interface CoursePlaces {
  readonly course: string;
  readonly places: readonly ReadingPlace[];
}

const NAME = 'reading.json';
const VERSION = 1;
/** Longest list that is kept of a course, and longest of courses. */
const MOST_PLACES = 500;
const MOST_COURSES = 20;
const LONGEST_ID = 200;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_ID;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const placeOf = (value: unknown): readonly ReadingPlace[] => {
  if (!isFields(value)) return [];
  const { topic, section, line } = value;
  return isId(topic) && isId(section) && Number.isSafeInteger(line) && Number(line) >= 0
    ? [{ topic, section, line: Number(line) }]
    : [];
};

const courseOf = (value: unknown): readonly CoursePlaces[] =>
  isFields(value) && isId(value['course'])
    ? [{ course: value['course'], places: listOf(value['places']).flatMap(placeOf) }]
    : [];

/** All that is remembered; nothing where the file is missing or is none of ours. */
const readAll = (cache: string): readonly CoursePlaces[] => {
  try {
    const value: unknown = JSON.parse(readSmallText(join(cache, NAME), 'refuse-link'));
    return isFields(value) && value['version'] === VERSION ? listOf(value['courses']).flatMap(courseOf) : [];
  } catch {
    return [];
  }
};

/** Places in a course, the latest first. */
export const readPlaces = (cache: string, course: string): readonly ReadingPlace[] =>
  readAll(cache).find(one => one.course === course)?.places ?? [];

/** Remembers a place as the latest; what another terminal has remembered meanwhile stays. */
export const keepPlace = (cache: string, course: string, place: ReadingPlace): void => {
  const all = readAll(cache);
  const others = (all.find(one => one.course === course)?.places ?? []).filter(
    ({ topic }) => topic !== place.topic,
  );
  const mine: CoursePlaces = { course, places: [place, ...others].slice(0, MOST_PLACES) };
  const courses = [mine, ...all.filter(one => one.course !== course)].slice(0, MOST_COURSES);
  try {
    writeCache(join(cache, NAME), [Buffer.from(JSON.stringify({ version: VERSION, courses }))]);
  } catch {
    // On a disk that is full or read only, reading works all the same.
  }
};
