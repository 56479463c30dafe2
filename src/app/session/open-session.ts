/** Opens a session for lines and screens alike, and takes up what was edited in its course meanwhile. */
import type { CourseReader, Item } from '../../core/course/course.ts';
import type { Problem } from '../../core/course/problem.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { momentNow } from '../learner/moment.ts';
import type { Runtime } from '../learner/runtime.ts';
import { loadToday, rememberPlan } from '../learner/plan-cache.ts';
import type { RelinkReport } from '../relink/relink-course.ts';
import { relinkCourse } from '../relink/relink-course.ts';
import type { PlannedSession } from './build-session.ts';
import { findEdited } from './find-edited.ts';
import type { SessionRun } from './run-session.ts';
import { runSession } from './run-session.ts';
import { loadFirstFiller, loadSessionFiller } from './template-filler.ts';
import type { SessionRequest } from './session-request.ts';
import { settleLateExams } from './settle-late-exams.ts';

/** Where a session takes place. */
interface SessionPlace {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly runtime: Pick<Runtime, 'clock' | 'paths' | 'version'>;
}

/** A session whose first item is put. */
interface OpenedSession {
  readonly run: SessionRun;
  readonly planned: PlannedSession;
  /** What became of items whose keys have changed, to be told once. */
  readonly relinked: RelinkReport;
  /** Exams whose time ran out while nobody was there; their end is recorded now. */
  readonly late: readonly Sitting[];
  /** Topics it is about; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
}

/**
 * Plans a session and puts its first item.
 * @param ahead what is loaded before that: what the first item needs, where no answer is taken before
 *   {@link SessionRun.loadRest} is done, or what all do
 * @throws Failure `data` on a home that cannot be written to; `usage` for topics that do not exist
 */
export const openSession = async (
  place: SessionPlace,
  request: SessionRequest,
  ahead: 'first' | 'all',
): Promise<OpenedSession> => {
  const { course, journal, runtime } = place;
  const { clock } = runtime;
  const topics = request.topics(course);
  journal.requireWritable();
  const late = await settleLateExams({ course, journal, clock });
  const relinked = relinkCourse(course, journal);
  const progress = journal.progress(course.id);
  const moment = momentNow(runtime, progress.settings);
  const planned = request.plan(course, progress, moment, () => loadToday(place, moment));
  const { plan } = planned;
  const filler = await (ahead === 'first'
    ? loadFirstFiller(course, plan)
    : loadSessionFiller(course, plan, progress));
  const ended = (): void => rememberPlan(place, run.moment());
  const run = runSession({ course, journal, clock, plan, topics, filler, ended });
  return { run, planned, relinked, late, topics };
};

/** The course after the file of an item was edited. */
interface EditedCourse {
  readonly course: CourseReader;
  readonly relinked: RelinkReport;
  /** The first error in the file of the item; `null`: none. */
  readonly problem: Problem | null;
  /** The key that the item has now. */
  readonly key: string;
}

/** Goes on with the course as it is after an edit. @param reopen reads it anew */
export const takeEdited = async (
  run: Pick<SessionRun, 'replaceCourse'>,
  journal: Journal,
  item: Item,
  reopen: () => Promise<CourseReader>,
): Promise<EditedCourse> => {
  const course = await reopen();
  await run.replaceCourse(course);
  const relinked = relinkCourse(course, journal);
  const problem = course.problems.find(({ file, severity }) => file === item.path && severity === 'error');
  const { families } = journal.progress(course.id);
  const key = findEdited(course, keyIn(course, families, item.key), item);
  return { course, relinked, problem: problem ?? null, key };
};
