/** What Home says about today: what is known at once, and the figures that come a moment later. */
import type { LateExam } from '../../../app/exam/late-exam.ts';
import type { Outlook } from '../../../app/learner/outlook.ts';
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import type { Blueprint, CourseReader } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import { rowsOf } from '../../../core/base/item-rows.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import { eachItem } from '../../../core/memory/each-item.ts';
import { knownChance } from '../../../core/memory/mastery.ts';
import { allLists, listCounts } from '../../../core/lists/lists.ts';
import { ExamScope } from '../../../core/lists/scope.ts';
import { isDayOff, minutesOn } from '../../../core/plan/calendar.ts';
import type { Schedule } from '../../../core/plan/calendar.ts';
import type { Pace } from '../../../core/memory/pace.ts';
import type { PlannedDay } from '../../../core/plan/days.ts';
import { examSet, scheduleOf } from '../../../core/readiness/exam-plan.ts';
import type { DomainFigures } from '../../../core/readiness/parts.ts';
import { weakestDomain } from '../../../core/readiness/parts.ts';
import type { Readiness } from '../../../core/readiness/readiness.ts';
import type { Overview } from '../../../core/stats/overview.ts';
import { bareOverview } from '../../../core/stats/overview.ts';
import type { ExamGlance } from '../../../text/stats/today.ts';

/** Where the date of the exam lies; without one, whether it was passed. */
export type ExamTime = 'no-date' | 'passed' | 'before' | 'today' | 'over';

interface ExamFacts {
  readonly blueprint: Blueprint;
  readonly time: ExamTime;
  /** Study day of the date that is set, or on which it was passed; `null`: neither. */
  readonly day: number | null;
  /** Percent to reach. */
  readonly aim: number;
}

/** Minutes of today. */
interface Minutes {
  readonly done: number;
  /** 0 on a day off. */
  readonly planned: number;
  readonly off: boolean;
}

/** One day of the week ahead. */
interface DayFacts {
  readonly day: number;
  /** 0 on a day off. */
  readonly minutes: number;
  readonly off: boolean;
}

/** One area of a course without an exam. */
interface AreaFacts {
  readonly id: string;
  /** Share known now, 0 to 1. */
  readonly known: number;
  readonly seen: number;
  readonly due: number;
}

/** What Home shows. */
export interface HomeFacts {
  readonly day: number;
  readonly overview: Omit<Overview, 'exam'>;
  /** `null`: no exam is set. */
  readonly exam: ExamFacts | null;
  /** The course describes exams. */
  readonly canSetExam: boolean;
  /** The exam that is set, else the course's own or its only one: what a mock exam is of. */
  readonly mockOf: Blueprint | null;
  readonly minutes: Minutes;
  /** Today and the six days after it, as far as the exam; empty where none is ahead. */
  readonly week: readonly DayFacts[];
  /** The areas that were begun, those with most due first; then how many were not. */
  readonly areas: readonly AreaFacts[];
  readonly areasNotStarted: number;
  /** Share of the whole course known now, 0 to 1, and topics that were begun. */
  readonly known: number;
  readonly started: number;
  /** Files with problems, and how many problems. */
  readonly problems: { readonly files: number; readonly count: number };
}

/** What takes longer than the first frame may. */
export interface LateFacts {
  readonly isPlanned: boolean;
  readonly readiness: Readiness;
  readonly domains: readonly DomainFigures[];
  readonly weakest: DomainFigures | null;
  /** What is left of today's minutes; once they are done, what ten more would hold. */
  readonly left: Pick<PlannedDay, 'reviews' | 'fresh' | 'questions'> | null;
  readonly tomorrow: PlannedDay | null;
  /** A mock that the plan puts on a day. */
  readonly mock: { readonly day: number; readonly questions: number; readonly full: boolean } | null;
  /** Earlier figures, a week apart, the oldest first. */
  readonly past: readonly PastFigure[];
  readonly pace: Pace;
}

/** Exams: the open one, the last one, one whose time ran out. */
export interface ExamLines extends ExamGlance {
  readonly late: LateExam | null;
}

/** No exam is open or was taken. */
export const NO_EXAMS: ExamLines = { open: null, last: null, late: null };

const timeOf = (day: number | null, today: number): ExamTime => {
  if (day === null) return 'no-date';
  if (day === today) return 'today';
  return day > today ? 'before' : 'over';
};

/** Days that are shown of what lies ahead. */
const WEEK = 7;

const weekOf = (schedule: Schedule, day: number): readonly DayFacts[] =>
  Array.from({ length: WEEK }, (_, i) => day + i)
    .filter(each => schedule.examDay === null || each <= schedule.examDay)
    .map(each => ({ day: each, minutes: minutesOn(schedule, each), off: isDayOff(schedule, each) }));

