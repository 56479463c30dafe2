/** The one reader of lines: of sessions, exams, calculators and questions that want a yes. */
import { readInputText, withoutByteOrderMark, withoutSequences } from './input-text.ts';

/**
 * What reading comes to: a line without its end, a line that is no text, the end of input, or Ctrl-C. `number`
 * counts lines from 1.
 */
export type InputLine =
  | { readonly is: 'line'; readonly text: string; readonly number: number }
  /** `why` is the end of a sentence: `it is not UTF-8 text`. */
  | { readonly is: 'unreadable'; readonly why: string; readonly number: number }
  | { readonly is: 'end' }
  | { readonly is: 'interrupted' };

/** Lines of standard input, one at a time. */
export interface LineReader {
  /** The next line. Once it said `end` or `interrupted`, it says so for ever. */
  next(): Promise<InputLine>;
  /** Lets the process end. */
  close(): void;
}

/** Bytes of a line that is read: nobody types more, and an endless line must not fill memory. */
export const LONGEST_LINE = 10_000;

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** What a reader had taken from a stream when it was closed, for the next one on the same stream. */
const leftovers = new WeakMap<object, LeftOver>();
interface LeftOver {
  readonly rest: Buffer;
  readonly number: number;
  readonly ended: boolean;
}

/**
 * Reads lines without touching the terminal's own editing: nothing is redrawn, and a pipe, a file and a keyboard
 * behave alike. No more is taken from a pipe than what `next` asks for needs. Ctrl-C is caught, so that what is
 * going on can end in order.
 */
export const makeLineReader = (
  stdin: NodeJS.ReadStream,
  signals: Pick<NodeJS.Process, 'on' | 'off'>,
): LineReader => {
  /** What was read and not asked for yet. */
  const before = leftovers.get(stdin);
  leftovers.delete(stdin);
  let rest: Buffer = before?.rest ?? Buffer.alloc(0);
  /** Bytes of `rest` in which there is no newline. */
  let searched = 0;
  let number = before?.number ?? 0;
  /** The rest of a line that was too long is passed over. */
  let isSkipping = false;
  let ended = before?.ended ?? false;
  let interrupted = false;
  let waiting: ((reading: InputLine) => void) | null = null;

  const readLine = (line: Buffer): InputLine => {
    number++;
    if (line.length > LONGEST_LINE) return tooLong();
    const input = readInputText(line.at(-1) === RETURN ? line.subarray(0, -1) : line);
    if ('why' in input) return { is: 'unreadable', why: input.why, number };
    const text = number === 1 ? withoutByteOrderMark(input.text) : input.text;
    // In a pipe every byte is meant; a terminal also answers questions that somebody else has asked it.
    return { is: 'line', text: stdin.isTTY ? withoutSequences(text) : text, number };
  };
  const tooLong = (): InputLine => ({
    is: 'unreadable',
    why: `it is longer than ${LONGEST_LINE.toLocaleString('en-US')} bytes`,
    number,
  });
  /** Takes the bytes up to a place out of `rest`, with the newline there. */
  const cut = (end: number): Buffer => {
    const line = rest.subarray(0, end);
    rest = rest.subarray(end + 1);
    searched = 0;
    return line;
  };
  const ready = (): InputLine | null => {
    if (interrupted) return { is: 'interrupted' };
    for (;;) {
      const end = rest.indexOf(NEWLINE, searched);
      searched = rest.length;
      if (end !== -1) {
        const line = cut(end);
        if (!isSkipping) return readLine(line);
        isSkipping = false;
        continue;
      }
      if (isSkipping) cut(rest.length);
      else if (rest.length > LONGEST_LINE) {
        isSkipping = true;
        return readLine(cut(rest.length));
      }
      if (!ended) return null;
      // A last line without its end is a line.
      return rest.length > 0 ? readLine(cut(rest.length)) : { is: 'end' };
    }
  };
  const wake = (): void => {
    if (waiting === null) return;
    const reading = ready();
    if (reading === null) return;
    const answer = waiting;
    waiting = null;
    stdin.pause();
    answer(reading);
  };
  const onData = (data: Buffer | string): void => {
    rest = Buffer.concat([rest, typeof data === 'string' ? Buffer.from(data) : data]);
    wake();
  };
  const onEnd = (): void => {
    ended = true;
    wake();
  };
  const onInterrupt = (): void => {
    interrupted = true;
    wake();
  };
  stdin.on('data', onData);
  stdin.on('end', onEnd);
  stdin.on('close', onEnd);
  stdin.on('error', onEnd);
  stdin.pause();
  signals.on('SIGINT', onInterrupt);
  return {
    next: () =>
      new Promise(resolve => {
        const reading = ready();
        if (reading !== null) {
          resolve(reading);
          return;
        }
        waiting = resolve;
        // A reader before this one has let the process end.
        stdin.ref?.();
        stdin.resume();
      }),
    close: () => {
      leftovers.set(stdin, { rest, number, ended });
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.off('close', onEnd);
      stdin.pause();
      stdin.unref?.();
      signals.off('SIGINT', onInterrupt);
    },
  };
};
