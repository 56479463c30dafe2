import { escapeControl } from '../../core/base/sanitize.ts';
import { forEachOrderedLine } from '../../store/journal/ordered-lines.ts';
import type { Runtime } from './runtime.ts';

/**
 * The events of the learner's journal in order, each as one line of JSON. What could drive a terminal is written
 * as an escape of JSON, so that nothing is lost.
 * @throws Failure `data` where the journal cannot be read
 */
export const exportProgress = (runtime: Runtime, write: (line: string) => void): void =>
  forEachOrderedLine(runtime.paths.journal, line => write(escapeControl(line.trim())));
