/**
 * Puts records into the time where they belong. Redating is settled before anything else, from the events as they
 * are: those that decide about it (`redated`, `excluded`, and the undoing of a redating) keep their own moments.
 */
import type { Envelope, JournalEvent, RedatedRecord } from '../journal/event.ts';
import { claimedMoment, deviceOf, futureLimit, inOrder } from '../journal/event-order.ts';
import { excludedDevices } from './exclusion.ts';

/** Which records have another moment than they say. */
export interface Redating {
  /** By id of a record. */
  readonly places: ReadonlyMap<string, Pick<RedatedRecord, 'at' | 'day'>>;
  /** Ids of all `redated` events, whether they hold or not. */
  readonly ids: ReadonlySet<string>;
}

/** Every event has the moment that it says. */
export const NO_REDATING: Redating = { places: new Map(), ids: new Set() };

/**
 * What holds of the `redated` events among others. Only those, `excluded` and `undone` are looked at.
 * @param now ms UTC
 * @param self the device at hand
 */
export const redatingOf = (events: readonly JournalEvent[], now: number, self: string): Redating => {
  const redated = events.filter(event => event.type === 'redated');
  if (redated.length === 0) return NO_REDATING;
  const isPresent = (event: JournalEvent): boolean => claimedMoment(event) <= futureLimit(now);
  const excluded = excludedDevices(events.filter(event => event.type === 'excluded').filter(isPresent), self);
  const counts = (event: JournalEvent): boolean => isPresent(event) && !excluded.has(deviceOf(event.id));
  const undone = new Set<string>();
  for (const event of events) if (event.type === 'undone' && counts(event)) undone.add(event.target);
  const places = new Map<string, Pick<RedatedRecord, 'at' | 'day'>>();
  for (const event of inOrder(redated)) {
    if (undone.has(event.id) || !counts(event)) continue;
    for (const { id, at, day } of event.records) places.set(id, { at, day });
  }
  return { places, ids: new Set(redated.map(({ id }) => id)) };
};

/** `true` for an event whose own moment holds whatever else is said about it. */
const keepsItsMoment = (event: Partial<JournalEvent>, { ids }: Redating): boolean =>
  event.type === 'redated' ||
  event.type === 'excluded' ||
  (event.type === 'undone' && event.target !== undefined && ids.has(event.target));

/**
 * An event where it belongs in time: redated, or as it is. What its device had seen (`seen`) is left out as long as
 * that moment has not come: then it was that evidence which was wrong.
 */
export const placed = <T extends Omit<Envelope, 'v'>>(event: T, redating: Redating, now: number): T => {
  const place = redating.places.get(event.id);
  if (place !== undefined && !keepsItsMoment(event as Partial<JournalEvent>, redating)) {
    const { seen: _, ...rest } = event;
    return { ...rest, at: place.at, lc: place.at, ...('day' in event ? { day: place.day } : {}) } as T;
  }
  if (event.seen === undefined || event.seen <= futureLimit(now)) return event;
  const { seen: _, ...rest } = event;
  return rest as T;
};
