import { openCachedCourse, openCompiled } from '../../content/compiled/cache.ts';
import { isCourseFolder } from '../../content/files/course-place.ts';
import { hasOwnCards } from '../../content/files/own-path.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';

interface OpenCourseOptions {
  /** A course of the learner's own; `null` or nothing: the shipped one. */
  readonly folder: string | null;
  /** The learner's data folder, for cards of their own on the course; left out: the course alone. */
  readonly data?: string;
  /** Folder of disposable files. */
  readonly cache: string;
  /** Folder of the shipped course as it was compiled when the program was built. */
  readonly shippedIndex: string;
  /** Folder with the shipped `content/` and `questions/`. */
  readonly shippedRoot: string;
  /** An id that is kept elsewhere for a course whose folder has none, by its real path; `null`: none. */
  readonly keptId?: (root: string) => string | null;
  /** How far parsing is, in files; not called where nothing is parsed. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens the course a command works with. The shipped one is compiled already; where it is not (the program runs
 * from its sources) or is damaged, its folder is read like any other.
 * @throws Failure `data` where there is no course
 */
export const openCourse = async (options: OpenCourseOptions): Promise<CourseReader> => {
  const { data, cache, keptId } = options;
  let course = await openBareCourse(options);
  const kept = course.hasId || course.root === null ? null : (keptId?.(course.root) ?? null);
  if (kept !== null) course = (await import('./course-places.ts')).withKeptId(course, kept);
  // Without an id it is called by the name of its folder, which may be that of another course, too.
  if (data === undefined || !course.hasId || !hasOwnCards(data, course.id)) return course;
  const [{ openOwnCards }, { overlayCourse }] = await Promise.all([
    import('../../content/own/own-course.ts'),
    import('../../core/course/overlay.ts'),
  ]);
  return overlayCourse(course, await openOwnCards(data, cache, course.id));
};

/** The course as it was written, without the learner's cards. */
const openBareCourse = async ({
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
