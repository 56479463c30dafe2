import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody, JournalEvent, Rating } from '../../../src/core/journal/event.ts';
import { studyDay } from '../../../src/core/base/civil-day.ts';
import { isExamEvent } from '../../../src/core/journal/exam-event.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import type { Progress } from '../../../src/core/journal/progress.ts';
import { rate, UNSEEN } from '../../../src/core/memory/schedule.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/journal/settings.ts';
import { DAY, histories, HOUR, NOW, plainProgress } from '../../support/histories.ts';

let number = 0;

/** An event so many hours before the moment at which it is folded. */
const event = (hoursAgo: number, body: EventBody, more: Partial<JournalEvent> = {}): JournalEvent => {
  const at = NOW - hoursAgo * HOUR;
  return {
    v: 1,
    id: `aa-${(number++).toString(36).padStart(6, '0')}`,
    lc: at,
    at,
    tz: 0,
    course: 'cloud',
    ...more,
    ...body,
  } as JournalEvent;
};

const day = (hoursAgo: number): number => studyDay(NOW - hoursAgo * HOUR, 0, 4);

const review = (
  hoursAgo: number,
  item: string,
  rating: Rating = 'good',
  more: Partial<JournalEvent> = {},
): JournalEvent =>
  event(
    hoursAgo,
    {
      type: 'reviewed',
      mode: 'review',
      day: day(hoursAgo),
      ratings: [{ item, rating, counted: true }],
      ms: 1000,
      model: 'm',
    },
    more,
  );

const undo = (hoursAgo: number, target: JournalEvent, more: Partial<JournalEvent> = {}): JournalEvent =>
  event(hoursAgo, { type: 'undone', target: target.id }, more);

const link = (hoursAgo: number, from: string, to: string): JournalEvent =>
  event(hoursAgo, { type: 'relinked', from, to });

const progress = (events: readonly JournalEvent[], self = ''): Progress =>
  fold(events, { course: 'cloud', now: NOW, self });

const same = (a: readonly JournalEvent[], b: readonly JournalEvent[]): void =>
  expect(plainProgress(progress(a))).toEqual(plainProgress(progress(b)));

/** What matters of an item: how often it was rated. */
const reps = (events: readonly JournalEvent[], item: string, self = ''): number | undefined =>
  progress(events, self).items.get(item)?.reps;

/** Types whose undoing is remembered. */
const TIES: ReadonlySet<string> = new Set(['relinked', 'separated', 'course-renamed']);

