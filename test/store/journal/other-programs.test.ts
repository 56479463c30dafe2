/** What other programs do to the files of a journal. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journalFindings } from '../../../src/core/device/diagnosis.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const TODAY = Math.floor(NOW / 86_400_000);

const line = (device: string, number: number): string =>
  JSON.stringify({
    v: 1,
    id: `${device}-${number}`,
    lc: NOW + number,
    at: NOW + number,
    tz: 0,
    course: 'cloud',
    ...reviewed(`item-${number}`, TODAY),
  });

const lines = (numbers: readonly number[], end = '\n'): string =>
  numbers.map(number => `${end}${line('aa', number)}${end}`).join('');

const open = (home: TestHome) => {
  const journal = openJournal(home.journal(NOW + 1000, { snapshotAfter: 0 }));
  const health = journal.health();
  const told = journalFindings(health).map(({ level, text }) => `${level} ${text}`);
  const progress = plainProgress(journal.progress('cloud')) as { items: readonly unknown[] };
  journal.close();
  return { health, told, progress };
};

/** The same journal as it was written. */
const untouched = (numbers: readonly number[]) =>
  withHome(home => {
    home.add('aa.jsonl', lines(numbers));
    return open(home).progress;
  });

describe('a journal that another program has rewritten', () => {
  it('loses nothing by a byte order mark, which is named', () =>
    withHome(home => {
      home.add('aa.jsonl', `\ufeff${lines([1, 2]).trimStart()}`);
      const { health, told, progress } = open(home);
      expect(progress).toEqual(untouched([1, 2]));
      expect(health).toMatchObject({ torn: 0, quarantined: [] });
      expect(told).toContain(
        'note 1 line begins with a byte order mark; nothing is lost by that (aa.jsonl:1)',
      );
    }));

  it('loses nothing by line ends of Windows, which are named, and a copy with them is no conflict', () =>
    withHome(home => {
      home.add('aa.jsonl', lines([1, 2], '\r\n'));
      home.add('aa.2.jsonl', lines([1, 2, 3]));
      const { health, told, progress } = open(home);
      expect(progress).toEqual(untouched([1, 2, 3]));
      expect(health).toMatchObject({ torn: 0, quarantined: [], duplicates: 2 });
      expect(told.join('\n')).toMatch(
        /2 lines end with CR LF, as on Windows; nothing is lost by that \(aa\.jsonl:2\)/,
      );
    }));

  it('loses nothing by the markers that git leaves in a conflict, which are named', () =>
    withHome(home => {
      home.add(
        'aa.jsonl',
        `${lines([1])}<<<<<<< HEAD\n${lines([2])}||||||| base\n=======\n${lines([3])}>>>>>>> theirs\n`,
      );
      const { health, told, progress } = open(home);
      expect(progress).toEqual(untouched([1, 2, 3]));
      expect(health).toMatchObject({ torn: 0, quarantined: [] });
      expect(told.join('\n')).toMatch(/4 lines are conflict markers of git; the records around them count/);
      expect(told.join('\n')).not.toContain('not whole');
    }));

  it('that is no ordinary file is named and not read', () =>
    withHome(home => {
      home.add('bb.jsonl', '');
      mkdirSync(join(home.paths.journal, 'aa.jsonl'));
      expect(open(home).told).toContain(
        'problem aa.jsonl is a folder and is not read: put the journal file itself in its place',
      );
    }));
});

describe('records that this device had saved', () => {
  const saved = (home: TestHome, count: number): { device: string; path: string } => {
    const journal = openJournal(home.journal(NOW));
    for (let i = 0; i < count; i++) journal.append('cloud', reviewed(`item-${i}`, TODAY));
    journal.close();
    return { device: journal.device, path: join(home.paths.journal, `${journal.device}.jsonl`) };
  };
  const lostOf = (home: TestHome): number => openJournal(home.journal(NOW + 1000)).health().lost;

  it('are missed at the next start where their file was cut, emptied or removed', () =>
    withHome(home => {
      const { path } = saved(home, 10);
      const text = readFileSync(path, 'utf8');
      expect(lostOf(home)).toBe(0);
      writeFileSync(path, text.slice(0, text.length / 2));
      expect(lostOf(home)).toBe(5);
      writeFileSync(path, '');
      expect(lostOf(home)).toBe(10);
      const { told, health } = open(home);
      expect(health.lost).toBe(10);
      expect(told.join('\n')).toMatch(
        /10 records that this device had saved are in no file any more.*progress restore FILE/,
      );
      // They come back in whatever file.
      home.add(path.split('/').at(-1)?.replace('.jsonl', '.2.jsonl') ?? '', text);
      expect(lostOf(home)).toBe(0);
    }));

  it('are missed at once in a session, once, and later answers do not make up for them', () =>
    withHome(home => {
      const journal = openJournal(home.journal(NOW));
      for (let i = 0; i < 4; i++) journal.append('cloud', reviewed(`item-${i}`, TODAY));
      expect(journal.alarms()).toEqual([]);
      const file = `${journal.device}.jsonl`;
      writeFileSync(join(home.paths.journal, file), '');
      journal.append('cloud', reviewed('item-9', TODAY));
      expect(journal.alarms()).toEqual([{ type: 'lost', records: 4, file }]);
      expect(journal.alarms()).toEqual([]);
      for (let i = 0; i < 9; i++) journal.append('cloud', reviewed(`item-${i}`, TODAY));
      journal.close();
      const next = openJournal(home.journal(NOW + 1000));
      expect(next.alarms()).toEqual([]);
      expect(next.health().lost).toBe(4);
    }));

  it('are not missed on another machine, or after the count was removed', () =>
    withHome(home => {
      const { path } = saved(home, 3);
      writeFileSync(path, '');
      expect(openJournal(home.journal(NOW, { machine: 'other' })).health().lost).toBe(0);
      writeFileSync(join(home.paths.data, 'saved.json'), 'rubbish');
      expect(lostOf(home)).toBe(0);
    }));
});
