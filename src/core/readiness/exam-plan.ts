/** The plan for the exam that is set: everything the chooser and the forecast need, from course and progress. */
import { dateToDay, dayToDate } from '../base/civil-day.ts';
import type { Blueprint, CourseReader } from '../course/course.ts';
import { currentBlueprint } from '../course/domains.ts';
import type { SchedulingSettings } from '../journal/event.ts';
import type { MemoryTrace, Progress, ReviewDay } from '../journal/progress.ts';
import type { PlannedMock, Schedule } from '../plan/calendar.ts';
import { horizonOf, minutesOn, plannedMock } from '../plan/calendar.ts';
import type { LatelyAnswered } from '../plan/chooser.ts';
import type { ExamMap } from '../plan/exam-map.ts';
import { examMap } from '../plan/exam-map.ts';
import type { LearnerRecord } from '../plan/learner.ts';
import { Learner } from '../plan/learner.ts';
import { expectedSeconds } from '../memory/pace.ts';

/** What a plan needs of a course. */
export type PlanCourse = Pick<CourseReader, 'items' | 'topics' | 'blueprint' | 'blueprints'>;

/** The plan as it stands on a study day. */
export interface ExamPlan {
  readonly blueprint: Blueprint;
  readonly map: ExamMap;
  readonly learner: Learner;
  readonly schedule: Schedule;
  readonly today: number;
  /** Study day of the exam, or four weeks ahead where no date is set. */
  readonly examDay: number;
  /** Share of right answers to reach, 0 to 1. */
  readonly aim: number;
  readonly questionShare: number;
  readonly lately: LatelyAnswered;
  /** Minutes of today's plan that are done. */
  readonly doneToday: number;
  readonly mock: PlannedMock | null;
  /** Seconds that a question of a paper may take. */
  readonly mockSeconds: number;
}

/** The exam that is set, whatever its date; `null`: none is, or the course does not know it. */
export const examSet = (
  course: PlanCourse,
  settings: SchedulingSettings,
  today: number,
): Blueprint | null => {
  if (settings.exam === '' && settings.examDate === '') return null;
  return currentBlueprint(course, settings, dayToDate(today)) ?? null;
};

/** Whether a review follows the plan: an exam is set, is not over, and the learner has not turned the plan off. */
export const isPlanned = (course: PlanCourse, settings: SchedulingSettings, today: number): boolean => {
  const examDay = dateToDay(settings.examDate);
  return settings.plan && (examDay === null || examDay >= today) && examSet(course, settings, today) !== null;
};

/** Whether a review follows the plan although nobody set it up: the learner must be told, once. */
export const isUnannounced = (course: PlanCourse, settings: SchedulingSettings, today: number): boolean =>
  settings.planFrom === '' && isPlanned(course, settings, today);

/** Maps that were made, by the items of their course: a session asks for the same one several times. */
const maps = new WeakMap<PlanCourse['items'], Map<Blueprint, ExamMap>>();

/** The map of an exam in a course. */
const mapOfCourse = (course: PlanCourse, blueprint: Blueprint): ExamMap => {
  let made = maps.get(course.items);
  if (made === undefined) maps.set(course.items, (made = new Map()));
  let map = made.get(blueprint);
  if (map === undefined) made.set(blueprint, (map = makeMap(course, blueprint)));
  return map;
};

const makeMap = (course: PlanCourse, blueprint: Blueprint): ExamMap => {
  const after = new Map(
    (blueprint.reading ?? []).flatMap(({ topics }) =>
      topics.flatMap(step => (step.after === undefined ? [] : [[step.topic, step.after]])),
    ),
  );
  return examMap(
    blueprint,
    course.topics.map(({ id, area, weight = 1 }) => {
      const first = after.get(id);
      return { id, area, weight, ...(first !== undefined && { after: first }) };
    }),
    course.items,
  );
};

/** Study days whose answers tell the shares of reviews and questions. */
const LATELY_DAYS = 7;

const latelyOf = (days: readonly ReviewDay[], outcomes: readonly boolean[]): LatelyAnswered => {
  const last = days.filter(({ answers, first }) => answers !== 0 || first !== 0).slice(-LATELY_DAYS);
  const sum = (field: (day: ReviewDay) => number): number =>
    last.reduce((total, day) => total + field(day), 0);
  const fresh = sum(({ first }) => first);
  return {
    fresh,
    reviews: Math.max(0, sum(({ answers }) => answers) - fresh),
    seconds: sum(({ ms }) => ms) / 1000,
    questionSeconds: sum(({ questionMs }) => questionMs) / 1000,
    outcomes,
  };
};

