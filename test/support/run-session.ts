/** Runs a session's command in this process, on a course and a journal in memory. */
import { PassThrough } from 'node:stream';
import type { Context } from '../../src/cli/program/context.ts';
import { reportFailure } from '../../src/cli/program/failure-report.ts';
import { makeOutput } from '../../src/cli/terminal/output.ts';
import { runProgram } from '../../src/cli/program/program.ts';
import type { CourseReader } from '../../src/core/course/course.ts';
import { makeStyle } from '../../src/text/layout/style.ts';
import { capture } from './capture.ts';
import type { MemoryJournal, TestClock } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';

export interface SessionOptions {
  readonly course: CourseReader;
  readonly journal?: MemoryJournal;
  readonly clock?: TestClock;
  /** Lines that are typed, one for each; then the input ends. */
  readonly lines?: readonly string[];
  /** In place of lines: what comes in, in these pieces. */
  readonly chunks?: readonly (string | Uint8Array)[];
  readonly terminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The course after an edit. */
  readonly edited?: CourseReader;
  /** Folder of the learner's data; without one nothing is found there. */
  readonly data?: string;
}

export interface SessionResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly journal: MemoryJournal;
}

/** `study <words>`; the clock stands still unless a test moves it. */
export const runSessionCommand = async (
  words: readonly string[],
  {
    course,
    lines = [],
    chunks,
    terminal = false,
    env = {},
    edited = course,
    data = '/dev/null',
    ...given
  }: SessionOptions,
): Promise<SessionResult> => {
  const clock = given.clock ?? testClock('2026-11-21T10:00:00Z');
  const journal = given.journal ?? memoryJournal(clock.now);
  const [stdout, stderr] = [capture(), capture()];
  const style = makeStyle(false);
  const out = makeOutput(
    { stdout: stdout.stream, stderr: stderr.stream },
    { style, errorStyle: style },
    { quiet: false },
  );
  const stdin = new PassThrough();
  for (const chunk of chunks ?? lines.map(line => `${line}\n`)) stdin.write(chunk);
  stdin.end();
  let code = 0;
  try {
    await runProgram(words, {
      version: '0.0.0',
      makeContext: (options): Context => ({
        options,
        out,
        runtime: {
          clock,
          seed: () => 7,
          paths: { config: '', data, journal: '', cache: '' },
          version: '0.0.0',
        },
        env,
        stdin: stdin as unknown as NodeJS.ReadStream,
        terminal: { stdin: terminal, stdout: terminal, stderr: terminal },
        course: () => Promise.resolve(course),
        openFolder: () => Promise.reject(new Error('no other course')),
        recordingCourse: () => Promise.resolve(course),
        reopenCourse: () => Promise.resolve(edited),
        journal: () => Promise.resolve(journal),
        progress: () => ({ update: () => undefined, end: () => undefined }),
      }),
    });
  } catch (error) {
    code = reportFailure(error, out, { json: words.includes('--json'), debug: false });
  }
  return { code, stdout: stdout.text(), stderr: stderr.text(), journal };
};
