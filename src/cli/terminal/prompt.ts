import { wrapWords } from '../../text/layout/wrap-words.ts';
import { speakSigns } from '../../text/layout/spoken-signs.ts';
import { cellWidth } from '../../text/layout/width.ts';
import type { Context } from '../program/context.ts';

/** Writes a prompt of the accessible mode; in a pipe, where nobody's typing ends its line, with an end of line. */
export const writePrompt = ({ out, terminal }: Pick<Context, 'out' | 'terminal'>, prompt: string): void => {
  const width = out.columns - 1;
  const said = speakSigns(prompt).trimEnd();
  // What a line has to be stands whole on the last line, where a braille display has it without going back.
  const placed = cellWidth(said) > width ? said.replace(/([.?!]) (?=[^.?!\n]+$)/, '$1\n') : said;
  const text = wrapWords(placed, width).join('\n');
  out.write(terminal.stdin ? `${text} ` : `${text}\n`);
};
