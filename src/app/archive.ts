import type { Journal } from '../core/journal.ts';
import { backupPath, writeBackup } from '../store/backup.ts';
import type { MergeReport } from '../store/merge.ts';
import { mergeInto } from '../store/merge.ts';
import type { RestoreReport } from '../store/restore.ts';
import { restoreBackup } from '../store/restore.ts';
import type { Runtime } from './runtime.ts';

export type { MergeReport, RestoreReport };

/**
 * Writes every event of the learner's journal to a new file.
 * @param path where to; `null`: a name with the date under the learner's data
 * @throws Failure `data` where it cannot be written
 */
export const backUp = (
  { paths, clock }: Runtime,
  path: string | null,
): { readonly path: string; readonly events: number } => {
  const at = clock.now();
  const target = path ?? backupPath(paths.data, at);
  return { path: target, events: writeBackup(paths.journal, target, at) };
};

/**
 * Adds what a backup, a journal file, a journal folder or another home holds; nothing is removed.
 * @throws Failure `data` where it cannot be read or added
 */
export const mergeFrom = ({ paths }: Runtime, path: string): MergeReport => mergeInto(paths.journal, path);

/**
 * Brings a backup back: adds what it holds and takes back every reset since; what was learned since stays.
 * @throws Failure `data` where it cannot be read, is not whole, or cannot be added
 */
export const restoreFrom = ({ paths }: Runtime, journal: Journal, path: string): RestoreReport =>
  restoreBackup(journal, paths.journal, path);
