/** Which devices are left out of the fold. */
import type { EventBody } from '../journal/event.ts';
import { comparePositions, deviceOf, inOrder } from '../journal/event-order.ts';
import type { Position } from '../journal/event-order.ts';

/** An event that leaves a device out, or takes it in again. */
export type ExcludedEvent = Position & Extract<EventBody, { type: 'excluded' }>;

/** Of so many devices can one device say that they are left out; of more, what it said last holds. */
export const MOST_EXCLUDED = 1000;

/** `excluded` events, in any order: of each device the last ones about different devices, and no more. */
export class Exclusions {
  /** By device that says so, what it says of others. */
  readonly #byAuthor = new Map<string, Map<string, ExcludedEvent>>();
  /** Devices that have said more than is kept. */
  readonly #crowded = new Set<string>();

  add(event: ExcludedEvent): void {
    const author = deviceOf(event.id);
    let said = this.#byAuthor.get(author);
    if (said === undefined) this.#byAuthor.set(author, (said = new Map()));
    const known = said.get(event.device);
    if (known !== undefined && comparePositions(known, event) >= 0) return;
    const { id, lc, type, device, value } = event;
    said.set(device, { id, lc, type, device, value });
    // Cut seldom, so that a flood of them costs no more than sorting it.
    if (said.size >= 2 * MOST_EXCLUDED) this.#cut(author, said);
  }

  #cut(author: string, said: Map<string, ExcludedEvent>): void {
    if (said.size <= MOST_EXCLUDED) return;
    this.#crowded.add(author);
    const first = [...said.values()].sort(comparePositions).slice(0, said.size - MOST_EXCLUDED);
    for (const { device } of first) said.delete(device);
  }

  /** What is kept. */
  list(): readonly ExcludedEvent[] {
    const kept: ExcludedEvent[] = [];
    for (const [author, said] of this.#byAuthor) {
      this.#cut(author, said);
      for (const event of said.values()) kept.push(event);
    }
    return kept;
  }

  get size(): number {
    return this.#byAuthor.size;
  }

  /** Devices that have left out more others than can be kept, and what is lost of that. */
  get crowded(): readonly string[] {
    for (const [author, said] of this.#byAuthor) this.#cut(author, said);
    return [...this.#crowded].sort();
  }

  /** Takes note of a device that had said too much before a snapshot. */
  noteCrowded(author: string): void {
    this.#crowded.add(author);
  }

  /**
   * The devices that are left out: by device, the last `excluded` event in order holds.
   *
   * Two devices can each leave out the other. So that a strange journal beside one's own can never lock the
   * learner out, the device at hand (`self`) decides first and for good, is never left out itself, and what an
   * excluded device says about others does not count.
   */
  devices(self: string): ReadonlySet<string> {
    const excluded = new Set<string>();
    const decided = new Set<string>([self]);
    const ordered = inOrder(this.list());
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
  }
}

/** The devices that some `excluded` events leave out; see {@link Exclusions.devices}. */
export const excludedDevices = (events: Iterable<ExcludedEvent>, self: string): ReadonlySet<string> => {
  const exclusions = new Exclusions();
  for (const event of events) exclusions.add(event);
  return exclusions.devices(self);
};
