import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/core/journal/event.ts';
import { emptyTally, knownShare, tallyItem } from '../../../src/core/lists/known.ts';
import { allLists, isMissed, isOnly, listCounts } from '../../../src/core/lists/lists.ts';
import { ExamScope } from '../../../src/core/lists/scope.ts';
import { ALL, selects } from '../../../src/core/lists/selection.ts';
import { knownChance } from '../../../src/core/memory/mastery.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import {
  blueprint,
  course,
  entry,
  NOON,
  progress,
  reviewed,
  TODAY,
  topic,
} from '../../support/report-course.ts';

const items = [
  entry('a', 'basic', 'sqs'),
  entry('b', 'single', 'sqs', ['1.1']),
  entry('c', 'single', 'kms', ['2']),
];
const byKey = new Map(items.map(item => [item.key, item]));
const tiny = course({ items, entry: key => byKey.get(key) });
const keys = (listed: readonly { readonly key: string }[]): readonly string[] => listed.map(({ key }) => key);

describe('the lists', () => {
  it('hold what is flagged, missed, forgotten often, suspended and buried today', () => {
    const known = progress([
      ['a', reviewed({ flagged: true, lapses: 8, misses: 0 })],
      ['b', reviewed({ misses: 2, lastRating: 'again', attemptDay: TODAY, buriedDay: TODAY })],
      ['c', { ...UNSEEN, suspended: true }],
    ]);
    const lists = allLists({ course: tiny, progress: known, moment: NOON, within: null });
    expect(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, keys(list)]))).toEqual({
      flagged: ['a'],
      missed: ['b'],
      leeches: ['a'],
      suspended: ['c'],
      buried: ['b'],
    });
    expect(listCounts(lists).missed).toBe(1);
  });

  it('drop a miss after 30 days, and one that was suspended', () => {
    const missed = reviewed({ misses: 1, attemptDay: TODAY - 29 });
    expect(isMissed(missed, TODAY)).toBe(true);
    expect(isMissed({ ...missed, attemptDay: TODAY - 30 }, TODAY)).toBe(false);
    expect(isMissed({ ...missed, suspended: true }, TODAY)).toBe(false);
  });

  it('keep marks on what is no longer in the course, and nothing else of it', () => {
    const gone = reviewed({ flagged: true, suspended: true, misses: 1, buriedDay: TODAY });
    const source = { course: tiny, progress: progress([['gone', gone]]), moment: NOON };
    const lists = allLists({ ...source, within: null });
    expect(listCounts(lists)).toEqual({ flagged: 1, missed: 0, leeches: 0, suspended: 1, buried: 0 });
    expect(lists.flagged[0]?.entry).toBeNull();
    expect(listCounts(allLists({ ...source, within: () => true })).flagged).toBe(0);
  });

  it('have what was tried last first', () => {
    const known = progress([
      ['a', reviewed({ misses: 1, attemptDay: TODAY - 3 })],
      ['b', reviewed({ misses: 1, attemptDay: TODAY })],
      ['c', reviewed({ misses: 1, attemptDay: TODAY - 3 })],
    ]);
    const { missed } = allLists({ course: tiny, progress: known, moment: NOON, within: null });
    expect(keys(missed)).toEqual(['b', 'a', 'c']);
  });

  it('count a right answer that moved no memory, and a wrong one', () => {
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    const answer = (rating: 'again' | 'good', counted: boolean): void => {
      const body = {
        type: 'answered',
        mode: 'quiz',
        day: TODAY,
        ratings: [{ item: 'b', rating, counted }],
        verdict: rating === 'again' ? 'wrong' : 'correct',
        response: { kind: 'options', chosen: ['x'] },
        question: '',
        ms: 1000,
        confidence: null,
        seed: null,
        model: 'fsrs-6',
      } as const satisfies EventBody;
      journal.add('cloud', body);
    };
    const missed = (): readonly string[] =>
      keys(
        allLists({ course: tiny, progress: journal.progress('cloud'), moment: NOON, within: null }).missed,
      );
    answer('again', true);
    answer('again', false);
    expect(missed()).toEqual(['b']);
    expect(journal.progress('cloud').items.get('b')?.misses).toBe(2);
    answer('good', false);
    expect(missed()).toEqual([]);
    answer('again', false);
    expect(missed()).toEqual(['b']);
    expect(journal.progress('cloud').items.get('b')?.misses).toBe(1);
  });

  it('limit questions to unseen, missed and flagged ones', () => {
    expect(isOnly('unseen', undefined, TODAY)).toBe(true);
    expect(isOnly('unseen', { ...UNSEEN, flagged: true }, TODAY)).toBe(true);
    expect(isOnly('unseen', reviewed(), TODAY)).toBe(false);
    expect(isOnly('flagged', undefined, TODAY)).toBe(false);
    expect(isOnly('flagged', { ...UNSEEN, flagged: true }, TODAY)).toBe(true);
    expect(isOnly('missed', reviewed({ misses: 1 }), TODAY)).toBe(true);
  });
});

