import type { GlobalOptions } from './context.ts';

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A command of this program that works on the same course and home as the one at hand. */
export const studyCommand = (
  command: string,
  { course, home }: Pick<GlobalOptions, 'course' | 'home'>,
): string =>
  [
    command,
    ...(course === undefined ? [] : [`--course ${quoted(course)}`]),
    ...(home === undefined ? [] : [`--home ${quoted(home)}`]),
  ].join(' ');
