/** Who can read the home. What is made today is private; a home of older versions may be open to others. */
import type { Dirent } from 'node:fs';
import { closeSync, constants, fchmodSync, fstatSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../../disk/modes.ts';
import type { StudyPaths } from './paths.ts';

/** Something of the home that others than the learner can read or change. */
interface OpenEntry {
  readonly path: string;
  readonly isFolder: boolean;
}

/** Rights of the group and of everybody. */
const OTHERS = 0o077;

/** What lies in a data folder, a folder of settings and a cache: a home may lie in a folder of other things. */
const OURS =
  /^(?:journal|backups|own|sync|exam-locks|cache|fixed|courses|device\.json|saved\.json|settings\.json|courses\.json|reading\.json|progress\.snapshot)(?:$|\.(?:broken|set-aside)-\d+$)/;

const entriesOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** Adds what is open of an entry and of all that lies below it; links, pipes and devices are left alone. */
const collect = (path: string, found: Map<string, OpenEntry>): void => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  const isFolder = stat?.isDirectory() === true;
  if (stat === undefined || (!isFolder && !stat.isFile())) return;
  if ((stat.mode & OTHERS) !== 0) found.set(path, { path, isFolder });
  if (isFolder) for (const { name } of entriesOf(path)) collect(join(path, name), found);
};

/** What of the home others can read or change. Nothing on Windows, where rights are another matter. */
export const openEntries = ({ data, config, cache, journal }: StudyPaths): readonly OpenEntry[] => {
  const found = new Map<string, OpenEntry>();
  if (process.platform === 'win32') return [];
  for (const folder of new Set([data, config, cache])) {
    const entries = entriesOf(folder);
    // Of a folder that holds other things too, only what is ours.
    const isOurs = entries.every(({ name }) => OURS.test(name));
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (isOurs && stat?.isDirectory() === true && (stat.mode & OTHERS) !== 0)
      found.set(folder, { path: folder, isFolder: true });
    for (const { name } of entries) if (OURS.test(name)) collect(join(folder, name), found);
  }
  collect(journal, found);
  return [...found.values()];
};

/** Takes away what others may do; `false`: it could not be done, or something else stands there now. */
const makePrivate = ({ path, isFolder }: OpenEntry): boolean => {
  try {
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (fstatSync(fd).isDirectory() !== isFolder) return false;
      fchmodSync(fd, isFolder ? PRIVATE_FOLDER : PRIVATE_FILE);
      return true;
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
};

/** Makes all of the home private. @returns how many files and folders it was done to, and could not be done to */
export const tightenHome = (paths: StudyPaths): { readonly done: number; readonly failed: number } => {
  const entries = openEntries(paths);
  const done = entries.filter(makePrivate).length;
  return { done, failed: entries.length - done };
};
