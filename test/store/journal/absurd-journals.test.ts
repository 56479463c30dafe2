/** Journals that are absurd in number: nothing of unknown length is kept whole, and sessions go on. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalFindings } from '../../../src/core/device/diagnosis.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const TODAY = Math.floor(NOW / 86_400_000);

/** Adds so many lines to the journal of a stranger. */
const flood = (home: TestHome, count: number, body: (index: number) => object): void => {
  home.add('evil.jsonl', '');
  const fd = openSync(join(home.paths.journal, 'evil.jsonl'), 'a');
  for (let from = 0; from < count; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, count - from) }, (_, i) =>
      JSON.stringify({
        v: 1,
        id: `evil-${String(from + i).padStart(9, '0')}`,
        lc: NOW,
        at: NOW,
        tz: 0,
        course: 'cloud',
        ...body(from + i),
      }),
    );
    writeSync(fd, `${lines.join('\n')}\n`);
  }
  closeSync(fd);
};

/** Answers go on, and a further start has them. */
const goesOn = (home: TestHome): readonly string[] => {
  const journal = openJournal(home.journal(NOW + 1000, { snapshotAfter: 0 }));
  journal.append('cloud', reviewed('mine', TODAY));
  expect(journal.progress('cloud').items.get('mine')?.reps).toBe(1);
  journal.close();
  const next = openJournal(home.journal(NOW + 2000));
  expect(next.progress('cloud').items.get('mine')?.reps).toBe(1);
  return journalFindings(next.health()).map(({ text }) => text);
};

describe('a journal', () => {
  it('of 130 000 devices left out locks nobody out, and is told in a few lines', () =>
    withHome(home => {
      flood(home, 130_000, i => ({ type: 'excluded', device: `d${i}`, value: true }));
      const told = goesOn(home);
      expect(told.join('\n')).toMatch(/device evil leaves out more than 1000 others/);
      expect(told.length).toBeLessThan(20);
    }));

  it('of thousands of courses keeps a thousand folded, and every one can be asked for', () =>
    withHome(home => {
      flood(home, 4000, i => ({ course: `course-${i}`, type: 'suspended', items: ['x'], value: true }));
      expect(goesOn(home).join('\n')).toMatch(/records of more than 1000 courses/);
      const journal = openJournal(home.journal(NOW + 3000, { snapshotAfter: 0 }));
      for (const course of ['course-0', 'course-2500', 'course-3999']) {
        expect(journal.progress(course).items.get('x')?.suspended).toBe(true);
        expect(journal.history(course, 'x')).toHaveLength(1);
      }
      journal.append('course-3000', { type: 'suspended', items: ['x'], value: false });
      expect(journal.progress('course-3000').items.get('x')?.suspended).toBe(false);
      journal.append('course-2999', { type: 'flagged', items: ['x'], value: true, note: '' });
      expect(journal.progress('course-2999').items.get('x')).toMatchObject({
        suspended: true,
        flagged: true,
      });
      journal.close();
      const next = openJournal(home.journal(NOW + 4000));
      expect(next.progress('course-3000').items.get('x')?.suspended).toBe(false);
    }));

  it('of lines of rubbish is read about as fast as it can be copied', () =>
    withHome(home => {
      for (let i = 0; i < 10; i++) home.add('evil.jsonl', 'x\n'.repeat(100_000));
      const began = performance.now();
      expect(goesOn(home).join('\n')).toMatch(/1000000 lines are not whole/);
      expect(performance.now() - began).toBeLessThan(10_000);
    }));

  it('of logical clocks that fall ahead of the clock is folded without sorting them one by one', () =>
    withHome(home => {
      flood(home, 50_000, i => ({ ...reviewed('x', TODAY), lc: NOW + 40 * 3_600_000 - i }));
      goesOn(home);
    }));

  it('of records from the future names a thousand and counts the rest', () =>
    withHome(home => {
      const at = NOW + 400 * 86_400_000;
      flood(home, 3000, () => ({ ...reviewed('x', Math.floor(at / 86_400_000)), at, lc: at }));
      goesOn(home);
      const { future, odd } = openJournal(home.journal(NOW + 3000)).health();
      expect([future, odd.records.length]).toEqual([3000, 1000]);
    }));
});
