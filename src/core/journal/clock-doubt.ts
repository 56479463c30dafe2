/** Which records a wrong clock has dated: their moments say nothing about the time between two answers. */
import type { Envelope } from './event.ts';

/** First moment that a record made here can have, ms UTC: the program is not older than this year. */
const FIRST_MOMENT = Date.UTC(2026, 0, 1);

/** How far a record may lie behind what its device had seen, in ms: zones and travel stay well below two days. */
export const MOST_BEHIND = 48 * 3_600_000;

/** What of a record tells whether its clock can be right. */
type Dated = Pick<Envelope, 'at' | 'lc' | 'seen'>;

/** `true` for a record dated before any version of the program existed. */
export const isImpossible = ({ at }: Pick<Envelope, 'at'>): boolean => at < FIRST_MOMENT;

/**
 * `true` for a record that lies far behind what its device had seen: by its own word (`seen`), or by its logical
 * clock, which no device lets run ahead of `at` by more than a day.
 */
export const isBehind = ({ at, lc, seen = 0 }: Dated): boolean => Math.max(lc, seen) - at > MOST_BEHIND;

/**
 * `true` for a record whose moment makes no elapsed time, neither before nor after it. This is asked of records that
 * were made here; what was imported from elsewhere has a type of its own and may be of any age.
 */
export const isDoubtful = (record: Dated): boolean => isImpossible(record) || isBehind(record);
