/** What `study check PLACE` means: a course, a folder of notes, or one file of either. */
import { relative, resolve, sep } from 'node:path';
import { courseAbove, courseFolderOf, isFilePath, markedAbove } from '../../content/files/course-place.ts';
import { makeProblemLog } from '../../content/files/problem-log.ts';
import { scanCourse } from '../../content/files/scan-files.ts';

/** What `study check` looks at. */
export interface CheckPlace {
  readonly folder: string;
  /** Relative to the course, with `/`; `null`: all of it. */
  readonly file: string | null;
}

/**
 * The course that a path is, or belongs to.
 * @param current real path of the course at hand, which a file of it belongs to first; `null`: none
 */
export const checkPlace = (path: string, current: string | null): CheckPlace => {
  const whole = resolve(path);
  if (!isFilePath(whole)) return { folder: path, file: null };
  const isWithin = (folder: string | null): folder is string =>
    folder !== null && whole.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const folder =
    [markedAbove(courseFolderOf(whole), new Set()), courseAbove(whole), current].find(isWithin) ??
    courseFolderOf(whole);
  return { folder, file: relative(folder, whole).split(sep).join('/') };
};

/** Changes when any file of a course is added, removed or changed. @throws Failure `data` where it cannot be opened */
export const courseStamp = (folder: string): string => scanCourse(folder, makeProblemLog()).stamp;
