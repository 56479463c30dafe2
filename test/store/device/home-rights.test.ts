import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../src/store/archive/backup.ts';
import { openEntries, tightenHome } from '../../../src/store/device/home-rights.ts';
import { lockSitting } from '../../../src/store/exam/exam-lock.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { mergeInto } from '../../../src/store/archive/merge.ts';
import { writePreference } from '../../../src/store/device/preferences-conf.ts';
import { keepPlace } from '../../../src/store/device/reading-places.ts';
import type { TestHome } from '../../support/homes.ts';
import { makeHome, reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const TODAY = NOW / 86_400_000 - 0.5;

/** Everything that a home can hold. */
const fill = (home: TestHome): void => {
  const { data, journal, cache, config } = home.paths;
  const opened = openJournal(home.journal(NOW, { snapshotAfter: 0 }));
  opened.append('cloud', reviewed('a', TODAY));
  opened.close();
  writeBackup(journal, join(data, 'backups', 'one.jsonl'), NOW);
  keepPlace(cache, 'cloud', { topic: 'sqs', section: '', line: 1 });
  writePreference(config, ['theme', 'mono']);
  lockSitting({ data, now: () => NOW }, 'abc-1');
  const other = makeHome();
  const theirs = openJournal(other.journal(NOW, { machine: 'other' }));
  theirs.append('cloud', reviewed('b', TODAY));
  theirs.close();
  mergeInto(journal, other.paths.journal);
  other.remove();
};

const everything = (root: string): readonly string[] => [
  root,
  ...readdirSync(root, { recursive: true, encoding: 'utf8' }).map(name => join(root, name)),
];

describe.skipIf(process.platform === 'win32')('the rights of a home', () => {
  it('are private for every file and folder that is made, whatever the umask', () => {
    const before = process.umask(0);
    try {
      withHome(home => {
        fill(home);
        const made = everything(home.paths.data);
        expect(made.length).toBeGreaterThan(12);
        const open = made.filter(path => (lstatSync(path).mode & 0o077) !== 0);
        expect(open).toEqual([]);
        expect(openEntries(home.paths)).toEqual([]);
      });
    } finally {
      process.umask(before);
    }
  });

  it('of an old home are made private, and nothing else is touched', () => {
    withHome(home => {
      fill(home);
      const { data, journal } = home.paths;
      for (const path of everything(data)) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
      mkdirSync(join(home.root, 'shared'), { mode: 0o755 });
      writeFileSync(join(home.root, 'shared', 'file'), '', { mode: 0o644 });
      symlinkSync(join(home.root, 'shared', 'file'), join(journal, 'link.jsonl'));
      const before = openEntries(home.paths).length;
      expect(tightenHome(home.paths)).toEqual({ done: before, failed: 0 });
      expect(openEntries(home.paths)).toEqual([]);
      expect(statSync(join(home.root, 'shared', 'file')).mode & 0o777).toBe(0o644);
      expect(openJournal(home.journal(NOW)).progress('cloud').items.size).toBe(2);
    });
  });

  it('of a folder that holds other things too are left as they are, but not those of what is ours in it', () => {
    withHome(home => {
      fill(home);
      const { data } = home.paths;
      writeFileSync(join(data, 'thesis.txt'), '', { mode: 0o644 });
      chmodSync(data, 0o755);
      chmodSync(join(data, 'device.json'), 0o644);
      expect(openEntries(home.paths).map(({ path }) => path)).toEqual([join(data, 'device.json')]);
      rmSync(join(data, 'thesis.txt'));
      expect(openEntries(home.paths).map(({ path }) => path)).toEqual([data, join(data, 'device.json')]);
    });
  });
});
