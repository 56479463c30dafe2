/** The terminal in the state that screens need, and back in the one that everything else needs. */
import type { Size } from '../screen.ts';
import type { Input } from './input.ts';
import { ESCAPE_WAIT, makeInputDecoder } from './input.ts';

/** Alternate screen, cursor to its corner, pasted text marked as such. */
const ENTER = '\u001b[?1049h\u001b[H\u001b[?2004h';
/** Back, with the cursor shown. */
const LEAVE = '\u001b[?2004l\u001b[?25h\u001b[?1049l';

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

export interface Terminal {
  readonly size: Size;
  enter(): void;
  leave(): void;
}

/** A terminal of 80 by 24 is meant where none says its size. */
export const sizeOf = ({ columns, rows }: { readonly columns?: number; readonly rows?: number }): Size => ({
  columns: columns || 80,
  rows: rows || 24,
});

/**
 * @param onInput called for every key and paste
 * @param onEnd called when the terminal is gone
 */
export const makeTerminal = (
  { stdin, stdout }: Streams,
  onInput: (input: Input) => void,
  onEnd: () => void,
): Terminal => {
  let isEntered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let decoder = makeInputDecoder();

  const take = (chunk: string): void => {
    clearTimeout(timer);
    for (const input of decoder.push(chunk)) onInput(input);
    if (decoder.isWaiting) {
      timer = setTimeout(() => {
        for (const input of decoder.flush()) onInput(input);
      }, ESCAPE_WAIT);
    }
  };

  const leave = (): void => {
    if (!isEntered) return;
    isEntered = false;
    clearTimeout(timer);
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
      stdin.setEncoding('utf8');
      stdin.setRawMode(true);
      stdin.on('data', take);
      stdin.on('end', onEnd);
      stdin.on('error', onEnd);
      stdin.resume();
    },
    leave,
  };
};
