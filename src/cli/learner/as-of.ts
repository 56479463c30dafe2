/** The end of the day that `--as-of` names, by the learner's clock. */
import type { Runtime } from '../../app/learner/runtime.ts';
import { dateToDay, startOfDay } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';

/**
 * The last moment (ms UTC) of the study day that `--as-of` names.
 * @param rollover hour at which a study day begins
 * @throws Failure `usage` for what is no date
 */
export const endOfDate = (date: string, { clock }: Runtime, rollover: number): number => {
  const day = dateToDay(date);
  if (day === null) {
    throw new Failure('usage', `--as-of takes a date such as 2026-11-20, not "${date}"`, {
      code: 'bad-date',
    });
  }
  // The zone's offset at that moment, which summer time may make another one than now.
  const about = startOfDay(day + 1, clock.offset(clock.now()), rollover);
  return startOfDay(day + 1, clock.offset(about), rollover) - 1;
};
