import type { Moment } from '../../core/base/civil-day.ts';
import { dayToDate, localMinute } from '../../core/base/civil-day.ts';
import { RATINGS } from '../../core/journal/event.ts';
import type { ItemProgress } from '../../core/journal/progress.ts';
import { dayText } from '../stats/dates.ts';
import type { Choices } from '../../core/session/state.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** `10 min`, `6 h`: a wait of less than a day, in ms. */
export const waitText = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  return minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

const isSoon = ({ dueAt }: ItemProgress, { at }: Moment): boolean => dueAt > 0 && dueAt < at + DAY;

/** When an item is due: `2026-11-27`, or `2026-11-21T09:15` under one day. */
export const nextDate = (item: ItemProgress, moment: Moment): string =>
  isSoon(item, moment) ? localMinute(item.dueAt, moment.tz) : dayToDate(item.dueDay);

/** When a rating would bring an item back: `10 min` under one day, else the day `Fri 27 Nov`. */
export const ratingWhen = (item: ItemProgress, moment: Moment): string =>
  isSoon(item, moment) ? waitText(item.dueAt - moment.at) : dayText(item.dueDay);

/** As in {@link ratingWhen}, with the date as scripts read it. */
const plainWhen = (item: ItemProgress, moment: Moment): string =>
  isSoon(item, moment) ? waitText(item.dueAt - moment.at) : nextDate(item, moment);

/** `1 again 10 min · 2 hard 2026-11-23 · 3 good 2026-11-27 · 4 easy 2026-12-06`: plain lines, which scripts read. */
export const ratingLine = (choices: Choices, moment: Moment): string =>
  RATINGS.map((rating, index) => `${index + 1} ${rating} ${plainWhen(choices[rating], moment)}`).join(' · ');
