/** Starts a session for a screen. */
import type { PlannedSession } from '../../../app/session/build-session.ts';
import type { RelinkReport } from '../../../app/relink/relink-course.ts';
import { relinkCourse } from '../../../app/relink/relink-course.ts';
import type { SessionRun } from '../../../app/session/run-session.ts';
import { runSession } from '../../../app/session/run-session.ts';
import { loadSessionFiller } from '../../../app/session/template-filler.ts';
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { loadToday, rememberPlan } from '../../../app/learner/plan-cache.ts';
import { settleLateExams } from '../../../app/session/settle-late-exams.ts';
import { askedTexts } from '../../../text/question/renderer.ts';
import type { Services } from '../../shell/services.ts';

interface OpenedSession {
  readonly run: SessionRun;
  readonly planned: PlannedSession;
  /** What became of items whose keys have changed, to be told once. */
  readonly relinked: RelinkReport;
  /** Topics it is about; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
}

/**
 * Plans a session and puts its first item.
 * @throws Failure `data` on a home that cannot be written to; `usage` for topics that do not exist
 */
export const openSession = async (services: Services, request: SessionRequest): Promise<OpenedSession> => {
  const { course, journal, runtime, renderer } = services;
  const topics = request.topics(course);
  journal.requireWritable();
  await settleLateExams({ course, journal, clock: runtime.clock });
  const relinked = relinkCourse(course, journal);
  const progress = services.progress();
  const moment = services.moment();
  const planned = request.plan(course, progress, moment, () => loadToday(services, moment));
  const { plan } = planned;
  const filler = await loadSessionFiller(course, plan, progress);
  const run = runSession({
    course,
    journal,
    clock: runtime.clock,
    plan,
    topics,
    filler,
    ended: () => rememberPlan(services, services.moment()),
  });
  const { turn } = run.state;
  if (turn !== null) await renderer.prepare(askedTexts(turn));
  return { run, planned, relinked, topics };
};
