/** Asks for one line of a calculator's form or question. */
import { EXIT_CODES } from '../../core/base/failure.ts';
import type { Context } from '../program/context.ts';
import { writePrompt } from '../terminal/prompt.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { LineReader } from '../terminal/line-reader.ts';
import type { LineWatch } from '../terminal/line-watch.ts';

/** What the lines of a form or a question are read with. */
export interface Asking {
  readonly context: Context;
  readonly reader: LineReader;
  readonly watch: LineWatch;
}

/** A value, or why there is none. `gone`: nobody sees what is asked. */
export type Asked<T> =
  | { readonly is: 'answer'; readonly value: T }
  | { readonly is: 'end' | 'interrupted' | 'gone' };

/**
 * Prints a prompt and reads lines until one can be understood. Ctrl-C sets the exit code.
 * @param understand what a line means; a text says why it is refused
 * @throws Failure `usage` where a program sends lines that lead nowhere
 */
export const askLine = async <T>(
  { context, reader, watch }: Asking,
  prompt: string,
  understand: (line: string) => { readonly value: T } | { readonly refused: string },
): Promise<Asked<T>> => {
  const { out, terminal } = context;
  for (;;) {
    // Nobody's typing ends the line of a prompt in a pipe.
    const isSpoken = spokenOf(context) !== null;
    if (isSpoken) writePrompt(context, prompt);
    else out.write(terminal.stdin ? prompt : `${prompt}\n`);
    if (!(await out.settled())) return { is: 'gone' };
    const reading = await reader.next();
    if (reading.is === 'interrupted') process.exitCode = EXIT_CODES.interrupted;
    if (reading.is === 'interrupted' || reading.is === 'end') return { is: reading.is };
    const answer =
      reading.is === 'unreadable' ? { refused: watch.explain(reading) } : understand(reading.text.trim());
    if ('value' in answer) return { is: 'answer', value: answer.value };
    out.say(isSpoken ? `Not accepted: ${answer.refused}.` : `? ${answer.refused}`);
    watch.saw(reading, 'refused');
  }
};
