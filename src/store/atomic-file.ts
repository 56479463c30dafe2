import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './disk-error.ts';
import { randomName } from './random-name.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Gives a file a second name, only where nothing has that name; `false`: something has.
 * @throws the error of the file system
 */
export const placeNew = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(to)) return false;
    // A file system without hard links. What is lost is only that of two at the same moment the later one wins.
    renameSync(from, to);
    return true;
  }
};

/**
 * Puts a file in place whole or not at all: readers see the old one or the new one.
 * @param wait `disk`: return when the disk has it; `none`: a power cut may leave it cut, for files that prove whole
 * @throws the error of the file system; what was there is then untouched
 */
export const writeAtomically = (
  path: string,
  parts: readonly Uint8Array[],
  wait: 'disk' | 'none' = 'disk',
): void => {
  const folder = dirname(path);
  makeFolder(folder);
  const draft = join(folder, `.${randomName(8)}.tmp`);
  try {
    const fd = openSync(draft, 'wx');
    try {
      for (const part of parts)
        // A full disk shortens a write without an error; the next one says so.
        for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      if (wait === 'disk') fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};
