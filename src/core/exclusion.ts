/** Which devices are left out of the fold. */
import type { EventBody } from './event.ts';
import { deviceOf, inOrder } from './event-order.ts';
import type { Position } from './event-order.ts';

export type ExcludedEvent = Position & Extract<EventBody, { type: 'excluded' }>;

/**
 * The devices that are left out: by device, the last `excluded` event in order holds.
 *
 * Two devices can each leave out the other. So that a strange journal beside one's own can never lock the
 * learner out, the device at hand (`self`) decides first and for good, is never left out itself, and what an
 * excluded device says about others does not count.
 */
export const excludedDevices = (events: readonly ExcludedEvent[], self: string): ReadonlySet<string> => {
  const excluded = new Set<string>();
  const decided = new Set<string>([self]);
  const ordered = inOrder(events);
  const set = ({ device, value }: ExcludedEvent): void => {
    if (value) excluded.add(device);
    else excluded.delete(device);
  };
  for (const event of ordered) {
    if (deviceOf(event.id) !== self || event.device === self) continue;
    set(event);
    decided.add(event.device);
  }
  for (const event of ordered)
    if (!decided.has(event.device) && !excluded.has(deviceOf(event.id))) set(event);
  return excluded;
};
