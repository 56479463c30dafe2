import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { PlannedSession } from '../../../src/app/session/build-session.ts';
import { planCards, planQuiz, planReview } from '../../../src/app/session/build-session.ts';
import type { LearnerInput, SessionRun } from '../../../src/app/session/run-session.ts';
import { runSession } from '../../../src/app/session/run-session.ts';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import type { Rating } from '../../../src/core/journal/event.ts';
import { RATINGS } from '../../../src/core/journal/event.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import type { Progress } from '../../../src/core/journal/progress.ts';
import type { SessionNotice } from '../../../src/core/session/state.ts';
import { rightAnswer } from '../../../src/core/question/grade.ts';
import { plainProgress } from '../../support/histories.ts';
import type { MemoryJournal, TestClock } from '../../support/memory-journal.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { card, choice, instantiate, template, text, tinyCourse } from '../../support/tiny-course.ts';

interface Learner {
  readonly clock: TestClock;
  readonly journal: MemoryJournal;
  readonly course: CourseReader;
}

const learner = (items: readonly Item[], start = '2026-11-21T10:00:00Z'): Learner => {
  const clock = testClock(start);
  return { clock, journal: memoryJournal(clock.now), course: tinyCourse({ items }) };
};
type Planner = (source: Parameters<typeof planReview>[0]) => PlannedSession;
const review =
  (more: Partial<Parameters<typeof planReview>[1]> = {}): Planner =>
  source =>
    planReview(source, { count: null, minutes: null, seed: 3, ...more });
const cards: Planner = source => planCards(source, { count: null, seed: 3, order: 'file' });
const quiz =
  (count = 10, seed = 3): Planner =>
  source =>
    planQuiz(source, {
      count,
      seed,
      seedChosen: true,
      weak: false,
      kinds: null,
      levels: null,
      blueprint: null,
    });

const begin = ({ clock, journal, course }: Learner, planner: Planner): SessionRun => {
  const progress = journal.progress(course.id);
  const moment = makeMoment(clock.now(), 0, progress.settings.rollover);
  const { plan } = planner({ course, progress, moment, topics: null });
  return runSession({
    course,
    journal,
    clock,
    plan,
    topics: null,
    filler: { instantiate, loadAll: () => Promise.resolve() },
  });
};
const item = (run: SessionRun): string => run.state.turn?.entry.key ?? 'none';
const place = ({ state: { turn } }: SessionRun): string =>
  turn === null ? 'none' : `${turn.number}/${turn.total} ${turn.entry.key}`;
const rate = (run: SessionRun, rating: Rating): readonly SessionNotice[] => {
  run.dispatch({ type: 'reveal' });
  return run.dispatch({ type: 'rate', rating });
};
/** Answers the present question right or wrong and goes on. */
const answer = (run: SessionRun, how: 'right' | 'wrong'): readonly SessionNotice[] => {
  const shown = run.state.turn?.shown;
  if (shown?.type !== 'question') throw new Error('no question');
  const right = rightAnswer(shown.shown);
  const line = how === 'right' ? right : right === '1' ? '2' : '1';
  const notices = run.dispatch({ type: 'answer', line });
  run.dispatch({ type: 'next' });
  return notices;
};
const types = (notices: readonly SessionNotice[]): readonly string[] => notices.map(({ type }) => type);

/** What an undo must bring back: all but the clock, and what the journal has learned of the course. */
const comparable = ({ journal }: Learner): unknown => {
  const { clock: _clock, prompts: _prompts, ...rest } = plainProgress(journal.progress('tiny')) as Progress;
  return rest;
};

