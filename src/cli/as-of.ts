import type { Runtime } from '../app/runtime.ts';
import { dateToDay, startOfDay } from '../core/civil-day.ts';
import { Failure } from '../core/failure.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';

/**
 * The last moment (ms UTC) of the study day that `--as-of` names, by the usual rollover hour.
 * @throws Failure `usage` for what is no date
 */
export const endOfDate = (date: string, { clock }: Runtime): number => {
  const day = dateToDay(date);
  if (day === null) {
    throw new Failure('usage', `--as-of takes a date such as 2026-11-20, not "${date}"`, {
      code: 'bad-date',
    });
  }
  return startOfDay(day + 1, clock.offset(clock.now()), DEFAULT_SETTINGS.rollover) - 1;
};
