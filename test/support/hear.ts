/** Runs commands in the accessible mode in this process, at a terminal of any width, and gives what is heard. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Context } from '../../src/cli/program/context.ts';
import { reportFailure } from '../../src/cli/program/failure-report.ts';
import { runProgram } from '../../src/cli/program/program.ts';
import { makeOutput } from '../../src/cli/terminal/output.ts';
import type { CourseReader } from '../../src/core/course/course.ts';
import { makeStyle } from '../../src/text/layout/style.ts';
import { capture } from './capture.ts';
import { ROOT } from './run-study.ts';
import type { TestClock } from './memory-journal.ts';
import { memoryJournal, testClock } from './memory-journal.ts';

/** One learner at one terminal. */
interface Listener {
  /** `study <words>` with lines that are typed; what is heard on both streams, each line that is typed behind its prompt. */
  readonly hear: (words: readonly string[], lines?: readonly string[]) => Promise<string>;
  readonly clock: TestClock;
  readonly close: () => void;
}

/** What comes out, with each line that is typed where it was asked for. */
const interleaved = (text: string): string => text.replace(/[ \t]+$/gm, '');

/** @param columns of the terminal */
export const makeListener = (
  course: CourseReader,
  columns: number,
  env: Record<string, string> = {},
): Listener => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  const folder = mkdtempSync(join(tmpdir(), 'study-heard-'));
  const hear: Listener['hear'] = async (words, lines = []) => {
    const out = capture();
    Object.assign(out.stream, { isTTY: true, columns });
    const style = makeStyle(false);
    const stdin = new PassThrough();
    const waiting = [...lines];
    // Paused from the start: to listen to a stream would make it flow.
    stdin.pause();
    // A line is typed when it is asked for, and stands then where a terminal shows it.
    const resume = stdin.resume.bind(stdin);
    stdin.resume = () => {
      const line = waiting.shift();
      if (line === undefined) stdin.end();
      else {
        out.stream.write(`${line}\n`);
        stdin.write(`${line}\n`);
      }
      return resume();
    };
    const output = makeOutput(
      { stdout: out.stream, stderr: out.stream },
      { style, errorStyle: style },
      { quiet: false, isSpoken: () => true },
    );
    const before = process.exitCode;
    const run = (argv: readonly string[]): Promise<void> =>
      runProgram(argv, {
        version: '0.0.0',
        makeContext: (options): Context => ({
          options,
          out: output,
          runtime: {
            clock,
            seed: () => 7,
            paths: { config: folder, data: folder, journal: folder, cache: folder },
            version: '0.0.0',
          },
          root: ROOT,
          env: { LANG: 'C.UTF-8', STUDY_ACCESSIBLE: '1', ...env },
          stdin: stdin as unknown as NodeJS.ReadStream,
          terminal: { stdin: true, stdout: true, stderr: true },
          course: () => Promise.resolve(course),
          openFolder: () => Promise.resolve(course),
          recordingCourse: () => Promise.resolve(course),
          reopenCourse: () => Promise.resolve(course),
          journal: () => Promise.resolve(journal),
          progress: () => ({ update: () => undefined, end: () => undefined }),
          run,
        }),
      });
    try {
      await run(words);
    } catch (error) {
      reportFailure(error, output, { json: false, debug: false });
    } finally {
      process.exitCode = before;
    }
    return `$ study ${words.join(' ')}\n${interleaved(out.text())}`;
  };
  return { hear, clock, close: () => rmSync(folder, { recursive: true, force: true }) };
};