describe('a review', () => {
  it('asks a card again on its learning steps, and the total grows', () => {
    const me = learner([card('a'), card('b')]);
    const run = begin(me, review());
    expect(place(run)).toBe('1/2 a');
    rate(run, 'again');
    expect(place(run)).toBe('2/3 b');
    me.clock.pass(2);
    rate(run, 'easy');
    expect(place(run)).toBe('3/3 a');
    rate(run, 'good');
    expect(place(run)).toBe('4/4 a');
    rate(run, 'good');
    expect(run.state.phase).toMatchObject({ name: 'ended', reason: 'done', comesAt: null });
    expect(me.journal.progress('tiny').items.get('a')?.state).toBe('review');
    expect(
      me.journal.events.map(event => (event.type === 'reviewed' ? event.ratings[0]?.counted : null)),
    ).toEqual([true, true, true, true]);
  });

  it('ends with the time of a step that is more than 20 minutes away', () => {
    const me = learner([card('a')]);
    me.journal.add('tiny', { type: 'configured', settings: { learningSteps: [30, 60] } });
    const run = begin(me, review());
    rate(run, 'again');
    expect(run.state.phase).toEqual({ name: 'ended', reason: 'done', comesAt: me.clock.at + 30 * 60_000 });
    expect(run.summary().upcoming.stepAt).toBe(me.clock.at + 30 * 60_000);
  });

  it('brings back what is on a step since an earlier session', () => {
    const me = learner([card('a'), card('b')]);
    rate(begin(me, review({ count: 1 })), 'again');
    me.clock.pass(5);
    const run = begin(me, review());
    expect(place(run)).toBe('1/2 a');
    rate(run, 'easy');
    expect(place(run)).toBe('2/2 b');
  });

  it('keeps siblings apart as long as there is anything else', () => {
    const me = learner([card('x/1'), card('x/2'), card('b')]);
    for (const key of ['x/1', 'x/2', 'b']) {
      const ratings = [{ item: key, rating: 'easy' as const, counted: true }];
      const day = makeMoment(me.clock.at, 0, 4).day;
      me.journal.add('tiny', { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' });
    }
    me.clock.pass(60 * 24 * 30);
    const run = begin(me, review());
    expect(place(run)).toBe('1/3 x/1');
    rate(run, 'good');
    expect(place(run)).toBe('2/3 b');
    rate(run, 'good');
    expect(place(run)).toBe('3/3 x/2');
  });

  it('stops at -n, and at the end of its minutes', () => {
    const me = learner([card('a'), card('b'), card('c'), choice('q')]);
    const run = begin(me, review({ count: 2 }));
    expect(place(run)).toBe('1/2 a');
    rate(run, 'again');
    rate(run, 'again');
    expect(run.state.phase).toMatchObject({ name: 'ended', reason: 'limit' });

    const timed = begin(learner([card('a'), card('b'), card('c'), choice('q')]), review({ minutes: 1 }));
    expect(place(timed)).toBe('1/3 a');
    const other = learner([card('a'), card('b'), card('c')]);
    const slow = begin(other, review({ minutes: 1 }));
    other.clock.pass(1);
    rate(slow, 'good');
    expect(slow.state.phase).toMatchObject({ name: 'ended', reason: 'time' });
  });

  it('passes over what another terminal has answered, suspended or buried meanwhile', () => {
    const me = learner([card('a'), card('b'), card('c'), card('d')]);
    const run = begin(me, review());
    const ratings = [{ item: 'b', rating: 'easy' as const, counted: true }];
    const day = makeMoment(me.clock.at, 0, 4).day;
    me.journal.add('tiny', { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' });
    me.journal.add('tiny', { type: 'suspended', items: ['c'], value: true });
    rate(run, 'easy');
    expect(place(run)).toBe('2/2 d');
  });

  it('neither counts nor undoes what another terminal counted or undid meanwhile', () => {
    const me = learner([card('a'), card('b')]);
    const unread: (() => void)[] = [];
    const refresh = (): void => unread.splice(0).forEach(add => add());
    const run = begin({ ...me, journal: { ...me.journal, refresh } }, review());
    const ratings = [{ item: 'a', rating: 'easy' as const, counted: true }];
    const day = makeMoment(me.clock.at, 0, 4).day;
    unread.push(() => {
      me.journal.add('tiny', { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' });
    });
    rate(run, 'again');
    expect(me.journal.events.map(event => ('ratings' in event ? event.ratings[0]?.counted : null))).toEqual([
      true,
      false,
    ]);
    unread.push(() => {
      for (const target of me.journal.events.map(({ id }) => id))
        me.journal.add('tiny', { type: 'undone', target });
    });
    const other = begin({ ...me, journal: { ...me.journal, refresh } }, cards);
    expect(types(other.dispatch({ type: 'undo' }))).toEqual(['nothing-to-undo']);
  });

  it('goes on where the file of another device cannot be read for a while', () => {
    const me = learner([card('a'), card('b')]);
    const refresh = (): never => {
      throw new Failure('data', 'no permission', { code: 'progress-unreadable' });
    };
    const run = begin({ ...me, journal: { ...me.journal, refresh } }, review());
    expect(types(rate(run, 'good'))).toEqual(['saved']);
    expect(item(run)).toBe('b');
  });

  it('tells of a leech with its section', () => {
    const me = learner([card('a')]);
    me.journal.add('tiny', {
      type: 'configured',
      settings: { leechLapses: 2, learningSteps: [], relearningSteps: [] },
    });
    const leeches: string[] = [];
    for (let i = 0; i < 4; i++) {
      const run = begin(me, review());
      const told = rate(run, 'again');
      leeches.push(types(told).join());
      if (i === 3) {
        expect(run.summary().leeches).toMatchObject([
          { item: 'a', topic: 'sqs', section: 'limits', lapses: 2 },
        ]);
      }
      me.clock.pass(60 * 24 * 40);
    }
    expect(leeches).toEqual(['saved', 'saved', 'saved,leech', 'saved,leech']);
  });
});

describe('a drill of cards', () => {
  it('moves a card that is not due only when it was forgotten', () => {
    const me = learner([card('a'), card('b')]);
    for (const rating of ['easy', 'easy'] as const) rate(begin(me, review({ count: 1 })), rating);
    me.clock.pass(60 * 24);
    const before = me.journal.progress('tiny').items;
    const run = begin(me, cards);
    const saved = rate(run, 'easy');
    expect(saved).toMatchObject([{ type: 'saved', next: { dueDay: before.get('a')?.dueDay } }]);
    run.dispatch({ type: 'reveal' });
    expect(run.state.phase).toMatchObject({
      choices: { good: { dueDay: before.get('b')?.dueDay }, again: { state: 'relearning' } },
    });
    run.dispatch({ type: 'rate', rating: 'again' });
    expect(me.journal.progress('tiny').items.get('a')).toMatchObject({ state: 'review', reps: 1 });
    expect(me.journal.progress('tiny').items.get('b')).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(run.state.phase).toMatchObject({ name: 'ended', reason: 'done' });
  });
});

describe('a quiz', () => {
  it('puts the same numbers under the same seed, and keeps their seed in the event', () => {
    const stems = [1, 2].map(() => {
      const me = learner([template('t1'), template('t2')]);
      const run = begin(me, quiz());
      const seen: string[] = [];
      while (run.state.turn !== null) {
        const { shown } = run.state.turn;
        if (shown.type === 'question') seen.push(`${item(run)} ${shown.shown.question.stem} ${shown.seed}`);
        answer(run, 'right');
      }
      const seeds = me.journal.events.map(event => (event.type === 'answered' ? event.seed : null));
      expect(seeds).toEqual(seen.map(line => Number(line.split(' ').at(-1))));
      return seen;
    });
    expect(stems[0]).toEqual(stems[1]);
  });

  it('sums up by topic, names the weakest, and what was sure but wrong', () => {
    const me = learner([
      choice('a1', undefined, { topic: 'a' }),
      choice('a2', undefined, { topic: 'a' }),
      choice('b1', undefined, { topic: 'b' }),
      text('b2', ['x'], { topic: 'b' }),
    ]);
    const run = begin(me, quiz());
    const wrong = new Set(['a1', 'b1', 'b2']);
    while (run.state.turn !== null) {
      const key = item(run);
      if (key === 'a1') run.dispatch({ type: 'unsure' });
      me.clock.pass(0.5);
      answer(run, wrong.has(key) ? 'wrong' : 'right');
    }
    const summary = run.summary();
    expect(summary).toMatchObject({
      answers: 4,
      correct: 1,
      ms: 120_000,
      weakest: { topic: 'b', type: 'question' },
      reason: 'done',
    });
    expect([...summary.topics].sort((x, y) => (x.topic < y.topic ? -1 : 1))).toEqual([
      { topic: 'a', answers: 2, correct: 1 },
      { topic: 'b', answers: 2, correct: 0 },
    ]);
    expect([...summary.sureButWrong].sort()).toEqual(['b1', 'b2']);
  });

  it('counts only the first attempt of a day', () => {
    const me = learner([choice('q')]);
    for (let i = 0; i < 2; i++) answer(begin(me, quiz()), 'wrong');
    const effects = me.journal.events.flatMap(event => (event.type === 'answered' ? event.ratings : []));
    expect(effects).toMatchObject([{ counted: true }, { counted: false }]);
  });
});

describe('undo', () => {
  it('takes back the answer and asks again, with the same numbers and the same place', () => {
    const me = learner([template('t1'), template('t2')]);
    const run = begin(me, quiz());
    const before = run.state.turn;
    const progress = comparable(me);
    answer(run, 'wrong');
    expect(place(run)).not.toContain(before?.entry.key);
    expect(run.dispatch({ type: 'undo' })).toEqual([{ type: 'undone', item: before?.entry.key }]);
    expect(run.state.turn).toEqual(before);
    expect(comparable(me)).toEqual(progress);
    expect(run.summary()).toMatchObject({ answers: 0 });
  });

  it('takes back a skip without an event', () => {
    const me = learner([choice('q1'), choice('q2')]);
    const run = begin(me, quiz());
    const first = item(run);
    run.dispatch({ type: 'skip' });
    expect(item(run)).not.toBe(first);
    run.dispatch({ type: 'undo' });
    expect([item(run), run.summary().skipped, me.journal.events.length]).toEqual([first, 0, 0]);
  });

  it('takes back the last act of an earlier session, and what was asked waits', () => {
    const me = learner([card('a'), card('b')]);
    rate(begin(me, review({ count: 1 })), 'easy');
    const run = begin(me, review());
    expect(place(run)).toBe('1/1 b');
    expect(run.dispatch({ type: 'undo' })).toEqual([{ type: 'undone', item: 'a' }]);
    expect(place(run)).toBe('1/2 a');
    expect(me.journal.progress('tiny').items.get('a')?.state ?? null).toBeNull();
    rate(run, 'easy');
    expect(place(run)).toBe('2/2 b');
  });

  it('asks an item once that was being asked when its answer of an earlier session was taken back', () => {
    const me = learner([card('a'), card('b')]);
    rate(begin(me, cards), 'good');
    const run = begin(me, cards);
    expect(place(run)).toBe('1/2 a');
    run.dispatch({ type: 'undo' });
    expect(place(run)).toBe('1/2 a');
    rate(run, 'good');
    expect(place(run)).toBe('2/2 b');
    rate(run, 'good');
    expect(run.state.phase.name).toBe('ended');
  });

  it('leaves alone what another device did, and says when there is nothing', () => {
    const me = learner([card('a')]);
    const day = makeMoment(me.clock.at, 0, 4).day;
    const ratings = [{ item: 'x', rating: 'good' as const, counted: true }];
    me.journal.add(
      'tiny',
      { type: 'reviewed', mode: 'review', day, ratings, ms: 1, model: 'm' },
      me.clock.at,
      'other',
    );
    me.journal.add('tiny', { type: 'relinked', from: 'y', to: 'z' });
    const run = begin(me, review());
    expect(run.dispatch({ type: 'undo' })).toEqual([{ type: 'nothing-to-undo' }]);
    expect(me.journal.events).toHaveLength(2);
  });

  const act = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...RATINGS).map(rating => ({ act: 'rate' as const, rating })) },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom('right' as const, 'wrong' as const)
        .map(how => ({ act: 'answer' as const, how })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('skip', 'bury', 'suspend', 'flag', 'undo')
        .map(type => ({ act: 'send' as const, type })),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 30 }).map(minutes => ({ act: 'pass' as const, minutes })),
    },
  );

  const eventOf = (type: string): LearnerInput =>
    type === 'flag' ? { type, note: '' } : ({ type } as LearnerInput);

  it('after any acts restores what was before the last, item, order, tallies and progress', () => {
    const items = [card('a/1'), card('a/2'), card('b'), choice('q1'), template('t'), card('c'), choice('q2')];
    const planners = fc.constantFrom(review(), review({ count: 4 }), cards, quiz());
    fc.assert(
      fc.property(planners, fc.array(act, { maxLength: 14 }), (planner, acts) => {
        const me = learner(items);
        const run = begin(me, planner);
        const depth = (): number => {
          let count = 0;
          for (let past = run.state.past; past !== null; past = past.state.past) count++;
          return count;
        };
        for (const each of acts) {
          const { state } = run;
          const progress = comparable(me);
          const before = depth();
          if (each.act === 'pass') me.clock.pass(each.minutes);
          else if (each.act === 'send') run.dispatch(eventOf(each.type));
          else if (each.act === 'rate') rate(run, each.rating);
          else if (run.state.turn?.shown.type === 'question') answer(run, each.how);

          expect(run.state.phase.name).not.toBe('saving');
          const { turn, plan } = run.state;
          if (turn !== null) {
            expect(turn.number).toBeLessThanOrEqual(turn.total);
            expect(turn.total).toBeLessThanOrEqual(plan.limit ?? Infinity);
            expect(turn.number).toBe(run.state.asked);
          }
          if (depth() !== before + 1) continue;
          const once = run.state;
          run.dispatch({ type: 'undo' });
          const shownAt = { shownAt: me.clock.at, unsure: false };
          expect(run.state).toEqual({
            ...state,
            turn: { ...state.turn, ...shownAt },
            phase: { name: 'asking' },
          });
          expect(comparable(me)).toEqual(progress);
          // And do it again, so that later acts stand on it.
          if (each.act === 'rate') rate(run, each.rating);
          else if (each.act === 'answer') answer(run, each.how);
          else if (each.act === 'send') run.dispatch(eventOf(each.type));
          expect(run.state.turn?.entry.key).toBe(once.turn?.entry.key);
        }
        const saved = run.summary().answers;
        const undone = new Set(
          me.journal.events.flatMap(event => (event.type === 'undone' ? [event.target] : [])),
        );
        const standing = me.journal.events.filter(
          event => (event.type === 'reviewed' || event.type === 'answered') && !undone.has(event.id),
        );
        expect(standing).toHaveLength(saved);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a home that cannot be written to', () => {
  it('stops a session before its first question', () => {
    const me = learner([card('a')]);
    me.journal.disk = 'read-only';
    expect(() => begin(me, review())).toThrow(Failure);
  });

  it('keeps the item when the disk becomes full, and goes on when there is room again', () => {
    const me = learner([card('a'), card('b')]);
    const run = begin(me, review());
    me.journal.disk = 'full';
    expect(rate(run, 'easy')).toEqual([{ type: 'not-saved', item: 'a', message: 'the disk is full' }]);
    expect(run.failure).toBeInstanceOf(Failure);
    expect(run.state).toMatchObject({ phase: { name: 'revealed' }, turn: { entry: { key: 'a' } } });
    me.journal.disk = 'well';
    expect(types(run.dispatch({ type: 'rate', rating: 'easy' }))).toEqual(['saved']);
    expect(run.failure).toBeNull();
    expect(item(run)).toBe('b');
  });
});

describe('what a card asked', () => {
  it('is recorded once for every card, and again when it changed', () => {
    const key = 'sqs~1-abc';
    const me = learner([card(key), card('with-id'), card('cloze/four-days', 'sqs', 'Kept [...] by default')]);
    const run = begin(me, cards);
    for (let i = 0; i < 3; i++) rate(run, 'good');
    rate(begin(me, cards), 'good');
    const prompts = me.journal.events.map(event =>
      event.type === 'reviewed' ? (event.prompt ?? null) : null,
    );
    expect(prompts).toEqual([`Front of ${key}?`, 'Front of with-id?', 'Kept [...] by default', null]);

    const changed = { ...me, course: tinyCourse({ items: [card(key, 'sqs', 'Front of it?')] }) };
    rate(begin(changed, cards), 'good');
    expect(me.journal.events.at(-1)).toMatchObject({ prompt: 'Front of it?' });
  });
});
