import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Answer } from '../../../src/core/session/state.ts';
import type { SessionSummary } from '../../../src/core/session/summary.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { summaryLines, trainingCommand } from '../../../src/text/session/summary.ts';

const NOW = makeMoment(Date.parse('2026-11-21T10:00:00Z'), 60, 4);

const leech: Answer = {
  item: 'sqs-range',
  topic: 'sqs',
  section: 'limits',
  type: 'card',
  rating: 'again',
  verdict: null,
  unsure: false,
  sure: false,
  ms: 1,
  lapses: 7,
  leech: true,
  event: 'a-1',
};
const summary: SessionSummary = {
  mode: 'review',
  reason: 'time',
  answers: 12,
  correct: 9,
  ms: 754_000,
  skipped: 1,
  topics: [
    { topic: 'sqs', answers: 2, correct: 1 },
    { topic: 'lambda', answers: 10, correct: 8 },
  ],
  leeches: [leech],
  sureButWrong: ['lambda-memory'],
  weakest: { topic: 'sqs', type: 'card' },
  upcoming: { due: 3, stepAt: NOW.at + 600_000, next: { day: NOW.day + 1, items: 4 } },
};
const lines = (more: Partial<SessionSummary> = {}): readonly string[] =>
  summaryLines({ ...summary, ...more }, NOW, makeStyle(false));

describe('the summary of a session', () => {
  it('says everything there is to say', () => {
    expect(lines()).toEqual([
      'The time is up.',
      'Summary: 9 of 12 correct, 1 skipped, 13 min',
      '  sqs      1 of 2',
      '  lambda  8 of 10',
      'Sure but wrong: lambda-memory',
      'Forgotten 8 times: sqs-range. Read study notes sqs#limits before it comes again.',
      'Still due: 3',
      'Next: one comes back in 10 min',
      'Practice what you missed: study cards sqs',
    ]);
  });

  it('says when something is due next where nothing is now, and nothing where nothing ever is', () => {
    const next = { day: NOW.day + 1, items: 4 };
    const last = (upcoming: SessionSummary['upcoming']): string | undefined =>
      lines({ upcoming, weakest: null, leeches: [], topics: [], sureButWrong: [] })[2];
    expect(last({ due: 0, stepAt: null, next })).toBe('Next: 4 due on Sun 22 Nov');
    expect(last({ due: 0, stepAt: NOW.at + 2 * 86_400_000, next })).toBe('Next: 4 due on Sun 22 Nov');
    expect(last({ due: 1, stepAt: null, next })).toBe('Still due: 1');
    expect(last({ due: 0, stepAt: null, next: null })).toBeUndefined();
  });

  it('trains the weakest by what was wrong of it', () => {
    expect(trainingCommand({ ...summary, weakest: { topic: 'sqs', type: 'question' } })).toBe(
      'study quiz sqs --weak',
    );
    expect(trainingCommand({ ...summary, weakest: null })).toBeNull();
  });
});
