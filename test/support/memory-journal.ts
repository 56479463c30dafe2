/** A journal in memory, folded by the same rules as the one on the disk. */
import type { EventBody, JournalEvent } from '../../src/core/journal/event.ts';
import { isExamEvent } from '../../src/core/journal/exam-event.ts';
import { startOfDay } from '../../src/core/base/civil-day.ts';
import { Failure } from '../../src/core/base/failure.ts';
import { fold, foldAll } from '../../src/core/fold/fold.ts';
import type { Journal } from '../../src/core/journal/journal.ts';
import type { Progress } from '../../src/core/journal/progress.ts';

export interface MemoryJournal extends Journal {
  readonly events: readonly JournalEvent[];
  /** Adds events as another session or device would have. */
  add(course: string, body: EventBody, at?: number, device?: string): JournalEvent;
  /** Progress at the end of a study day. */
  progressAt(course: string, day: number): Progress;
  /** What the disk does from now on. */
  disk: 'well' | 'full' | 'read-only';
}

/** @param now ms UTC of the moment */
export const memoryJournal = (now: () => number, tz = 0): MemoryJournal => {
  const events: JournalEvent[] = [];
  const folded = new Map<string, Progress>();
  let clock = 0;
  const add: MemoryJournal['add'] = (course, body, at = now(), device = 'me') => {
    clock = Math.max(at, clock + 1);
    const id = `${device}-${String(events.length).padStart(6, '0')}`;
    const event: JournalEvent = { v: 1, id, lc: clock, at, tz, course, ...body };
    events.push(event);
    folded.clear();
    return event;
  };
  const refuse = (): never => {
    throw new Failure('data', 'Not saved: the disk is full', { code: 'not-saved', try: 'make room' });
  };
  const journal: MemoryJournal = {
    device: 'me',
    disk: 'well',
    events,
    add,
    progress: course => {
      const known = folded.get(course) ?? fold(events, { course, now: now(), self: 'me' });
      folded.set(course, known);
      return known;
    },
    msElsewhere: (course, day) => foldAll(events, { now: now(), self: 'me' }).msElsewhere(course, day),
    mark: () => String(events.length),
    progressAt: (course, day) => {
      const { rollover } = journal.progress(course).settings;
      const end = startOfDay(day + 1, tz, rollover) - 1;
      return fold(
        events.filter(({ at }) => at <= end),
        { course, now: end, self: 'me' },
      );
    },
    refresh: () => undefined,
    append: (course, body) => (journal.disk === 'well' ? add(course, body) : refuse()),
    requireWritable: () => {
      if (journal.disk === 'read-only') {
        throw new Failure('data', 'The home cannot be written to', { code: 'not-saved', place: '/home/x' });
      }
    },
    history: (course, item) =>
      events.filter(event => event.course === course && JSON.stringify(event).includes(JSON.stringify(item))),
    courses: () =>
      [...foldAll(events, { now: now(), self: 'me' }).courses.values()].flatMap(({ course, table }) =>
        table.size > 0 ? [course] : [],
      ),
    exams: course => events.filter(event => isExamEvent(event)).filter(event => event.course === course),
    examCount: () => events.filter(isExamEvent).length,
    health: () => {
      throw new Error('no session asks for it');
    },
    oddRuns: () => [],
    irregular: () => [],
    alarms: () => [],
    close: () => undefined,
  };
  return journal;
};

/** A clock that tests set; it never moves by itself. */
export interface TestClock {
  at: number;
  readonly now: () => number;
  readonly offset: () => number;
  /** Moves by minutes. */
  pass(minutes: number): void;
}

export const testClock = (start: string): TestClock => {
  const clock: TestClock = {
    at: Date.parse(start),
    now: () => clock.at,
    offset: () => 0,
    pass: minutes => {
      clock.at += Math.round(minutes * 60_000);
    },
  };
  return clock;
};
