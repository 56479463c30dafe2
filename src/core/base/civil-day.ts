/** Study days and civil dates without the Date object's zones: whole numbers in, text out. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One moment as the learner's clock shows it. */
export interface Moment {
  /** ms UTC. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly tz: number;
  /** Study day, see {@link studyDay}. */
  readonly day: number;
}

/** Whole days since 1970-01-01 in the zone, where a day begins at the rollover hour (design section 8). */
export const studyDay = (at: number, tz: number, rollover: number): number =>
  Math.floor((at + tz * MINUTE - rollover * HOUR) / DAY);

/** A moment from its parts: ms UTC, minutes east of UTC, and the hour at which a study day begins. */
export const makeMoment = (at: number, tz: number, rollover: number): Moment => ({
  at,
  tz,
  day: studyDay(at, tz, rollover),
});

/** `2026-11-20` for a study day. */
export const dayToDate = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Study day of `YYYY-MM-DD`, or `null` for anything that is no such date. */
export const dateToDay = (date: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || dayToDate(at / DAY) !== date ? null : at / DAY;
};

/** `2026-11-20T09:05` on the learner's clock. */
export const localMinute = (at: number, tz: number): string =>
  new Date(at + tz * MINUTE).toISOString().slice(0, 16);

/** A moment (ms UTC) as JSON has it: ISO 8601 in UTC, in fields whose names end in `Utc`. */
export const utcMoment = (at: number): string => new Date(at).toISOString();

/** First moment (ms UTC) of a study day in the zone. */
export const startOfDay = (day: number, tz: number, rollover: number): number =>
  day * DAY + rollover * HOUR - tz * MINUTE;
