/** Reads what people type for help and the version in the one form that the program knows. */
import { commandIndex } from './global-flags.ts';
import { HELP_PAGES } from './help-pages.ts';

const HELP_FLAGS: ReadonlySet<string> = new Set(['-h', '--help']);

/**
 * A command line with help asked for as `COMMAND --help` and the version as `--version`: `help progress backup`,
 * `progress help`, `-h topics`, `version` and `-v` mean the same. A page of `study help` stays as it is.
 */
export const plainWords = (argv: readonly string[]): readonly string[] => {
  const index = commandIndex(argv);
  const word = argv[index];
  if (word === undefined) return argv.map(arg => (arg === '-v' ? '--version' : arg));
  const [before, behind] = [argv.slice(0, index), argv.slice(index + 1)];
  if (word === 'version' && behind.every(arg => arg.startsWith('-')))
    return ['--version', ...before, ...behind];
  const first = behind[commandIndex(behind)];
  if (word === 'help') {
    if (first === undefined) return ['--help', ...before, ...behind];
    return HELP_PAGES.some(({ name }) => name === first) ? argv : [...before, ...behind, '--help'];
  }
  if (first === 'help' && behind.filter(arg => !arg.startsWith('-')).length === 1 && word !== 'search')
    return [...before, word, ...behind.filter(arg => arg !== 'help'), '--help'];
  const flags = before.filter(arg => HELP_FLAGS.has(arg));
  return flags.length === 0
    ? argv
    : [...before.filter(arg => !HELP_FLAGS.has(arg)), word, ...behind, '--help'];
};
