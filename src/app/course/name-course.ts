/** Progress hangs on the id of a course. Where a course has none, nothing is recorded until it has got one. */
import { basename, join } from 'node:path';
import { courseFileOf } from '../../content/files/course-place.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Runtime } from '../learner/runtime.ts';

/** An id that a course could have, and where it would be written. */
export interface CourseNaming {
  readonly id: string;
  /** The line to write. */
  readonly line: string;
  /** Whole path of the file. */
  readonly file: string;
}

type Named = Pick<CourseReader, 'id' | 'root' | 'has' | 'form'>;

/** Whose progress there is under an id: of items of this course, of others only, or none. */
const progressUnder = (
  journal: Pick<Journal, 'progress'>,
  id: string,
  course: Named,
): 'none' | 'own' | 'foreign' => {
  const { items } = journal.progress(id);
  const keys = [...items.keys()];
  if (keys.length === 0) return 'none';
  return keys.some(key => course.has(key)) ? 'own' : 'foreign';
};

/** Characters of an id that are the name of the folder. */
const LONGEST_NAME = 90;
/** Characters that make the id of a folder of notes unlike that of another folder of the same name. */
const SUFFIX = 4;

/**
 * Proposes an id. Of a folder of notes, which any number of people call `notes`: its name and some random characters. Of
 * a course: the name of the folder, under which older versions have recorded, so that this progress stays;
 * with a number behind it where another course has the name.
 * @param taken ids of other courses
 * @param seed a random number
 */
export const proposeCourseId = (
  course: Named,
  journal: Pick<Journal, 'progress'>,
  taken: ReadonlySet<string>,
  seed: () => number,
): CourseNaming => {
  const file = join(course.root ?? '', courseFileOf(course.form));
  const isFree = (id: string): boolean => {
    const found = progressUnder(journal, id, course);
    return found === 'own' || (found === 'none' && !taken.has(id));
  };
  if (course.form === 'notes') {
    const id = `${course.id.slice(0, LONGEST_NAME)}-${seed().toString(36).padStart(SUFFIX, '0').slice(-SUFFIX)}`;
    return isFree(id) ? { id, line: `id: ${id}`, file } : proposeCourseId(course, journal, taken, seed);
  }
  let id = course.id;
  for (let n = 2; !isFree(id); n++) id = `${course.id}-${n}`;
  return { id, line: `id: ${id}`, file };
};

/** What is said where a course without an id would be recorded in. On screens there is one line for the message. */
export const courseWithoutId = ({ line, file }: CourseNaming): Failure =>
  new Failure(
    'data',
    `This course has no id: write the line "${line}" into ${file.split(/[/\\]/).slice(-2).join('/')}`,
    {
      code: 'course-without-id',
      place: sanitizeLine(file),
      try: 'the same command with --yes, which writes it: progress hangs on the id, and what was recorded under the name of the folder stays',
    },
  );

/**
 * Writes the id into the course's own file, or where its folder cannot be written to, keeps it in the learner's home.
 * @returns `false` where it has to be written by hand
 */
export const nameCourse = async (
  runtime: Pick<Runtime, 'paths' | 'clock'>,
  course: Pick<CourseReader, 'root' | 'form' | 'title'>,
  { id }: CourseNaming,
): Promise<'folder' | 'home' | false> => {
  const { root, form = 'course' } = course;
  if (root === null) return false;
  const { writeCourseId } = await import('../../content/files/name-course.ts');
  const naming = writeCourseId(root, id, basename(root), form);
  if (naming === 'written') return 'folder';
  if (naming === 'by-hand') return false;
  const { keepId } = await import('./course-places.ts');
  try {
    keepId(runtime, course, id);
    return 'home';
  } catch {
    return false;
  }
};

/**
 * A journal that records nothing in a course without an id, whatever command forgets to ask for one.
 * @param unnamed what the course that is open could be called; `null`: it has an id, or none is open
 */
export const recordingNamedOnly = (journal: Journal, unnamed: () => CourseNaming | null): Journal => {
  const refuse = (): void => {
    const naming = unnamed();
    if (naming !== null) throw courseWithoutId(naming);
  };
  return Object.create(journal, {
    append: {
      value: (...args: Parameters<Journal['append']>) => {
        refuse();
        return journal.append(...args);
      },
    },
    requireWritable: {
      value: () => {
        refuse();
        journal.requireWritable();
      },
    },
  }) as Journal;
};
