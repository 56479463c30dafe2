import { describe, expect, it } from 'vitest';
import type { DatedRecord, OddRun } from '../../../src/core/journal/odd-runs.ts';
import { markJumps, redateRun } from '../../../src/core/journal/odd-runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 30, 12);

const marks = (...days: readonly number[]): string =>
  markJumps(
    days.map(day => NOW + day * DAY),
    days.map(() => false),
  )
    .map(odd => (odd ? 'x' : '.'))
    .join('');

describe('the records on the wrong side of a jump back', () => {
  it('are the fewer ones', () => {
    expect(marks(-9, -8, -400, -7)).toBe('..x.');
    expect(marks(-9, -8, -400, -400, -7, -6)).toBe('..xx..');
    expect(marks(-9, 3650, -8, -7)).toBe('.x..');
    expect(marks(-9, -8, -7, -400)).toBe('...x');
    expect(marks(-400, -9, -8)).toBe('...');
    expect(marks(-9, -10, -8.5)).toBe('...');
  });

  it('are found in a million records in no time', () => {
    const at = Array.from({ length: 1_000_000 }, (_, i) => NOW + (i % 1000 === 999 ? -400 : 0) * DAY + i);
    expect(
      markJumps(
        at,
        at.map(() => false),
      ).filter(Boolean),
    ).toHaveLength(1000);
    const falling = at.map((_, i) => NOW - i * 3 * DAY);
    const odd = markJumps(
      falling,
      at.map(() => false),
    );
    expect(odd.filter(Boolean).length).toBeGreaterThan(100_000);
  });
});

const record = (id: string, at: number, day: number | null = Math.floor(at / DAY)): DatedRecord => ({
  id,
  course: 'cloud',
  at,
  tz: 0,
  day,
});

const run = (records: readonly DatedRecord[], more: Partial<OddRun> = {}): OddRun => ({
  file: 'aa.jsonl',
  isAhead: true,
  records,
  doubters: [],
  before: null,
  after: null,
  ...more,
});

const redated = (given: OddRun, start: number | null = null) =>
  redateRun(given, { start, now: NOW, rolloverOf: () => 4 });

describe('a run of records from another time', () => {
  const far = NOW + 3650 * DAY;
  const records = [record('a', far), record('b', far + MINUTE), record('c', far + 3 * MINUTE)];

  it('follows the record before it, with its distances', () => {
    const before = NOW - 5 * HOUR;
    expect(redated(run(records, { before })).map(({ at }) => at - before)).toEqual([
      MINUTE,
      2 * MINUTE,
      4 * MINUTE,
    ]);
  });

  it('comes right before the record after it where there is none before', () => {
    const after = NOW - 5 * HOUR;
    expect(redated(run(records, { after })).map(({ at }) => after - at)).toEqual([
      4 * MINUTE,
      3 * MINUTE,
      MINUTE,
    ]);
  });

  it('is squeezed where there is less time, and never later than now', () => {
    const [before, after] = [NOW - 2 * MINUTE, NOW - 0.5 * MINUTE];
    for (const limits of [{ before, after }, { before: NOW - MINUTE }, { before: NOW }]) {
      const moments = redated(run(records, limits)).map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(Math.max(...moments)).toBeLessThanOrEqual(limits.after ?? NOW);
    }
  });

  it('begins when the learner says, with the study days of those moments', () => {
    const start = NOW - 30 * DAY;
    const day = Math.floor(start / DAY);
    expect(redated(run([record('a', far), record('b', far + DAY)]), start)).toEqual([
      { id: 'a', at: start, day },
      { id: 'b', at: start + DAY, day: day + 1 },
    ]);
    // An exam that ended the day before its record was written still does.
    expect(redated(run([record('a', far, Math.floor(far / DAY) - 1)]), start)[0]?.day).toBe(day - 1);
    expect(redated(run([record('a', far, null)]), start)[0]?.day).toBe(day);
  });

  it('takes those along that doubted their own clock because of it, where they are', () => {
    const doubter = record('d', NOW - HOUR);
    const [, last] = redated(run([record('a', far)], { before: NOW - 2 * HOUR, doubters: [doubter] }));
    expect(last).toEqual({ id: 'd', at: doubter.at, day: doubter.day });
  });
});
