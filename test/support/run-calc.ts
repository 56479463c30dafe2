import { PassThrough, Readable, Writable } from 'node:stream';
import type { Context } from '../../src/cli/program/context.ts';
import { course } from './report-course.ts';
import { reportFailure } from '../../src/cli/program/failure-report.ts';
import { makeOutput } from '../../src/cli/terminal/output.ts';
import { runProgram } from '../../src/cli/program/program.ts';
import { makeStyle } from '../../src/text/layout/style.ts';

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  /** Everything on stdin. */
  readonly input?: string | Uint8Array;
  /** stdin and stdout are terminals. */
  readonly terminal?: boolean;
}

const collector = (): { readonly stream: NodeJS.WriteStream; readonly text: () => string } => {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
};

/** A course with every calculator of the program, and nothing else. */
export const allCalculators = course({ calculators: ['all'] });

/** `study calc <words>` in this process, without journal or clock. */
export const runCalc = async (
  words: readonly string[],
  { input = '', terminal = false }: RunOptions = {},
): Promise<Printed> => {
  const [stdout, stderr] = [collector(), collector()];
  const style = makeStyle(false);
  const out = makeOutput(
    { stdout: stdout.stream, stderr: stderr.stream },
    { style, errorStyle: style },
    { quiet: false },
  );
  const stdin = (input === ''
    ? new PassThrough().end()
    : Readable.from([input])) as unknown as NodeJS.ReadStream;
  const argv = ['calc', ...words];
  const unused = (): never => {
    throw new Error('a calculator needs no journal');
  };
  let code = 0;
  // Commander prints help by itself.
  const write = process.stdout.write.bind(process.stdout);
  let printed = '';
  process.stdout.write = ((chunk: unknown) => {
    printed += String(chunk);
    return true;
  }) as typeof process.stdout.write;
  try {
    await runProgram(argv, {
      version: '0.0.0',
      makeContext: (options): Context => ({
        options,
        out,
        runtime: {
          clock: { now: () => 0, offset: () => 0 },
          seed: () => 7,
          paths: { config: '', data: '', journal: '', cache: '' },
          version: '0.0.0',
        },
        env: {},
        stdin,
        terminal: { stdin: terminal, stdout: terminal, stderr: terminal },
        course: () => Promise.resolve(allCalculators),
        openFolder: () => Promise.reject(new Error('no other course')),
        reopenCourse: unused,
        recordingCourse: unused,
        journal: unused,
        progress: () => ({ update: () => undefined, end: () => undefined }),
      }),
    });
  } catch (error) {
    code = reportFailure(error, out, { json: argv.includes('--json'), debug: false });
  } finally {
    process.stdout.write = write;
  }
  return { code, stdout: printed + stdout.text(), stderr: stderr.text() };
};
