import type { Moment } from '../base/civil-day.ts';
import { dayToDate } from '../base/civil-day.ts';
import type { Blueprint, CourseReader, ItemEntry, TopicEntry } from '../course/course.ts';
import { currentBlueprint } from '../course/domains.ts';
import type { DomainMastery, Mastery } from '../memory/mastery.ts';
import { domainMasteries, masteryOf } from '../memory/mastery.ts';
import type { Readiness } from '../readiness/readiness.ts';
import { daysOffIn, itemsByTopic, readinessNow, streakOf } from './overview.ts';
import type { DayTotals, Progress } from '../journal/progress.ts';
import type { ForecastDay } from './statistics-forecast.ts';
import { forecastOf } from './statistics-forecast.ts';
import type { Retentions, StabilityBucket } from './statistics-retention.ts';
import { retentionsOf, stabilityBuckets } from './statistics-retention.ts';

/** What was done on a study day; nothing at all, maybe. */
export type StatisticsDay = Omit<DayTotals, 'day'> & { readonly date: string };

/** What `study stats` reports. */
export interface Statistics {
  readonly date: string;
  readonly streak: number;
  readonly answers: number;
  /** Minutes spent answering. */
  readonly minutes: number;
  /** Items rated at least once, of all items asked for. */
  readonly seen: number;
  readonly items: number;
  readonly retention: Retentions;
  /** By stability at the moment of the review, ascending, over all days. */
  readonly stability: readonly StabilityBucket[];
  /** Counted ratings: again, hard, good, easy. */
  readonly ratings: readonly [number, number, number, number];
  /** The last year, oldest first and today last, days without an answer included. */
  readonly days: readonly StatisticsDay[];
  /** Items whose day was before today. */
  readonly overdue: number;
  /** The next 30 study days, today the first; what is overdue is not among them. */
  readonly forecast: readonly ForecastDay[];
  readonly topics: readonly (Mastery & { readonly topic: TopicEntry })[];
  readonly blueprint: Blueprint | null;
  /** What is known of the domains of the exam; empty without one. */
  readonly domains: readonly DomainMastery[];
  /** How ready the learner is for it; `null` without one, or while nothing has been studied. */
  readonly readiness: Readiness | null;
}

/** Study days that `days` covers. */
const HISTORY_DAYS = 365;

const EMPTY_DAY: Omit<DayTotals, 'day'> = {
  answers: 0,
  introduced: 0,
  reviews: 0,
  retained: 0,
  matureReviews: 0,
  matureRetained: 0,
  ratings: [0, 0, 0, 0],
  ms: 0,
};

const historyOf = (days: readonly DayTotals[], today: number): readonly StatisticsDay[] => {
  const byDay = new Map(days.map(day => [day.day, day]));
  return Array.from({ length: HISTORY_DAYS }, (_, i) => {
    const number = today - HISTORY_DAYS + 1 + i;
    const { day, ...totals } = byDay.get(number) ?? { day: number, ...EMPTY_DAY };
    return { date: dayToDate(day), ...totals };
  });
};

/**
 * Statistics of a course at a moment. `topics` narrows mastery and forecast; what is counted by day or by
 * stability is of the whole course. `readiness` gives the figures for the exam where they are known already; `within`
 * narrows what is counted of the topics, such as to what serves the exam.
 */
export const statisticsOf = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
  topics: readonly TopicEntry[],
  readiness = (): Readiness | null => readinessNow(course, progress, moment.day),
  within: (entry: ItemEntry) => boolean = () => true,
): Statistics => {
  const byTopic = itemsByTopic(course);
  const itemsOf = (topic: string): readonly ItemEntry[] => (byTopic.get(topic) ?? []).filter(within);
  const items = topics.flatMap(topic => itemsOf(topic.id));
  const days = progress.days.filter(day => day.day <= moment.day);
  const blueprint = currentBlueprint(course, progress.settings, dayToDate(moment.day)) ?? null;
  const forecast = forecastOf(items, progress, moment);
  const ratings: [number, number, number, number] = [0, 0, 0, 0];
  for (const day of days) {
    ratings[0] += day.ratings[0];
    ratings[1] += day.ratings[1];
    ratings[2] += day.ratings[2];
    ratings[3] += day.ratings[3];
  }
  return {
    date: dayToDate(moment.day),
    streak: streakOf(days, moment.day, daysOffIn(progress, moment.day)),
    answers: days.reduce((sum, day) => sum + day.answers, 0),
    minutes: Math.round(days.reduce((sum, day) => sum + day.ms, 0) / 60_000),
    seen: masteryOf(items, progress, moment.day).seen,
    items: items.length,
    retention: retentionsOf(days, moment.day),
    stability: stabilityBuckets(progress.stability),
    ratings,
    days: historyOf(days, moment.day),
    overdue: forecast.overdue,
    forecast: forecast.days,
    topics: topics.map(topic => ({
      topic,
      ...masteryOf(itemsOf(topic.id), progress, moment.day),
    })),
    blueprint,
    domains: blueprint === null ? [] : domainMasteries(course, blueprint, progress, moment.day),
    readiness: readiness(),
  };
};
