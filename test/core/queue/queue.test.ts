import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import { entryRows } from '../../../src/core/base/item-rows.ts';
import type { ItemEntry } from '../../../src/core/course/course.ts';
import { paceOf, secondsFor } from '../../../src/core/memory/pace.ts';
import type { DayTotals, ItemProgress, Progress } from '../../../src/core/journal/progress.ts';
import type { Pool } from '../../../src/core/queue/queue.ts';
import { cardQueue, itemsWithin, reviewQueue } from '../../../src/core/queue/queue.ts';
import { UNSEEN, dueStatus, retrievability } from '../../../src/core/memory/schedule.ts';
import { NO_STUDY } from '../../../src/core/journal/progress.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/journal/settings.ts';
import { card, choice, entryOf } from '../../support/tiny-course.ts';

const NOW = makeMoment(Date.parse('2026-11-21T10:00:00Z'), 0, 4);

const progressOf = (items: ReadonlyMap<string, ItemProgress>, more: Partial<Progress> = {}): Progress => ({
  course: 'tiny',
  settings: DEFAULT_SETTINGS,
  items,
  days: [],
  stability: [],
  study: NO_STUDY,
  families: new Map(),
  separated: new Map(),
  linked: [],
  prompts: new Map(),
  undoable: [],
  clock: 0,
  refusedLinks: new Set(),
  ...more,
});
const reviewed = (due: number, stability = 10, more: Partial<ItemProgress> = {}): ItemProgress => ({
  ...UNSEEN,
  state: 'review',
  stability,
  difficulty: 5,
  dueDay: NOW.day + due,
  lastDay: NOW.day - 10,
  attemptDay: NOW.day - 10,
  firstDay: NOW.day - 20,
  reps: 2,
  ...more,
});
const day = (more: Partial<DayTotals>): DayTotals => ({
  day: NOW.day,
  answers: 0,
  introduced: 0,
  reviews: 0,
  retained: 0,
  matureReviews: 0,
  matureRetained: 0,
  ratings: [0, 0, 0, 0],
  ms: 0,
  ...more,
});
const pool = (
  entries: readonly ItemEntry[],
  progress: Progress,
  topics: readonly string[] | null = null,
): Pool => ({
  rows: entryRows(entries),
  progress,
  moment: NOW,
  topics: topics === null ? null : new Set(topics),
});
const cards = (topic: string, count: number): readonly ItemEntry[] =>
  Array.from({ length: count }, (_, i) => entryOf(card(`${topic}-${i}`, topic)));

