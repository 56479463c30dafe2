import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/core/journal/journal.ts';
import type { Progress } from '../../../src/core/journal/progress.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import type { JournalOptions } from '../../../src/store/journal/journal.ts';
import { plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = NOW / 86_400_000 - 0.5;

/** Opens a journal and tells whether it had to fold everything. */
const open = (
  home: TestHome,
  more: Partial<JournalOptions> = {},
): { readonly journal: Journal; readonly rebuilt: boolean } => {
  let rebuilt = false;
  const journal = openJournal(
    home.journal(NOW, { snapshotAfter: 0, onRebuild: () => (rebuilt = true), ...more }),
  );
  return { journal, rebuilt };
};

/** A home with some history and a snapshot of it. */
const withSnapshot = (use: (home: TestHome, expected: unknown, file: string, device: string) => void): void =>
  withHome(home => {
    const { journal } = open(home);
    journal.append('cloud', { type: 'configured', settings: { newPerDay: 3, learningSteps: [] } });
    for (const item of ['a', 'größe/1', 'a', '__proto__']) journal.append('cloud', reviewed(item, TODAY));
    const { id } = journal.append('cloud', reviewed('undone', TODAY));
    journal.append('cloud', { type: 'undone', target: id });
    journal.append('cloud', { type: 'relinked', from: 'a', to: 'b' });
    journal.append('cloud', { type: 'suspended', items: ['c'], value: true });
    journal.append('cloud', { type: 'reset', items: ['größe/1'] });
    journal.append('other', reviewed('a', TODAY, 'again'));
    journal.close();
    use(home, both(journal), join(home.paths.cache, 'progress.snapshot'), journal.device);
  });

const both = (journal: Journal): unknown =>
  ['cloud', 'other'].map(course => plainProgress(journal.progress(course)));

describe('the snapshot', () => {
  it('gives the progress back without reading the journal, to the last field', () => {
    withSnapshot((home, expected) => {
      const { journal, rebuilt } = open(home);
      expect(rebuilt).toBe(false);
      expect(both(journal)).toEqual(expected);
      expect(journal.progress('cloud').items.get('c')).toMatchObject({
        state: null,
        suspended: true,
        firstDay: -1,
      });
    });
  });

  it('is followed by what was written since', () => {
    withSnapshot((home, _, __, device) => {
      const { journal } = open(home);
      journal.append('cloud', reviewed('b', TODAY, 'again'));
      const { journal: next, rebuilt } = open(home);
      expect([rebuilt, next.device]).toEqual([false, device]);
      expect(both(next)).toEqual(both(journal));
      expect(next.progress('cloud').items.get('b')?.reps).toBe(3);
    });
  });

  it('is one file of the cache, which can be deleted', () => {
    withSnapshot((home, expected) => {
      expect(readdirSync(home.paths.cache)).toEqual(['progress.snapshot']);
      rmSync(home.paths.cache, { recursive: true });
      const { journal, rebuilt } = open(home);
      expect(rebuilt).toBe(true);
      expect(both(journal)).toEqual(expected);
    });
  });

  it('is ignored wherever one of its bytes has changed', () => {
    withSnapshot((home, expected, file) => {
      const bytes = readFileSync(file);
      const step = Math.max(1, Math.floor(bytes.length / 60));
      for (let at = 0; at < bytes.length; at += step) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0x41;
        writeFileSync(file, changed);
        const { journal, rebuilt } = open(home);
        expect(rebuilt).toBe(true);
        expect(both(journal)).toEqual(expected);
      }
    });
  });

  it('is ignored when it is cut off anywhere, empty or a folder', () => {
    withSnapshot((home, expected, file) => {
      for (const size of [statSync(file).size - 1, 100, 16, 15, 3, 0]) {
        truncateSync(file, size);
        const { journal, rebuilt } = open(home);
        expect(rebuilt).toBe(true);
        expect(both(journal)).toEqual(expected);
      }
      rmSync(file);
      mkdirSync(file);
      const { journal } = open(home);
      expect(both(journal)).toEqual(expected);
      journal.close();
      expect(readdirSync(home.paths.cache)).toEqual(['progress.snapshot', 'progress.snapshot.set-aside-1']);
      expect(open(home).rebuilt).toBe(false);
    });
  });

  it('of another memory model is ignored', () => {
    withSnapshot(home => {
      expect(open(home, { model: 'FSRS-7' }).rebuilt).toBe(true);
    });
  });

  it('does not fit a journal whose end was changed, cut off or taken away', () => {
    const change = (act: (path: string, text: string) => void): void =>
      withSnapshot((home, _, __, device) => {
        const path = join(home.paths.journal, `${device}.jsonl`);
        act(path, readFileSync(path, 'utf8'));
        const { journal, rebuilt } = open(home);
        const again = openJournal(home.journal(NOW, { model: 'none of the snapshot' }));
        expect(rebuilt || journal.health().files.length === 0).toBe(true);
        expect(both(journal)).toEqual(both(again));
      });
    change((path, text) => writeFileSync(path, text.replace(/"rating":"again"/, '"rating":"easyy"')));
    change((path, text) => writeFileSync(path, text.slice(0, -3)));
    change(path => rmSync(path));
  });

  it('is not written by a session that has read little, or where it cannot be', () =>
    withHome(home => {
      const { journal } = open(home, { snapshotAfter: 100_000 });
      journal.append('cloud', reviewed('a', TODAY));
      journal.close();
      expect(readdirSync(home.paths.data)).not.toContain('cache');
      writeFileSync(home.paths.cache, '');
      const second = open(home);
      second.journal.close();
      expect(second.journal.progress('cloud').items.size).toBe(1);
    }));

  it('is made anew where who decides about devices has changed', () => {
    withSnapshot(home => {
      home.add(
        'bb.jsonl',
        `${JSON.stringify({ v: 1, id: 'bb-1', lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed('a', TODAY) })}\n`,
      );
      const { journal } = open(home);
      journal.append('cloud', { type: 'excluded', device: 'bb', value: true });
      journal.close();
      expect(open(home).rebuilt).toBe(false);
      const elsewhere = open(home, { machine: 'other' });
      expect(elsewhere.rebuilt).toBe(true);
      expect(elsewhere.journal.health().excluded).toEqual(['bb']);
    });
  });

  it('tells late events from new ones also after it was read', () => {
    withSnapshot((home, _, __, device) => {
      const before: Progress = open(home).journal.progress('cloud');
      const late = {
        v: 1,
        id: 'bb-1',
        lc: NOW - 5000,
        at: NOW - 5000,
        tz: 0,
        course: 'cloud',
        ...reviewed('b', TODAY, 'easy'),
      };
      home.add('bb.jsonl', `${JSON.stringify(late)}\n`);
      const { journal, rebuilt } = open(home);
      expect([rebuilt, journal.device]).toEqual([false, device]);
      expect(journal.progress('cloud').items.get('b')).toMatchObject({ reps: 3, lastRating: 'good' });
      expect(before.items.get('b')?.reps).toBe(2);
      rmSync(home.paths.cache, { recursive: true });
      expect(both(open(home).journal)).toEqual(both(journal));
    });
  });
});
