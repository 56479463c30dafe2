import { requireOutputOutsideJournal } from '../../store/device/chosen-path.ts';
import type { Runtime } from './runtime.ts';

const STDOUT = 1;

/**
 * Refuses to print into a file of the journal, where a shell has led the output.
 * @throws Failure `usage`/`output-in-journal`
 */
export const requireOutput = ({ paths }: Pick<Runtime, 'paths'>): void =>
  requireOutputOutsideJournal(STDOUT, paths);
