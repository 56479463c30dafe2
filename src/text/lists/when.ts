/** Study days of the past as a list names them: short, and as people say them. */
import { dayToDate } from '../../core/base/civil-day.ts';
import { dayAndMonth } from '../stats/dates.ts';

/**
 * `today`, `Fri 27 Nov`; `''` for what was never tried.
 * @param day study day; -1: none
 */
export const whenTried = (day: number, today: number): string => {
  if (day < 0) return '';
  if (day >= today) return 'today';
  return dayAndMonth(dayToDate(day));
};
