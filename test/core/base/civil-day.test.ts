import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateToDay,
  dayToDate,
  localMinute,
  makeMoment,
  startOfDay,
  studyDay,
} from '../../../src/core/base/civil-day.ts';

const HOUR = 3_600_000;

describe('a study day', () => {
  it('begins at the rollover hour of the zone', () => {
    const at = Date.parse('2026-11-20T02:59:59.999Z');
    expect(dayToDate(studyDay(at, 60, 4))).toBe('2026-11-19');
    expect(dayToDate(studyDay(at + 1, 60, 4))).toBe('2026-11-20');
    expect(dayToDate(studyDay(at, 60, 0))).toBe('2026-11-20');
    expect(dayToDate(studyDay(at, -480, 4))).toBe('2026-11-19');
  });

  it('has 23 hours when summer time begins and 25 when it ends, by the offset at each moment', () => {
    // Berlin, 2026-03-29: from +1 to +2 at 01:00 UTC; 2026-10-25 back at 01:00 UTC.
    const day = (date: string): number => dateToDay(date) ?? 0;
    const spring = startOfDay(day('2026-03-29'), 120, 4) - startOfDay(day('2026-03-28'), 60, 4);
    const autumn = startOfDay(day('2026-10-25'), 60, 4) - startOfDay(day('2026-10-24'), 120, 4);
    expect([spring, autumn]).toEqual([23 * HOUR, 25 * HOUR]);
    const before = Date.parse('2026-03-29T00:59:00Z');
    expect(studyDay(before, 60, 4)).toBe(day('2026-03-28'));
    expect(studyDay(before + 2 * HOUR, 120, 4)).toBe(day('2026-03-29'));
  });

  it('is found again from its beginning, anywhere', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: -720, max: 840 }),
        fc.integer({ min: 0, max: 23 }),
        (at, tz, rollover) => {
          const { day } = makeMoment(at, tz, rollover);
          const start = startOfDay(day, tz, rollover);
          expect(studyDay(start, tz, rollover)).toBe(day);
          expect(studyDay(start - 1, tz, rollover)).toBe(day - 1);
          expect(at - start).toBeGreaterThanOrEqual(0);
          expect(at - start).toBeLessThan(24 * HOUR);
        },
      ),
    );
  });
});

describe('a date', () => {
  it('is read and written without a change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_900_000 }), day => {
        expect(dateToDay(dayToDate(day))).toBe(day);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    'today',
    '2026-00-10',
  ])('is not %j', text => {
    expect(dateToDay(text)).toBeNull();
  });

  it('and minute are those of the learner', () => {
    expect(localMinute(Date.parse('2026-11-20T23:30:59Z'), 60)).toBe('2026-11-21T00:30');
  });
});
