/** Brings a backup back: its events, and an end to every reset since. */
import type { Journal } from '../../core/journal/journal.ts';
import { backupSource, forEachSourceLine, journalSources } from './event-source.ts';
import type { MergeReport } from './merge.ts';
import { idsOf, mergeInto } from './merge.ts';

/** What a restore took in and took back. */
export interface RestoreReport extends MergeReport {
  /** Resets that the backup does not know, and that were taken back. */
  readonly resets: number;
}

/** Resets in the journal that are not in the backup and not undone yet. */
const newResets = (
  folder: string,
  backup: string,
): readonly { readonly id: string; readonly course: string }[] => {
  const saved = idsOf([backupSource(backup)]);
  const undone = new Set<string>();
  const resets = new Map<string, string>();
  for (const source of journalSources(folder))
    forEachSourceLine(source, reading => {
      if (reading.is !== 'event') return;
      const { event } = reading;
      if (event.type === 'undone') undone.add(event.target);
      if (event.type === 'reset' && saved.find(event.id) === -1) resets.set(event.id, event.course);
    });
  return [...resets].filter(([id]) => !undone.has(id)).map(([id, course]) => ({ id, course }));
};

/**
 * Adds the events of a backup to the journal and takes back what was reset since it was made. What was learned
 * since stays.
 * @param journal the open journal of the folder, to which the undoing is added
 * @throws Failure `data` where the backup cannot be read or is not whole, or the journal cannot be written
 */
export const restoreBackup = (journal: Journal, folder: string, path: string): RestoreReport => {
  const resets = newResets(folder, path);
  journal.requireWritable();
  const report = mergeInto(folder, path);
  journal.refresh();
  for (const { id, course } of resets) journal.append(course, { type: 'undone', target: id });
  return { ...report, resets: resets.length };
};
