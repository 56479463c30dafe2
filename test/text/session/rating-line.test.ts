import { describe, expect, it } from 'vitest';
import { makeMoment } from '../../../src/core/base/civil-day.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import { UNSEEN } from '../../../src/core/memory/schedule.ts';
import { nextDate, ratingLine } from '../../../src/text/session/rating-line.ts';

// Two hours east of UTC: 12:00 on the learner's clock.
const NOON = makeMoment(Date.parse('2026-11-21T10:00:00Z'), 120, 4);
const MINUTE = 60_000;

const step = (minutes: number): ItemProgress => ({
  ...UNSEEN,
  state: 'learning',
  dueAt: NOON.at + minutes * MINUTE,
  dueDay: NOON.day + Math.floor(minutes / 1440),
});
const review = (days: number): ItemProgress => ({ ...UNSEEN, state: 'review', dueDay: NOON.day + days });

describe('the next date of an item', () => {
  it.each([
    [step(1), '2026-11-21T12:01'],
    [step(719), '2026-11-21T23:59'],
    [step(1439), '2026-11-22T11:59'],
    [step(1440), '2026-11-22'],
    [step(-5), '2026-11-21T11:55'],
    [review(1), '2026-11-22'],
    [review(40), '2026-12-31'],
  ])('is a date, or a minute of the learner\u2019s clock under one day', (item, date) => {
    expect(nextDate(item, NOON)).toBe(date);
  });
});

describe('the line of ratings', () => {
  it('says the wait of less than a day in minutes or hours', () => {
    const choices = { again: step(1), hard: step(59.6), good: step(400), easy: review(9) };
    expect(ratingLine(choices, NOON)).toBe('1 again 1 min · 2 hard 1 h · 3 good 7 h · 4 easy 2026-11-30');
  });
});
