import type { Moment } from './civil-day.ts';
import { dayToDate } from './civil-day.ts';
import type { Blueprint, CourseReader, ItemEntry, TopicEntry } from './course.ts';
import { currentBlueprint } from './domains.ts';
import type { Mastery, Outlook } from './mastery.ts';
import { masteryOf, outlookOf } from './mastery.ts';
import { itemsByTopic, streakOf } from './overview.ts';
import type { DayTotals, ItemProgress, Progress } from './progress.ts';
import { dueStatus } from './schedule.ts';

/** Share of reviews of known items that were recalled. */
export interface Retention {
  readonly reviews: number;
  readonly retained: number;
  /** 0 to 1; `null` without reviews. */
  readonly share: number | null;
}

/** Items that fall due on a study day if nothing is done before. */
export interface ForecastDay {
  readonly date: string;
  readonly due: number;
}

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
  readonly retention: { readonly month: Retention; readonly all: Retention };
  /** Counted ratings: again, hard, good, easy. */
  readonly ratings: readonly [number, number, number, number];
  /** The last study days, oldest first, days without an answer included. */
  readonly days: readonly (Omit<DayTotals, 'day'> & { readonly date: string })[];
  readonly forecast: readonly ForecastDay[];
  readonly topics: readonly (Mastery & { readonly topic: TopicEntry })[];
  readonly blueprint: Blueprint | null;
  readonly outlook: Outlook | null;
}

/** Study days the heatmap and the forecast cover. */
const HISTORY_DAYS = 84;
const FORECAST_DAYS = 14;
const MONTH = 30;

const retentionOf = (days: readonly DayTotals[]): Retention => {
  const reviews = days.reduce((sum, day) => sum + day.reviews, 0);
  const retained = days.reduce((sum, day) => sum + day.retained, 0);
  return { reviews, retained, share: reviews === 0 ? null : retained / reviews };
};

/** Study day on which an item is due; `null` when it is not in rotation. Overdue counts as today. */
const dueDayOf = (item: ItemProgress, moment: Moment): number | null => {
  switch (dueStatus(item, moment)) {
    case 'new':
    case 'suspended':
      return null;
    case 'later':
      return Math.max(item.dueDay, moment.day);
    case 'buried':
      return Math.max(item.dueDay, moment.day + 1);
    default:
      return moment.day;
  }
};

const forecastOf = (
  items: readonly ItemEntry[],
  progress: Progress,
  moment: Moment,
): readonly ForecastDay[] => {
  const due = Array.from({ length: FORECAST_DAYS }, () => 0);
  for (const { key } of items) {
    const item = progress.items.get(key);
    const day = item === undefined ? null : dueDayOf(item, moment);
    if (day === null || day - moment.day >= FORECAST_DAYS) continue;
    due[day - moment.day] = (due[day - moment.day] ?? 0) + 1;
  }
  return due.map((count, i) => ({ date: dayToDate(moment.day + i), due: count }));
};

const EMPTY_DAY: Omit<DayTotals, 'day'> = {
  answers: 0,
  introduced: 0,
  reviews: 0,
  retained: 0,
  ratings: [0, 0, 0, 0],
  ms: 0,
};

const historyOf = (days: readonly DayTotals[], today: number): Statistics['days'] => {
  const byDay = new Map(days.map(day => [day.day, day]));
  return Array.from({ length: HISTORY_DAYS }, (_, i) => {
    const number = today - HISTORY_DAYS + 1 + i;
    const { day, ...totals } = byDay.get(number) ?? { day: number, ...EMPTY_DAY };
    return { date: dayToDate(day), ...totals };
  });
};

/**
 * Statistics of a course at a moment. `topics` narrows mastery and forecast; what is counted by day is of the
 * whole course.
 */
export const statisticsOf = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
  topics: readonly TopicEntry[],
): Statistics => {
  const byTopic = itemsByTopic(course);
  const items = topics.flatMap(topic => byTopic.get(topic.id) ?? []);
  const days = progress.days.filter(day => day.day <= moment.day);
  const blueprint = currentBlueprint(course, progress.settings, dayToDate(moment.day)) ?? null;
  const ratings: [number, number, number, number] = [0, 0, 0, 0];
  for (const day of days) {
    ratings[0] += day.ratings[0];
    ratings[1] += day.ratings[1];
    ratings[2] += day.ratings[2];
    ratings[3] += day.ratings[3];
  }
  return {
    date: dayToDate(moment.day),
    streak: streakOf(days, moment.day),
    answers: days.reduce((sum, day) => sum + day.answers, 0),
    minutes: Math.round(days.reduce((sum, day) => sum + day.ms, 0) / 60_000),
    seen: masteryOf(items, progress, moment.day).seen,
    items: items.length,
    retention: {
      month: retentionOf(days.filter(day => day.day > moment.day - MONTH)),
      all: retentionOf(days),
    },
    ratings,
    days: historyOf(days, moment.day),
    forecast: forecastOf(items, progress, moment),
    topics: topics.map(topic => ({
      topic,
      ...masteryOf(byTopic.get(topic.id) ?? [], progress, moment.day),
    })),
    blueprint,
    outlook: blueprint === null ? null : outlookOf(course, blueprint, progress, moment.day),
  };
};
