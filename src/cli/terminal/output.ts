import { escapeControl, sanitize, sanitizeStyled } from '../../core/base/sanitize.ts';
import { toAscii } from '../../text/layout/ascii.ts';
import { speakSigns } from '../../text/layout/spoken-signs.ts';
import type { Style } from '../../text/layout/style.ts';
import { wrapWords } from '../../text/layout/wrap-words.ts';
import type { ViewLine } from '../../text/session/session-lines.ts';
import type { TextStream } from './standard-output.ts';

/**
 * The only writer to stdout and stderr. Nothing that drives a terminal passes but the styles that are on, whatever the
 * texts hold.
 */
export interface Output {
  readonly style: Style;
  /** The same for stderr, which may be a terminal where stdout is none. */
  readonly errorStyle: Style;
  /** Whether lines for people are to be ASCII, because the locale has no more; documents and JSON stay as they are. */
  readonly ascii: boolean;
  /** Columns to lay text out in: the terminal's, or 80. */
  readonly columns: number;
  /** Lines for people, to stdout, with a newline added. */
  line(text?: string): void;
  /** A sentence for people, to stdout: as a line, and where it is heard on as many lines as the terminal needs. */
  say(text: string): void;
  /** A document, a script or a prompt, to stdout, just as it is. */
  write(text: string): void;
  /** The bytes of a document that is meant for a file or a program, to stdout, as they are. */
  copy(bytes: Iterable<Uint8Array>): Promise<void>;
  /** One JSON value with `schema` first, to stdout, on one line. */
  json(value: Readonly<Record<string, unknown>>): void;
  /** Messages, to stderr; silent under `--quiet`. */
  note(text: string): void;
  /** Warnings, to stderr, not silenced. */
  warn(text: string): void;
  /**
   * Waits until what was written to a stream is out; `false` once its reader has gone, or a disk took nothing: what
   * is written from then on is seen by nobody.
   */
  settled(stream?: 'stdout' | 'stderr'): Promise<boolean>;
}

/** Version of every JSON shape the program prints. */
const SCHEMA = 'study/1';

interface OutputStreams {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
}

interface OutputStyles {
  readonly style: Style;
  readonly errorStyle: Style;
}

const clean = (text: string, { colour }: Style): string => (colour ? sanitizeStyled(text) : sanitize(text));

/** Writes to a stream, and knows whether that has arrived. */
const makeWriter = (
  stream: TextStream,
): { readonly write: (text: string) => void; readonly settled: () => Promise<boolean> } => {
  let pending = 0;
  let isGone = false;
  let onSettled: (() => void) | null = null;
  const written = (error?: Error | null): void => {
    pending--;
    if (error !== null && error !== undefined) isGone = true;
    if (pending === 0) onSettled?.();
  };
  return {
    write: text => {
      pending++;
      stream.write(text, written);
    },
    settled: async () => {
      if (pending > 0) await new Promise<void>(resolve => (onSettled = resolve));
      return !isGone;
    },
  };
};

interface OutputOptions {
  /** No messages besides results and warnings. */
  readonly quiet: boolean;
  /** Lines in ASCII. */
  readonly ascii?: boolean;
  /** Whether lines are heard: no sign leaves the program but as a word. Asked with the first line. */
  readonly isSpoken?: () => boolean;
}

/** The two output streams, with the styles of each and the signs that the terminal can show. */
export const makeOutput = (
  streams: OutputStreams,
  styles: OutputStyles,
  { quiet, ascii = false, isSpoken = () => false }: OutputOptions,
): Output => {
  const spelled = (text: string): string => {
    const worded = isSpoken() ? speakSigns(text) : text;
    return ascii ? toAscii(worded) : worded;
  };
  const writers = { stdout: makeWriter(streams.stdout), stderr: makeWriter(streams.stderr) };
  const out = (text: string): void => writers.stdout.write(clean(text, styles.style));
  const err = (text: string): void => writers.stderr.write(clean(text, styles.errorStyle));
  const columns = (): number => Math.max(20, streams.stdout.isTTY ? streams.stdout.columns || 80 : 80);
  /** Nothing is cut in the middle of a word where it is heard. */
  const told = (text: string): string =>
    isSpoken() ? wrapWords(spelled(text), columns()).join('\n') : spelled(text);
  return {
    ...styles,
    ascii,
    get columns() {
      return columns();
    },
    line: (text = '') => out(`${spelled(text)}\n`),
    say: text => out(`${told(text)}\n`),
    write: out,
    copy: async bytes => {
      for (const chunk of bytes) {
        const isOut = new Promise<boolean>(resolve => {
          streams.stdout.write(chunk, error => resolve(error === null || error === undefined));
        });
        if (!(await isOut)) return;
      }
    },
    json: value => writers.stdout.write(`${escapeControl(JSON.stringify({ schema: SCHEMA, ...value }))}\n`),
    note: text => {
      if (!quiet) err(`${told(text)}\n`);
    },
    warn: text => err(`${told(text)}\n`),
    settled: (stream = 'stdout') => writers[stream].settled(),
  };
};

/** Prints what a view gives: text as it is, an object as one JSON value. */
export const printLines = (out: Output, lines: readonly ViewLine[]): void => {
  for (const line of lines) {
    if (typeof line === 'string') out.line(line);
    else out.json(line);
  }
};
