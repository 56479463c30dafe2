/** `study` in a real pseudo-terminal, with what a learner would see: a terminal emulator reads what it writes. */
import xterm from '@xterm/headless';
import type { TerminalOptions, TerminalSession } from './pty.ts';
import { openTerminal } from './pty.ts';
import { PATIENCE } from './patience.ts';

export interface ScreenSession {
  readonly terminal: TerminalSession;
  /** Lines that are seen now, ends trimmed. */
  readonly lines: () => Promise<readonly string[]>;
  /** The same as one text. */
  readonly text: () => Promise<string>;
  /** Whether the alternate screen is shown. */
  readonly isAlternate: () => Promise<boolean>;
  /** Whether the program has hidden the cursor. */
  readonly isCursorHidden: () => boolean;
  /** Polls until a text is seen, and gives all that is seen then. */
  readonly see: (wanted: string | RegExp, timeout?: number) => Promise<string>;
  readonly send: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
}

/** Keys as a terminal sends them. */
export const KEYS = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  ctrlC: '\u0003',
  ctrlZ: '\u001a',
  tab: '\t',
  backspace: '\u007f',
} as const;

/** A text as a terminal hands it over when it is pasted. */
export const pasted = (text: string): string => `\u001b[200~${text}\u001b[201~`;

/** Reads along with a program that is already running in a terminal. */
export const watchScreen = (
  terminal: TerminalSession,
  { columns = 80, rows = 24 }: Pick<TerminalOptions, 'columns' | 'rows'> = {},
): ScreenSession => {
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  let read = 0;
  const catchUp = (): Promise<void> => {
    const raw = terminal.raw();
    const fresh = raw.slice(read);
    read = raw.length;
    return new Promise(resolve => emulator.write(fresh, resolve));
  };
  const lines = async (): Promise<readonly string[]> => {
    await catchUp();
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, i) =>
        active
          .getLine(active.baseY + i)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  };
  const text = async (): Promise<string> => (await lines()).join('\n');
  return {
    terminal,
    lines,
    text,
    isAlternate: async () => {
      await catchUp();
      return emulator.buffer.active.type === 'alternate';
    },
    isCursorHidden: () => {
      const raw = terminal.raw();
      return raw.lastIndexOf('\u001b[?25l') > raw.lastIndexOf('\u001b[?25h');
    },
    see: async (wanted, timeout = PATIENCE) => {
      const deadline = performance.now() + timeout;
      for (;;) {
        const seen = await text();
        if (typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen)) return seen;
        if (performance.now() > deadline) throw new Error(`Never seen: ${String(wanted)}\n${seen}`);
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    },
    send: terminal.send,
    resize: (width, height) => {
      emulator.resize(width, height);
      terminal.resize(width, height);
    },
  };
};

/** Starts `study` in a terminal. */
export const openStudy = (args: readonly string[], options: TerminalOptions): ScreenSession =>
  watchScreen(openTerminal(args, options), options);
