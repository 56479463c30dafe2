import type { JournalEvent } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { backupFolder, backupPath, writeBackup } from '../../store/archive/backup.ts';
import { requireOutsideHome } from '../../store/device/chosen-path.ts';
import { findEvents } from '../../store/journal/find-events.ts';
import { listJournalFiles } from '../../store/journal/journal-files.ts';
import type { MergeReport, OwnArrivals, PreparedMerge } from '../../store/archive/merge.ts';
import { prepareMerge } from '../../store/archive/merge.ts';
import type { RestoreReport } from '../../store/archive/restore.ts';
import { restoreBackup } from '../../store/archive/restore.ts';
import type { Runtime } from './runtime.ts';
import { escapeControl } from '../../core/base/sanitize.ts';
import { forEachOrderedLine } from '../../store/journal/ordered-lines.ts';

export { fillSpool, makeSpool } from '../../store/archive/spool.ts';
export type { MergeReport, OwnArrivals, RestoreReport };

/**
 * Writes every event of the learner's journal, and the files of their own remarks and cards, to a new file.
 * @param path where to; `null`: a name with the date under the learner's data
 * @throws Failure `usage` for a path elsewhere in the home than among the backups, `data` where it cannot be written
 */
export const backUp = (
  { paths, clock }: Runtime,
  path: string | null,
): { readonly path: string; readonly events: number; readonly own: number } => {
  const at = clock.now();
  if (path !== null) requireOutsideHome(path, paths, 'A backup', backupFolder(paths.data));
  const target = path ?? backupPath(paths.data, at);
  return { path: target, ...writeBackup(paths.journal, target, at) };
};

/**
 * Reads what a backup, a file of records, a journal folder or another home holds. Nothing is removed, and nothing is
 * added before it is committed.
 * @param self the device at hand, whose own name nobody else should write under
 * @throws Failure `data` where it cannot be read or added
 */
export const mergeFrom = ({ paths }: Runtime, self: string, path: string): PreparedMerge =>
  prepareMerge(paths.journal, path, self);

/** The records that others change, by id, where the journal has them. */
export const changedRecords = (
  { paths }: Runtime,
  changes: readonly JournalEvent[],
): ReadonlyMap<string, JournalEvent> => {
  const ids = changes.flatMap(event => (event.type === 'undone' ? [event.target] : []));
  if (ids.length === 0) return new Map();
  const files = listJournalFiles(paths.journal);
  const ends = new Map(files.map(({ name, size }) => [name, { offset: size }]));
  return new Map(findEvents(files, ends, { keys: [], ids }).map(event => [event.id, event]));
};

/**
 * Brings a backup back: adds what it holds and takes back every reset since; what was learned since stays.
 * @throws Failure `data` where it cannot be read, is not whole, or cannot be added
 */
export const restoreFrom = ({ paths }: Runtime, journal: Journal, path: string): RestoreReport =>
  restoreBackup(journal, paths.journal, path);

/**
 * The events of the learner's journal in order, each as one line of JSON. What could drive a terminal is written
 * as an escape of JSON, so that nothing is lost.
 * @throws Failure `data` where the journal cannot be read
 */
export const exportProgress = (runtime: Runtime, write: (line: string) => void): void =>
  forEachOrderedLine(runtime.paths.journal, line => write(escapeControl(line.trim())));
