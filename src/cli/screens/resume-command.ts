import type { GlobalOptions } from '../program/context.ts';
import { studyCommand } from '../program/study-command.ts';

/** The command that goes on with a sitting, on the same course and home. */
export const resumeCommand = (options: GlobalOptions): string =>
  [
    studyCommand('study exam --resume', options),
    ...(options.plain ? ['--plain'] : []),
    ...(options.json ? ['--json'] : []),
  ].join(' ');
