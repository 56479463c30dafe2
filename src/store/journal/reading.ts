/** How a journal is read, and what its writer hands to its reader. */
import type { JournalEvent } from '../../core/journal/event.ts';
import type { JournalFile } from './journal-files.ts';

/** What a reader works with. */
export interface ReaderOptions {
  readonly journal: string;
  readonly cache: string;
  readonly model: string;
  readonly now: () => number;
  /** ms UTC: know nothing later, and leave the snapshot alone. */
  readonly asOf: number | undefined;
  /** Bytes beyond the snapshot that make a new one worth writing. */
  readonly snapshotAfter: number;
  readonly onRebuild: ((done: number, total: number) => void) | undefined;
}

/** Size and identity of a file. */
export type FileStat = Pick<JournalFile, 'size' | 'inode'>;

/** A record that has just been written to the end of a file. */
export interface WrittenRecord {
  readonly event: JournalEvent;
  /** Its line, with the newlines around it. */
  readonly bytes: Buffer;
}
