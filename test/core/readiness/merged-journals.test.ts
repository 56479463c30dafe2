import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToDay, dayToDate } from '../../../src/core/base/civil-day.ts';
import type { Blueprint, Item } from '../../../src/core/course/course.ts';
import { foldAll } from '../../../src/core/fold/fold.ts';
import { LiveFold } from '../../../src/core/fold/live-fold.ts';
import { reachFrom } from '../../../src/core/forecast/reach.ts';
import type { EventBody, JournalEvent } from '../../../src/core/journal/event.ts';
import type { Progress } from '../../../src/core/journal/progress.ts';
import { samplesOf } from '../../../src/core/readiness/evidence.ts';
import { examPlanOf, minutesLeftToday } from '../../../src/core/readiness/exam-plan.ts';
import { readinessOf } from '../../../src/core/readiness/readiness.ts';
import { examBlueprint } from '../../support/exam-course.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import { card, choice, tinyCourse } from '../../support/tiny-course.ts';

const TOPICS = ['a', 'b', 'c', 'd'];
const CARDS = 6;
const QUESTIONS = 4;
/** `a` to `c` serve the first exam, `c` and `d` the second one. */
const tagsOf = (topic: string) => [
  ...(topic === 'd' ? [] : [{ blueprint: 'one', tasks: ['1.1'] }]),
  ...(topic === 'a' || topic === 'b' ? [] : [{ blueprint: 'two', tasks: ['1.1'] }]),
];
const ITEMS: readonly Item[] = TOPICS.flatMap(topic => [
  ...Array.from({ length: CARDS }, (_, n): Item => card(`${topic}-c${n}`, topic)),
  ...Array.from({ length: QUESTIONS }, (_, n): Item =>
    choice(`${topic}-q${n}`, undefined, { topic, tasks: tagsOf(topic) }),
  ),
]);
const ONE: Blueprint = examBlueprint([60, 40], 8, 0, { id: 'one' });
const TWO: Blueprint = examBlueprint([100], 8, 0, { id: 'two' });
const COURSE = tinyCourse({ items: ITEMS, blueprints: [ONE, TWO] });
const TODAY = dateToDay('2026-11-20') ?? 0;
const DAY = 86_400_000;
const NOW = TODAY * DAY + DAY / 2;
const DEVICES = ['aa', 'bb', 'cc'] as const;

interface Draft {
  readonly device: number;
  readonly daysAgo: number;
  readonly item: number;
  readonly right: boolean;
  readonly seconds: number;
  /** Thousandths; only first questions of a plan have one. */
  readonly known: number;
  /** Takes back what the same device did so many events before; 0: an answer. */
  readonly undo: number;
}

const drafts = fc.array(
  fc.record({
    device: fc.nat(2),
    daysAgo: fc.integer({ min: 1, max: 20 }),
    item: fc.nat(ITEMS.length - 1),
    right: fc.boolean(),
    seconds: fc.integer({ min: 2, max: 90 }),
    known: fc.nat(1000),
    undo: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
    ),
  }),
  { minLength: 20, maxLength: 90 },
);

/** The journals of the devices, each in the order in which it was written. */
const journalsOf = (list: readonly Draft[]): readonly (readonly JournalEvent[])[] => {
  const journals: JournalEvent[][] = DEVICES.map(() => []);
  const settings = { exam: 'one', examDate: dayToDate(TODAY + 21), minutesPerDay: 30 };
  const put = (device: number, at: number, body: EventBody): void => {
    const own = journals[device] ?? [];
    const id = `${DEVICES[device]}-${String(own.length).padStart(4, '0')}`;
    own.push({ v: 1, id, lc: at, at, tz: 0, course: 'tiny', ...body });
  };
  put(0, NOW - 30 * DAY, { type: 'configured', settings });
  const inTime = [...list].sort((a, b) => b.daysAgo - a.daysAgo);
  inTime.forEach(({ device, daysAgo, item: place, right, seconds, known, undo }, index) => {
    const at = NOW - daysAgo * DAY + index * 1000;
    const own = journals[device] ?? [];
    const target = undo === 0 ? undefined : own[own.length - undo];
    if (target !== undefined && target.type !== 'configured')
      return put(device, at, { type: 'undone', target: target.id });
    const { key: item = '', type = 'card' } = ITEMS[place] ?? {};
    const rating = right ? 'good' : 'again';
    const effect = { item, rating, counted: true } as const;
    const shared = { mode: 'review', day: TODAY - daysAgo, ms: seconds * 1000, model: 'm' } as const;
    if (type === 'card') return put(device, at, { type: 'reviewed', ...shared, ratings: [effect] });
    put(device, at, {
      type: 'answered',
      ...shared,
      ratings: [effect],
      known,
      verdict: right ? 'correct' : 'wrong',
      response: { kind: 'options', chosen: ['1'] },
      question: 'x',
      confidence: null,
      seed: 1,
    });
  });
  return journals;
};

