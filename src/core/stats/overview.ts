import { isDayOff } from '../plan/calendar.ts';
import { planFor, scheduleOf } from '../readiness/exam-plan.ts';
import type { Readiness } from '../readiness/readiness.ts';
import { readinessOf } from '../readiness/readiness.ts';
import type { Moment } from '../base/civil-day.ts';
import { dateToDay, dayToDate } from '../base/civil-day.ts';
import type { CourseReader, ItemEntry, TopicEntry } from '../course/course.ts';
import { currentBlueprint, domainsOf } from '../course/domains.ts';
import { rowsOf } from '../base/item-rows.ts';
import { eachItem } from '../memory/each-item.ts';
import type { Mastery } from '../memory/mastery.ts';
import { isSeen, knownChance, masteryFrom } from '../memory/mastery.ts';
import { newLeftOn } from '../memory/new-left.ts';
import { paceOf, secondsFor } from '../memory/pace.ts';
import type { DayTotals, ItemProgress, Progress } from '../journal/progress.ts';
import { dueStatus, isLeech, retrievability } from '../memory/schedule.ts';

/** Counts of a set of items at one moment. */
interface ItemCounts {
  /** Due now: reviews and learning steps whose time has come. */
  readonly due: number;
  /** Learning steps that come later today. */
  readonly learning: number;
  /** Never rated. */
  readonly new: number;
  readonly later: number;
  readonly suspended: number;
  readonly buried: number;
  readonly leeches: number;
}

/** What is known of a topic. */
export interface TopicOverview extends Mastery {
  readonly topic: TopicEntry;
  readonly counts: ItemCounts;
  /** Share (0 to 1) one would get right now of what was tried; what was wrong at its last try counts 0. */
  readonly right: number;
}

/** The exam that is set, as it stands today. */
interface ExamOverview {
  readonly id: string;
  readonly title: string;
  readonly provisional: boolean;
  /** `YYYY-MM-DD`, `''` where no date is set. */
  readonly date: string;
  /** Days until then; `null` without a date. */
  readonly days: number | null;
  /** How ready the learner is; `null` while nothing has been studied. */
  readonly readiness: Readiness | null;
  /** Percent to aim for. */
  readonly aim: number;
}

/** Today at one glance. */
export interface Overview {
  readonly date: string;
  readonly counts: ItemCounts;
  /** New items still allowed today. */
  readonly newToday: number;
  /** Minutes that what is due and the new ones of today will take. */
  readonly minutes: number;
  /** Study days in a row with at least one answer, today or yesterday the last. */
  readonly streak: number;
  readonly answersToday: number;
  readonly topics: readonly TopicOverview[];
  /**
   * The topics with the smallest share of right answers among what was tried, at most three; with an exam only those
   * that it asks about. What is not started is not weak.
   */
  readonly weakest: readonly TopicOverview[];
  readonly exam: ExamOverview | null;
}

/** What is counted of the items of one topic, in one look at each. */
interface Tally {
  readonly counts: { -readonly [Field in keyof ItemCounts]: ItemCounts[Field] };
  items: number;
  seen: number;
  /** Sum of the retrievabilities of the items seen. */
  sum: number;
  /** The same with 0 for what was wrong at its last try. */
  known: number;
}

const makeTally = (): Tally => ({
  counts: { due: 0, learning: 0, new: 0, later: 0, suspended: 0, buried: 0, leeches: 0 },
  items: 0,
  seen: 0,
  sum: 0,
  known: 0,
});

const countItem = (
  tally: Tally,
  item: ItemProgress | undefined,
  { settings }: Progress,
  moment: Moment,
): void => {
  const { counts } = tally;
  tally.items++;
  if (isSeen(item)) {
    tally.seen++;
    tally.sum += retrievability(item, moment.day);
    tally.known += knownChance(item, moment.day);
  }
  if (item !== undefined && isLeech(item, settings)) counts.leeches++;
  switch (dueStatus(item, moment)) {
    case 'due':
    case 'learning-due':
      counts.due++;
      break;
    case 'learning-later':
      // A step of days, as what a quiz has shown to be missing has one, is no step of today.
      if ((item?.dueDay ?? 0) > moment.day) counts.later++;
      else counts.learning++;
      break;
    case 'new':
      counts.new++;
      break;
    case 'later':
      counts.later++;
      break;
    case 'suspended':
      counts.suspended++;
      break;
    case 'buried':
      counts.buried++;
      break;
  }
};

/**
 * Study days in a row up to today, or up to yesterday while today is still open. A day off that was not studied
 * neither counts nor breaks the row.
 */
