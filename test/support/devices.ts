/** Several devices with a journal each, in memory, that take in each other's events when a test says so. */
import type { EventBody, JournalEvent } from '../../src/core/journal/event.ts';
import { inOrder } from '../../src/core/journal/event-order.ts';
import { foldAll } from '../../src/core/fold/fold.ts';
import type { Journal } from '../../src/core/journal/journal.ts';
import { isItemEvent } from '../../src/core/fold/item-steps.ts';
import type { LiveFold } from '../../src/core/fold/live-fold.ts';

export interface Device extends Journal {
  readonly events: readonly JournalEvent[];
  /** Takes in events of other devices, each once. */
  receive(events: readonly JournalEvent[]): void;
}

/** @param now ms UTC of the moment */
export const makeDevice = (device: string, now: () => number): Device => {
  const events = new Map<string, JournalEvent>();
  let folded: LiveFold | null = null;
  const live = (): LiveFold => (folded ??= foldAll(events.values(), { now: now(), self: device }));
  const append = (course: string, body: EventBody): JournalEvent => {
    const at = now();
    const lc = Math.max(at, live().clock(at) + 1);
    const id = `${device}-${lc.toString(36).padStart(9, '0')}`;
    const event: JournalEvent = { v: 1, id, lc, at, tz: 0, course, ...body };
    events.set(id, event);
    folded = null;
    return event;
  };
  return {
    device,
    get events() {
      return [...events.values()];
    },
    receive: others => {
      for (const event of others) if (!events.has(event.id)) events.set(event.id, event);
      folded = null;
    },
    progress: course => live().progress(course, now()),
    msElsewhere: () => 0,
    mark: () => String(events.size),
    refresh: () => undefined,
    append,
    requireWritable: () => undefined,
    history: (course, item) => {
      const fold = live().course(course);
      const { names } = fold.namesOf(item);
      const mine = [...events.values()].filter(event => live().courseOf(event.course) === fold.course);
      return inOrder(mine.filter(event => isItemEvent(event) && names(event)));
    },
    courses: () =>
      [...live().courses.values()].flatMap(({ course, table }) => (table.size > 0 ? [course] : [])),
    exams: () => [],
    examCount: () => 0,
    health: () => {
      throw new Error('no test asks for it');
    },
    oddRuns: () => [],
    irregular: () => [],
    alarms: () => [],
    close: () => undefined,
  };
};
