import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import { LEARN_AHEAD } from '../../../src/core/memory/evidence.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import type { LearningItem } from '../../../src/core/queue/queue.ts';
import { dueStatus, UNSEEN } from '../../../src/core/memory/schedule.ts';
import { advance } from '../../../src/core/session/advance.ts';
import { reduce, startSession } from '../../../src/core/session/reduce.ts';
import type { SessionPlan, SessionState, SessionWorld } from '../../../src/core/session/state.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { card, instantiate, tinyCourse } from '../../support/tiny-course.ts';

const START = Date.parse('2026-11-21T10:00:00Z');
const MINUTE = 60_000;
const moment = makeMoment(START, 0, 4);

const cards = Array.from({ length: 12 }, (_, i) => card(i % 3 === 0 ? `solo${i}` : `f${i % 2}/part${i}`));
const keys = cards.map(({ key }) => key);
const course = tinyCourse({ items: cards });
const progress = memoryJournal(testClock('2026-11-21T10:00:00Z').now).progress('tiny');

/** What the fold could say of an item; most are on a learning step. */
const record: fc.Arbitrary<ItemProgress> = fc
  .record({
    state: fc.constantFrom('learning', 'learning', 'relearning', 'review', null),
    suspended: fc.nat(9).map(n => n === 0),
    buriedDay: fc.constantFrom(-1, -1, -1, moment.day),
    dueAt: fc.integer({ min: -30, max: 60 }).map(minutes => START + minutes * MINUTE),
    dueDay: fc.integer({ min: moment.day - 1, max: moment.day + 1 }),
  })
  .map(part => ({ ...UNSEEN, ...part }));

const records = fc.array(record, { minLength: keys.length, maxLength: keys.length });

interface Scene {
  readonly plan: SessionPlan;
  readonly world: SessionWorld;
}

const scene = fc
  .record({
    shuffled: fc.shuffledSubarray(keys, { minLength: keys.length }),
    steps: fc.array(fc.integer({ min: -40, max: 60 }), { maxLength: 9 }),
    queued: fc.nat(6),
    items: records,
  })
  .map(({ shuffled, steps, queued, items }): Scene => {
    const learning = steps
      .map((minutes, i): LearningItem => ({ key: shuffled[i] ?? '', dueAt: START + minutes * MINUTE }))
      .sort((a, b) => a.dueAt - b.dueAt);
    return {
      plan: {
        mode: 'review',
        seed: 1,
        queue: shuffled.slice(steps.length, steps.length + queued),
        learning,
        limit: null,
        until: null,
        form: null,
      },
      world: {
        course,
        progress: { ...progress, items: new Map(keys.map((key, i) => [key, items[i] ?? UNSEEN])) },
        device: 'me',
        instantiate,
        isTerm: () => false,
      },
    };
  });

/** The rule as it reads: everything that does not wait any more is left out first. */
const expected = ({ course: { entry }, progress: { items } }: SessionWorld, state: SessionState) => {
  const status = (key: string) => dueStatus(items.get(key), moment);
  const last = state.turn?.entry.family;
  const isApart = (key: string): boolean => entry(key)?.family !== last;
  const steps = state.learning.filter(({ key }) => status(key).startsWith('learning'));
  const rest = [...state.postponed, ...state.plan.queue.slice(state.position)].filter(
    key => !['suspended', 'buried', 'later'].includes(status(key)),
  );
  const due = steps.filter(({ dueAt }) => dueAt <= moment.at);
  const near = steps.filter(({ dueAt }) => dueAt <= moment.at + LEARN_AHEAD);
  const key =
    due.find(item => isApart(item.key))?.key ??
    rest.find(isApart) ??
    near.find(item => isApart(item.key))?.key ??
    rest[0] ??
    near[0]?.key;
  return { key, steps, comesAt: steps[0]?.dueAt ?? null };
};

/** Every turn of a session in which each item is skipped. */
const walk = ({ plan, world }: Scene, check: (before: SessionState, after: SessionState) => void): void => {
  const first = startSession(world, { ...plan, queue: [], learning: [] }, moment).state;
  let state: SessionState = {
    ...first,
    plan,
    learning: plan.learning,
    phase: { name: 'asking' },
  };
  check(state, (state = advance(world, state, moment).state));
  while (state.turn !== null) check(state, (state = reduce(world, state, { type: 'skip' }, moment).state));
};

describe('the next item of a review', () => {
  it('is what the rule says, though only the learning steps whose turn it is are looked at', () => {
    fc.assert(
      fc.property(scene, made => {
        walk(made, (before, after) => {
          const { key, steps, comesAt } = expected(made.world, before);
          expect(after.turn?.entry.key).toBe(key);
          if (after.phase.name === 'ended') expect(after.phase.comesAt).toBe(comesAt);
          const waiting = new Set(steps.map(item => item.key));
          const left = after.learning.filter(item => waiting.has(item.key)).map(item => item.key);
          expect(left).toEqual(steps.map(item => item.key).filter(step => step !== key));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is counted with all that come after it, where no other terminal has answered them', () => {
    fc.assert(
      fc.property(scene, ({ plan, world }) => {
        const items = new Map(
          keys.map(key => {
            const step = plan.learning.find(item => item.key === key);
            return [key, step === undefined ? UNSEEN : { ...UNSEEN, state: 'learning', dueAt: step.dueAt }];
          }),
        ) as SessionWorld['progress']['items'];
        walk({ plan, world: { ...world, progress: { ...world.progress, items } } }, (before, after) => {
          if (after.turn === null) return;
          const { turn } = after;
          const near = plan.learning.filter(({ dueAt }) => dueAt <= moment.at + LEARN_AHEAD);
          expect(turn.total).toBe(plan.queue.length + near.length);
          expect(turn.number).toBe(before.asked + 1);
        });
      }),
    );
  });
});