export const streakOf = (
  days: readonly DayTotals[],
  today: number,
  isOff: (day: number) => boolean = () => false,
): number => {
  const studied = new Set(days.filter(day => day.answers > 0).map(day => day.day));
  const first = days.find(day => day.answers > 0)?.day ?? today;
  let streak = 0;
  for (let day = today; day >= first; day--) {
    if (studied.has(day)) streak++;
    else if (day !== today && !isOff(day)) break;
  }
  return streak;
};

/** Whether the learner has a day off. */
export const daysOffIn =
  (progress: Pick<Progress, 'settings' | 'days'>, today: number) =>
  (day: number): boolean =>
    isDayOff(scheduleOf(progress, today), day);

/** Items by topic, in course order; every topic has a list. */
export const itemsByTopic = (course: CourseReader): ReadonlyMap<string, readonly ItemEntry[]> => {
  const byTopic = new Map<string, ItemEntry[]>(course.topics.map(topic => [topic.id, []]));
  for (const item of course.items) byTopic.get(item.topic)?.push(item);
  return byTopic;
};

/** Every topic with its counts and mastery, in course order. */
export const overviewTopics = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
): readonly TopicOverview[] => {
  const tallies = new Map(course.topics.map(topic => [topic.id, makeTally()]));
  eachItem(rowsOf(course), progress.items, null, (_, item, topic) => {
    const tally = tallies.get(topic);
    if (tally !== undefined) countItem(tally, item, progress, moment);
  });
  return course.topics.map(topic => {
    const { counts, items, seen, sum, known } = tallies.get(topic.id) ?? makeTally();
    return { topic, counts, ...masteryFrom(items, seen, sum, known), right: seen === 0 ? 0 : known / seen };
  });
};

const addCounts = (all: readonly ItemCounts[]): ItemCounts => {
  const sum = (field: keyof ItemCounts): number => all.reduce((total, counts) => total + counts[field], 0);
  return {
    due: sum('due'),
    learning: sum('learning'),
    new: sum('new'),
    later: sum('later'),
    suspended: sum('suspended'),
    buried: sum('buried'),
    leeches: sum('leeches'),
  };
};

/**
 * How ready a learner is; `null` without an exam, or while nothing has been studied.
 * @param elsewhere milliseconds that were studied today in other courses
 */
export const readinessNow = (
  course: CourseReader,
  progress: Progress,
  day: number,
  elsewhere = 0,
): Readiness | null => {
  const plan = progress.items.size === 0 ? null : planFor(course, progress, day, elsewhere);
  return plan === null ? null : readinessOf(plan, progress);
};

const examOverview = (
  course: CourseReader,
  progress: Progress,
  day: number,
  readiness: () => Readiness | null,
): ExamOverview | null => {
  const { settings } = progress;
  const blueprint = currentBlueprint(course, settings, dayToDate(day));
  if (blueprint === undefined) return null;
  const examDay = dateToDay(settings.examDate);
  return {
    id: blueprint.id,
    title: blueprint.title,
    provisional: blueprint.provisional,
    date: settings.examDate,
    days: examDay === null ? null : examDay - day,
    readiness: readiness(),
    aim: blueprint.aim,
  };
};

/**
 * What `study` shows first.
 * @param readiness gives the figures for the exam where they are known already; else they are worked out
 */
export const overviewOf = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
  readiness = (): Readiness | null => readinessNow(course, progress, moment.day),
): Overview => ({
  ...bareOverview(course, progress, moment),
  exam: examOverview(course, progress, moment.day, readiness),
});

/** Today without the exam, whose figures take longer than all the rest. */
export const bareOverview = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
): Omit<Overview, 'exam'> => {
  const topics = overviewTopics(course, progress, moment);
  const { settings } = progress;
  const isSet = settings.exam !== '' || settings.examDate !== '';
  const exam = isSet ? currentBlueprint(course, settings, dayToDate(moment.day)) : undefined;
  const counts = addCounts(topics.map(topic => topic.counts));
  const today = progress.days.find(day => day.day === moment.day);
  const newToday = Math.min(counts.new, newLeftOn(progress, moment.day));
  // New items begin with cards, and most of what is due are cards.
  const seconds = (counts.due + newToday) * secondsFor('card', paceOf(progress.days, moment.day));
  return {
    date: dayToDate(moment.day),
    counts,
    newToday,
    minutes: Math.ceil(seconds / 60),
    streak: streakOf(progress.days, moment.day, daysOffIn(progress, moment.day)),
    answersToday: today?.answers ?? 0,
    topics,
    weakest: topics
      .filter(
        ({ seen, topic }) => seen > 0 && (exam === undefined || domainsOf(exam, topic.exams).length > 0),
      )
      .sort((a, b) => a.right - b.right || b.seen - a.seen)
      .slice(0, 3),
  };
};
