import type { ViewLine } from '../../text/session/session-lines.ts';
import type { Output } from './output.ts';

/** Prints what a view gives: text as it is, an object as one JSON value. */
export const printLines = (out: Output, lines: readonly ViewLine[]): void => {
  for (const line of lines) {
    if (typeof line === 'string') out.line(line);
    else out.json(line);
  }
};
