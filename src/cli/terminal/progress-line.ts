import type { TextStream } from './standard-output.ts';

/** Milliseconds before anything is shown: what is quicker needs no line. */
const PATIENCE = 500;
/** Milliseconds between two redraws. */
const PAUSE = 100;

interface ProgressLineOptions {
  readonly label: string;
  readonly stream: Pick<TextStream, 'write'>;
  readonly shown: boolean;
  readonly now: () => number;
}

/** A line on stderr that says how far something slow is, wiped when it ends. */
export const makeProgressLine = ({
  label,
  stream,
  shown,
  now,
}: ProgressLineOptions): { update(done: number, total: number): void; end(): void } => {
  const started = now();
  let drawn = 0;
  const wipe = (): void => {
    // To the first column, and nothing behind it: node:readline would have to be loaded for less.
    stream.write('\r\u001b[K');
  };
  return {
    update: (done, total) => {
      const at = now();
      if (!shown || at - started < PATIENCE || at - drawn < PAUSE) return;
      drawn = at;
      wipe();
      const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 0;
      stream.write(`${label}: ${percent} %`);
    },
    end: () => {
      if (drawn > 0) wipe();
    },
  };
};
