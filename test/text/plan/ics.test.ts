import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedDay } from '../../../src/core/plan/days.ts';
import { calendarOf, foldLine } from '../../../src/text/plan/ics.ts';

const day = (number: number, more: Partial<PlannedDay> = {}): PlannedDay => ({
  day: number,
  minutes: 30,
  off: false,
  reviews: 10,
  fresh: 20,
  questions: 3,
  mock: 0,
  topics: [],
  first: -1,
  ...more,
});

const SOURCE = {
  course: 'cloud',
  exam: { id: 'dva-c03', title: 'Developer, Associate; C03' },
  examDay: 20_790,
  days: [day(20_787), day(20_788, { off: true }), day(20_789, { mock: 20 })],
  startsAt: 23 * 60 + 45,
  now: Date.parse('2026-11-21T10:00:00Z'),
};

describe('a plan as a calendar', () => {
  it('has one event a day that is not off, in floating time, and the exam as a whole day', () => {
    const text = calendarOf(SOURCE);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain('DTSTART:20261130T234500\r\nDTEND:20261201T001500\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261203');
    expect(text).not.toMatch(/DTSTART[^\r]*Z\r/);
    expect(text).toContain('SUMMARY:Exam: Developer\\, Associate\\; C03');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('keeps the ids of its events when it is made again', () => {
    const ids = (text: string) => text.match(/UID:[^\r]*/g);
    const later = calendarOf({ ...SOURCE, now: SOURCE.now + 86_400_000, days: SOURCE.days.slice(1) });
    expect(ids(calendarOf(SOURCE))).toEqual(expect.arrayContaining(ids(later) ?? []));
    expect(new Set(ids(calendarOf(SOURCE))).size).toBe(3);
  });

  it('folds lines at 75 bytes, within no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const line = text.replace(/[\r\n]/g, '');
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });
});
