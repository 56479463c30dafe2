import * as real from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileChange } from '../../src/disk/write-set.ts';
import { makeTempDir } from '../support/run-study.ts';

/** Which call of the file system fails, from 1; 0: none does. */
const disk = vi.hoisted(() => ({ failing: 0, calls: 0, called: [] as string[] }));

vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>();
  const watched = [
    'mkdirSync',
    'openSync',
    'writeSync',
    'fsyncSync',
    'closeSync',
    'fchmodSync',
    'linkSync',
    'copyFileSync',
    'renameSync',
  ] as const;
  const wrapped = Object.fromEntries(
    watched.map(name => [
      name,
      (...args: readonly unknown[]) => {
        if (disk.failing > 0 && ++disk.calls === disk.failing) {
          disk.called.push(name);
          // What was opened is closed all the same, as where a late write fails at the close.
          if (name === 'closeSync') fs.closeSync(args[0] as number);
          throw Object.assign(new Error(`no space left: ${name}`), { code: 'ENOSPC' });
        }
        return (fs[name] as (...given: readonly unknown[]) => unknown)(...args);
      },
    ]),
  );
  return { ...fs, ...wrapped, default: { ...fs, ...wrapped } };
});

// Files share a worker: the module may be there already, with the real file system, and must not stay with this one.
vi.resetModules();
const { writeTogether } = await import('../../src/disk/write-set.ts');
afterAll(() => {
  vi.doUnmock('node:fs');
  vi.resetModules();
});

let folder = '';
beforeEach(() => {
  Object.assign(disk, { failing: 0, calls: 0 });
  folder = makeTempDir('study-write-set');
  real.writeFileSync(join(folder, 'old.md'), 'old');
  real.mkdirSync(join(folder, 'there'));
  real.writeFileSync(join(folder, 'there', 'second.md'), 'second');
});
afterEach(() => {
  disk.failing = 0;
  real.rmSync(folder, { recursive: true, force: true });
});

const change = (path: string, before: string | null, text: string): FileChange => ({
  path: join(folder, path),
  before: before === null ? null : Buffer.from(before),
  bytes: Buffer.from(text),
});

const SET = (): readonly FileChange[] => [
  change('old.md', 'old', 'OLD'),
  change('new.md', null, 'NEW'),
  change('there/second.md', 'second', 'SECOND'),
  change('made/deep/third.md', null, 'THIRD'),
  change('made/fourth.md', null, 'FOURTH'),
];

/** Everything in the folder: names with their texts, and folders. */
const state = (): readonly string[] =>
  real
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(folder.length + 1).replaceAll('\\', '/');
      return entry.isDirectory() ? `${name}/` : `${name}: ${real.readFileSync(path, 'utf8')}`;
    })
    .sort();

const BEFORE = ['old.md: old', 'there/', 'there/second.md: second'];
const AFTER = [
  'made/',
  'made/deep/',
  'made/deep/third.md: THIRD',
  'made/fourth.md: FOURTH',
  'new.md: NEW',
  'old.md: OLD',
  'there/',
  'there/second.md: SECOND',
];

describe('several files that are written together', () => {
  it('are all there, and nothing else', () => {
    writeTogether(SET());
    expect(state()).toEqual(AFTER);
  });

  it('leave everything as it was, whichever call of the file system fails', () => {
    const failed = new Set<string>();
    for (let nth = 1; ; nth++) {
      Object.assign(disk, { failing: nth, calls: 0, called: [] });
      let error: unknown = null;
      try {
        writeTogether(SET());
      } catch (thrown) {
        error = thrown;
      }
      disk.failing = 0;
      for (const name of disk.called) failed.add(name);
      // Where there are no hard links it goes on in another way, and then all is written.
      expect(state(), `call ${nth}: ${disk.called.join()}`).toEqual(error === null ? AFTER : BEFORE);
      if (disk.called.length === 0) break;
      if (error !== null) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
        continue;
      }
      real.rmSync(folder, { recursive: true });
      real.mkdirSync(join(folder, 'there'), { recursive: true });
      real.writeFileSync(join(folder, 'old.md'), 'old');
      real.writeFileSync(join(folder, 'there', 'second.md'), 'second');
    }
    expect([...failed].sort()).toEqual(
      [
        'closeSync',
        'fchmodSync',
        'fsyncSync',
        'linkSync',
        'mkdirSync',
        'openSync',
        'renameSync',
        'writeSync',
      ].sort(),
    );
  });

  it('are not written where one has been changed meanwhile, or stands where none was', () => {
    real.writeFileSync(join(folder, 'there', 'second.md'), 'changed');
    expect(() => writeTogether(SET())).toThrow(expect.objectContaining({ code: 'ESHRUNK' }));
    expect(state()).toEqual(['old.md: old', 'there/', 'there/second.md: changed']);
    real.writeFileSync(join(folder, 'there', 'second.md'), 'second');
    real.mkdirSync(join(folder, 'made'));
    real.writeFileSync(join(folder, 'made', 'fourth.md'), 'mine');
    expect(() => writeTogether(SET())).toThrow(expect.objectContaining({ code: 'ESHRUNK' }));
    expect(state()).toEqual(['made/', 'made/fourth.md: mine', ...BEFORE]);
  });

  it('are not written where a file stands in place of a folder', () => {
    real.writeFileSync(join(folder, 'made'), 'a file');
    expect(() => writeTogether(SET())).toThrow();
    expect(state()).toEqual(['made: a file', ...BEFORE]);
  });
});