describe('a review', () => {
  it('asks what is due, lowest retrievability first', () => {
    const entries = cards('a', 5);
    const items = new Map([
      ['a-0', reviewed(0, 50)],
      ['a-1', reviewed(-30, 2)],
      ['a-2', reviewed(3, 1)],
      ['a-3', reviewed(-1, 9)],
    ]);
    expect(reviewQueue(pool(entries, progressOf(items)))).toMatchObject({
      due: ['a-1', 'a-3', 'a-0'],
      fresh: ['a-4'],
      learning: [],
    });
  });

  it('has learning steps apart, the earliest first, due or not', () => {
    const items = new Map([
      ['a-0', reviewed(0, 1, { state: 'learning', dueAt: NOW.at + 60_000 })],
      ['a-1', reviewed(0, 1, { state: 'relearning', dueAt: NOW.at - 60_000 })],
    ]);
    expect(reviewQueue(pool(cards('a', 2), progressOf(items))).learning).toEqual([
      { key: 'a-1', dueAt: NOW.at - 60_000 },
      { key: 'a-0', dueAt: NOW.at + 60_000 },
    ]);
  });

  it('leaves out what is suspended or buried today, and what another topic holds', () => {
    const entries = [...cards('a', 3), ...cards('b', 2)];
    const items = new Map([
      ['a-0', reviewed(0, 1, { suspended: true })],
      ['a-1', reviewed(0, 1, { buriedDay: NOW.day })],
      ['a-2', reviewed(0, 1, { buriedDay: NOW.day - 1 })],
    ]);
    expect(reviewQueue(pool(entries, progressOf(items), ['a']))).toMatchObject({ due: ['a-2'], fresh: [] });
    expect(reviewQueue(pool(entries, progressOf(items), ['b']))).toMatchObject({
      due: [],
      fresh: ['b-0', 'b-1'],
    });
  });

  it('counts what was done today against the limits, and says what they hold back', () => {
    const entries = cards('a', 20);
    const items = new Map(entries.slice(0, 10).map(({ key }) => [key, reviewed(0)]));
    const progress = progressOf(items, {
      settings: { ...DEFAULT_SETTINGS, newPerDay: 5, reviewsPerDay: 7 },
      days: [day({ day: NOW.day - 1, introduced: 5, reviews: 7 }), day({ introduced: 3, reviews: 4 })],
    });
    const queue = reviewQueue(pool(entries, progress));
    expect(queue.due).toHaveLength(3);
    expect(queue.fresh).toHaveLength(2);
    expect(queue.heldBack).toEqual({ due: 7, fresh: 8 });
  });

  it('takes new items in the order of teaching, and topics that it does not name after them', () => {
    const entries = [...cards('a', 1), ...cards('b', 1), ...cards('c', 1), ...cards('d', 1)];
    const { fresh } = reviewQueue({ ...pool(entries, progressOf(new Map())), order: ['c', 'gone', 'b'] });
    expect(fresh).toEqual(['c-0', 'b-0', 'a-0', 'd-0']);
  });

  it('lets what a quiz or an exam asked use up none of the new items of the day', () => {
    const study = {
      ...NO_STUDY,
      days: [{ day: NOW.day, answers: 0, first: 0, ms: 0, questionMs: 0, probes: 2 }],
    };
    const settings = { ...DEFAULT_SETTINGS, newPerDay: 5 };
    const progress = progressOf(new Map(), { settings, study, days: [day({ introduced: 3 })] });
    expect(reviewQueue(pool(cards('a', 20), progress)).fresh).toHaveLength(4);
  });

  it('takes new items in turns from four topics, begun ones first, cards before questions', () => {
    const entries = [
      entryOf(choice('q-a', undefined, { topic: 'a' })),
      ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap(topic => cards(topic, 3)),
    ];
    const items = new Map([['e-0', reviewed(5)]]);
    const settings = { ...DEFAULT_SETTINGS, newPerDay: 13 };
    expect(reviewQueue(pool(entries, progressOf(items, { settings }))).fresh.join(' ')).toBe(
      'e-1 a-0 b-0 c-0 e-2 a-1 b-1 c-1 a-2 b-2 c-2 q-a d-0',
    );
  });

  it('begins one deletion of a cloze a day, and none where one was or will be asked today', () => {
    const entries = ['a/1', 'a/2', 'b/1', 'b/2', 'c/1', 'c/2', 'd/1', 'd/2'].map(key => entryOf(card(key)));
    const items = new Map([
      ['b/1', reviewed(0)],
      ['c/1', reviewed(5, 10, { attemptDay: NOW.day })],
      ['d/1', reviewed(0, 1, { state: 'learning', dueAt: NOW.at + 999_999 })],
    ]);
    expect(reviewQueue(pool(entries, progressOf(items)))).toMatchObject({ due: ['b/1'], fresh: ['a/1'] });
  });

  const anyItem = fc.option(
    fc.record({
      state: fc.constantFrom('review' as const, 'learning' as const, null),
      due: fc.integer({ min: -40, max: 5 }),
      stability: fc.double({ min: 0.1, max: 100, noNaN: true }),
      suspended: fc.boolean(),
      buried: fc.boolean(),
      attempted: fc.boolean(),
    }),
    { freq: 3, nil: undefined },
  );

  it('keeps its limits, repeats nothing, forgets nothing and begins no two siblings', () => {
    const courses = fc.record({
      made: fc.array(fc.record({ family: fc.nat({ max: 8 }), topic: fc.nat({ max: 2 }), item: anyItem }), {
        maxLength: 40,
      }),
      newPerDay: fc.nat({ max: 10 }),
      reviewsPerDay: fc.nat({ max: 10 }),
      introduced: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(courses, ({ made, newPerDay, reviewsPerDay, introduced }) => {
        const items = new Map<string, ItemProgress>();
        const entries = made.map(({ family, topic, item }, i) => {
          const key = `f${family}/${i}`;
          if (item !== undefined) {
            const { state, due, stability, suspended, buried, attempted } = item;
            items.set(
              key,
              reviewed(due, stability, {
                state,
                suspended,
                dueAt: state === 'learning' ? NOW.at + due * 60_000 : 0,
                buriedDay: buried ? NOW.day : -1,
                attemptDay: attempted ? NOW.day : -1,
              }),
            );
          }
          return entryOf(card(key, `t${topic}`));
        });
        const settings = { ...DEFAULT_SETTINGS, newPerDay, reviewsPerDay };
        const progress = progressOf(items, { settings, days: [day({ introduced })] });
        const { due, fresh, learning, heldBack } = reviewQueue(pool(entries, progress));
        const status = (key: string): string => dueStatus(items.get(key), NOW);
        const all = [...due, ...fresh, ...learning.map(({ key }) => key)];

        expect(new Set(all).size).toBe(all.length);
        expect(due.length).toBe(Math.min(reviewsPerDay, due.length + heldBack.due));
        expect(fresh.length).toBeLessThanOrEqual(Math.max(0, newPerDay - introduced));
        expect(due.every(key => status(key) === 'due')).toBe(true);
        expect(fresh.every(key => status(key) === 'new')).toBe(true);
        expect(due.length + heldBack.due).toBe(entries.filter(({ key }) => status(key) === 'due').length);
        expect(learning).toHaveLength(entries.filter(({ key }) => status(key).startsWith('learning')).length);

        const recall = due.map(key => retrievability(items.get(key) ?? UNSEEN, NOW.day));
        expect(recall).toEqual([...recall].sort((a, b) => a - b));
        const worst = Math.max(...recall);
        const left = entries.filter(({ key }) => status(key) === 'due' && !due.includes(key));
        if (due.length > 0) {
          for (const { key } of left) {
            expect(retrievability(items.get(key) ?? UNSEEN, NOW.day)).toBeGreaterThanOrEqual(worst);
          }
        }
        const families = fresh.map(key => key.split('/')[0]);
        expect(new Set(families).size).toBe(families.length);
        const touched = entries.filter(
          ({ key }) => !fresh.includes(key) && items.get(key)?.attemptDay === NOW.day,
        );
        for (const { family } of touched) expect(families).not.toContain(family);
      }),
    );
  });
});

describe('a drill of cards', () => {
  const entries = [...cards('a', 6), entryOf(choice('q', undefined, { topic: 'a' })), ...cards('b', 2)];
  it('has every card of its topics that is neither suspended nor buried, due or not', () => {
    const items = new Map([
      ['a-0', reviewed(9, 1, { suspended: true })],
      ['a-1', reviewed(9, 1, { buriedDay: NOW.day })],
      ['a-2', reviewed(9)],
    ]);
    expect(cardQueue(pool(entries, progressOf(items), ['a']), null)).toEqual(['a-2', 'a-3', 'a-4', 'a-5']);
  });

  it('is shuffled by its seed', () => {
    const drill = (seed: number): readonly string[] => cardQueue(pool(entries, progressOf(new Map())), seed);
    expect(drill(1)).toEqual(drill(1));
    expect(drill(1)).not.toEqual(drill(2));
    expect([...drill(1)].sort()).toEqual([...drill(2)].sort());
  });
});

describe('the time', () => {
  it('is estimated from the learner\u2019s own answers of the last month, once there are enough', () => {
    const days = [
      day({ day: NOW.day - 40, answers: 500, ms: 500 * 90_000 }),
      day({ day: NOW.day - 2, answers: 30, ms: 30 * 12_000 }),
    ];
    expect(paceOf(days, NOW.day)).toBe(12);
    expect(paceOf(days.slice(0, 1), NOW.day)).toBeNull();
    expect([secondsFor('card', null), secondsFor('question', null), secondsFor('card', 12)]).toEqual([
      20, 60, 12,
    ]);
  });

  it('bounds how many items fit, at least one', () => {
    const types = [...Array.from({ length: 3 }, () => 'question' as const), 'card' as const, 'card' as const];
    expect(itemsWithin(types, 3, null)).toBe(3);
    expect(itemsWithin(types, 4, null)).toBe(5);
    expect(itemsWithin(types, 1, 90)).toBe(1);
    expect(itemsWithin(types, 60, 1)).toBe(5);
    expect(itemsWithin([], 60, 1)).toBe(0);
  });
});
