/** Which course is meant where none is named, and which have been used on this device. */
import { homedir } from 'node:os';
import { countNotes, courseRoot, markedAbove, realFolder } from '../../content/files/course-place.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { CoursePlace } from '../../store/device/course-places.ts';
import { keepCoursePlace, keepRefusal, readCoursePlaces } from '../../store/device/course-places.ts';
import { readPreferences } from '../../store/device/preferences.ts';
import type { Runtime } from '../learner/runtime.ts';

export type { CoursePlace } from '../../store/device/course-places.ts';

type Home = Pick<Runtime, 'paths'>;

/**
 * What the setting for the course keeps of what was typed: the real path of a course, which holds wherever one is; `''`
 * for the shipped one. A `~` that no shell has replaced is the learner's own folder.
 * @throws Failure `data` where it is no course
 */
export const courseSetting = (typed: string): string => {
  const folder = typed.trim();
  return folder === '' ? '' : courseRoot(folder.replace(/^~(?=$|[/\\])/, () => homedir()));
};

/** How a course was chosen: by a flag, the environment, the present folder, the setting, or because it is shipped. */
type ChosenBy = 'flag' | 'environment' | 'folder' | 'setting' | 'shipped';

/** The course in force, and what named it. */
export interface ChosenCourse {
  /** `null`: the shipped course. */
  readonly folder: string | null;
  readonly by: ChosenBy;
}

interface WhichCourse {
  /** `--course`. */
  readonly flag: string | undefined;
  /** `STUDY_COURSE`. */
  readonly environment: string | undefined;
  /** The present folder; `null` where it is gone. */
  readonly present: string | null;
  /** Folder of the program, whose own course is the shipped one. */
  readonly shippedRoot: string;
}

/** Chooses the course: flag, environment, the nearest marked folder upwards, the setting, the shipped one. */
export const whichCourse = (
  { paths }: Home,
  { flag, environment, present, shippedRoot }: WhichCourse,
): ChosenCourse => {
  if (flag !== undefined && flag !== '') return { folder: flag, by: 'flag' };
  if (environment !== undefined && environment !== '') return { folder: environment, by: 'environment' };
  const homes = new Set([paths.config, paths.data, paths.cache].map(realFolder));
  const marked = present === null ? null : markedAbove(present, homes);
  if (marked !== null)
    return realFolder(marked) === realFolder(shippedRoot)
      ? { folder: null, by: 'shipped' }
      : { folder: marked, by: 'folder' };
  const { course } = readPreferences(paths.config).values;
  return course === '' ? { folder: null, by: 'shipped' } : { folder: course, by: 'setting' };
};

/** The id that is kept here for a folder that cannot hold it; `null`: none. @param root real path */
export const keptId = ({ paths }: Home, root: string): string | null =>
  readCoursePlaces(paths.config).courses.find(({ folder, kept }) => folder === root && kept === true)?.id ??
  null;

/** The same course under an id that is kept elsewhere than in its folder. */
export const withKeptId = (course: CourseReader, id: string): CourseReader =>
  Object.create(course, {
    id: { value: id, enumerable: true },
    hasId: { value: true, enumerable: true },
  }) as CourseReader;

/** Keeps an id for a folder that cannot hold it. @throws the error of the file system */
export const keepId = (
  { paths, clock }: Pick<Runtime, 'paths' | 'clock'>,
  { root, title }: Pick<CourseReader, 'root' | 'title'>,
  id: string,
): void => {
  if (root !== null)
    keepCoursePlace(paths.config, { folder: root, id, title, used: clock.now(), kept: true });
};

/** How long the moment of the last use may be behind, ms: it is shown as a day. */
const HOURS = 6 * 3_600_000;

/** Remembers that a course is used here. Never throws: the list can be done without. */
export const rememberCourse = (
  { paths, clock }: Pick<Runtime, 'paths' | 'clock'>,
  { origin, root, id, title, hasId }: CourseReader,
): void => {
  if (origin === 'shipped' || root === null || !hasId) return;
  try {
    const now = clock.now();
    const known = readCoursePlaces(paths.config).courses.find(({ folder }) => folder === root);
    if (known?.id === id && known.title === title && Math.abs(now - known.used) < HOURS) return;
    keepCoursePlace(paths.config, {
      folder: root,
      id,
      title,
      used: now,
      ...(known?.kept === true && { kept: true }),
    });
  } catch {
    // Listed the next time.
  }
};

/** Courses that have been used here, the latest first. */
export const usedCourses = ({ paths }: Home): readonly CoursePlace[] =>
  readCoursePlaces(paths.config).courses.toSorted((a, b) => b.used - a.used);

/**
 * Notes in the present folder that could be studied as a course, and were not refused; 0 where there are none, or where
 * the folder is none to be offered (the learner's own, or the top of the disk).
 */
export const notesToOffer = ({ paths }: Home, present: string | null, homeFolder: string): number => {
  if (present === null) return 0;
  const folder = realFolder(present);
  if (folder === realFolder(homeFolder) || folder === realFolder('/')) return 0;
  return readCoursePlaces(paths.config).refused.includes(folder) ? 0 : countNotes(folder);
};

/** Remembers that the notes of a folder are not wanted as a course. Never throws: it is asked again. */
export const refuseNotes = ({ paths }: Home, present: string): void => {
  try {
    keepRefusal(paths.config, realFolder(present));
  } catch {
    // Asked again the next time.
  }
};
