import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToDay, dayToDate } from '../../../src/core/base/civil-day.ts';
import { examDateOf } from '../../../src/core/plan/exam-date.ts';
import { isoDate, isoDaysOff, readDate } from '../../../src/core/plan/read-date.ts';
import { dayAndYear, daysAway, longDay } from '../../../src/text/stats/dates.ts';
import { NEW_EXAM, OLD_EXAM } from '../../support/planned-course.ts';

/** Sunday 29 November 2026. */
const TODAY = dateToDay('2026-11-29') ?? 0;
const read = (text: string): string | null => {
  const day = readDate(text, TODAY);
  return day === null ? null : dayToDate(day);
};

describe('a date as people write it', () => {
  it.each([
    ['20 dec', '2026-12-20'],
    ['20 Dec 2026', '2026-12-20'],
    ['Dec 20, 2026', '2026-12-20'],
    ['december 20th', '2026-12-20'],
    ['Sun 20 December', '2026-12-20'],
    ['20 Dec 2027', '2027-12-20'],
    ['2026-12-20', '2026-12-20'],
    ['today', '2026-11-29'],
    ['tomorrow', '2026-11-30'],
    ['in 3 weeks', '2026-12-20'],
    ['3 weeks', '2026-12-20'],
    ['in 1 day', '2026-11-30'],
    ['in 2 months', '2027-01-29'],
    ['in 3 months', '2027-02-28'],
    ['friday', '2026-12-04'],
    ['sunday', '2026-12-06'],
    // The day is over this year.
    ['3 january', '2027-01-03'],
    ['28 nov', '2027-11-28'],
    ['29 feb', '2028-02-29'],
    ['2026-11-01', '2026-11-01'],
  ])('%s is %s', (text, date) => {
    expect(read(text)).toBe(date);
  });

  it.each([
    '',
    'soon',
    '31 nov',
    '2026-02-30',
    '12/20',
    '20',
    'in weeks',
    '20 dec 2026 2027',
    'dec',
    'in 9999 days',
  ])('%j is none', text => {
    expect(read(text)).toBeNull();
  });

  it('is read back from how the program writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: TODAY, max: TODAY + 3000 }), day => {
        expect(readDate(dayAndYear(day), TODAY)).toBe(day);
        expect(readDate(longDay(day), TODAY)).toBe(day);
        expect(readDate(dayToDate(day), TODAY)).toBe(day);
      }),
    );
  });

  it('never throws, and gives whole days', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const day = readDate(text, TODAY);
        expect(day === null || Number.isInteger(day)).toBe(true);
      }),
    );
  });
});

describe('the date of an exam', () => {
  const both = [OLD_EXAM, NEW_EXAM];

  it('is refused where that day is over, or nobody understands it', () => {
    expect(examDateOf('1 nov 2026', TODAY, NEW_EXAM, both).is).toBe('past');
    expect(examDateOf('soon', TODAY, NEW_EXAM, both).is).toBe('unclear');
    expect(examDateOf(' ', TODAY, NEW_EXAM, both).is).toBe('empty');
  });

  it('names the exam that is held then, later or earlier', () => {
    expect(examDateOf('20 dec', TODAY, OLD_EXAM, both)).toMatchObject({ is: 'outside', instead: NEW_EXAM });
    expect(examDateOf('tomorrow', TODAY, NEW_EXAM, both)).toMatchObject({ is: 'outside', instead: OLD_EXAM });
    expect(examDateOf('20 dec', TODAY, OLD_EXAM, [OLD_EXAM])).toMatchObject({ is: 'outside', instead: null });
    expect(examDateOf('20 dec', TODAY, NEW_EXAM, both).is).toBe('day');
    expect(examDateOf('20 dec', TODAY, null, both).is).toBe('day');
  });

  it('ends with successors that name each other', () => {
    const circle = [
      { ...OLD_EXAM, successor: 'dev-c03' },
      { ...NEW_EXAM, valid: { to: '2026-12-01' }, successor: 'dev-c02' },
    ];
    expect(examDateOf('20 dec', TODAY, circle[0] ?? null, circle)).toMatchObject({
      is: 'outside',
      instead: null,
    });
  });
});

it('days away are said as one says them', () => {
  expect([0, 1, 21, -1, -3].map(daysAway)).toEqual([
    'today',
    'tomorrow',
    'in 21 days',
    'yesterday',
    '3 days ago',
  ]);
});

describe('days off as people write them', () => {
  it.each([
    ['sun', 'sun'],
    ['Sundays', 'sun'],
    ['sat sun 2026-12-24', 'sat sun 2026-12-24'],
    ['Saturday and Sunday', 'sat sun'],
    ['Sun, 24 Dec', 'sun 2026-12-24'],
    ['24 Dec, in 3 weeks, Wed', '2026-12-24 2026-12-20 wed'],
    ['Thu 24 Dec', '2026-12-24'],
    // No Sunday: both are meant.
    ['Sun 24 Dec', 'sun 2026-12-24'],
    ['none', 'none'],
    ['whenever', 'whenever'],
  ])('%s is %s', (text, setting) => {
    expect(isoDaysOff(text, TODAY)).toBe(setting);
  });

  it('and dates of settings are left for the refusal where they are none', () => {
    expect(isoDate('20 Dec', TODAY)).toBe('2026-12-20');
    expect(isoDate(' soon ', TODAY)).toBe('soon');
    expect(isoDate('', TODAY)).toBe('');
  });
});
