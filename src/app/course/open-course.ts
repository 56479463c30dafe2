import { openCachedCourse, openCompiled } from '../../content/compiled/cache.ts';
import { isCourseFolder } from '../../content/files/scan-files.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';

export interface OpenCourseOptions {
  /** A course of the learner's own; `null` or nothing: the shipped one. */
  readonly folder: string | null;
  /** Folder of disposable files. */
  readonly cache: string;
  /** Folder of the shipped course as it was compiled when the program was built. */
  readonly shippedIndex: string;
  /** Folder with the shipped `content/` and `questions/`. */
  readonly shippedRoot: string;
  /** How far parsing is, in files; not called where nothing is parsed. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens the course a command works with. The shipped one is compiled already; where it is not (the program runs
 * from its sources) or is damaged, its folder is read like any other.
 * @throws Failure `data` where there is no course
 */
export const openCourse = async ({
  folder,
  cache,
  shippedIndex,
  shippedRoot,
  onProgress,
}: OpenCourseOptions): Promise<CourseReader> => {
  if (folder !== null && folder !== '')
    return openCachedCourse({ folder, cache, origin: 'folder', onProgress });
  const hasFiles = isCourseFolder(shippedRoot);
  try {
    return openCompiled(shippedIndex, { root: hasFiles ? shippedRoot : null, origin: 'shipped' });
  } catch {
    if (!hasFiles) {
      throw new Failure('data', 'The shipped course is missing', {
        code: 'no-shipped-course',
        place: shippedIndex,
        try: 'npm ci, which builds it, or --course DIR for a course of your own',
      });
    }
    return openCachedCourse({ folder: shippedRoot, cache, origin: 'shipped', onProgress });
  }
};
