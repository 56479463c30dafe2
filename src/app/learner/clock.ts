import type { Clock } from './runtime.ts';

/** The machine's clock and zone. `getTimezoneOffset` counts west of UTC, we count east. */
export const systemClock: Clock = {
  now: () => Date.now(),
  offset: at => -new Date(at).getTimezoneOffset(),
  ticks: () => performance.now(),
};
