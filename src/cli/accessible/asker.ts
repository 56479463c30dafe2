/** Asks and tells by lines, where what can be done next is a matter of typing a number or a word. */
import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { wrapAll } from '../../text/layout/wrap-words.ts';
import type { Context } from '../program/context.ts';
import { reportFailure } from '../program/failure-report.ts';
import type { LineReader } from '../terminal/line-reader.ts';
import { makeLineReader } from '../terminal/line-reader.ts';
import { writePrompt } from '../terminal/prompt.ts';

/** Whether somebody sits there who can be asked: both ends are a terminal, and asking is allowed. */
export const canAsk = ({ terminal, options }: Pick<Context, 'terminal' | 'options'>): boolean =>
  terminal.stdin && terminal.stdout && options.input && !options.json;

/** Lines out, prompts out, lines in. */
export class Asker {
  readonly #context: Context;
  #reader: LineReader | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Sentences, each on lines of its own as wide as the terminal. */
  say(texts: readonly string[]): void {
    this.print(wrapAll(texts, this.#context.out.columns));
  }

  /** Lines as they are. */
  print(lines: readonly string[]): void {
    for (const line of lines) this.#context.out.line(line);
  }

  /** Writes a prompt and reads a line without the spaces around it; `null`: the input is over, or Ctrl-C came. */
  async ask(prompt: string): Promise<string | null> {
    const { out, stdin } = this.#context;
    writePrompt(this.#context, prompt);
    if (!(await out.settled())) return null;
    this.#reader ??= makeLineReader(stdin, process);
    const reading = await this.#reader.next();
    if (reading.is === 'interrupted') process.exitCode = EXIT_CODES.interrupted;
    if (reading.is === 'line') return reading.text.trim();
    return reading.is === 'unreadable' ? '' : null;
  }

  /** Lets go of the input; the next question takes it again. */
  close(): void {
    this.#reader?.close();
    this.#reader = null;
  }

  /** Runs a command and comes back, also where it fails; where it cannot be run it is named. */
  async run(words: readonly string[]): Promise<void> {
    this.close();
    const { run, out, options } = this.#context;
    if (run === undefined) {
      this.say([`Type: study ${words.join(' ')}`]);
      return;
    }
    try {
      await run(words);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      reportFailure(error, out, { json: false, debug: false, places: options });
    }
  }
}

/** A number that was typed alone, counted from 1; `null` for any other line. */
export const numberTyped = (line: string, most: number): number | null => {
  const number = /^\d{1,4}\.?$/.test(line) ? Number.parseInt(line, 10) : 0;
  return number >= 1 && number <= most ? number : null;
};

/** What to do with an entry of a list that was just told. */
interface Choice {
  /** `Number to open, Enter ends`. */
  readonly prompt: string;
  readonly count: number;
  /** Opens the entry with a number, counted from 1. */
  readonly open: (number: number, asker: Asker) => Promise<void>;
  /** Any other line; `false`: it means nothing here. */
  readonly other?: (line: string, asker: Asker) => Promise<boolean>;
}

/** Asks for a number until an empty line, where somebody can be asked; else does nothing. */
export const chooseByNumber = async (
  context: Context,
  { prompt, count, open, other }: Choice,
): Promise<void> => {
  if (!canAsk(context) || count === 0) return;
  const asker = new Asker(context);
  try {
    for (let isFirst = true; ; isFirst = false) {
      // What can be typed is told once; help tells it again.
      const line = await asker.ask(isFirst ? `${prompt}:` : 'Number, help, or Enter to end:');
      if (line === null || line === '' || /^:?(?:q|quit|end)$/i.test(line)) return;
      const number = numberTyped(line, count);
      if (number !== null) await open(number, asker);
      else if ((await other?.(line, asker)) === true) continue;
      else if (/^:?(?:help|\?)$/i.test(line)) asker.say([`${prompt}.`]);
      else asker.say([`Not a number from 1 to ${count}: ${line}. help tells what can be typed.`]);
    }
  } finally {
    asker.close();
  }
};

/** One question where somebody can be asked; `null`: nobody can, or nothing was typed. */
export const askOnce = async (context: Context, prompt: string): Promise<string | null> => {
  if (!canAsk(context)) return null;
  const asker = new Asker(context);
  const line = await asker.ask(prompt);
  asker.close();
  return line === '' ? null : line;
};
