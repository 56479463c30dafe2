/** Lines that begin with a colon: commands, and answers that begin with one. */
import type { Presented } from '../../core/question/present.ts';
import { foldText } from '../../core/question/text-answer.ts';

/** An answer as it was meant: a backslash before a leading colon only says that the line is no command. */
export const withoutEscape = (line: string): string => (line.startsWith('\\:') ? line.slice(1) : line);

/** What a word after a colon that is no command leads to. */
export const unknownCommand = (word: string): string =>
  `:? lists the commands; :${word} is none; \\:${word} is an answer that begins with a colon`;

/** Whether a command may have been meant as the answer: a question that wants typed words accepts just this line. */
const mayBeAnswer = (shown: Presented, line: string): boolean =>
  shown.kind === 'text' &&
  shown.question.accept.some(
    accepted => accepted.trimStart().startsWith(':') && foldText(accepted) === foldText(line),
  );

/** Asks once about a line that is a command here and may have been meant as an answer. */
export class ColonGuard {
  #asked = '';

  /** What to say instead of obeying; `null` where the line is to be obeyed: it comes a second time, or cannot be an answer. */
  question(shown: Presented, line: string): string | null {
    const isAgain = this.#asked === line;
    this.#asked = '';
    if (isAgain || !mayBeAnswer(shown, line)) return null;
    this.#asked = line;
    return `${line} is a command here: again for the command, \\${line} for the answer`;
  }
}
