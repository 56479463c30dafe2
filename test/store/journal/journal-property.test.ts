import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { claimedMoment, deviceOf, futureLimit, inOrder } from '../../../src/core/journal/event-order.ts';
import { isExamEvent } from '../../../src/core/journal/exam-event.ts';
import { fold, foldAll } from '../../../src/core/fold/fold.ts';
import type { Journal } from '../../../src/core/journal/journal.ts';
import { makeDevice } from '../../../src/store/device/device.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { histories, HOUR, NOW, plainProgress } from '../../support/histories.ts';
import { withHome } from '../../support/homes.ts';
import { rounds as repeats } from '../../support/rounds.ts';

const COURSES = ['cloud', 'constructor'];

/** How events come to the disk: into which copy of their device's file, twice, and with what rubbish before them. */
interface Arrival {
  readonly copy: string;
  readonly twice: boolean;
  readonly noise: string;
}

const CALM: Arrival = { copy: '', twice: false, noise: '' };

const arrivals = fc.record({
  copy: fc.constantFrom('', '', '', '.2', ' (conflicted copy)'),
  twice: fc.constantFrom(false, false, false, true),
  noise: fc.constantFrom(
    '',
    '',
    '',
    '{"v":1,"id":"aa-to',
    '\0\0\0\n',
    '\n\n',
    '{"v":7,"type":"dreamt"}\n',
    '[]\n',
  ),
});

/** What happens between two looks at the journal. */
const rounds = (clocks: readonly number[]) =>
  fc.array(
    fc.record({
      size: fc.nat({ max: 8 }),
      /** A new program starts, from the snapshot if there is one. */
      restart: fc.boolean(),
      /** The one before wrote a snapshot when it ended. */
      snapshot: fc.boolean(),
      /** The clock moves, also back. */
      clock: fc.constantFrom(...clocks),
    }),
    { maxLength: 8 },
  );

type Round = fc.Arbitrary<readonly { size: number; restart: boolean; snapshot: boolean; clock: number }[]>;

/** The events of a course's exams that hold. */
const examsIn = (
  events: readonly JournalEvent[],
  course: string,
  now: number,
  self: string,
): readonly JournalEvent[] => {
  const live = foldAll(events, { now, self });
  return inOrder(
    events
      .map(event => live.place(event, now))
      .filter(
        event =>
          isExamEvent(event) &&
          live.courseOf(event.course) === live.courseOf(course) &&
          claimedMoment(event) <= futureLimit(now) &&
          live.counts(event) &&
          live.find(course)?.isForgotten(event) !== true,
      ),
  );
};

/** Writes events to a home in pieces and compares at each look; returns how many looks needed no rebuild. */
const play = (
  events: readonly JournalEvent[],
  arrive: readonly Arrival[],
  rounds: Round extends fc.Arbitrary<infer T> ? T : never,
  self: string | null,
): number =>
  withHome(home => {
    let now = NOW;
    let rebuilt = false;
    let spared = 0;
    const known: JournalEvent[] = [];
    const rest = [...events];
    /** Second copies of events, which arrive one look later. */
    let copies: (readonly [name: string, line: string])[] = [];
    let journal: Journal | null = null;
    const end = { size: 0, restart: true, snapshot: true, clock: 0 };
    home.add('ignored.txt', 'not a journal');
    if (self !== null) makeDevice(home.paths.data, 'this', self);
    for (const { size, restart, snapshot, clock } of [...rounds, { ...end, size: rest.length }, end]) {
      now += clock;
      for (const [name, line] of copies) home.add(name, line);
      copies = [];
      for (const event of rest.splice(0, size)) {
        const { copy, twice, noise } = arrive[known.length] ?? CALM;
        const line = `\n${JSON.stringify(event)}\n`;
        home.add(`${deviceOf(event.id)}${copy}.jsonl`, `${noise}${line}`);
        if (twice) copies.push([`${deviceOf(event.id)}.9.jsonl`, line]);
        known.push(event);
      }
      if (restart && snapshot) journal?.close();
      if (restart) journal = null;
      rebuilt = false;
      if (journal !== null) journal.refresh();
      else
        journal = openJournal({
          ...home.journal(NOW),
          now: () => now,
          snapshotAfter: 0,
          onRebuild: () => (rebuilt = true),
        });
      if (!rebuilt && size > 0) spared++;
      for (const course of COURSES) {
        expect(plainProgress(journal.progress(course))).toEqual(
          plainProgress(fold(known, { course, now, self: journal.device })),
        );
        expect(journal.exams(course)).toEqual(examsIn(known, course, now, journal.device));
      }
    }
    return spared;
  });

describe('a journal on the disk', () => {
  it('comes to the fold of its lines when they arrive nearly in order, mostly without reading all again', () => {
    let looks = 0;
    let spared = 0;
    fc.assert(
      fc.property(
        histories({ maxLength: 30, grow: true }),
        fc.array(fc.nat({ max: 29 }), { maxLength: 4 }),
        rounds([0, 0, 0, HOUR]),
        fc.constantFrom('aa', null),
        (events, late, rounds, self) => {
          const order = [...inOrder(events)];
          for (const index of late) order.push(...order.splice(index, 1));
          spared += play(order, [], rounds, self);
          looks += rounds.filter(({ size }) => size > 0).length + 1;
        },
      ),
      { numRuns: repeats(40, 150) },
    );
    expect(spared / looks).toBeGreaterThan(0.3);
  });

  it.each([
    ['ids that grow with the clock', true],
    ['ids in any order', false],
  ])('with %s comes to the fold of its lines, whatever arrives when and in whichever file', (_, grow) => {
    fc.assert(
      fc.property(
        histories({ maxLength: 30, grow }),
        fc.array(arrivals, { minLength: 30, maxLength: 30 }),
        rounds([0, 0, 0, HOUR, 30 * HOUR, -30 * HOUR, 60 * HOUR, -60 * HOUR, 500 * HOUR]),
        fc.constantFrom('aa', null),
        (events, arrive, rounds, self) => void play(events, arrive, rounds, self),
      ),
      { numRuns: repeats(25, 100) },
    );
  });
});
