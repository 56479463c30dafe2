import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { Mode, Rating } from '../../../src/core/journal/event.ts';
import { isCounted, ratingOf } from '../../../src/core/memory/evidence.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';

const NOW = makeMoment(Date.parse('2026-11-21T10:00:00Z'), 0, 4);
const MINUTE = 60_000;

const review = (dueIn: number, attempted: 'today' | 'before'): ItemProgress => ({
  ...UNSEEN,
  state: 'review',
  stability: 5,
  difficulty: 5,
  dueDay: NOW.day + dueIn,
  attemptDay: attempted === 'today' ? NOW.day : NOW.day - 3,
  firstDay: NOW.day - 10,
  reps: 3,
});
const learning = (minutes: number): ItemProgress => ({
  ...review(0, 'today'),
  state: 'relearning',
  dueAt: NOW.at + minutes * MINUTE,
});

describe('an answer to a question', () => {
  it.each([
    ['correct', null, 'good'],
    ['correct', 'sure', 'good'],
    ['correct', 'unsure', 'hard'],
    ['partial', 'sure', 'again'],
    ['wrong', 'unsure', 'again'],
  ] as const)('that is %s (%s) is rated %s', (verdict, confidence, rating) => {
    expect(ratingOf(verdict, confidence)).toBe(rating);
  });
});

describe('what counts', () => {
  const cases: readonly (readonly [string, ItemProgress | undefined, Mode, Rating, boolean])[] = [
    ['a new item', undefined, 'quiz', 'good', true],
    ['a new card in a drill', undefined, 'cards', 'easy', true],
    ['the first attempt of the day, due', review(-1, 'before'), 'review', 'good', true],
    ['the first attempt of the day in a quiz, due or not', review(5, 'before'), 'quiz', 'good', true],
    ['a second attempt in a quiz', review(5, 'today'), 'quiz', 'again', false],
    ['a second attempt in a quiz though it is due', review(0, 'today'), 'quiz', 'good', false],
    ['a learning step in a review', learning(-1), 'review', 'good', true],
    ['a learning step that a review shows ahead of time', learning(15), 'review', 'good', true],
    ['a learning step that is far away', learning(25), 'review', 'good', false],
    ['a learning step in a quiz', learning(-1), 'quiz', 'good', false],
    ['a learning step in a drill', learning(-1), 'cards', 'good', false],
    ['a due card in a drill', review(0, 'before'), 'cards', 'good', true],
    ['a card in a drill that is not due, known', review(5, 'before'), 'cards', 'easy', false],
    ['a card in a drill that is not due, forgotten', review(5, 'before'), 'cards', 'again', true],
    ['the same, though it was asked today', review(5, 'today'), 'cards', 'again', true],
    ['one that is back on a step today, forgotten once more', learning(5), 'cards', 'again', false],
    [
      'an item that was only attempted, never rated',
      { ...UNSEEN, attemptDay: NOW.day },
      'quiz',
      'good',
      false,
    ],
    ['a due item in a review, however often it was tried today', review(0, 'today'), 'review', 'good', true],
  ];
  it.each(cases)('%s', (_case, item, mode, rating, counted) => {
    expect(isCounted(item, mode, rating, NOW)).toBe(counted);
  });
});
