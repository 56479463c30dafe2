import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { entryRows } from '../../../src/core/base/item-rows.ts';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Blueprint, ItemEntry, Level, QuestionKind } from '../../../src/core/course/course.ts';
import type { ItemProgress, Progress } from '../../../src/core/journal/progress.ts';
import type { Pool } from '../../../src/core/queue/queue.ts';
import type { QuizFilter, QuizPreference } from '../../../src/core/queue/quiz-draw.ts';
import { drawQuiz, eligibleQuestions, shareOut, templateForm } from '../../../src/core/queue/quiz-draw.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { NO_STUDY } from '../../../src/core/journal/progress.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/journal/settings.ts';
import { card, choice, entryOf, numeric, template, trueFalse } from '../../support/tiny-course.ts';

const NOW = makeMoment(Date.parse('2026-11-21T10:00:00Z'), 0, 4);

const makePool = (entries: readonly ItemEntry[], items = new Map<string, ItemProgress>()): Pool => {
  const progress: Progress = {
    course: 'tiny',
    settings: DEFAULT_SETTINGS,
    items,
    days: [],
    stability: [],
    families: new Map(),
    separated: new Map(),
    linked: [],
    study: NO_STUDY,
    prompts: new Map(),
    undoable: [],
    clock: 0,
    refusedLinks: new Set(),
  };
  return { rows: entryRows(entries), progress, moment: NOW, topics: null };
};
const ANY: QuizFilter = { kinds: null, levels: null, blueprint: null };
const exam = (
  weights: readonly number[],
  kinds: readonly QuestionKind[] = ['single', 'multiple'],
): Blueprint => ({
  id: 'exam',
  title: 'Exam',
  path: '',
  questions: { scored: 50, unscored: 0 },
  minutes: 90,
  aim: 80,
  valid: {},
  kinds,
  provisional: false,
  domains: weights.map((weight, i) => ({
    id: String(i + 1),
    title: `Domain ${i + 1}`,
    weight,
    tasks: [{ id: `${i + 1}.1`, title: 'task' }],
  })),
  sources: [],
  checked: '2026-11-20',
});
const tagged = (key: string, ...tasks: readonly string[]): ItemEntry =>
  entryOf(choice(key, undefined, { tasks: [{ blueprint: 'exam', tasks }] }));

const keysOf = (
  pool: Pool,
  filter: QuizFilter,
  forms: readonly ('value' | 'choice')[] = [],
): readonly string[] => eligibleQuestions(pool, filter, () => forms).map(index => pool.rows.key(index));

describe('the filters of a quiz', () => {
  const entries = [
    entryOf(card('c')),
    entryOf(choice('s')),
    entryOf(choice('m', ['*a', '*b', 'c', 'd', 'e'], { level: 'recall' })),
    entryOf(numeric('n', '1')),
    entryOf(template('t')),
    entryOf(trueFalse('f', true, { tasks: [{ blueprint: 'exam', tasks: ['1.1'] }] })),
    tagged('x', '2'),
  ];
  const pool = makePool(entries);

  it('leave questions only', () => expect(keysOf(pool, ANY)).toEqual(['s', 'm', 'n', 't', 'f', 'x']));

  it('go by kind, a template by the forms it has', () => {
    const kinds = (...list: readonly QuestionKind[]): QuizFilter => ({ ...ANY, kinds: new Set(list) });
    expect(keysOf(pool, kinds('multiple', 'true-false'))).toEqual(['m', 'f']);
    expect(keysOf(pool, kinds('numeric'), ['value'])).toEqual(['n', 't']);
    expect(keysOf(pool, kinds('numeric'), ['choice'])).toEqual(['n']);
    expect(keysOf(pool, kinds('single'), ['value', 'choice'])).toEqual(['s', 't', 'x']);
    expect([kinds('single'), kinds('numeric'), kinds('single', 'numeric'), ANY].map(templateForm)).toEqual([
      'choice',
      'value',
      null,
      null,
    ]);
  });

  it('go by level', () => {
    const levels = new Set<Level>(['recall']);
    expect(keysOf(pool, { ...ANY, levels })).toEqual(['m']);
  });

  it('go by exam: what serves it and is of a kind it asks', () => {
    expect(keysOf(pool, { ...ANY, blueprint: exam([50, 50]) })).toEqual(['x']);
    expect(keysOf(pool, { ...ANY, blueprint: exam([50, 50], ['true-false']) })).toEqual(['f']);
    expect(keysOf(pool, { ...ANY, kinds: new Set(['multiple']), blueprint: exam([50, 50]) })).toEqual([]);
    expect(templateForm({ ...ANY, blueprint: exam([100]) })).toBe('choice');
  });

  it('leave out what is suspended or buried', () => {
    const items = new Map([
      ['s', { ...UNSEEN, suspended: true }],
      ['m', { ...UNSEEN, buriedDay: NOW.day }],
    ]);
    expect(keysOf(makePool(entries, items), ANY)).toEqual(['n', 't', 'f', 'x']);
  });
});

