import { wrapWords } from '../../text/layout/wrap-words.ts';
import { speakSigns } from '../../text/layout/spoken-signs.ts';
import type { Context } from '../program/context.ts';

/** Writes a prompt of the accessible mode; in a pipe, where nobody's typing ends its line, with an end of line. */
export const writePrompt = ({ out, terminal }: Pick<Context, 'out' | 'terminal'>, prompt: string): void => {
  // The terminal would break a word in two.
  const text = wrapWords(speakSigns(prompt).trimEnd(), out.columns - 1).join('\n');
  out.write(terminal.stdin ? `${text} ` : `${text}\n`);
};
