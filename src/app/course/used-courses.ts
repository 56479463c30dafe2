import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { bareOverview } from '../../core/stats/overview.ts';
import { momentAt } from '../learner/moment.ts';
import type { Runtime } from '../learner/runtime.ts';
import { usedCourses } from './course-places.ts';

/** A course that has been used, with what is to be done in it. */
export interface UsedCourse {
  readonly id: string;
  readonly title: string;
  /** Real path; `null`: the shipped course. */
  readonly folder: string | null;
  /** Whether it is the one that commands mean here. */
  readonly current: boolean;
  /** Items due now and new ones; `null` where the course cannot be opened. */
  readonly due: number | null;
  readonly new: number | null;
  /** Why it cannot be opened; `null`: it can. */
  readonly problem: string | null;
  /** When it was last used here, ms UTC; `null`: not known. */
  readonly used: number | null;
}

interface Source {
  readonly runtime: Runtime;
  readonly journal: Pick<Journal, 'progress'>;
  /** The course at hand; `null`: it cannot be opened. */
  readonly current: CourseReader | null;
  /** Opens a course by its folder, `null` for the shipped one. */
  readonly openFolder: (folder: string | null) => Promise<CourseReader>;
}

/** The shipped course and all that have been used on this device, the one at hand first, then the latest. */
export const openUsedCourses = async ({
  runtime,
  journal,
  current,
  openFolder,
}: Source): Promise<readonly UsedCourse[]> => {
  const now = runtime.clock.now();
  const describe = (course: CourseReader, used: number | null): UsedCourse => {
    const progress = journal.progress(course.id);
    const moment = momentAt(runtime, progress.settings, now);
    const { counts } = bareOverview(course, progress, moment);
    const { id, title, root, origin } = course;
    return {
      id,
      title,
      folder: origin === 'shipped' ? null : root,
      current: id === current?.id && (origin === 'shipped') === (current.origin === 'shipped'),
      due: counts.due,
      new: counts.new,
      problem: null,
      used,
    };
  };
  const found: UsedCourse[] = [];
  for (const { folder, id, title, used } of usedCourses(runtime)) {
    try {
      found.push(describe(await openFolder(folder), used));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      found.push({ id, title, folder, current: false, due: null, new: null, problem: error.message, used });
    }
  }
  if (current !== null && current.origin === 'folder' && !found.some(({ folder }) => folder === current.root))
    found.push(describe(current, null));
  try {
    found.push(describe(await openFolder(null), null));
  } catch (error) {
    // The program runs without a course of its own.
    if (!(error instanceof Failure)) throw error;
  }
  return found.sort((a, b) => Number(b.current) - Number(a.current));
};
