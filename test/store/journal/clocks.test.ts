/** Records of a device whose clock is wrong, from its first doubt to the redating. */
import { describe, expect, it } from 'vitest';
import { alarmText } from '../../../src/core/journal/alarm-text.ts';
import { journalFindings } from '../../../src/core/device/diagnosis.ts';
import type { Journal } from '../../../src/core/journal/journal.ts';
import { redate, planRedating } from '../../../src/app/learner/redate.ts';
import type { JournalOptions } from '../../../src/store/journal/journal.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 30, 12);

/** One visit of the program: what it says, and what it records. */
const visit = (home: TestHome, now: number, items: readonly string[], more: Partial<JournalOptions> = {}) => {
  let at = now;
  const journal = openJournal({ ...home.journal(now), now: () => at, snapshotAfter: 0, ...more });
  const alarms = journal.alarms();
  const events = items.map(item => {
    at += 60_000;
    return journal.append('cloud', reviewed(item, Math.floor(at / DAY), 'easy'));
  });
  const item = journal.progress('cloud').items.get('a');
  const health = journal.health();
  journal.close();
  return { alarms, events, item, health, journal };
};

const stability = (journal: Journal): number | undefined =>
  journal.progress('cloud').items.get('a')?.stability;

/** What two answers of one day come to. */
const SAME_DAY = withHome(home => {
  visit(home, NOW, ['a']);
  return visit(home, NOW + HOUR, ['a']).item?.stability;
});

describe('a device whose clock was set back between two visits', () => {
  it('says so, marks its records, and they make no elapsed time', () =>
    withHome(home => {
      visit(home, NOW, ['a']);
      const wrong = visit(home, NOW - 200 * DAY, ['a', 'b']);
      expect(wrong.alarms).toEqual([
        { type: 'clock-behind', now: NOW - 200 * DAY, seen: NOW + 60_000, by: 'record' },
      ]);
      expect(wrong.events.map(({ seen }) => seen)).toEqual([NOW + 60_000, NOW + 60_000]);
      const right = visit(home, NOW + HOUR, []);
      expect(right.alarms).toEqual([]);
      expect(right.item?.stability).toBe(SAME_DAY);
      expect(right.health.odd).toMatchObject({ behind: 2, impossible: 0 });
      const told = journalFindings(right.health).map(({ level, text }) => `${level} ${text}`);
      expect(told.join('\n')).toMatch(/problem 2 records are dated days before.*study progress redate/);
    }));

  it('is named also where an older version has written, which marks nothing', () =>
    withHome(home => {
      for (const [number, at] of [NOW, NOW - 200 * DAY, NOW + HOUR].entries())
        home.add(
          'aa.jsonl',
          `${JSON.stringify({ v: 1, id: `aa-${number}`, lc: at, at, tz: 0, course: 'cloud', ...reviewed('a', Math.floor(at / DAY)) })}\n`,
        );
      expect(visit(home, NOW + 2 * HOUR, []).health.odd).toMatchObject({
        behind: 1,
        records: [{ id: 'aa-1', why: 'behind' }],
      });
    }));
});

describe('a device whose clock says less than the day of installation', () => {
  const more = { installed: NOW - DAY };

  it('says so at the first start, and its first answers make no elapsed time', () =>
    withHome(home => {
      const wrong = visit(home, NOW - 90 * DAY, ['a'], more);
      expect(wrong.alarms).toMatchObject([{ type: 'clock-behind', by: 'installation' }]);
      expect(visit(home, NOW, ['a'], more).item?.stability).toBe(SAME_DAY);
      expect(visit(home, NOW, [], more).alarms).toEqual([]);
    }));

  it('loses nothing for good where it is the installation that was ahead', () =>
    withHome(home => {
      const ahead = { installed: NOW + 400 * DAY };
      visit(home, NOW - 30 * DAY, ['a'], ahead);
      const { item } = visit(home, NOW, ['a'], ahead);
      expect(item?.stability).toBeGreaterThan((SAME_DAY ?? 0) * 2);
    }));
});

