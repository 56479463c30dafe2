/** The terminal in the state that screens need, and back in the one that everything else needs. */
import { readTerminalSize } from '../../app/learner/terminal.ts';
import type { Size } from '../shell/screen.ts';
import type { Input } from './input.ts';
import { makeInputDecoder } from './input.ts';

/** Alternate screen, cursor to its corner, pasted text marked as such. */
const ENTER = '\u001b[?1049h\u001b[H\u001b[?2004h';
/** Back, with the cursor shown. */
const LEAVE = '\u001b[?2004l\u001b[?25h\u001b[?1049l';

/** The streams of the terminal. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

interface Terminal {
  readonly size: Size;
  enter(): void;
  leave(): void;
}

/** A terminal of 80 by 24 is meant where none says its size. */
export const sizeOf = ({ columns, rows }: { readonly columns?: number; readonly rows?: number }): Size => ({
  columns: columns || 80,
  rows: rows || 24,
});

interface TerminalParts extends Streams {
  /** Called for every key and paste. */
  readonly onInput: (input: Input) => void;
  /** Called for every answer of the terminal to a question. */
  readonly onReply?: (reply: string) => void;
  /** Called when the terminal is gone. */
  readonly onEnd: () => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/** A terminal that is not taken yet. */
export const makeTerminal = ({ stdin, stdout, onInput, onReply, onEnd, now }: TerminalParts): Terminal => {
  let isEntered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: ReturnType<typeof setImmediate> | undefined;
  let decoder = makeInputDecoder();

  const stopWaiting = (): void => {
    clearTimeout(timer);
    clearImmediate(turn);
  };

  const tell = (inputs: readonly Input[]): void => {
    for (const reply of decoder.takeReplies()) onReply?.(reply);
    for (const input of inputs) onInput(input);
    if (decoder.due === null || !isEntered) return;
    timer = setTimeout(
      () => {
        // The program may have been busy while the rest arrived: that is read first.
        turn = setImmediate(() => tell(decoder.flush()));
      },
      Math.max(0, decoder.due - now()),
    );
  };

  const take = (chunk: Uint8Array): void => {
    stopWaiting();
    tell(decoder.push(chunk, now()));
  };

  const leave = (): void => {
    if (!isEntered) return;
    isEntered = false;
    stopWaiting();
    stdin.off('data', take);
    stdin.off('end', onEnd);
    stdin.off('error', onEnd);
    stdin.setRawMode(false);
    stdin.pause();
    stdout.write(LEAVE);
  };

  return {
    get size() {
      return sizeOf(stdout);
    },
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      decoder = makeInputDecoder();
      stdout.write(ENTER);
      stdin.setRawMode(true);
      stdin.on('data', take);
      stdin.on('end', onEnd);
      stdin.on('error', onEnd);
      // Whatever asked in lines before, such as for a yes, has let the process end.
      stdin.ref();
      stdin.resume();
      readTerminalSize();
    },
    leave,
  };
};