const areasOf = (
  course: CourseReader,
  progress: Progress,
  overview: Omit<Overview, 'exam'>,
  day: number,
): readonly AreaFacts[] => {
  const areas = new Map<string, { known: number; items: number; seen: number; due: number }>();
  const areaOf = new Map(course.topics.map(topic => [topic.id, topic.area]));
  for (const { topic, counts, items, seen } of overview.topics) {
    const area = areas.get(topic.area) ?? { known: 0, items: 0, seen: 0, due: 0 };
    area.items += items;
    area.seen += seen;
    area.due += counts.due;
    areas.set(topic.area, area);
  }
  eachItem(rowsOf(course), progress.items, null, (_, item, topic) => {
    const area = areas.get(areaOf.get(topic) ?? '');
    if (area !== undefined) area.known += knownChance(item, day);
  });
  return [...areas].map(([id, { known, items, seen, due }]) => ({
    id,
    known: items === 0 ? 0 : known / items,
    seen,
    due,
  }));
};

interface FactsSource {
  readonly course: CourseReader;
  readonly progress: Progress;
  readonly moment: Moment;
}

/** Without an exam that is set: the course's own, or its only one. */
const ownBlueprint = (
  course: CourseReader,
  settings: Progress['settings'],
  date: string,
): Blueprint | null => {
  const [only, ...others] = course.blueprints;
  return currentBlueprint(course, settings, date) ?? (others.length === 0 ? only : undefined) ?? null;
};

/** What is known at once. */
export const homeFacts = ({ course, progress, moment }: FactsSource): HomeFacts => {
  const { settings } = progress;
  const { day } = moment;
  const overview = bareOverview(course, progress, moment);
  const blueprint = examSet(course, settings, day);
  const examDay = dateToDay(settings.examDate);
  const result = progress.study.results.findLast(({ exam }) => exam === blueprint?.id);
  const passedOn = examDay === null && result?.passed === true ? result.day : null;
  const schedule = scheduleOf(progress, day);
  const off = isDayOff(schedule, day);
  const answering = progress.days.find(each => each.day === day)?.ms ?? 0;
  const done = (answering + (progress.study.readingMs.get(day) ?? 0)) / 60_000;
  // They are shown without an exam only.
  const areas = blueprint === null ? areasOf(course, progress, overview, day) : [];
  const items = overview.topics.reduce((sum, topic) => sum + topic.items, 0);
  const sizes = new Map<string, number>();
  for (const topic of overview.topics)
    sizes.set(topic.topic.area, (sizes.get(topic.topic.area) ?? 0) + topic.items);
  const known = areas.reduce((sum, area) => sum + area.known * (sizes.get(area.id) ?? 0), 0);
  return {
    day,
    overview,
    exam:
      blueprint === null
        ? null
        : {
            blueprint,
            time: passedOn === null ? timeOf(examDay, day) : 'passed',
            day: examDay ?? passedOn,
            aim: settings.aim === 0 ? blueprint.aim : settings.aim,
          },
    canSetExam: course.blueprints.length > 0,
    mockOf: blueprint ?? ownBlueprint(course, settings, overview.date),
    week: blueprint === null || (examDay !== null && examDay <= day) ? [] : weekOf(schedule, day),
    minutes: { done, planned: off ? 0 : schedule.minutesPerDay, off },
    areas: areas
      .filter(({ seen }) => seen > 0)
      .toSorted((a, b) => b.due - a.due || b.seen - a.seen || (a.id < b.id ? -1 : 1)),
    areasNotStarted: areas.filter(({ seen }) => seen === 0).length,
    known: items === 0 ? 0 : known / items,
    started: overview.topics.filter(({ seen }) => seen > 0).length,
    problems: {
      files: new Set(course.problems.map(({ file }) => file)).size,
      count: course.problems.length,
    },
  };
};

/** Minutes that are offered once those of the day are done. */
export const MORE_MINUTES = 10;

/** The figures; `null` where no exam is set that the course has questions for. */
export const lateFacts = (
  outlook: Outlook,
  { minutes }: HomeFacts,
  past: readonly PastFigure[],
): LateFacts | null => {
  const { plan, readiness, domains } = outlook;
  if (plan === null || readiness === null || domains === null) return null;
  const isDone = minutes.done >= minutes.planned;
  const { mock, blueprint } = plan;
  const paper = blueprint.questions.scored + blueprint.questions.unscored;
  return {
    isPlanned: outlook.isPlanned,
    readiness,
    domains,
    weakest: weakestDomain(domains),
    left: isDone ? outlook.today(MORE_MINUTES) : outlook.today(),
    tomorrow: isDone ? outlook.tomorrow : null,
    mock: mock === null ? null : { ...mock, full: mock.questions >= paper },
    past,
    pace: plan.learner.pace,
  };
};

/** How many cards and questions are on the lists. */
export type ListCounts = Readonly<Record<'flagged' | 'missed' | 'leeches', number>>;

/** What is on the lists, of the exam only where one is set. */
export const countLists = ({ course, progress, moment }: FactsSource, { exam }: HomeFacts): ListCounts => {
  const scope = exam === null ? null : new ExamScope(course, exam.blueprint);
  return listCounts(
    allLists({ course, progress, moment, within: scope === null ? null : entry => scope.has(entry) }),
  );
};