describe('what is known', () => {
  it('is nothing of what was wrong at the last try, and more once it is right', () => {
    expect(knownChance(reviewed({ misses: 1 }), TODAY)).toBe(0);
    expect(knownChance(reviewed(), TODAY)).toBeGreaterThan(0.5);
    expect(knownChance(undefined, TODAY)).toBe(0);
  });

  it('is no 0 % where nothing was started', () => {
    const tally = emptyTally();
    tallyItem(tally, undefined, TODAY);
    tallyItem(tally, { ...UNSEEN, flagged: true }, TODAY);
    expect(knownShare(tally)).toBeNull();
    tallyItem(tally, reviewed({ misses: 1 }), TODAY);
    expect(knownShare(tally)).toBe(0);
  });
});

describe('the scope of an exam', () => {
  const scope = new ExamScope(
    { items: [...items, entry('d', 'basic', 'kms'), entry('e', 'basic', 'other')], topics: tiny.topics },
    blueprint('dva'),
  );

  it('has questions by their tags, and cards by their topic where a question serves the exam', () => {
    expect(scope.has(entry('x', 'basic', 'kms'))).toBe(true);
    expect(scope.has(entry('x', 'basic', 'other'))).toBe(false);
    expect(scope.has(entry('x', 'single', 'kms'))).toBe(false);
    expect(scope.has(entry('x', 'single', 'kms', ['2.1']))).toBe(true);
  });

  it('takes a domain for all of its tasks', () => {
    expect(scope.serves(entry('x', 'single', 'kms', ['2']), new Set(['2.1']))).toBe(true);
    expect(scope.serves(entry('x', 'single', 'kms', ['2.1']), new Set(['2']))).toBe(true);
    expect(scope.serves(entry('x', 'single', 'kms', ['2.1']), new Set(['1']))).toBe(false);
    expect(scope.serves(entry('x', 'basic', 'sqs'), new Set(['1.1']))).toBe(true);
  });

  it("gives cards the tasks of their topic's questions where the topic names none", () => {
    const silent = { ...topic('sqs', []), exams: [] };
    const other = new ExamScope({ items, topics: [silent, topic('kms', ['2'])] }, blueprint('dva'));
    expect(other.serves(entry('x', 'basic', 'sqs'), new Set(['1']))).toBe(true);
    expect(other.serves(entry('x', 'basic', 'sqs'), new Set(['2']))).toBe(false);
  });

  it('narrows a selection together with topic, kind, level and list', () => {
    const chosen = (more: object): readonly string[] =>
      items.filter(item => selects({ ...ALL, ...more }, item, new Map(), TODAY)).map(({ key }) => key);
    expect(chosen({})).toEqual(['a', 'b', 'c']);
    expect(chosen({ scope, parts: new Set(['1']) })).toEqual(['a', 'b']);
    expect(chosen({ kinds: new Set(['single']), topics: new Set(['sqs']) })).toEqual(['b']);
    expect(chosen({ levels: new Set(['apply']) })).toEqual([]);
    expect(chosen({ only: 'missed' })).toEqual([]);
    expect(chosen({ only: 'unseen' })).toEqual(['a', 'b', 'c']);
  });
});
