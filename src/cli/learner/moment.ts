import type { Runtime } from '../../app/learner/runtime.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import { makeMoment } from '../../core/base/civil-day.ts';

/** This moment on the learner's clock, with the study day by their rollover hour. */
export const momentNow = ({ clock }: Runtime, settings: { readonly rollover: number }): Moment => {
  const at = clock.now();
  return makeMoment(at, clock.offset(at), settings.rollover);
};
