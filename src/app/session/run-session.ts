/** Joins the rules of a session with the journal: an input goes in, what it asks for is done, notices come out. */
import { Failure } from '../../core/base/failure.ts';
import { alarmText } from '../../core/journal/alarm-text.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import type { Calculator } from '../../core/calc/catalogue.ts';
import { CATALOGUE, loadCalculator, loadCalculators } from '../../core/calc/catalogue.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import type { ItemRows } from '../../core/base/item-rows.ts';
import { rowsOf } from '../../core/base/item-rows.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { RecordOutcome } from '../../core/journal/record-outcome.ts';
import type { Instantiate } from '../../core/question/present.ts';
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

/** Fills templates by those calculators that are loaded. */
interface TemplateFiller {
  readonly instantiate: Instantiate;
  /** Loads all that the templates of a course can need. */
  readonly loadAll: (course: Pick<CourseReader, 'items' | 'rows'>) => Promise<void>;
}

const hasTemplates = (rows: ItemRows): boolean => {
  for (let row = 0; row < rows.length; row++) if (rows.isTemplate(row)) return true;
  return false;
};

/** Ids of the calculators that items name; `null`: no item has numbers to draw. */
const calculatorsOf = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  keys: Iterable<string>,
): ReadonlySet<string> | null => {
  const { rows } = course;
  const index = rows?.keys ?? null;
  const isFilled = (key: string): boolean =>
    rows === undefined || index === null
      ? course.entry(key)?.template === true
      : rows.isTemplate(index.find(key));
  const items = [...new Set(keys)].filter(isFilled).flatMap(key => {
    const item = course.item(key);
    return item !== undefined && isTemplate(item) ? [item] : [];
  });
  if (items.length === 0) return null;
  return new Set(items.flatMap(item => ('formulas' in item ? [] : [item.calculator])));
};

/**
 * Loads what the templates among some items need, and no more: all calculators together take as long as a tenth of
 * a first frame.
 */
export const loadFiller = async (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  keys: Iterable<string>,
): Promise<TemplateFiller> => {
  let practice: typeof import('../../core/calc/practice/practice.ts') | null = null;
  let calculators: ReadonlyMap<string, Calculator> = new Map();
  const needed = calculatorsOf(course, keys);
  if (needed !== null) {
    const entries = CATALOGUE.filter(({ id }) => needed.has(id));
    const loaded = await Promise.all(entries.map(loadCalculator));
    calculators = new Map(loaded.map(calculator => [calculator.id, calculator]));
    practice = await import('../../core/calc/practice/practice.ts');
  }
  return {
    instantiate: (template, seed, form) => {
      if (practice === null) return null;
      try {
        return practice.instantiateTemplate(calculators, template, seed, form);
      } catch (error) {
        if (error instanceof practice.CalcProblem) return null;
        throw error;
      }
    },
    loadAll: async course => {
      if (!hasTemplates(rowsOf(course))) return;
      const [all, module] = await Promise.all([
        loadCalculators(),
        import('../../core/calc/practice/practice.ts'),
      ]);
      calculators = all;
      practice = module;
    },
  };
};

/**
 * The keys up to the first that needs no calculator: what is asked first is among them. Those of a plan have just been
 * chosen, so none of them is passed over but a template that its calculator refuses.
 */
const firstOf = (
  course: Pick<CourseReader, 'entry' | 'rows'>,
  queue: readonly string[],
): readonly string[] => {
  const first = queue.findIndex(key => course.entry(key)?.template === false);
  return first === -1 ? queue : queue.slice(0, first);
};

/**
 * Loads what the first item of a session needs; {@link SessionRun.loadRest}, which is waited for before an answer is
 * read, loads what the others do.
 */
export const loadFirstFiller = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  { queue, learning, exam }: SessionPlan,
): Promise<TemplateFiller> =>
  loadFiller(course, [
    ...firstOf(course, queue),
    ...[exam?.first ?? []].flat(),
    ...learning.map(({ key }) => key),
  ]);

/** Loads what a session asks: its plan, and what an undo of an earlier session's acts would ask again. */
export const loadSessionFiller = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  { queue, learning, exam }: SessionPlan,
  { undoable }: Pick<SessionWorld['progress'], 'undoable'>,
): Promise<TemplateFiller> =>
  loadFiller(course, [
    ...queue,
    // What a plan asks after that is not known beforehand: `loadRest` reads what the whole course needs.
    ...[exam?.first ?? []].flat(),
    ...learning.map(({ key }) => key),
    ...undoable.flatMap(({ items }) => items),
  ]);

/** Fills any template of a course. */
export const loadInstantiate = async (
  course: Pick<CourseReader, 'items' | 'entry' | 'item' | 'rows'>,
): Promise<Instantiate> => {
  const filler = await loadFiller(course, []);
  await filler.loadAll(course);
  return filler.instantiate;
};

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
