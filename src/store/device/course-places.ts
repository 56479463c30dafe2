/**
 * The courses that have been used on this device, by the real paths of their folders, and the ids of those whose folder
 * cannot hold one. It lies with the settings: paths of one device say nothing on another.
 */
import { join } from 'node:path';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

/** A course that has been used here. */
export interface CoursePlace {
  /** Real path. */
  readonly folder: string;
  readonly id: string;
  readonly title: string;
  /** When it was last opened to record something, ms UTC. */
  readonly used: number;
  /** The id is kept here alone, for the folder cannot be written to. */
  readonly kept?: true;
}

interface CoursePlaces {
  /** Each folder once. */
  readonly courses: readonly CoursePlace[];
  /** Folders whose notes the learner does not want as a course. */
  readonly refused: readonly string[];
}

const NAME = 'courses.json';
const VERSION = 1;
const MOST = 1000;
const LONGEST = 4096;
const NOTHING: CoursePlaces = { courses: [], refused: [] };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const courseOf = (value: unknown): readonly CoursePlace[] => {
  if (!isFields(value)) return [];
  const { folder, id, title, used, kept } = value;
  return isText(folder) && isText(id) && isText(title) && Number.isSafeInteger(used)
    ? [{ folder, id, title, used: Number(used), ...(kept === true && { kept }) }]
    : [];
};

/** What is remembered; nothing where the file is missing, broken or none of ours. */
export const readCoursePlaces = (config: string): CoursePlaces => {
  try {
    const value: unknown = JSON.parse(readSmallText(join(config, NAME), 'refuse-link'));
    if (!isFields(value) || value['version'] !== VERSION) return NOTHING;
    return {
      courses: listOf(value['courses']).flatMap(courseOf),
      refused: listOf(value['refused']).filter(isText),
    };
  } catch {
    return NOTHING;
  }
};

const write = (config: string, { courses, refused }: CoursePlaces): void =>
  writeAtomically(join(config, NAME), [
    Buffer.from(
      `${JSON.stringify({ version: VERSION, courses: courses.slice(0, MOST), refused: refused.slice(0, MOST) }, null, 2)}\n`,
    ),
  ]);

/**
 * Remembers a course, in place of what was known of its folder.
 * @throws the error of the file system
 */
export const keepCoursePlace = (config: string, place: CoursePlace): void => {
  const { courses, refused } = readCoursePlaces(config);
  write(config, {
    courses: [place, ...courses.filter(({ folder }) => folder !== place.folder)],
    refused: refused.filter(folder => folder !== place.folder),
  });
};

/**
 * Remembers that the notes of a folder are no course.
 * @throws the error of the file system
 */
export const keepRefusal = (config: string, folder: string): void => {
  const { courses, refused } = readCoursePlaces(config);
  write(config, { courses, refused: [folder, ...refused.filter(each => each !== folder)] });
};
