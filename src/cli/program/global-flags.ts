import type { Command } from 'commander';
import { Option } from 'commander';
import type { GlobalOptions } from './context.ts';

/** Global flags that take a value, for finding the command's word before it. */
const VALUE_FLAGS = new Set(['--course', '--home']);

/** Index of the first word that is neither a flag nor the value of a global flag; -1: none. */
export const commandIndex = (argv: readonly string[]): number => {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') return -1;
    if (!word.startsWith('-')) return i;
    if (VALUE_FLAGS.has(word)) i++;
  }
  return -1;
};

/** Adds the flags that every command takes. */
export const addGlobalFlags = (command: Command): Command =>
  command
    .addOption(new Option('--course <dir>', 'a course, or any folder of notes (or STUDY_COURSE)'))
    .addOption(new Option('--home <dir>', 'settings, journal and caches under one folder (or STUDY_HOME)'))
    .addOption(new Option('--json', 'print JSON'))
    .addOption(new Option('--plain', 'plain lines, also in a terminal'))
    .addOption(
      new Option(
        '--accessible',
        'sentences for a screen reader (or ACCESSIBLE=1, or the setting accessible)',
      ),
    )
    .addOption(new Option('--no-color', 'no colors (or NO_COLOR)'))
    .addOption(new Option('--no-input', 'never ask: fail instead'))
    .addOption(new Option('--yes', 'answer yes to what is asked before something is done'))
    .addOption(new Option('-q, --quiet', 'no messages besides results and errors'));

/** The global flags as they stand in `argv`, before or after the command. */
export const readGlobalOptions = (
  raw: Readonly<Record<string, unknown>>,
): { readonly options: GlobalOptions; readonly colourRefused: boolean } => {
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    options: {
      course: text(raw['course']),
      home: text(raw['home']),
      json: raw['json'] === true,
      plain: raw['plain'] === true,
      accessible: raw['accessible'] === true,
      input: raw['input'] !== false,
      quiet: raw['quiet'] === true,
      yes: raw['yes'] === true,
    },
    colourRefused: raw['color'] === false,
  };
};

/** The global flags as words again, for a command that is run from another. */
export const repeatedFlags = (
  { course, home, plain, accessible, input, quiet }: GlobalOptions,
  colourRefused: boolean,
): readonly string[] => [
  ...(course === undefined ? [] : ['--course', course]),
  ...(home === undefined ? [] : ['--home', home]),
  ...(plain ? ['--plain'] : []),
  ...(accessible ? ['--accessible'] : []),
  ...(input ? [] : ['--no-input']),
  ...(quiet ? ['--quiet'] : []),
  ...(colourRefused ? ['--no-color'] : []),
];
