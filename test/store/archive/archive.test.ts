import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { deviceOf } from '../../../src/core/journal/event-order.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import { backupPath, checkBackup, writeBackup } from '../../../src/store/archive/backup.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { mergeInto, prepareMerge } from '../../../src/store/archive/merge.ts';
import { restoreBackup } from '../../../src/store/archive/restore.ts';
import { histories, NOW, plainProgress } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { makeHome, reviewed, withHome } from '../../support/homes.ts';

const TODAY = NOW / 86_400_000 - 0.5;

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error.details.code;
    throw error;
  }
  return 'done';
};

const lineOf = (event: JournalEvent): string => `\n${JSON.stringify(event)}\n`;

/** Every file of a folder with its text. */
const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));

const withHomes = <T>(use: (a: TestHome, b: TestHome) => T): T => withHome(a => withHome(b => use(a, b)));

/** A home with three answers, one of which was undone. */
const fill = (home: TestHome): void => {
  const journal = openJournal(home.journal(NOW));
  journal.append('cloud', reviewed('a', TODAY));
  const { id } = journal.append('cloud', reviewed('a', TODAY));
  journal.append('cloud', { type: 'undone', target: id });
  journal.append('other', reviewed('b', TODAY));
  journal.close();
};

describe('a backup', () => {
  it('is one file of plain lines, every event in order between a head and a proof', () =>
    withHome(home => {
      fill(home);
      home.add(
        'bb.jsonl',
        'torn\n{}\n{"v":1,"id":"bb-1","lc":5,"at":5,"tz":0,"course":"cloud","type":"dreamt"}\n',
      );
      const path = backupPath(home.paths.data, NOW);
      expect(path).toBe(join(home.paths.data, 'backups', '2026-03-29T1200.jsonl'));
      expect(writeBackup(home.paths.journal, path, NOW)).toEqual({ events: 5, own: 0 });
      const lines = readFileSync(path, 'utf8').split('\n');
      const events = lines.slice(1, -2);
      expect(JSON.parse(lines[0] ?? '')).toEqual({
        format: 'study-backup',
        v: 1,
        made: '2026-03-29T12:00:00.000Z',
      });
      expect(events.map(line => (JSON.parse(line) as JournalEvent).type)).toEqual([
        'dreamt',
        'reviewed',
        'reviewed',
        'undone',
        'reviewed',
      ]);
      expect(JSON.parse(lines.at(-2) ?? '')).toEqual({
        end: 'study-backup',
        events: 5,
        sha256: createHash('sha256')
          .update(events.map(line => `${line}\n`).join(''))
          .digest('hex'),
      });
      expect(lines.at(-1)).toBe('');
      expect(checkBackup(path).events).toBe(5);
      expect(backupPath(home.paths.data, NOW)).toBe(path.replace('.jsonl', '-2.jsonl'));
    }));

  it('is never written over a file, nor left half written', () =>
    withHome(home => {
      fill(home);
      const path = join(home.root, 'mine.jsonl');
      writeFileSync(path, 'mine');
      expect(codeOf(() => writeBackup(home.paths.journal, path, NOW))).toBe('backup-exists');
      expect(codeOf(() => writeBackup(home.paths.journal, join(path, 'below'), NOW))).toBe(
        'backup-not-written',
      );
      expect(readFileSync(path, 'utf8')).toBe('mine');
      expect(readdirSync(home.root).sort()).toEqual(['home', 'mine.jsonl']);
    }));

  it('of nothing is whole', () =>
    withHome(home => {
      const path = join(home.root, 'empty.jsonl');
      expect(writeBackup(home.paths.journal, path, NOW)).toEqual({ events: 0, own: 0 });
      expect(checkBackup(path).events).toBe(0);
    }));

  it('is refused wherever it was cut, changed or added to, before anything is written', () =>
    withHomes((home, other) => {
      fill(home);
      const path = join(home.root, 'backup.jsonl');
      writeBackup(home.paths.journal, path, NOW);
      const text = readFileSync(path, 'utf8');
      const lines = text.trimEnd().split('\n');
      const broken = [
        text.slice(0, -1),
        lines.slice(0, -1).join('\n') + '\n',
        lines.toSpliced(2, 1).join('\n') + '\n',
        text.replace('"rating":"good"', '"rating":"easy"'),
        `${text}${lines[1]}\n`,
        `${lines[0]}\n`,
      ];
      for (const wrong of broken) {
        writeFileSync(path, wrong);
        expect(codeOf(() => mergeInto(other.paths.journal, path))).toBe('backup-broken');
      }
      writeFileSync(path, text.replace('"v":1', '"v":2'));
      expect(codeOf(() => mergeInto(other.paths.journal, path))).toBe('backup-newer');
      for (const none of ['', 'text', '{}\n', '[]\n{}\n', 'null\n']) {
        writeFileSync(path.replace('.jsonl', '.txt'), none);
        expect(codeOf(() => mergeInto(other.paths.journal, path.replace('.jsonl', '.txt')))).toBe(
          'not-a-backup',
        );
      }
      expect(codeOf(() => mergeInto(other.paths.journal, join(home.root, 'none')))).toBe('not-a-backup');
      expect(codeOf(() => mergeInto(other.paths.journal, other.root))).toBe('not-a-backup');
      expect(codeOf(() => mergeInto(other.paths.journal, home.root))).toBe('backup-newer');
      expect(readdirSync(other.root)).toEqual([]);
    }));
});

