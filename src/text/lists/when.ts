/** Study days of the past as a list names them: short, and as people say them. */
import { dayToDate } from '../../core/base/civil-day.ts';
import { dayAndMonth } from '../stats/dates.ts';

/** Days before today that are named by their weekday. */
const WEEK = 6;

/**
 * `today`, `Fri 27` within a week, `12 Nov` before; `''` for what was never tried.
 * @param day study day; -1: none
 */
export const whenTried = (day: number, today: number): string => {
  if (day < 0) return '';
  if (day >= today) return 'today';
  const [weekday = '', date = '', month = ''] = dayAndMonth(dayToDate(day)).split(' ');
  return today - day <= WEEK ? `${weekday} ${date}` : `${date} ${month}`;
};