describe('a device whose clock was ten years ahead for one visit', () => {
  const play = (home: TestHome): void => {
    visit(home, NOW - 30 * DAY, ['a']);
    visit(home, NOW + 3650 * DAY, ['a', 'b']);
  };

  it('is told at the next start, and what it records then counts in full', () =>
    withHome(home => {
      play(home);
      const next = visit(home, NOW, ['a']);
      expect(next.alarms).toMatchObject([{ type: 'clock-behind', by: 'record' }]);
      expect(next.item?.stability).toBeGreaterThan((SAME_DAY ?? 0) * 2);
      const { alarms } = visit(home, NOW + 5 * DAY, []);
      expect(alarms).toEqual([{ type: 'future', records: 2, first: NOW + 3650 * DAY + 60_000 }]);
      expect(alarmText(alarms[0] as (typeof alarms)[0], () => 0)).toBe(
        '2 records of the journal are dated in the future (the first 2036-11-27 12:01) and left out until then. ' +
          'If that clock was wrong: study progress redate',
      );
    }));

  it('has them redated after the record before them, which can be undone', () =>
    withHome(home => {
      play(home);
      visit(home, NOW, ['b']);
      const journal = openJournal(home.journal(NOW + HOUR, { snapshotAfter: 0 }));
      const before = plainProgress(journal.progress('cloud'));
      const plans = planRedating(journal, { words: [], start: null, now: NOW + HOUR });
      expect(
        plans.map(({ run, records }) => [
          run.isAhead,
          run.records.length,
          run.doubters.length,
          records.length,
        ]),
      ).toEqual([[true, 2, 1, 3]]);
      const [id = ''] = redate(journal, 'cloud', plans);
      expect(journal.health()).toMatchObject({ future: 0, odd: { behind: 0, impossible: 0 } });
      expect(journal.progress('cloud').items.get('b')?.reps).toBe(2);
      expect(journal.oddRuns()).toEqual([]);
      journal.close();
      // Read from the snapshot, and from nothing: the same.
      const again = openJournal(home.journal(NOW + 2 * HOUR));
      expect(again.progress('cloud').items.get('b')?.reps).toBe(2);
      expect(again.alarms()).toEqual([]);
      again.append('cloud', { type: 'undone', target: id });
      const after = plainProgress(again.progress('cloud')) as object;
      expect({ ...after, clock: 0, undoable: [] }).toEqual({ ...(before as object), clock: 0, undoable: [] });
    }));
});

describe('records of 1970', () => {
  it('are named by doctor, make no elapsed time, and are redated before what came after', () =>
    withHome(home => {
      visit(home, 86 * DAY, ['a']);
      const right = visit(home, NOW, ['a']);
      expect(right.item?.stability).toBe(SAME_DAY);
      expect(right.health.odd).toMatchObject({ impossible: 1 });
      const told = journalFindings(right.health).map(({ text }) => text);
      expect(told.join('\n')).toMatch(/1 record is dated before this program existed.*1970-03-28 00:01 UTC/);
      const journal = openJournal(home.journal(NOW + HOUR));
      const [plan] = planRedating(journal, { words: [], start: null, now: NOW + HOUR });
      expect(plan?.records[0]?.at).toBe(NOW);
      redate(journal, 'cloud', plan === undefined ? [] : [plan]);
      expect(stability(journal)).toBe(SAME_DAY);
      expect(journal.health().odd).toMatchObject({ impossible: 0, behind: 0 });
    }));

  it('get the moment that the learner names', () =>
    withHome(home => {
      const [first] = visit(home, 86 * DAY, ['a']).events;
      visit(home, NOW, ['a']);
      const journal = openJournal(home.journal(NOW + HOUR));
      const plan = { words: [first?.id ?? ''], start: NOW - 100 * DAY, now: NOW + HOUR };
      redate(journal, 'cloud', planRedating(journal, plan));
      expect(stability(journal)).toBeGreaterThan((SAME_DAY ?? 0) * 2);
      expect(() => planRedating(journal, { ...plan, words: ['zz-9'] })).toThrow(
        /No record with an odd moment/,
      );
    }));
});