describe('the fold', () => {
  it('of nothing is the beginning', () => {
    const start = progress([]);
    expect(start.settings).toEqual(DEFAULT_SETTINGS);
    expect([start.items.size, start.days.length, start.undoable.length, start.clock]).toEqual([0, 0, 0, 0]);
  });

  it('of the same events is the same progress, whatever their order', () => {
    fc.assert(
      fc.property(
        histories().chain(events =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          for (const course of ['cloud', 'constructor'])
            expect(plainProgress(fold(shuffled, { course, now: NOW, self: 'aa' }))).toEqual(
              plainProgress(fold(events, { course, now: NOW, self: 'aa' })),
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves nothing behind of an event that was undone, and of all that undid it', () => {
    fc.assert(
      fc.property(histories(), fc.nat(), (events, pick) => {
        const others = events.filter(({ type }) => type !== 'undone' && type !== 'excluded');
        const target = others[pick % Math.max(1, others.length)];
        if (target === undefined || TIES.has(target.type) || isExamEvent(target)) return;
        const undone = [undo(0, target), undo(1, target), undo(100, target, { id: 'bb-1' })];
        const without = progress(others.filter(other => other !== target));
        const {
          undoable: _,
          linked: __,
          clock: ___,
          prompts: ____,
          ...kept
        } = progress([...others, ...undone]);
        expect(plainProgress({ ...without, ...kept })).toEqual(plainProgress(without));
      }),
      { numRuns: 500 },
    );
  });

  it('counts the first end of a sitting only, whichever arrives first, and lets nobody undo it', () => {
    const end = (hoursAgo: number, rating: Rating, sitting: string): JournalEvent =>
      event(hoursAgo, {
        type: 'exam-ended',
        sitting,
        used: 3_600_000,
        ms: 0,
        reason: 'submitted',
        day: day(hoursAgo),
        ratings: [
          { item: 'a', rating, counted: true },
          { item: 'b', rating, counted: true },
        ],
        model: 'm',
      });
    const first = end(20, 'good', 'aa-1');
    const again = end(10, 'again', 'aa-1');
    same([again, first], [first, again]);
    const { items, days } = progress([first]);
    for (const more of [[again], [undo(1, first)], [undo(1, first), again], [again, undo(0, again)]]) {
      const after = progress([...more, first]);
      expect([[...after.items], after.days]).toEqual([[...items], days]);
    }
    expect(progress([first, undo(1, first)]).items.get('a')).toMatchObject({ reps: 1, lastRating: 'good' });
    expect(reps([first, again, end(5, 'good', 'aa-2')], 'b')).toBe(2);
    // Two answers, and four minutes at most.
    expect(progress([first, again]).days).toMatchObject([{ answers: 2, ms: 240_000, introduced: 2 }]);
    expect(progress([first]).undoable).toEqual([]);
  });

  it('rates each item by its own history, in order, with days counted by the events', () => {
    const events = [review(200, 'a'), review(199, 'a'), review(100, 'a', 'hard'), review(2, 'a', 'again')];
    let expected;
    for (const [hours, rating] of [
      [200, 'good'],
      [199, 'good'],
      [100, 'hard'],
      [2, 'again'],
    ] as const)
      expected = rate(expected, rating, { at: NOW - hours * HOUR, tz: 0, day: day(hours) }, DEFAULT_SETTINGS);
    const { trace, ...item } = progress([...events].reverse()).items.get('a') ?? UNSEEN;
    expect({ ...item, trace: null }).toEqual(expected);
    expect(trace).toMatchObject({ first: 'card', day: day(2) });
  });

  it('takes the study day from the event, on both sides of a time zone', () => {
    const body = (studied: number): EventBody => ({
      type: 'reviewed',
      mode: 'review',
      day: studied,
      ratings: [{ item: 'a', rating: 'easy', counted: true }],
      ms: 0,
      model: 'm',
    });
    const at = NOW - 50 * HOUR;
    const tokyo = event(50, body(studyDay(at, 540, 4)), { tz: 540 });
    const there = event(49, body(studyDay(at + HOUR, -600, 4)), { tz: -600 });
    const { days, items } = progress([tokyo, there]);
    expect(days.map(totals => totals.day)).toEqual([
      there.type === 'reviewed' ? there.day : 0,
      tokyo.type === 'reviewed' ? tokyo.day : 0,
    ]);
    expect(items.get('a')?.lastDay).toBe(studyDay(at + HOUR, -600, 4));
  });

  it('brings back what a quiz or an exam has shown to be missing some days later, in place of the first step', () => {
    const miss = (more: object, rating: Rating = 'again'): JournalEvent =>
      ({
        ...review(1, 'a', rating),
        ratings: [{ item: 'a', rating, counted: true, ...more }],
      }) as JournalEvent;
    const due = (...events: readonly JournalEvent[]): number | undefined =>
      progress(events).items.get('a')?.dueDay;
    expect([due(miss({})), due(miss({ wait: 3 })), due(miss({ wait: 3 }, 'good'))]).toEqual([
      day(1),
      day(1) + 3,
      day(1),
    ]);
    const noSteps = event(2, { type: 'configured', settings: { learningSteps: [] } });
    expect(due(noSteps, miss({ wait: 3 }))).toBe(day(1) + 3);
  });

  it('counts apart what a quiz, an exam or the placement asked for the first time', () => {
    const ratings = [{ item: 'q', rating: 'good' as const, counted: true }];
    const quiz = event(1, {
      type: 'answered',
      mode: 'quiz',
      day: day(1),
      ratings,
      verdict: 'correct',
      response: { kind: 'boolean', value: true },
      question: 'q',
      ms: 9,
      confidence: null,
      seed: null,
      model: 'm',
    });
    const placed = { ...review(1, 'p'), placement: true } as JournalEvent;
    const { days, study } = progress([review(1, 'a'), quiz, placed, review(1, 'p')]);
    expect(days.map(({ introduced }) => introduced)).toEqual([3]);
    expect(study.days.map(({ probes }) => probes)).toEqual([2]);
  });

  it('keeps an attempt that does not count out of the memory, but knows its day and that it was wrong', () => {
    const attempt = event(1, {
      type: 'reviewed',
      mode: 'cards',
      day: day(1),
      ratings: [{ item: 'a', rating: 'again', counted: false }],
      ms: 9,
      model: 'm',
    });
    const before = progress([review(60, 'a')]).items.get('a');
    expect(progress([review(60, 'a'), attempt]).items.get('a')).toEqual({
      ...before,
      attemptDay: day(1),
      misses: 1,
      trace: { ...before?.trace, stability: expect.any(Number), difficulty: expect.any(Number), day: day(1) },
    });
    expect(progress([attempt]).items.get('a')).toMatchObject({ state: null, reps: 0, attemptDay: day(1) });
  });

  it('counts one answer once, however many items it rates, and two minutes of it at most', () => {
    const answer = event(1, {
      type: 'answered',
      mode: 'quiz',
      day: day(1),
      ratings: ['a', 'b', 'c'].map(item => ({ item, rating: 'hard' as const, counted: item !== 'c' })),
      verdict: 'correct',
      response: { kind: 'boolean', value: true },
      question: 'q',
      ms: 3_600_000,
      confidence: 'unsure',
      seed: null,
      model: 'm',
    });
    const expected = {
      day: day(1),
      answers: 1,
      introduced: 2,
      reviews: 0,
      retained: 0,
      matureReviews: 0,
      matureRetained: 0,
      ms: 120_000,
      ratings: [0, 2, 0, 0],
    };
    expect(progress([answer]).days).toEqual([expected]);
    expect(progress([answer]).undoable).toMatchObject([
      { id: answer.id, items: ['a', 'b', 'c'], device: 'aa' },
    ]);
    expect(progress([answer, undo(0, answer)]).days).toEqual([]);
  });

  it('counts a rating as a review only of an item that was in review', () => {
    const events = [
      review(400, 'a', 'easy'),
      review(30, 'a', 'good'),
      review(29, 'a', 'again'),
      review(28, 'a', 'good'),
    ];
    expect(progress(events).days.at(-1)).toMatchObject({
      answers: 3,
      introduced: 0,
      reviews: 2,
      retained: 1,
      ratings: [1, 0, 2, 0],
    });
  });

  it('marks items by value, the last one in order', () => {
    const on = event(5, { type: 'suspended', items: ['a'], value: true });
    const off = event(4, { type: 'suspended', items: ['a'], value: false });
    expect(progress([off, on]).items.get('a')?.suspended).toBe(false);
    expect(
      progress([event(5, { type: 'buried', items: ['a'], day: day(5), value: true })]).items.get('a')
        ?.buriedDay,
    ).toBe(day(5));
    expect(
      progress([event(5, { type: 'flagged', items: ['a'], value: true, note: 'x' })]).items.get('a')?.flagged,
    ).toBe(true);
  });
});

describe('undo', () => {
  it('may arrive before what it undoes, and from another device', () => {
    const target = review(5, 'a');
    const undone = undo(9, target, { id: 'bb-x', lc: NOW - 9 * HOUR });
    const { items, days, undoable } = progress([undone, target]);
    expect([items.size, days.length, undoable.length]).toEqual([0, 0, 0]);
  });

  it('cannot be undone, nor can leaving a device out', () => {
    const target = review(5, 'a');
    const undone = undo(4, target);
    expect(reps([target, undone, undo(3, undone)], 'a')).toBeUndefined();
    const foreign = review(5, 'a', 'good', { id: 'bb-1' });
    const excluded = event(4, { type: 'excluded', device: 'bb', value: true });
    expect(reps([foreign, excluded, undo(3, excluded)], 'a')).toBeUndefined();
  });

  it('of settings or of a reset brings back what was before', () => {
    const configured = event(30, { type: 'configured', settings: { learningSteps: [] } });
    const events = [review(20, 'a')];
    expect(progress([configured, ...events]).items.get('a')?.state).toBe('review');
    expect(progress([configured, ...events, undo(1, configured)]).items.get('a')?.state).toBe('learning');
    const reset = event(5, { type: 'reset', items: null });
    expect(reps([...events, reset], 'a')).toBeUndefined();
    expect(reps([...events, reset, undo(1, reset)], 'a')).toBe(1);
  });

  it('takes an answer out of its day also where that was forgotten meanwhile', () => {
    const old = review(9, 'a');
    const events = [old, event(8, { type: 'reset', items: null }), review(7, 'b')];
    same(
      [...events, undo(1, old)].filter(({ type }) => type !== 'undone'),
      events,
    );
    expect(progress([...events, undo(1, old)]).days).toEqual(progress(events).days);
  });
});

describe('relinked keys', () => {
  it('bring all events of the old key along, whenever they arrive', () => {
    const events = [review(50, 'old'), link(40, 'old', 'new'), review(30, 'new'), review(10, 'old')];
    const renamed = [review(50, 'new'), review(30, 'new'), review(10, 'new')];
    expect([...progress(events).items.keys()]).toEqual(['new']);
    expect(progress(events).items.get('new')).toEqual(progress(renamed).items.get('new'));
    expect(progress(events).families.get('old')).toEqual(['new', 'old']);
  });

  it('are one item under every key of the family, in whatever order they were linked', () => {
    const a = review(50, 'a');
    for (const links of [
      [link(40, 'a', 'b'), link(30, 'b', 'c')],
      [link(40, 'b', 'c'), link(30, 'a', 'b')],
      [link(30, 'a', 'c'), link(40, 'a', 'b')],
      [link(40, 'a', 'b'), link(30, 'b', 'c'), link(20, 'c', 'a')],
    ])
      for (const key of ['a', 'b', 'c']) expect(reps([a, ...links, review(1, 'b')], key)).toBe(2);
  });

  it('stand under the key to which the newest link leads, also back to an older one', () => {
    const a = review(50, 'a');
    expect([...progress([a, link(40, 'a', 'b')]).items.keys()]).toEqual(['b']);
    const back = [a, link(40, 'a', 'b'), review(35, 'b'), link(30, 'b', 'a'), review(20, 'a')];
    expect([...progress(back).items.keys()]).toEqual(['a']);
    expect(progress(back).families.get('b')).toEqual(['a', 'b']);
    expect(reps(back, 'b')).toBe(3);
  });

  it('say nothing where a link leads from a key to itself', () => {
    const events = [review(50, 'a'), link(40, 'a', 'a')];
    expect([reps(events, 'a'), progress(events).families.size]).toEqual([1, 0]);
  });

  it('come apart when the link is undone, and the pair is not proposed again', () => {
    const linked = link(40, 'a', 'b');
    const events = [review(50, 'a'), review(45, 'b'), linked, undo(1, linked)];
    expect([reps(events, 'a'), reps(events, 'b')]).toEqual([1, 1]);
    expect([...progress(events).refusedLinks]).toEqual(['a>b']);
  });

  it('are quick to follow, however many a journal has', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => link(50 - i / 1000, `k${i}`, `k${i + 1}`));
    expect(reps([review(60, 'k0'), ...chain], 'k20000')).toBe(1);
  });

  it('may be named like parts of an object', () => {
    const events = [review(50, '__proto__'), link(40, '__proto__', 'constructor'), review(30, 'toString')];
    expect(reps(events, 'constructor')).toBe(1);
    expect(({} as Record<string, unknown>)['reps']).toBeUndefined();
  });

  it('are no acts of the learner, unless the learner chose them', () => {
    const answer = review(50, 'a');
    const found = link(40, 'a', 'b');
    const chosen = event(30, { type: 'relinked', from: 'x', to: 'y', chosen: true });
    const { undoable, linked } = progress([answer, found, chosen]);
    expect(undoable.map(({ id }) => id)).toEqual([answer.id, chosen.id]);
    expect(linked).toMatchObject([{ id: found.id, items: ['a', 'b'] }]);
  });
});

describe('a key that was separated from its family', () => {
  const separate = (hoursAgo: number, item: string): JournalEvent =>
    event(hoursAgo, { type: 'separated', item });
  const before = [review(60, 'a'), link(50, 'a', 'b'), review(40, 'b')];

  it('begins anew from there on, and the rest keeps the history', () => {
    const events = [...before, separate(30, 'a'), review(20, 'a'), review(10, 'b'), review(5, 'b')];
    expect([reps(events, 'a'), reps(events, 'b')]).toEqual([1, 4]);
    expect([...progress(events).separated]).toEqual([['a', 'b']]);
    expect(progress(events).families.size).toBe(0);
  });

  it('leaves its family the history also where the newest link led to it', () => {
    const events = [...before, link(35, 'b', 'a'), separate(30, 'a')];
    expect([reps(events, 'a'), reps(events, 'b')]).toEqual([undefined, 2]);
    expect([...progress(events).items.keys()]).toEqual(['b']);
  });

  it('can be linked again, and comes back when the separation is undone', () => {
    const apart = separate(30, 'a');
    const events = [...before, apart, review(20, 'a')];
    expect(reps([...events, link(10, 'b', 'a')], 'a')).toBe(3);
    expect(reps([...events, undo(10, apart)], 'a')).toBe(3);
  });

  it('stays where nobody else would have the history', () => {
    expect(reps([review(60, 'a'), separate(30, 'a')], 'a')).toBe(1);
    const both = [...before, separate(30, 'a'), separate(29, 'b')];
    expect([reps(both, 'a'), reps(both, 'b')]).toEqual([undefined, 2]);
  });
});

describe('a course that was renamed', () => {
  const renamed = (hoursAgo: number, from: string, course: string): JournalEvent =>
    event(hoursAgo, { type: 'course-renamed', from }, { course });
  const old = review(50, 'a', 'good', { course: 'old' });

  it('has the events of both ids, under either of them', () => {
    const events = [old, renamed(40, 'old', 'cloud'), review(30, 'a')];
    for (const course of ['old', 'cloud'])
      expect(fold(events, { course, now: NOW }).items.get('a')?.reps).toBe(2);
  });

  it('stands for itself when that is undone, and is not proposed again', () => {
    const link = renamed(40, 'old', 'cloud');
    const events = [old, link, review(30, 'a'), undo(1, link)];
    expect(reps(events, 'a')).toBe(1);
    expect([...progress(events).refusedLinks]).toEqual(['course old>cloud']);
  });
});

describe('a reset', () => {
  it('forgets items, under their old keys too, and nothing that comes after it', () => {
    const events = [
      review(50, 'a'),
      review(49, 'b'),
      link(40, 'a', 'c'),
      event(30, { type: 'reset', items: ['c'] }),
    ];
    expect([reps(events, 'c'), reps(events, 'b')]).toEqual([undefined, 1]);
    const byOldKey = [
      review(50, 'a'),
      event(45, { type: 'reset', items: ['a'] }),
      link(40, 'a', 'c'),
      review(3, 'c'),
    ];
    expect(reps(byOldKey, 'c')).toBe(1);
    expect(progress(events).days).toHaveLength(1);
  });

  it('of everything forgets days and acts, but neither settings nor links', () => {
    const events = [
      event(60, { type: 'configured', settings: { newPerDay: 5 } }),
      review(50, 'a'),
      link(40, 'a', 'b'),
      event(30, { type: 'reset', items: null }),
      review(20, 'a'),
    ];
    const { items, days, undoable, settings, families } = progress(events);
    expect([items.size, items.get('b')?.reps, days.length]).toEqual([1, 1, 1]);
    expect(undoable.map(({ type }) => type)).toEqual(['reset', 'reviewed']);
    expect([settings.newPerDay, families.get('a')]).toEqual([5, ['b', 'a']]);
  });

  it('does not forget what comes after it in order, though it was known before', () => {
    const late = review(10, 'a');
    expect(reps([late, event(20, { type: 'reset', items: null })], 'a')).toBe(1);
  });
});

describe('settings', () => {
  it('hold from their place in the order, field by field', () => {
    const events = [
      event(60, { type: 'configured', settings: { newPerDay: 5, rollover: 3 } }),
      event(50, { type: 'configured', settings: { newPerDay: 7 } }),
    ];
    expect(progress([...events].reverse()).settings).toEqual({
      ...DEFAULT_SETTINGS,
      newPerDay: 7,
      rollover: 3,
    });
    const steps = event(40, { type: 'configured', settings: { learningSteps: [] } });
    expect(progress([steps, review(41, 'a'), review(39, 'b')]).items.get('a')?.state).toBe('learning');
    expect(progress([steps, review(41, 'a'), review(39, 'b')]).items.get('b')?.state).toBe('review');
  });

  it('belong to their course', () => {
    const foreign = event(60, { type: 'configured', settings: { newPerDay: 5 } }, { course: 'other' });
    expect(progress([foreign]).settings.newPerDay).toBe(20);
  });
});

describe('leaving a device out', () => {
  const mine = review(50, 'a');
  const theirs = review(40, 'a', 'again', { id: 'bb-1' });
  const exclude = (device: string, by: string, hoursAgo: number, value = true): JournalEvent =>
    event(hoursAgo, { type: 'excluded', device, value }, { id: `${by}-ex${hoursAgo}` });

  it('folds as if it had never written anything, in all courses, and takes it in again', () => {
    const events = [mine, theirs, undo(30, mine, { id: 'bb-2' })];
    same([...events, exclude('bb', 'aa', 20)], [mine, exclude('bb', 'aa', 20)]);
    expect(reps([...events, exclude('bb', 'aa', 20)], 'a')).toBe(1);
    same(
      [...events, exclude('bb', 'aa', 20), exclude('bb', 'aa', 10, false)],
      [...events, exclude('cc', 'aa', 10)],
    );
  });

  it('is never done to the device at hand by another, whoever comes first', () => {
    const war = [mine, theirs, exclude('aa', 'bb', 30), exclude('bb', 'aa', 20), exclude('aa', 'bb', 10)];
    expect(reps(war, 'a', 'aa')).toBe(1);
    expect(progress(war, 'aa').items.get('a')?.lastRating).toBe('good');
  });

  it('counts for nothing when a device says it that is left out itself', () => {
    const events = [
      mine,
      review(45, 'a', 'good', { id: 'cc-1' }),
      exclude('cc', 'bb', 60),
      exclude('bb', 'aa', 10),
    ];
    expect(reps(events, 'a', 'aa')).toBe(2);
  });
});

describe('clocks', () => {
  it('leave events out that are more than 48 hours ahead, by either of their times', () => {
    const edge = review(-48, 'a');
    const beyond = review(-48 - 1 / 3_600_000, 'b');
    const last = review(1, 'c', 'good', { lc: Number.MAX_SAFE_INTEGER });
    const { items, clock } = progress([edge, beyond, last]);
    expect([...items.keys()]).toEqual(['a']);
    expect(clock).toBe(0);
  });

  it('are not advanced by a logical clock more than 24 hours ahead', () => {
    expect(progress([review(5, 'a'), review(-24, 'b'), review(-25, 'c')]).clock).toBe(NOW + 24 * HOUR);
    expect(progress([review(5, 'a'), review(-25, 'c')]).clock).toBe(NOW - 5 * HOUR);
  });

  it('set back never make the days since the last rating negative', () => {
    const events = [review(24, 'a', 'easy'), review(96, 'a', 'good', { lc: NOW - 23 * HOUR })];
    expect(progress(events).items.get('a')).toMatchObject({ reps: 2, lastDay: day(96) });
    expect(progress(events).items.get('a')?.stability).toBeGreaterThan(8);
  });
});

describe('the list of acts', () => {
  it('has the last hundred in order, newest last, without those undone', () => {
    const events = Array.from({ length: 150 }, (_, i) => review(200 - i, `i${i}`));
    const undone = undo(1, events[149] as JournalEvent);
    const { undoable } = progress([...events, undone].reverse());
    expect(undoable).toHaveLength(99);
    expect(undoable.at(-1)?.items).toEqual(['i148']);
    expect(undoable[0]?.items).toEqual(['i50']);
  });

  it('has what a learner did, with the present names of the items', () => {
    const events = [
      review(50, 'a'),
      link(40, 'a', 'b'),
      event(30, { type: 'configured', settings: {} }),
      event(20, { type: 'flagged', items: ['b'], value: true, note: '' }),
    ];
    expect(progress(events).undoable.map(({ type, items }) => [type, items])).toEqual([
      ['reviewed', ['b']],
      ['flagged', ['b']],
    ]);
  });
});

it('folds a course without a trace of others', () => {
  const events = [review(DAY / HOUR, 'a'), review(5, 'b', 'good', { course: 'other' })];
  expect([...progress(events).items.keys()]).toEqual(['a']);
});
