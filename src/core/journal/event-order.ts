/** Ids, order and time limits of events: what every reader of a journal has to agree on. */
import type { Envelope } from './event.ts';

const HOUR = 3_600_000;

/** An event's place in the one order that all devices share. */
export interface Position {
  readonly lc: number;
  readonly id: string;
}

/** Order by logical clock, then by id (ASCII): negative where `a` comes first. */
export const comparePositions = (a: Position, b: Position): number =>
  a.lc - b.lc || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** A list of events in order; the list itself where it is in order already. */
export const inOrder = <T extends Position>(events: readonly T[]): readonly T[] => {
  for (let i = 1; i < events.length; i++)
    if (comparePositions(events[i - 1] as T, events[i] as T) > 0) return [...events].sort(comparePositions);
  return events;
};

/** Device that an event's id begins with. */
export const deviceOf = (id: string): string => id.slice(0, id.indexOf('-'));

/** An event that claims a later moment than this is left out until then: two days, for clocks set wrong. */
export const futureLimit = (now: number): number => now + 48 * HOUR;

/** A logical clock beyond this never advances ours, or one wrong clock would spoil the order for all. */
export const clockLimit = (now: number): number => now + 24 * HOUR;

/**
 * The latest moment an event claims. A program that follows the rules writes no `lc` more than a day ahead of
 * its `at`, so that one that does is treated like one with such an `at`: it cannot put itself last for ever.
 */
export const claimedMoment = ({ at, lc }: Pick<Envelope, 'at' | 'lc'>): number => Math.max(at, lc);
