import { existsSync, linkSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { PRIVATE_FILE } from '../disk/modes.ts';
import { renameOver } from '../disk/rename-over.ts';
import { writeWhole } from '../disk/write-file.ts';
import { codeOf } from './disk-error.ts';

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
 * Puts a file in place whole or not at all, and on the disk: readers see the old one or the new one.
 * @param mode its rights; by default only the learner can read it
 * @throws the error of the file system; what was there is then untouched
 */
export const writeAtomically = (
  path: string,
  parts: readonly Uint8Array[],
  mode: number = PRIVATE_FILE,
): void => {
  makeFolder(dirname(path));
  writeWhole(path, parts, { mode, sync: true });
};

/**
 * The same for a file of the caches that proves whole when it is read: a power cut may leave it cut. Whatever stands
 * in its place goes or is set aside.
 * @throws the error of the file system
 */
export const writeCache = (path: string, parts: readonly Uint8Array[]): void => {
  makeFolder(dirname(path));
  writeWhole(path, parts, { mode: PRIVATE_FILE, sync: false, place: renameOver });
};