/** What the settings say of the days. The plan began with the first answer where nobody said when. */
export const scheduleOf = (
  { settings, days }: Pick<Progress, 'settings' | 'days'>,
  today: number,
): Schedule => {
  const examDay = dateToDay(settings.examDate);
  const first = days.find(({ day }) => day >= today - SINCE)?.day ?? today;
  return {
    examDay: examDay !== null && examDay >= today ? examDay : null,
    startDay: Math.min(dateToDay(settings.planFrom) ?? first, today),
    minutesPerDay: settings.minutesPerDay,
    weekdaysOff: settings.daysOff.filter(day => dateToDay(day) === null),
    daysOff: settings.daysOff.flatMap(day => dateToDay(day) ?? []),
    mockDay: dateToDay(settings.mockDate),
  };
};

/** Days before today that an answer may lie to count as the beginning of a plan. */
const SINCE = 90;

/** Visits traces by the keys that the items of an exam have now. */
const tracesOf =
  (
    { numbers }: ExamMap,
    { items, families }: Pick<Progress, 'items' | 'families'>,
  ): LearnerRecord['traces'] =>
  visit => {
    const visitNamed = (key: string, trace: MemoryTrace): void => {
      const names = families.size === 0 ? undefined : families.get(key);
      if (names === undefined) visit(key, trace);
      else for (const name of names) if (numbers.has(name)) visit(name, trace);
    };
    if (items.eachTrace !== undefined) items.eachTrace(visitNamed);
    else for (const [key, { trace }] of items) if (trace !== null) visitNamed(key, trace);
  };

const learnerOf = (map: ExamMap, progress: Pick<Progress, 'items' | 'families' | 'study'>): Learner =>
  new Learner(map, {
    traces: tracesOf(map, progress),
    reviews: progress.study.reviews,
    pace: progress.study.pace,
  });

/** A second model of the same learner, for who changes it. */
export const copyLearner = ({ map, learner }: ExamPlan): Learner => new Learner(map, learner);

/**
 * The plan on a study day; `null` where a review does not follow one, or the exam has no questions here.
 * @param elsewhere milliseconds that were studied today in other courses
 */
export const examPlanOf = (
  course: PlanCourse,
  progress: Progress,
  today: number,
  elsewhere = 0,
): ExamPlan | null =>
  isPlanned(course, progress.settings, today) ? planFor(course, progress, today, elsewhere) : null;

/**
 * The plan as it would be for the exam that is set, or the course's own, whether or not a review follows it;
 * `null` where the course has no questions for it. A date that is over counts as none.
 * @param elsewhere milliseconds that were studied today in other courses
 */
export const planFor = (
  course: PlanCourse,
  progress: Progress,
  today: number,
  elsewhere = 0,
): ExamPlan | null => {
  const { settings, study } = progress;
  const blueprint = currentBlueprint(course, settings, dayToDate(today));
  if (blueprint === undefined) return null;
  const map = mapOfCourse(course, blueprint);
  if (map.items.length === 0) return null;
  const schedule = scheduleOf(progress, today);
  const slots = slotsOf(blueprint);
  const learner = learnerOf(map, progress);
  // No slower than the exam allows, and by the learner's own pace where that is faster.
  const allowed = (blueprint.minutes * (1 + settings.extraTime / 100) * 60) / Math.max(1, slots);
  const mockSeconds = Math.min(allowed, expectedSeconds(learner.pace, 'question', 0.5));
  // A learner has one day for all exams and courses, and for notes.
  const answering = progress.days.find(({ day }) => day === today)?.ms ?? 0;
  const doneMs = answering + (study.readingMs.get(today) ?? 0) + elsewhere;
  return {
    blueprint,
    map,
    learner,
    schedule,
    today,
    examDay: horizonOf(schedule, today),
    aim: (settings.aim === 0 ? blueprint.aim : settings.aim) / 100,
    questionShare: settings.questionShare,
    lately: latelyOf(study.days, study.outcomes),
    doneToday: doneMs / 60_000,
    mock: plannedMock(schedule, today, slots, mockSeconds),
    mockSeconds,
  };
};

const slotsOf = ({ questions }: Blueprint): number => questions.scored + questions.unscored;

/** The same plan on other days: what is known stays, what the settings say of days and minutes is read anew. */
export const onOtherDays = (plan: ExamPlan, progress: Pick<Progress, 'settings' | 'days'>): ExamPlan => {
  const { blueprint, today, mockSeconds } = plan;
  const schedule = scheduleOf(progress, today);
  return {
    ...plan,
    schedule,
    examDay: horizonOf(schedule, today),
    mock: plannedMock(schedule, today, slotsOf(blueprint), mockSeconds),
  };
};

/** Minutes that are left of today's plan. */
export const minutesLeftToday = ({ schedule, today, doneToday }: ExamPlan): number =>
  Math.max(0, minutesOn(schedule, today) - doneToday);
