/** Takes a learner's progress off the disk: the one act that removes what others only ever add to. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listJournalFiles } from '../journal/journal-files.ts';
import { listOwnFiles, OWN } from '../own/own-files.ts';
import type { StudyPaths } from './paths.ts';

/** What there is to be forgotten, and what stays. */
export interface Forgettable {
  /** Files of the journal, of all devices. */
  readonly journals: number;
  readonly backups: number;
  /** Files of remarks and cards. */
  readonly own: number;
}

const countIn = (folder: string): number => {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
};

/** Looks, and changes nothing. */
export const lookAtProgress = ({ data, journal }: StudyPaths): Forgettable => ({
  journals: listJournalFiles(journal).length,
  backups: countIn(join(data, 'backups')),
  own: listOwnFiles(join(data, OWN)).length,
});

/** Names in the data folder that hold progress, or are made of it; with what was set aside of them. */
const PROGRESS =
  /^(?:journal|backups|sync|exam-locks|device\.json|saved\.json|reading\.json)(?:$|\.(?:broken|set-aside)-\d+$|\.next$)/;
const CACHES = /^(?:progress\.snapshot|courses)(?:$|\.(?:broken|set-aside)-\d+$)/;

const removeFrom = (folder: string, names: RegExp): void => {
  let entries: readonly string[];
  try {
    entries = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of entries.filter(each => names.test(each)))
    rmSync(join(folder, name), { recursive: true, force: true });
};

/**
 * Removes the journal, the backups and everything made of them; with `own` also the learner's remarks and cards. Links
 * are removed, and what they lead to stays.
 * @throws the error of the file system
 */
export const removeProgress = ({ data, journal, cache, config }: StudyPaths, own: boolean): void => {
  // Where the folder is a link, the files in it are what counts.
  for (const { path } of listJournalFiles(journal)) rmSync(path, { force: true });
  rmSync(journal, { recursive: true, force: true });
  for (const folder of new Set([data, config])) removeFrom(folder, PROGRESS);
  removeFrom(cache, CACHES);
  if (own) rmSync(join(data, OWN), { recursive: true, force: true });
};