describe('a merge', () => {
  it('adds what is not known in new files, one per device, and changes none that was there', () =>
    withHomes((home, other) => {
      fill(home);
      fill(other);
      const before = contents(home.paths.journal);
      const report = mergeInto(home.paths.journal, other.paths.data);
      const [device = ''] = readdirSync(other.paths.journal).map(name => name.replace('.jsonl', ''));
      expect(report).toEqual({
        added: [{ device, events: 4, file: `${device}.2.jsonl` }],
        known: 0,
        conflicting: 0,
        skipped: 0,
        ownFiles: { added: 0, same: 0, copied: 0 },
      });
      const after = contents(home.paths.journal);
      for (const [name, text] of before) expect(after.get(name)).toBe(text);
      expect(openJournal(home.journal(NOW)).progress('cloud').items.get('a')?.reps).toBe(2);
      expect(mergeInto(home.paths.journal, other.paths.journal)).toMatchObject({ added: [], known: 4 });
      expect(contents(home.paths.journal)).toEqual(after);
    }));

  it('takes a folder, a home, a file of a journal or a backup, and leaves out what is no event of theirs', () =>
    withHomes((home, other) => {
      other.add(
        'bb.jsonl',
        `rubbish\n${JSON.stringify({ v: 1, id: 'cc-1', lc: 1, at: 1, tz: 0, course: 'c', ...reviewed('a', 0) })}\n`,
      );
      other.add(
        'bb.jsonl',
        lineOf({ v: 1, id: 'bb-1', lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed('a', TODAY) }),
      );
      const file = join(other.paths.journal, 'bb.jsonl');
      expect(mergeInto(home.paths.journal, file)).toMatchObject({
        added: [{ device: 'bb', events: 1 }],
        skipped: 2,
        ownFiles: { added: 0, same: 0, copied: 0 },
      });
      other.add(
        'bb.jsonl',
        lineOf({ v: 1, id: 'bb-2', lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed('a', TODAY) }),
      );
      const backup = join(other.root, 'b.jsonl');
      writeBackup(other.paths.journal, backup, NOW);
      const names = readdirSync(other.paths.journal);
      expect(mergeInto(home.paths.journal, backup)).toMatchObject({
        added: [{ device: 'bb', events: 1, file: 'bb.3.jsonl' }],
        known: 1,
      });
      other.add(
        'bb.jsonl',
        lineOf({ v: 1, id: 'bb-1', lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed('z', TODAY) }),
      );
      expect(mergeInto(home.paths.journal, other.paths.journal)).toMatchObject({
        added: [],
        known: 2,
        conflicting: 1,
      });
      expect(readdirSync(other.paths.journal)).toEqual(names);
      expect(openJournal(home.journal(NOW)).progress('cloud').items.get('a')?.reps).toBe(2);
    }));

  it('takes a journal file under any name, and what an export writes, where every line is known as what it is', () =>
    withHomes((home, other) => {
      const journal = openJournal(other.journal(NOW));
      journal.append('cloud', { type: 'flagged', items: ['a'], value: true, note: 'caf\u00e9' });
      journal.append('cloud', reviewed('a', TODAY));
      const text = readFileSync(join(other.paths.journal, `${journal.device}.jsonl`), 'utf8');
      const escaped = text.replace('\u00e9', '\\u00e9');
      expect(escaped).not.toBe(text);
      const { device } = journal;
      for (const [name, content] of [
        ['renamed.jsonl', text],
        ['export.txt', escaped.trimStart()],
        ['windows.jsonl', `\ufeff${text.replaceAll('\n', '\r\n')}`],
      ] as const) {
        const path = join(other.root, name);
        writeFileSync(path, content);
        withHome(empty =>
          expect(mergeInto(empty.paths.journal, path)).toEqual({
            added: [{ device, events: 2, file: `${device}.2.jsonl` }],
            known: 0,
            conflicting: 0,
            skipped: 0,
            ownFiles: { added: 0, same: 0, copied: 0 },
          }),
        );
        expect(mergeInto(other.paths.journal, path)).toMatchObject({ added: [], known: 2, conflicting: 0 });
      }
      const path = join(other.root, 'z.jsonl');
      writeFileSync(path, 'no record\n{}\n');
      expect(codeOf(() => mergeInto(home.paths.journal, path))).toBe('not-a-backup');
    }));

  it("shows what stands under this device's own name and is not known, and takes it only after a yes", () =>
    withHomes((home, other) => {
      const journal = openJournal(home.journal(NOW));
      const mine = [
        journal.append('cloud', reviewed('a', TODAY)),
        journal.append('cloud', reviewed('b', TODAY)),
      ];
      journal.close();
      const forged = mine.map(({ id }, number): JournalEvent => ({
        v: 1,
        id: `${journal.device}-zz${number}`,
        lc: NOW + 10 + number,
        at: NOW,
        tz: 0,
        course: 'cloud',
        type: 'undone',
        target: id,
      }));
      other.add(`${journal.device}.jsonl`, forged.map(lineOf).join(''));
      other.add(
        'bb.jsonl',
        lineOf({ v: 1, id: 'bb-1', lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed('c', TODAY) }),
      );
      const before = contents(home.paths.journal);
      const refused = prepareMerge(home.paths.journal, other.paths.data, journal.device);
      expect(refused.own).toEqual({
        records: 2,
        types: new Map([['undone', 2]]),
        changes: forged,
        changing: 2,
      });
      refused.discard();
      expect(contents(home.paths.journal)).toEqual(before);
      const taken = prepareMerge(home.paths.journal, other.paths.data, journal.device);
      expect(
        taken
          .commit()
          .added.map(({ events }) => events)
          .sort(),
      ).toEqual([1, 2]);
      taken.discard();
      expect(openJournal(home.journal(NOW)).progress('cloud').items.get('a')).toBeUndefined();
      expect(prepareMerge(home.paths.journal, other.paths.data, journal.device).own.records).toBe(0);
    }));

  it('says so where the journal cannot be written, and leaves nothing behind', () =>
    withHomes((home, other) => {
      fill(other);
      writeFileSync(home.paths.data, '');
      expect(codeOf(() => mergeInto(home.paths.journal, other.paths.journal))).toBe('not-saved');
      expect(readdirSync(home.root)).toEqual(['home']);
    }));

  it('gives the same progress in whatever order journals come together', () => {
    fc.assert(
      fc.property(
        histories({ maxLength: 25 }),
        fc.array(fc.nat({ max: 2 }), { minLength: 25, maxLength: 25 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.boolean(),
        (events, places, order, byBackup) =>
          withHome(target => {
            const homes = [0, 1, 2].map(() => makeHome());
            try {
              // Some events are in several homes already.
              for (const [index, event] of events.entries())
                for (const place of new Set([places[index] ?? 0, (places[index] ?? 0) + (index % 2)]))
                  homes[place % 3]?.add(`${deviceOf(event.id)}.jsonl`, lineOf(event));
              for (const index of order) {
                const source = homes[index] as TestHome;
                mkdirSync(source.paths.journal, { recursive: true });
                const backup = join(source.root, 'b.jsonl');
                if (byBackup) writeBackup(source.paths.journal, backup, NOW);
                if (byBackup || readdirSync(source.paths.journal).length > 0)
                  mergeInto(target.paths.journal, byBackup ? backup : source.paths.data);
              }
              const journal = openJournal(target.journal(NOW));
              expect(journal.health().quarantined).toEqual([]);
              for (const course of ['cloud', 'constructor'])
                expect(plainProgress(journal.progress(course))).toEqual(
                  plainProgress(fold(events, { course, now: NOW, self: journal.device })),
                );
            } finally {
              for (const home of homes) home.remove();
            }
          }),
      ),
      { numRuns: 60 },
    );
  });
});

describe('a restore', () => {
  it('brings back what was reset since the backup and keeps what was learned since', () =>
    withHome(home => {
      fill(home);
      const backup = backupPath(home.paths.data, NOW);
      writeBackup(home.paths.journal, backup, NOW);
      const journal = openJournal(home.journal(NOW + 1000));
      const before = plainProgress(journal.progress('cloud')) as { items: unknown };
      journal.append('cloud', { type: 'reset', items: null });
      journal.append('other', { type: 'reset', items: ['b'] });
      journal.append('cloud', reviewed('new', TODAY));
      expect([...journal.progress('cloud').items.keys()]).toEqual(['new']);
      expect(restoreBackup(journal, home.paths.journal, backup)).toMatchObject({
        added: [],
        known: 4,
        resets: 2,
      });
      const { items } = journal.progress('cloud');
      expect([...items.keys()].sort()).toEqual(['a', 'new']);
      expect([['a', items.get('a')]]).toEqual(before.items);
      expect(journal.progress('other').items.get('b')?.reps).toBe(1);
      expect(restoreBackup(journal, home.paths.journal, backup).resets).toBe(0);
      // A reset that the backup knows stays one.
      journal.append('cloud', { type: 'reset', items: ['a'] });
      const later = backupPath(home.paths.data, NOW);
      writeBackup(home.paths.journal, later, NOW);
      expect(restoreBackup(journal, home.paths.journal, later).resets).toBe(0);
      expect(journal.progress('cloud').items.get('a')).toBeUndefined();
    }));

  it('fills an empty home on another machine', () =>
    withHomes((home, other) => {
      fill(home);
      const backup = join(home.root, 'b.jsonl');
      writeBackup(home.paths.journal, backup, NOW);
      const journal = openJournal(other.journal(NOW, { machine: 'other' }));
      expect(restoreBackup(journal, other.paths.journal, backup)).toMatchObject({
        added: [{ events: 4 }],
        resets: 0,
      });
      for (const course of ['cloud', 'other'])
        expect(plainProgress(journal.progress(course))).toEqual(
          plainProgress(openJournal(home.journal(NOW)).progress(course)),
        );
    }));

  it('refuses what is no backup, and a home that cannot be written to, before it begins', () =>
    withHomes((home, other) => {
      fill(home);
      const journal = openJournal(home.journal(NOW));
      expect(codeOf(() => restoreBackup(journal, home.paths.journal, home.paths.journal))).toBe(
        'not-a-backup',
      );
      const backup = join(home.root, 'b.jsonl');
      writeBackup(home.paths.journal, backup, NOW);
      writeFileSync(other.paths.data, '');
      const blocked = openJournal(other.journal(NOW));
      expect(codeOf(() => restoreBackup(blocked, other.paths.journal, backup))).toBe('not-saved');
    }));
});
