import type { Moment } from '../base/civil-day.ts';
import { dayToDate } from '../base/civil-day.ts';
import type { ItemEntry } from '../course/course.ts';
import type { ItemProgress, Progress } from '../journal/progress.ts';

/** Items whose day comes on a study day. */
export interface ForecastDay {
  readonly date: string;
  readonly due: number;
}

/** What falls due if nothing is done before, each item once, on the next day it is due. */
interface Forecast {
  /** Items whose day was before today. */
  readonly overdue: number;
  /** Today and the days after it, ascending. */
  readonly days: readonly ForecastDay[];
}

/** Study days the forecast covers, today the first. */
const FORECAST_DAYS = 30;

/** Study day on which an item is due; `null`: new or suspended. One that is buried today comes tomorrow. */
const dueDayOf = (item: ItemProgress | undefined, { day }: Moment): number | null => {
  if (item === undefined || item.state === null || item.suspended) return null;
  return item.buriedDay === day ? Math.max(item.dueDay, day + 1) : item.dueDay;
};

/** The forecast of some items at a moment. */
export const forecastOf = (items: readonly ItemEntry[], progress: Progress, moment: Moment): Forecast => {
  const due = Array.from({ length: FORECAST_DAYS }, () => 0);
  let overdue = 0;
  for (const { key } of items) {
    const day = dueDayOf(progress.items.get(key), moment);
    if (day === null || day - moment.day >= FORECAST_DAYS) continue;
    if (day < moment.day) overdue++;
    else due[day - moment.day] = (due[day - moment.day] ?? 0) + 1;
  }
  return { overdue, days: due.map((count, i) => ({ date: dayToDate(moment.day + i), due: count })) };
};
