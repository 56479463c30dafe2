import type { GlobalOptions } from '../context.ts';

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** The command that goes on with a sitting, on the same course and home. */
export const resumeCommand = ({ course, home, plain, json }: GlobalOptions): string =>
  [
    'study exam --resume',
    ...(course === undefined ? [] : [`--course ${quoted(course)}`]),
    ...(home === undefined ? [] : [`--home ${quoted(home)}`]),
    ...(plain ? ['--plain'] : []),
    ...(json ? ['--json'] : []),
  ].join(' ');
