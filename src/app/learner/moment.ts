/** Moments by the learner's clock: the one place where the machine's clock becomes a study day. */
import type { Moment } from '../../core/base/civil-day.ts';
import { makeMoment } from '../../core/base/civil-day.ts';
import type { Runtime } from './runtime.ts';

interface Days {
  /** Hour at which a study day begins. */
  readonly rollover: number;
}

/** A moment (ms UTC) on the learner's clock, with the study day by their rollover hour. */
export const momentAt = ({ clock }: Pick<Runtime, 'clock'>, { rollover }: Days, at: number): Moment =>
  makeMoment(at, clock.offset(at), rollover);

/** This moment on the learner's clock, see {@link momentAt}. */
export const momentNow = (runtime: Pick<Runtime, 'clock'>, settings: Days): Moment =>
  momentAt(runtime, settings, runtime.clock.now());
