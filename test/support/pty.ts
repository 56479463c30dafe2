import type { IPty } from '@lydell/node-pty';
import { spawn } from '@lydell/node-pty';
import { closeSync, openSync } from 'node:fs';
import { cleanEnv, LAUNCHER, NODE } from './run-study.ts';
import { PATIENCE } from './patience.ts';

export interface TerminalOptions {
  readonly home: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
  /** Program and arguments to run instead of `study`. */
  readonly command?: readonly [string, ...string[]];
}

/** A program in a real pseudo-terminal. */
export interface TerminalSession {
  /** Everything written so far, with escape codes. */
  readonly raw: () => string;
  /** The same as text: without escape codes and carriage returns. For append-only output. */
  readonly text: () => string;
  readonly send: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** Sends a signal to the program. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Polls until the text has been written. */
  readonly waitFor: (text: string | RegExp, timeout?: number) => Promise<void>;
  /** The exit code as a shell tells it: 128 and the signal's number where one ended the program. */
  readonly ended: Promise<{ readonly code: number }>;
}

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CSI = /\u001b\[[0-?]*[ -/]*[@-~]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const OSC = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

/** Text without escape codes and carriage returns. */
const stripCodes = (raw: string): string => raw.replace(OSC, '').replace(CSI, '').replaceAll('\r', '');

/** Path of the other end of the terminal; the package has it, but not in its types. */
const deviceOf = (pty: IPty): string => {
  const device = (pty as IPty & { readonly ptsName?: unknown }).ptsName;
  if (typeof device !== 'string') throw new TypeError('node-pty names the terminal elsewhere now');
  return device;
};

/** Starts `study` in a pseudo-terminal of 80 by 24 cells. */
export const openTerminal = (args: readonly string[], options: TerminalOptions): TerminalSession => {
  const { home, env, cwd, columns = 80, rows = 24, command = [NODE, LAUNCHER] } = options;
  const [program, ...before] = command;
  const clean = cleanEnv(home, env);
  // Without a name the package sets TERM to one of its own.
  const name = clean['TERM'] ?? 'xterm-256color';
  const pty = spawn(program, [...before, ...args], {
    cols: columns,
    rows,
    cwd: cwd ?? home,
    env: clean,
    name,
  });
  // Output that is not read yet is lost when the last process leaves the terminal (measured: one run in four,
  // cut at 4095 bytes). While it is open here too, the package reads on for 200 ms before it tells the end.
  const held = openSync(deviceOf(pty), 'r+');
  let raw = '';
  let over = false;
  pty.onData(data => {
    raw += data;
  });
  const ended = new Promise<{ readonly code: number }>(resolve => {
    pty.onExit(({ exitCode, signal = 0 }) => {
      over = true;
      closeSync(held);
      resolve({ code: signal > 0 ? 128 + signal : exitCode });
    });
  });
  const text = (): string => stripCodes(raw);
  return {
    raw: () => raw,
    text,
    send: keys => pty.write(keys),
    resize: (width, height) => pty.resize(width, height),
    kill: signal => {
      process.kill(pty.pid, signal);
    },
    waitFor: async (wanted, timeout = PATIENCE) => {
      const found = (): boolean =>
        typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
      const deadline = performance.now() + timeout;
      while (!found()) {
        if (over || performance.now() > deadline) {
          throw new Error(
            `${over ? 'The program ended' : 'Time ran out'} before ${String(wanted)}:\n${text()}`,
          );
        }
        await new Promise(resolve => setTimeout(resolve, 10));
      }
    },
    ended,
  };
};
