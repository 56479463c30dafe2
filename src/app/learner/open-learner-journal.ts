import type { Journal } from '../../core/journal/journal.ts';
import { openJournal } from '../../store/journal/journal.ts';
import type { Runtime } from './runtime.ts';

interface LearnerJournalOptions {
  /** ms UTC: read only, knowing nothing later. */
  readonly asOf?: number;
  readonly onRebuild?: (done: number, total: number) => void;
}

/**
 * Opens the journal of the learner whose folders the runtime names.
 * @throws Failure `data` when the folder is there but cannot be read.
 */
export const openLearnerJournal = (runtime: Runtime, options: LearnerJournalOptions = {}): Journal =>
  openJournal({
    paths: runtime.paths,
    now: runtime.clock.now,
    offset: runtime.clock.offset,
    installed: runtime.installed?.() ?? 0,
    ...options,
  });
