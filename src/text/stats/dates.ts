/** Dates as people write them; the text files and JSON keep `YYYY-MM-DD`. */

import { dayToDate } from '../../core/base/civil-day.ts';

/** Names of weekdays, Monday first. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Short names of the months. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

const FULL_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const FULL_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `Sun 20 Dec` for a study day. */
export const dayText = (day: number): string => dayAndMonth(dayToDate(day));

/** `Sun 20 Dec 2026`. */
export const dayAndYear = (day: number): string => `${dayText(day)} ${dayToDate(day).slice(0, 4)}`;

/** `Sunday 20 December 2026`. */
export const longDay = (day: number): string => {
  const [year = '', month = '', date = ''] = dayToDate(day).split('-');
  const weekday = FULL_WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? '';
  return `${weekday} ${Number(date)} ${FULL_MONTHS[Number(month) - 1] ?? ''} ${year}`;
};

/** `today`, `tomorrow`, `in 21 days`, `yesterday`, `3 days ago`. */
export const daysAway = (days: number): string => {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
};

/** `Sat 21 Nov, 10:00` for `2026-11-21T10:00`. */
export const minuteText = (minute: string): string =>
  `${dayAndMonth(minute.slice(0, 10))}, ${minute.slice(11)}`;

/** `Sat 21 Nov` for `2026-11-21`. */
export const dayAndMonth = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? ''} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
};
