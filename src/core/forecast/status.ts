/** How a plan stands against its aim, in the words that are the same everywhere. */
import type { Interval } from './forecast.ts';

/** How the forecast stands to the aim. */
export type Status = 'on track' | 'close' | 'behind';

/**
 * On track: the projected score reaches the aim. Close: the aim lies within the interval of one paper. Behind: it
 * lies above it.
 */
export const statusOf = ({ score, high }: Interval, aim: number): Status => {
  if (score >= aim) return 'on track';
  return high >= aim ? 'close' : 'behind';
};
