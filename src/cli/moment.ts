import type { Runtime } from '../app/runtime.ts';
import type { Moment } from '../core/civil-day.ts';
import { makeMoment } from '../core/civil-day.ts';

/** This moment on the learner's clock, with the study day by their rollover hour. */
export const momentNow = ({ clock }: Runtime, settings: { readonly rollover: number }): Moment => {
  const at = clock.now();
  return makeMoment(at, clock.offset(at), settings.rollover);
};
