import { readPreferences } from '../../app/learner/device.ts';
import { asksForWords } from '../terminal/environment.ts';
import type { Context } from '../program/context.ts';

/**
 * Whether the learner gets screens: both ends are a terminal that can be drawn on, and nothing asks for lines
 * (`--plain`, `--json`, `--no-input`, STUDY_ACCESSIBLE, the setting).
 */
export const wantsScreens = ({ options, terminal, env, runtime }: Context): boolean => {
  if (options.plain || options.json || !options.input) return false;
  if (!terminal.stdin || !terminal.stdout || env['TERM'] === 'dumb') return false;
  return !asksForWords(env) && !readPreferences(runtime).values.accessible;
};
