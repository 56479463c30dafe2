import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE } from './patience.ts';

/** Folder of the project, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The launcher of this project. */
export const LAUNCHER = join(ROOT, 'bin', 'study.cjs');

/** Node that runs the program: another one than the tests' where `STUDY_TEST_NODE` names it. */
export const NODE = process.env['STUDY_TEST_NODE'] ?? process.execPath;

interface StudyOptions {
  /** All of stdin, which then ends; without it stdin is empty. */
  readonly input?: string;
  /** On top of a clean environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Folder for settings, journal and caches. Without it, a temporary one that is removed afterwards. */
  readonly home?: string;
  readonly cwd?: string;
  /** Path of the Node that runs the program. */
  readonly node?: string;
  /** Path of the launcher. */
  readonly launcher?: string;
}

export interface StudyResult {
  /** Exit code; -1 when a signal ended the process. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly signal: NodeJS.Signals | null;
}

/** A folder of its own below the system's one for temporary files. */
export const makeTempDir = (purpose = 'study-test'): string => mkdtempSync(join(tmpdir(), `${purpose}-`));

/** An environment in which nothing of the machine or of the test runner is visible. */
export const cleanEnv = (
  home: string,
  extra: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> => {
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: home,
    STUDY_HOME: home,
    TERM: 'xterm-256color',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    // A test may say that it is any day, also one before the program was built.
    STUDY_TRUST_CLOCK: '1',
    ...extra,
  };
  const entries = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
};

/** A running `study`, with what it has printed so far. */
export interface RunningStudy {
  readonly child: ChildProcessWithoutNullStreams;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Writes one line to stdin. */
  readonly type: (line: string) => void;
  /** Resolves when stdout contains the text; rejects when the process ends or time runs out before. */
  readonly waitFor: (text: string | RegExp, timeout?: number) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Resolves when the process has ended and all of its output is read. */
  readonly ended: Promise<StudyResult>;
}

/** Starts the built program and leaves stdin open. `home` is the caller's to make and to remove. */
export const startStudy = (
  args: readonly string[],
  {
    env,
    home,
    cwd,
    node = NODE,
    launcher = LAUNCHER,
  }: Omit<StudyOptions, 'input'> & { readonly home: string },
): RunningStudy => {
  const child = spawn(node, [launcher, ...args], { cwd: cwd ?? home, env: cleanEnv(home, env) });
  let stdout = '';
  let stderr = '';
  let over = false;
  const watchers = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const watcher of watchers) watcher();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A process that ends without reading its input closes the pipe; that is its right.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<StudyResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      over = true;
      for (const watcher of watchers) watcher();
      resolve({ code: code ?? -1, stdout, stderr, signal });
    });
  });
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    type: line => {
      child.stdin.write(`${line}\n`);
    },
    waitFor: (text, timeout = PATIENCE) =>
      new Promise((resolve, reject) => {
        const fail = (why: string): void =>
          reject(
            new Error(`${why} before ${String(text)} was printed. stdout:\n${stdout}\nstderr:\n${stderr}`),
          );
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          fail('Time ran out');
        }, timeout);
        const watcher = (): void => {
          const found = typeof text === 'string' ? stdout.includes(text) : text.test(stdout);
          if (!found && !over) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          if (found) resolve();
          else fail('The program ended');
        };
        watchers.add(watcher);
        watcher();
      }),
    kill: signal => {
      child.kill(signal);
    },
    ended,
  };
};

/** Runs the built program to its end. */
export const runStudy = async (args: readonly string[], options: StudyOptions = {}): Promise<StudyResult> => {
  const { input, home, ...rest } = options;
  const folder = home ?? makeTempDir();
  try {
    const running = startStudy(args, { ...rest, home: folder });
    running.child.stdin.end(input ?? '');
    return await running.ended;
  } finally {
    if (home === undefined) rmSync(folder, { recursive: true, force: true });
  }
};