/** What the plan and the forecast rest on. */
const modelOf = (progress: Progress) => {
  const plan = examPlanOf(COURSE, progress, TODAY);
  if (plan === null) throw new Error('no plan');
  const { learner } = plan;
  return {
    overall: learner.overall,
    shares: plan.map.sections.map((_, section) => learner.share(section)),
    fit: learner.fit,
    pace: learner.pace,
    reach: reachFrom(samplesOf(progress.study)),
    readiness: readinessOf(plan, progress),
  };
};

/** Folds what arrives in pieces, as journals of other devices do. */
const arrive = (pieces: readonly (readonly JournalEvent[])[]): Progress => {
  let live = new LiveFold('aa');
  const known: JournalEvent[] = [];
  for (const piece of pieces) {
    const outcome = live.absorb(piece, NOW, () => known);
    known.push(...piece);
    if (outcome !== 'done') live = foldAll(known, { now: NOW, self: 'aa' });
  }
  return live.progress('tiny', NOW);
};

describe('journals of several devices', () => {
  it('give the same shares, multipliers, pace, reach and figures in whatever order they are merged', () => {
    let samples = 0;
    fc.assert(
      fc.property(
        drafts,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (list, order, sizes) => {
          const journals = journalsOf(list);
          const expected = modelOf(arrive([journals.flat()]));
          if (expected.reach.mean !== reachFrom([]).mean) samples++;
          const whole = order.map(device => journals[device] ?? []);
          expect(modelOf(arrive(whole))).toEqual(expected);
          // A part of each in turn, as laptops that meet again and again.
          const pieces: JournalEvent[][] = [];
          const at = [0, 0, 0];
          for (let turn = 0; at.some((place, device) => place < (journals[device]?.length ?? 0)); turn++) {
            const device = order[turn % 3] ?? 0;
            const size = sizes[turn % sizes.length] ?? 1;
            pieces.push((journals[device] ?? []).slice(at[device], (at[device] ?? 0) + size));
            at[device] = (at[device] ?? 0) + size;
          }
          expect(modelOf(arrive(pieces))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
    // Otherwise nothing was learned of how much an exam finds, and the property said little.
    expect(samples).toBeGreaterThan(5);
  });
});

describe('the minutes of a day', () => {
  const home = (exam: string) => {
    const journal = memoryJournal(() => NOW);
    const set = (course: string, of: string): void =>
      void journal.add(course, {
        type: 'configured',
        settings: {
          exam: of,
          examDate: dayToDate(TODAY + 21),
          minutesPerDay: 30,
          planFrom: dayToDate(TODAY),
        },
      });
    set('tiny', exam);
    const answer = (course: string, item: string, minutes: number): void =>
      void journal.add(course, {
        type: 'reviewed',
        mode: 'review',
        day: TODAY,
        ratings: [{ item, rating: 'good', counted: true }],
        ms: minutes * 60_000,
        model: 'm',
      });
    const left = (course = 'tiny'): number => {
      const plan = examPlanOf(COURSE, journal.progress(course), TODAY, journal.msElsewhere(course, TODAY));
      if (plan === null) throw new Error('no plan');
      return minutesLeftToday(plan);
    };
    return { journal, set, answer, left };
  };

  it('are shared by two exams of one course: what was studied for one is gone for the other', () => {
    const { set, answer, left } = home('one');
    expect(left()).toBe(30);
    answer('tiny', 'a-c0', 1);
    answer('tiny', 'a-c1', 2);
    expect(left()).toBe(27);
    // `a` is in the first exam alone; the other one has its own map, weights and items, but no minutes of its own.
    set('tiny', 'two');
    expect(left()).toBe(27);
    answer('tiny', 'd-c0', 2);
    expect(left()).toBe(25);
    set('tiny', 'one');
    expect(left()).toBe(25);
  });

  it('are shared by two courses on one day, whichever is studied', () => {
    const { set, answer, left } = home('one');
    set('other', 'two');
    answer('tiny', 'a-c0', 2);
    expect([left('tiny'), left('other')]).toEqual([28, 28]);
    answer('other', 'd-c0', 1);
    expect([left('tiny'), left('other')]).toEqual([27, 27]);
  });

  it('belong to an exam whose questions are asked: nothing of the other exam alone comes', () => {
    const { journal } = home('two');
    const plan = examPlanOf(COURSE, journal.progress('tiny'), TODAY);
    expect(plan?.map.topics.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(plan?.map.numbers.has('a-c0')).toBe(false);
  });
});
