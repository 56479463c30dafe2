/** What came of an event that the rules of a session or an exam wanted on the disk: their next input. */
import type { JournalEvent } from './event.ts';

/** `recorded`: it is on the disk and in the progress; else nothing has changed, and `message` says why. */
export type RecordOutcome =
  | { readonly type: 'recorded'; readonly event: JournalEvent }
  | { readonly type: 'not-recorded'; readonly message: string };
