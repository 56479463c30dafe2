import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, makeFolderOn } from '../../src/disk/make-folder.ts';

describe('making a folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'study-folder-'));

  it('makes those above it too, and is content with one that is there', () => {
    const path = join(home, 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it('throws where a file stands in the way', () => {
    writeFileSync(join(home, 'file'), '');
    expect(() => makeFolder(join(home, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(home, 'file', 'below'))).toThrow(/ENOTDIR/);
  });

  it.runIf(existsSync('/proc/self'))('ends where a folder says of new ones that they do not exist', () => {
    expect(() => makeFolder('/proc/study-home/journal')).toThrow(/ENOENT/);
  });

  it('is content where another program was quicker', () => {
    const there = new Set(['/']);
    const make = makeFolderOn({
      make: path => {
        there.add(path);
        throw new Error('EEXIST');
      },
      exists: path => there.has(path),
      isFolder: path => there.has(path),
      parent: () => '/',
    });
    expect(() => make('/x')).not.toThrow();
  });
});
