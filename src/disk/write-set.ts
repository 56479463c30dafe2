/** Writes several files, all of them or none. */
import {
  closeSync,
  copyFileSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { placeNew } from './atomic-file.ts';
import { makeOpenFolder } from './make-folder.ts';
import { OPEN_FILE } from './modes.ts';
import { randomName } from './random-name.ts';
import { readRegular } from './regular-file.ts';

/** One file as it is to be. */
export interface FileChange {
  /** Whole path. */
  readonly path: string;
  /** What must stand there when it is written; `null`: nothing. */
  readonly before: Uint8Array | null;
  readonly bytes: Uint8Array;
}

const hiddenBeside = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 100)}.${randomName(8)}.tmp`);

/** Puts the bytes on the disk under another name, with the rights of the file they will replace. */
const stage = ({ path, before, bytes }: FileChange): string => {
  makeOpenFolder(dirname(path));
  const draft = hiddenBeside(path);
  const fd = openSync(draft, 'wx', OPEN_FILE);
  try {
    if (before !== null) fchmodSync(fd, lstatSync(path).mode & 0o777);
    // A full disk shortens a write without an error; the next one says so.
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  return draft;
};

/** A second name for a file, or where the file system has no such thing, a copy. */
const keep = (path: string): string => {
  const kept = hiddenBeside(path);
  try {
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept);
  }
  return kept;
};

const otherwise = (path: string): Error =>
  Object.assign(new Error(`It is not what it was: ${path}`), { code: 'ESHRUNK', path });

/** A file that was put in its place: how that is taken back, and the file that was kept for it. */
interface Placed {
  readonly back: () => void;
  readonly kept: string | null;
}

const place = ({ path, before }: FileChange, draft: string): Placed => {
  if (before === null) {
    if (!placeNew(draft, path)) throw otherwise(path);
    return { back: () => rmSync(path, { force: true }), kept: null };
  }
  if (Buffer.compare(readRegular(path, 'refuse-link'), before) !== 0) throw otherwise(path);
  const kept = keep(path);
  try {
    renameSync(draft, path);
  } catch (error) {
    rmSync(kept, { force: true });
    throw error;
  }
  return { back: () => renameSync(kept, path), kept };
};

/**
 * Puts every file in its place, or leaves all as they were: each is on the disk under another name first, and a file
 * that has been changed meanwhile stops them all.
 * @throws the error of the file system; one with the code `ESHRUNK` where a file is no longer what it was
 */
export const writeTogether = (files: readonly FileChange[]): void => {
  const drafts: string[] = [];
  const placed: Placed[] = [];
  try {
    for (const file of files) drafts.push(stage(file));
    files.forEach((file, i) => placed.push(place(file, drafts[i] ?? '')));
  } catch (error) {
    for (const { back } of placed.reverse()) {
      try {
        back();
      } catch {
        // The disk is as broken as it was a moment ago.
      }
    }
    throw error;
  } finally {
    for (const path of [...drafts, ...placed.map(({ kept }) => kept)])
      if (path !== null) rmSync(path, { force: true });
  }
};
