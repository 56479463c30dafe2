import { describe, expect, it } from 'vitest';
import type { PlannedSession } from '../../../../src/app/session/build-session.ts';
import type { SessionState } from '../../../../src/core/session/state.ts';
import type { Category, Done } from '../../../../src/tui/screens/session/session-counts.ts';
import { countsOf } from '../../../../src/tui/screens/session/session-counts.ts';

/** A quarter of an hour of the plan: 90 items, ten seconds each. */
const PLANNED = {
  due: 7,
  fresh: 81,
  exam: { minutes: 15, planned: 30, questions: 2 },
} as PlannedSession;
const STATE = { plan: { exam: { kind: 'plan', items: 90 } } } as SessionState;

const left = (...answered: readonly Done[]): readonly number[] =>
  countsOf(PLANNED, answered, STATE, null as never, null as never).map(count => count.left);
const answer = (category: Category, seconds = 10): Done => ({ category, ms: seconds * 1000 });
const many = (count: number, done: Done): readonly Done[] => Array.from({ length: count }, () => done);

describe('what is left of the plan in a session', () => {
  it('goes down by what was answered', () => {
    expect(left()).toEqual([7, 81, 2]);
    expect(left(answer('review'), answer('question', 60), answer('new'))).toEqual([6, 80, 1]);
  });

  it('goes down by new cards while more questions are asked than were planned: they take their time', () => {
    const both = many(2, answer('question', 60));
    expect(left(...both, answer('question', 60))).toEqual([7, 75, 0]);
    expect(left(...both, answer('question', 3))).toEqual([7, 80, 0]);
    expect(left(...both, ...many(13, answer('question', 60)))).toEqual([7, 3, 0]);
  });

  it('never falls below nothing, and counts two minutes of an answer at most', () => {
    expect(left(...many(3, answer('question', 4000)))).toEqual([7, 69, 0]);
    expect(left(...many(40, answer('question', 60)))).toEqual([0, 0, 0]);
  });

  it('never goes up', () => {
    const answered = [
      ...many(9, answer('review')),
      ...many(5, answer('question', 40)),
      ...many(9, answer('new')),
    ];
    const sums = answered.map((_, i) => left(...answered.slice(0, i)));
    for (const [i, counts] of sums.entries())
      expect(counts.every((count, at) => count <= (sums[i - 1]?.[at] ?? Infinity))).toBe(true);
  });
});
