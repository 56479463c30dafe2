/** Writes files whole: under another name first, which becomes theirs when all of it is there. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

interface WriteOptions {
  /** Rights of the file. */
  readonly mode: number;
  /** Whether the disk must have it before it takes its name; without that a power cut may leave it cut. */
  readonly sync: boolean;
  /** Gives the finished file its name. */
  readonly place?: (draft: string, path: string) => void;
}

/**
 * Puts a file in place whole or not at all: readers see the old one or the new one. Its folder is there already.
 * @throws the error of the file system; what was there is then untouched
 */
export const writeWhole = (
  path: string,
  parts: readonly Uint8Array[],
  { mode, sync, place = renameSync }: WriteOptions,
): void => {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(5).toString('hex')}.tmp`);
  try {
    const fd = openSync(draft, 'wx', mode);
    try {
      for (const part of parts)
        // A full disk shortens a write without an error; the next one says so.
        for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      if (sync) fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    place(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
};
