/** The terminal one sits at: how large it is now, and its background over the runs of the program. */
import type { KeptBackground } from '../../store/device/backgrounds.ts';
import { keepBackground as keep, readBackground as read } from '../../store/device/backgrounds.ts';
import type { Runtime } from './runtime.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What tells one terminal, or one of its windows, from another. */
const NAMES = [
  'TERM_PROGRAM',
  'TERM',
  'WT_SESSION',
  'TERM_SESSION_ID',
  'KITTY_WINDOW_ID',
  'WINDOWID',
  'TMUX_PANE',
];

const nameOf = (env: Env): string => NAMES.map(name => env[name] ?? '').join('|');

/** What this terminal has said the last time; `null`: nothing. */
export const readBackground = ({ paths }: Pick<Runtime, 'paths'>, env: Env): KeptBackground | null =>
  read(paths.cache, nameOf(env));

/** Remembers what this terminal has said. */
export const keepBackground = (
  { paths }: Pick<Runtime, 'paths'>,
  env: Env,
  background: KeptBackground,
): void => keep(paths.cache, nameOf(env), background);

/**
 * Node reads the size of a terminal when it is told that it changed (SIGWINCH), which a process is not while it is
 * stopped or another one has the terminal. So it is told now; where the size is another one, stdout's `resize`
 * follows at once.
 */
export const readTerminalSize = (): void => {
  process.emit('SIGWINCH');
};