describe('the draw of a quiz', () => {
  const entries = Array.from({ length: 12 }, (_, i) => entryOf(choice(`q${i}`)));
  const draw = (pool: Pool, preference: QuizPreference, count: number, seed: number): readonly string[] =>
    drawQuiz(
      pool,
      eligibleQuestions(pool, ANY, () => []),
      null,
      preference,
      count,
      seed,
    );

  it('is the same for the same seed, whatever was answered meanwhile', () => {
    const items = new Map([['q3', { ...UNSEEN, attemptDay: NOW.day }]]);
    expect(draw(makePool(entries), 'any', 5, 7)).toEqual(draw(makePool(entries, items), 'any', 5, 7));
    expect(draw(makePool(entries), 'any', 5, 7)).not.toEqual(draw(makePool(entries), 'any', 5, 8));
  });

  it('prefers what was never asked, then what was asked longest ago', () => {
    const items = new Map(
      entries.slice(2).map(({ key }, i) => [key, { ...UNSEEN, attemptDay: NOW.day - 20 + i }] as const),
    );
    for (let seed = 0; seed < 10; seed++) {
      expect([...draw(makePool(entries, items), 'unseen', 4, seed)].sort()).toEqual(['q0', 'q1', 'q2', 'q3']);
    }
  });

  it('with the weak first takes what was wrong last, then what is likeliest forgotten, then what is new', () => {
    const seen: ItemProgress = {
      ...UNSEEN,
      state: 'review',
      stability: 10,
      difficulty: 5,
      lastDay: NOW.day - 1,
      attemptDay: NOW.day - 1,
      firstDay: 0,
      lastRating: 'good',
      reps: 1,
    };
    const items = new Map<string, ItemProgress>([
      ['q0', { ...seen, stability: 500 }],
      ['q1', { ...seen, lastDay: NOW.day - 60 }],
      ['q2', { ...seen, lastDay: NOW.day - 30 }],
      ['q3', { ...seen, lastRating: 'again', lapses: 1 }],
      ['q4', { ...seen, lastRating: 'again', lapses: 4 }],
    ]);
    const some = entries.slice(0, 6);
    expect(draw(makePool(some, items), 'weak', 6, 1)).toEqual(['q4', 'q3', 'q1', 'q2', 'q5', 'q0']);
  });

  it('repeats nothing and gives as many as there are', () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.integer({ min: 0, max: 0xffffffff }), (count, seed) => {
        const drawn = draw(makePool(entries), 'unseen', count, seed);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toHaveLength(Math.min(count, entries.length));
      }),
    );
  });
});

describe('a quiz for an exam', () => {
  const drawFor = (
    entries: readonly ItemEntry[],
    blueprint: Blueprint,
    count: number,
    seed = 1,
  ): readonly string[] => {
    const pool = makePool(entries);
    return drawQuiz(
      pool,
      eligibleQuestions(pool, { ...ANY, blueprint }, () => []),
      blueprint,
      'any',
      count,
      seed,
    );
  };
  const counts = (keys: readonly string[]): readonly number[] =>
    ['a', 'b', 'c'].map(letter => keys.filter(key => key.startsWith(letter)).length);
  const many = ['1.1', '2.1', '3.1'].flatMap((task, d) =>
    Array.from({ length: 30 }, (_, i) => tagged(`${'abc'.charAt(d)}${i}`, task)),
  );

  it('spreads over the domains by their weights', () => {
    for (let seed = 0; seed < 5; seed++) {
      expect(counts(drawFor(many, exam([50, 30, 20]), 10, seed))).toEqual([5, 3, 2]);
      expect(counts(drawFor(many, exam([34, 33, 33]), 10, seed))).toEqual([4, 3, 3]);
    }
  });

  it('fills up from the others where a domain has too few or none', () => {
    const few = [tagged('a0', '1.1'), ...many.filter(({ key }) => key.startsWith('b'))];
    expect(counts(drawFor(few, exam([50, 30, 20]), 10))).toEqual([1, 9, 0]);
  });

  it('spends a question that serves two domains where it is scarce', () => {
    const shared = [tagged('a0', '1', '2'), tagged('b0', '2.1'), tagged('b1', '2.1')];
    expect(drawFor(shared, exam([50, 50]), 2)).toContain('a0');
  });

  it('gives as many as it can, each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.constantFrom('1', '2.1', '3'), { minLength: 1 }), { maxLength: 15 }),
        fc.nat({ max: 12 }),
        (tasks, count) => {
          const entries = tasks.map((list, i) => tagged(`q${i}`, ...list));
          const drawn = drawFor(entries, exam([60, 30, 10]), count);
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(drawn).toHaveLength(Math.min(count, entries.length));
        },
      ),
    );
  });
});

describe('largest remainders', () => {
  it('add up, and stay within one of the exact share', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 200 }),
        (weights, count) => {
          const shares = shareOut(weights, count);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : count);
          shares.forEach((share, i) => {
            const exact = total === 0 ? 0 : ((weights[i] ?? 0) * count) / total;
            expect(Math.abs(share - exact)).toBeLessThan(1);
          });
        },
      ),
    );
  });
});
