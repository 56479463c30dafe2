import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/core/base/failure.ts';
import type { DiskCalls } from '../../../src/store/journal/appender.ts';
import { Appender } from '../../../src/store/journal/appender.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const TODAY = Math.floor(NOW / 86_400_000);

/** A line of the device aa. */
const line = (id: string): string =>
  JSON.stringify({ v: 1, id: `aa-${id}`, lc: NOW, at: NOW, tz: 0, course: 'cloud', ...reviewed(id, TODAY) });

const sound: DiskCalls = { write: writeSync, sync: () => undefined };
/** A disk that takes all but the last bytes of one write. */
const cutsOff = (bytes: number): DiskCalls => ({
  ...sound,
  write: (fd, buffer, offset, length) => writeSync(fd, buffer, offset, length - bytes),
});
const failsToSync: DiskCalls = {
  ...sound,
  sync: () => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  },
};

const append = (home: TestHome, disk: DiskCalls, id: string): string => {
  const appender = new Appender(home.paths.journal, 'aa.jsonl', disk);
  try {
    appender.append(line(id));
    return 'saved';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.message;
  } finally {
    appender.close();
  }
};

const read = (home: TestHome) => {
  const journal = openJournal(home.journal(NOW));
  const { torn, quarantined } = journal.health();
  return { items: [...journal.progress('cloud').items.keys()], torn, quarantined };
};

describe('a record that was said not to be saved', () => {
  it.each([1, 2, 40, 100])(
    'is never counted later, where the write was cut off %i bytes before its end',
    bytes =>
      withHome(home => {
        expect(append(home, sound, 'a')).toBe('saved');
        expect(append(home, cutsOff(bytes), 'b')).toBe('Not saved: the disk is full');
        // Another process goes on, and later one of an older version, which writes a newline before its record.
        expect(append(home, sound, 'c')).toBe('saved');
        home.add('aa.jsonl', `\n${line('d')}\n`);
        expect(read(home)).toEqual({ items: ['a', 'c', 'd'], torn: 1, quarantined: [] });
      }),
  );

  it('is never counted later where the disk failed to keep it, and nothing else is touched', () =>
    withHome(home => {
      expect(append(home, sound, 'a')).toBe('saved');
      const path = join(home.paths.journal, 'aa.jsonl');
      const before = readFileSync(path, 'utf8');
      expect(append(home, failsToSync, 'b')).toBe('Not saved: the disk reported an error');
      expect(readFileSync(path, 'utf8')).toBe(`${before}\n${line('b').replace('{', '!')}\n`);
      expect(append(home, sound, 'b')).toBe('saved');
      expect(read(home)).toEqual({ items: ['a', 'b'], torn: 1, quarantined: [] });
    }));

  it('does not count where an older version goes on after a write that was cut off by its last byte', () =>
    withHome(home => {
      expect(append(home, cutsOff(1), 'a')).toBe('Not saved: the disk is full');
      home.add('aa.jsonl', `\n${line('b')}\n`);
      expect(read(home).items).toEqual(['b']);
    }));

  it('does not count where a kill left it whole but for its newline', () =>
    withHome(home => {
      home.add('aa.jsonl', `\n${line('a')}`);
      expect(append(home, sound, 'b')).toBe('saved');
      expect(read(home)).toEqual({ items: ['b'], torn: 1, quarantined: [] });
    }));
});
