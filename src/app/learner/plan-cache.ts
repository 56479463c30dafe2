/**
 * What lines, screens and sessions show of the plan, worked out once for a study day and a state of the journal. A program
 * that has just started would take several times as long for it as one that runs, so a session that ends leaves the
 * figures of today and tomorrow behind.
 */
import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import { todaysLoad } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import { examPlanOf } from '../../core/readiness/exam-plan.ts';
import type { Prospect, Readiness } from '../../core/readiness/readiness.ts';
import { prospectOf, readinessOf } from '../../core/readiness/readiness.ts';
import { readinessNow } from '../../core/stats/overview.ts';
import { keepFigures, readFigures } from '../../store/snapshot/plan-figures.ts';
import type { Runtime } from './runtime.ts';

/** Whose plan it is, and where figures are kept. */
export interface PlanSource {
  readonly runtime: Pick<Runtime, 'paths' | 'version'>;
  readonly course: CourseReader;
  readonly journal: Journal;
}

/** Figures of one study day; what is missing was not asked for yet. */
interface Figures {
  readonly readiness?: Readiness | null;
  readonly load?: DayLoad | null;
}

/** Raised whenever the figures' shape or a rule behind them changes. */
const VERSION = 1;

const keyOf = ({ runtime, course, journal }: PlanSource, day: number): string =>
  [VERSION, runtime.version, course.id, course.version, day, journal.mark()].join('\n');

/** A figure from the cache, or worked out and put there. */
const figure = <Name extends keyof Figures>(
  source: PlanSource,
  day: number,
  name: Name,
  workOut: () => Required<Figures>[Name],
): Required<Figures>[Name] => {
  const { cache } = source.runtime.paths;
  const key = keyOf(source, day);
  const known = readFigures(cache).find(each => each.key === key)?.value as Figures | undefined;
  const stored = known?.[name];
  if (stored !== undefined) return stored as Required<Figures>[Name];
  const value = workOut();
  keepFigures(cache, [{ key, value: { ...known, [name]: value } }]);
  return value;
};

const workOutReadiness = ({ course, journal }: PlanSource, day: number): Readiness | null =>
  readinessNow(course, journal.progress(course.id), day, journal.msElsewhere(course.id, day));

const workOutLoad = ({ course, journal }: PlanSource, day: number): DayLoad | null => {
  const progress = journal.progress(course.id);
  const plan = examPlanOf(course, progress, day, journal.msElsewhere(course.id, day));
  return plan === null ? null : todaysLoad(plan, progress);
};

/** How ready the learner is today; `null` without an exam, or while nothing has been studied. */
export const readinessToday = (source: PlanSource, { day }: Pick<Moment, 'day'>): Readiness | null =>
  figure(source, day, 'readiness', () => workOutReadiness(source, day));

/**
 * The same for who has the plan of that day at hand, which may be one for who has studied nothing yet.
 * @param prospect asked for where the figures are not in the cache
 */
export const readinessBy = (
  source: PlanSource,
  plan: ExamPlan,
  prospect = (): Prospect => prospectOf(plan),
): Readiness => {
  const progress = source.journal.progress(source.course.id);
  const workOut = (): Readiness => readinessOf(plan, progress, prospect());
  return progress.items.size === 0
    ? workOut()
    : (figure(source, plan.today, 'readiness', workOut) ?? workOut());
};

/** What is left of today's plan; `null` where a review does not follow one. */
export const loadToday = (source: PlanSource, { day }: Pick<Moment, 'day'>): DayLoad | null =>
  figure(source, day, 'load', () => workOutLoad(source, day));

/** The same for who has the plan of that day at hand. */
export const loadBy = (source: PlanSource, plan: ExamPlan): DayLoad => {
  const workOut = (): DayLoad => todaysLoad(plan, source.journal.progress(source.course.id));
  return figure(source, plan.today, 'load', workOut) ?? workOut();
};

/** Works out the figures of today and tomorrow, for the next start. To be called when a session is over. */
export const rememberPlan = (source: PlanSource, { day }: Pick<Moment, 'day'>): void => {
  const { cache } = source.runtime.paths;
  const known = new Map(readFigures(cache).map(({ key, value }) => [key, value as Figures]));
  const missing = [day, day + 1].filter(each => {
    const { readiness, load } = known.get(keyOf(source, each)) ?? {};
    return readiness === undefined || load === undefined;
  });
  if (missing.length === 0) return;
  keepFigures(
    cache,
    missing.map(each => {
      const value: Figures = {
        readiness: workOutReadiness(source, each),
        load: workOutLoad(source, each),
      };
      return { key: keyOf(source, each), value };
    }),
  );
};
