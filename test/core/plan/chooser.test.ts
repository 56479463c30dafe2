import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChooserOptions } from '../../../src/core/plan/chooser.ts';
import { Chooser } from '../../../src/core/plan/chooser.ts';
import type { Learner } from '../../../src/core/plan/learner.ts';
import type { TestAnswer } from '../../support/plan-world.ts';
import {
  answersArbitrary,
  entriesArbitrary,
  learnerOf,
  mapOf,
  plainMap,
  tagsOf,
} from '../../support/plan-world.ts';

const NOTHING = { fresh: 0, reviews: 0, seconds: 0, questionSeconds: 0, outcomes: [] };
const TODAY = 21;

const options = (more: Partial<ChooserOptions> = {}): ChooserOptions => ({
  day: TODAY,
  examDay: 42,
  startDay: 0,
  lately: NOTHING,
  blocked: () => false,
  topics: null,
  ...more,
});

/** Asks until nothing is left, or so often. */
const askAll = (learner: Learner, right: (index: number) => boolean, more: Partial<ChooserOptions> = {}) => {
  const chooser = new Chooser(learner, options(more));
  const asked: number[] = [];
  for (let index = 0; index < 500; index++) {
    const choice = chooser.next();
    if (choice === null) break;
    asked.push(choice.number);
    chooser.tell(choice.number, right(index), 9000);
  }
  return asked;
};

describe('the chooser', () => {
  it('asks no item twice a day, and none that is blocked', () => {
    fc.assert(
      fc.property(entriesArbitrary, answersArbitrary, (entries, answers) => {
        const map = mapOf(entries);
        const blocked = new Set(['i0', 'i3']);
        const asked = askAll(learnerOf(map, answers), index => index % 3 > 0, {
          blocked: key => blocked.has(key),
        });
        expect(new Set(asked).size).toBe(asked.length);
        for (const number of asked) expect(blocked).not.toContain(map.items[number]?.key);
      }),
      { numRuns: 60 },
    );
  });

  it('asks nothing that was answered today already', () => {
    fc.assert(
      fc.property(answersArbitrary, answers => {
        const map = plainMap();
        const today = answers.map((answer): TestAnswer => ({ ...answer, day: TODAY }));
        const done = new Set(today.map(({ item }) => item % map.items.length));
        for (const number of askAll(learnerOf(map, today), () => true)) expect(done).not.toContain(number);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same items for the same learner, day and answers', () => {
    fc.assert(
      fc.property(entriesArbitrary, answersArbitrary, (entries, answers) => {
        const map = mapOf(entries);
        const ask = () => askAll(learnerOf(map, answers), index => index % 2 === 0);
        expect(ask()).toEqual(ask());
      }),
      { numRuns: 40 },
    );
  });

  it('says the same until an answer comes in', () => {
    const chooser = new Chooser(learnerOf(plainMap()), options());
    expect(chooser.next()).toEqual(chooser.next());
  });

  it('passes over an item for the rest of the session', () => {
    const chooser = new Chooser(learnerOf(plainMap()), options());
    const first = chooser.next()?.number ?? -1;
    chooser.pass(first);
    const asked: number[] = [];
    for (let choice = chooser.next(); choice !== null; choice = chooser.next()) {
      asked.push(choice.number);
      chooser.tell(choice.number, true, 9000);
    }
    expect(asked).not.toContain(first);
    expect(asked.length).toBeGreaterThan(5);
  });

  it('keeps to the topics it is given', () => {
    const map = plainMap();
    for (const number of askAll(learnerOf(map), () => true, { topics: new Set(['t1']) }))
      expect(map.topics[map.items[number]?.topic ?? -1]?.id).toBe('t1');
  });

  it('begins at most three topics a session', () => {
    const map = plainMap();
    const topics = new Set(askAll(learnerOf(map), () => false).map(number => map.items[number]?.topic));
    expect(topics.size).toBeLessThanOrEqual(3);
  });

  it('begins a topic only after those that it names to be begun before it', () => {
    // Heavier topics would come first; t3 asks for t2, and t2 for t1.
    const entries = Array.from({ length: 40 }, (_, index) => ({
      key: `i${index}`,
      type: index % 2 === 0 ? ('question' as const) : ('card' as const),
      kind: index % 2 === 0 ? ('single' as const) : ('basic' as const),
      topic: index < 4 ? 't1' : index < 10 ? 't2' : 't3',
      section: 's0',
      family: `i${index}`,
      tasks: index % 2 === 0 ? tagsOf(['2']) : [],
    }));
    const orderOf = (map: ReturnType<typeof mapOf>) => [
      ...new Set(
        askAll(learnerOf(map), () => true).map(number => map.topics[map.items[number]?.topic ?? -1]?.id),
      ),
    ];
    expect(orderOf(mapOf(entries))[0]).toBe('t3');
    expect(orderOf(mapOf(entries, { t3: ['t2'], t2: ['t1'] }))).toEqual(['t1', 't2', 't3']);
    // What the exam does not ask, and a circle, hold nothing up.
    expect(orderOf(mapOf(entries, { t3: ['t9', 't3'] }))[0]).toBe('t3');
  });

  it('asks of the siblings of a cloze one a day', () => {
    const entries = Array.from({ length: 8 }, (_, index) => ({
      key: `i${index}`,
      type: index === 7 ? ('question' as const) : ('card' as const),
      kind: index === 7 ? ('single' as const) : ('cloze' as const),
      topic: 't0',
      section: 's0',
      family: index === 7 ? 'q' : `f${index % 2}`,
      tasks: index === 7 ? tagsOf(['2']) : [],
    }));
    const map = mapOf(entries);
    const families = askAll(learnerOf(map), () => true).map(number => map.items[number]?.family);
    expect(families.toSorted()).toEqual(['f0', 'f1', 'q']);
  });

  it('keeps reviews at three in ten answers while any is worth something', () => {
    const map = plainMap();
    const seen = Array.from({ length: 10 }, (_, item): TestAnswer => ({ item, day: 5, right: false }));
    const learner = learnerOf(map, seen);
    const chooser = new Chooser(learner, options());
    let reviews = 0;
    for (let count = 1; count <= 8; count++) {
      const choice = chooser.next();
      if (choice === null) break;
      if (learner.trace(choice.number) !== undefined) reviews++;
      chooser.tell(choice.number, true, 9000);
      expect(reviews).toBeGreaterThanOrEqual(Math.floor(0.3 * count));
    }
  });
});
