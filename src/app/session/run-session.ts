/** Joins the rules of a session with the journal: an input goes in, what it asks for is done, notices come out. */
import { Failure } from '../../core/base/failure.ts';
import { alarmText } from '../../core/journal/alarm-text.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { rowsOf } from '../../core/base/item-rows.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { RecordOutcome } from '../../core/journal/record-outcome.ts';
import { ExamQueue } from '../../core/readiness/exam-queue.ts';
import { announcePlan, recordDailyForecast } from './plan-records.ts';
import { reduce, startSession } from '../../core/session/reduce.ts';
import type {
  SessionNotice,
  SessionInput,
  SessionPlan,
  SessionState,
  SessionStep,
  SessionWorld,
} from '../../core/session/state.ts';
import { queueView } from '../../core/session/state.ts';
import type { Upcoming, SessionSummary } from '../../core/session/summary.ts';
import { upcomingOf, summarise } from '../../core/session/summary.ts';
import type { TemplateFiller } from './template-filler.ts';
import { courseTerms } from '../course/course-terms.ts';
import { momentNow } from '../learner/moment.ts';
import type { Clock } from '../learner/runtime.ts';
import { makeRecorder, perform } from './perform.ts';

/** What a learner or a screen can send; the rest comes from the journal. */
export type LearnerInput = Exclude<SessionInput, RecordOutcome>;

/** A running session. */
export interface SessionRun {
  readonly state: SessionState;
  readonly course: CourseReader;
  /** What the start had to tell. */
  readonly opening: readonly SessionNotice[];
  /** Why the last record is not on the disk; `null` where all are. */
  readonly failure: Failure | null;
  /** Does all that the input asks for: what is recorded is on the disk when this returns. */
  dispatch(input: LearnerInput): readonly SessionNotice[];
  /** Goes on with the course as it is after an edit. */
  replaceCourse(course: CourseReader): Promise<void>;
  /**
   * Does what can wait until the first item is shown, when it is to be called: loads what only items that were not
   * foreseen need (other terminals can leave something to undo), and records the forecast of the day.
   */
  loadRest(): Promise<void>;
  /** Now, on the learner's clock. */
  moment(): Moment;
  summary(): SessionSummary;
}

interface SessionParts {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly plan: SessionPlan;
  /** Topics the session is about, for the outlook at its end; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
  readonly filler: TemplateFiller;
  /** Is called once a session of the plan is over: what the next start can use may be worked out now. */
  readonly ended?: () => void;
}

/** While an exam is planned for nothing is due: the plan chooses on the day. */
const NOTHING_DUE: Upcoming = { due: 0, stepAt: null, next: null };

/**
 * Starts a session.
 * @throws Failure `data` on a home that cannot be written to, before anything is asked
 */
export const runSession = ({
  course: opened,
  journal,
  clock,
  plan,
  topics,
  filler,
  ended,
}: SessionParts): SessionRun => {
  journal.requireWritable();
  let course = opened;
  let isTerm = courseTerms(course);
  const recorder = makeRecorder(journal, course.id);
  const progress = (): SessionWorld['progress'] => journal.progress(course.id);
  const moment = (): Moment => momentNow({ clock }, progress().settings);
  const exam = plan.exam === undefined ? null : new ExamQueue(topics, plan.exam.first ?? null);
  const world = (): SessionWorld => ({
    course,
    progress: progress(),
    device: journal.device,
    instantiate: filler.instantiate,
    isTerm,
    exam,
  });

  /** Another terminal may have answered since: what counts and what is undone depend on it. */
  const lookAround = (): void => {
    try {
      journal.refresh();
    } catch (error) {
      // A file of another device that cannot be read just now; whether this one can be written, `append` says.
      if (!(error instanceof Failure)) throw error;
    }
  };

  /** Does the effects of a step, and of what comes of them; gives the state reached and what there is to tell. */
  const performed = (
    first: SessionStep,
  ): { readonly state: SessionState; readonly notices: readonly SessionNotice[] } =>
    perform<SessionState, SessionNotice>(first, recorder, (at, outcome) =>
      reduce(world(), at, outcome, moment()),
    );

  /** A queue that has not begun does so before the first answer, for it goes on from what was known before that. */
  const beginExam = (): void => {
    if (plan.exam?.kind === 'plan') exam?.begin(() => queueView(world(), state, moment().day));
  };

  const alarms = (): readonly SessionNotice[] =>
    journal
      .alarms()
      .map(alarm => ({ type: 'alarm', alarm: alarm.type, text: alarmText(alarm, clock.offset) }));

  const announced = plan.exam?.kind === 'plan' ? announcePlan(course, journal, moment().day) : [];
  const opening = performed(startSession(world(), plan, moment()));
  let { state } = opening;
  return {
    opening: [...announced, ...alarms(), ...opening.notices],
    get state() {
      return state;
    },
    get course() {
      return course;
    },
    get failure() {
      return recorder.failure;
    },
    dispatch: input => {
      lookAround();
      const wasEnded = state.phase.name === 'ended';
      beginExam();
      const result = performed(reduce(world(), state, input, moment()));
      ({ state } = result);
      if (plan.exam !== undefined && state.phase.name === 'ended' && !wasEnded) ended?.();
      return [...result.notices, ...alarms()];
    },
    replaceCourse: async changed => {
      await filler.loadAll(changed);
      course = changed;
      isTerm = courseTerms(changed);
    },
    loadRest: async () => {
      beginExam();
      if (plan.exam?.kind === 'plan') recordDailyForecast(course, journal, moment().day);
      await filler.loadAll(course);
    },
    moment,
    summary: () =>
      summarise(
        state,
        plan.exam === undefined
          ? upcomingOf({ rows: rowsOf(course), progress: progress(), moment: moment(), topics })
          : NOTHING_DUE,
      ),
  };
};
