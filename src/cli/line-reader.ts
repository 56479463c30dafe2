/** What reading comes to: a line without its end, the end of input, or Ctrl-C. */
export type Reading =
  { readonly is: 'line'; readonly text: string } | { readonly is: 'end' } | { readonly is: 'interrupted' };

export interface LineReader {
  /** The next line. Once it said `end` or `interrupted`, it says so for ever. */
  next(): Promise<Reading>;
  /** Lets another program use the terminal, until the next line is asked for. */
  pause(): void;
  /** Lets the process end. */
  close(): void;
}

/** Characters of a line that are kept: nobody types more, and a file of one endless line must not fill memory. */
const LONGEST = 10_000;

/**
 * Reads lines without touching the terminal's own editing: nothing is redrawn, and a pipe, a file and a keyboard
 * behave alike. Ctrl-C is caught, so that the session can end in order.
 */
export const makeLineReader = (
  stdin: NodeJS.ReadStream,
  signals: Pick<NodeJS.Process, 'on' | 'off'>,
): LineReader => {
  stdin.setEncoding('utf8');
  const lines: string[] = [];
  let partial = '';
  let ended = false;
  let interrupted = false;
  let waiting: ((reading: Reading) => void) | null = null;

  const ready = (): Reading | null => {
    if (interrupted) return { is: 'interrupted' };
    const text = lines.shift();
    if (text !== undefined) return { is: 'line', text };
    return ended ? { is: 'end' } : null;
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
  const take = (text: string): void => {
    const parts = (partial + text).split('\n');
    partial = (parts.pop() ?? '').slice(0, LONGEST);
    for (const part of parts) lines.push(part.replace(/\r$/, '').slice(0, LONGEST));
  };
  const onData = (data: string): void => {
    take(data);
    wake();
  };
  const onEnd = (): void => {
    if (ended) return;
    ended = true;
    // A last line without its end is a line.
    if (partial !== '') lines.push(partial);
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
        stdin.resume();
      }),
    pause: () => stdin.pause(),
    close: () => {
      stdin.off('data', onData);
      stdin.off('end', onEnd);
      stdin.off('close', onEnd);
      stdin.pause();
      stdin.unref?.();
      signals.off('SIGINT', onInterrupt);
    },
  };
};
