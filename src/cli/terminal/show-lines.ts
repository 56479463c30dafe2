import { readPreferences } from '../../app/learner/device.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { toAscii } from '../../text/layout/ascii.ts';
import type { Context } from '../program/context.ts';
import { choosePager, runPager } from './programs.ts';

/** Longer lines are hard to read. */
const WIDEST = 100;
const PIPED = 80;

/** Cells of a line of text that is read from end to end. */
export const pageWidth = ({ out, terminal }: Pick<Context, 'out' | 'terminal'>): number =>
  terminal.stdout ? Math.min(out.columns, WIDEST) : PIPED;

/** Prints lines, through a pager where somebody sits in front of the terminal. */
export const showLines = async (
  lines: readonly string[],
  { out, env, terminal, runtime }: Context,
  wantsPager: boolean,
): Promise<void> => {
  const whole = `${lines.join('\n')}\n`;
  const text = out.ascii ? toAscii(whole) : whole;
  const pages = wantsPager && terminal.stdout && env['TERM'] !== 'dumb';
  if (pages) {
    const command = choosePager(env, readPreferences(runtime).values.pager);
    if (command.length > 0) {
      if ((await runPager(command, text, env)) === 'shown') return;
      const [program = ''] = command;
      // What less is missing on needs no word: nobody asked for it.
      if (program !== 'less') out.note(`The pager ${sanitizeLine(program)} cannot be started.`);
    }
  }
  out.write(text);
};
