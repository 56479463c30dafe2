/** Writes several files, all of them or none. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmdirSync,
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

/** Folders above a path that are not there, the outermost first. */
const missingAbove = (path: string): readonly string[] => {
  const missing: string[] = [];
  for (let at = dirname(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  return missing;
};

/** What a step leaves behind when it fails is named here before it is made. */
interface Traces {
  readonly files: string[];
  readonly folders: string[];
}

/** Puts the bytes on the disk under another name, with the rights of the file they will replace. */
const stage = ({ path, before, bytes }: FileChange, traces: Traces): string => {
  traces.folders.push(...missingAbove(path));
  makeOpenFolder(dirname(path));
  const draft = hiddenBeside(path);
  traces.files.push(draft);
  const fd = openSync(draft, 'wx', OPEN_FILE);
  try {
    if (before !== null) fchmodSync(fd, lstatSync(path).mode & 0o777);
    // A full disk shortens a write without an error; the next one says so.
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  return draft;
};

/** A second name for a file, or where the file system has no such thing, a copy. */
const keep = (path: string, traces: Traces): string => {
  const kept = hiddenBeside(path);
  traces.files.push(kept);
  try {
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept);
  }
  return kept;
};

const otherwise = (path: string): Error =>
  Object.assign(new Error(`It is not what it was: ${path}`), { code: 'ESHRUNK', path });

/** Puts a file in its place. @returns how that is taken back */
const place = ({ path, before }: FileChange, draft: string, traces: Traces): (() => void) => {
  if (before === null) {
    if (!placeNew(draft, path)) throw otherwise(path);
    return () => rmSync(path, { force: true });
  }
  if (Buffer.compare(readRegular(path, 'refuse-link'), before) !== 0) throw otherwise(path);
  const kept = keep(path, traces);
  renameSync(draft, path);
  return () => renameSync(kept, path);
};

/** Does each, whatever becomes of the others: the disk may be as broken as it was a moment ago. */
const tryEach = (acts: readonly (() => void)[]): void => {
  for (const act of acts) {
    try {
      act();
    } catch {
      // Nothing else can be done about it.
    }
  }
};

/**
 * Puts every file in its place, or leaves all as they were: each is on the disk under another name first, and a file
 * that has been changed meanwhile stops them all. Folders that were made for them go again, too.
 * @throws the error of the file system; one with the code `ESHRUNK` where a file is no longer what it was
 */
export const writeTogether = (files: readonly FileChange[]): void => {
  const traces: Traces = { files: [], folders: [] };
  const back: (() => void)[] = [];
  const removeFiles = (): void => tryEach(traces.files.map(path => () => rmSync(path, { force: true })));
  try {
    const drafts = files.map(file => stage(file, traces));
    files.forEach((file, i) => back.push(place(file, drafts[i] ?? '', traces)));
  } catch (error) {
    tryEach(back.reverse());
    removeFiles();
    // One that holds something is not removed.
    tryEach(traces.folders.reverse().map(folder => () => rmdirSync(folder)));
    throw error;
  }
  removeFiles();
};
