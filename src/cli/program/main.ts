import type { Installation } from './make-context.ts';
import { makeContext } from './make-context.ts';
import type { GlobalOptions } from './context.ts';
import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { makeStyle, showsUnicode } from '../../text/layout/style.ts';
import { accessibleBy, wantsColour } from '../terminal/environment.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { repeatedFlags } from './global-flags.ts';
import { reportFailure } from './failure-report.ts';
import { makeOutput } from '../terminal/output.ts';
import { lazyStream } from '../terminal/standard-output.ts';
import { runProgram } from './program.ts';

/**
 * A reader that has seen enough (`study topics | head -1`) is no error. Anything else is one, such as a full disk
 * behind `>`; a session then takes no more input, for nobody sees what it asks.
 */
const endWhereNobodyReads = (stream: NodeJS.WriteStream): NodeJS.WriteStream => {
  let isTold = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isTold) return;
    isTold = true;
    // At the very end: the command, which knows nothing of this, sets its own exit code.
    process.on('exit', () => (process.exitCode = EXIT_CODES.data));
    process.stdin.destroy();
    if (stream === process.stderr) return;
    const reason = error.code === 'ENOSPC' ? 'the disk is full' : `error ${error.code ?? error.message}`;
    process.stderr.write(`study: The output cannot be written: ${reason}\nTry: another place for it\n`);
  });
  return stream;
};

/**
 * The program, called by the launcher. Sets `process.exitCode` and never ends the process itself, so that
 * what was written to a pipe arrives whole.
 */
export const main = async (argv: readonly string[], installation: Installation): Promise<void> => {
  const stdout = lazyStream(1, () => endWhereNobodyReads(process.stdout));
  const stderr = lazyStream(2, () => endWhereNobodyReads(process.stderr));
  let places: Pick<GlobalOptions, 'course' | 'home'> = { course: undefined, home: undefined };
  let isSpoken = (): boolean => argv.includes('--accessible') || accessibleBy(process.env)?.wanted === true;
  try {
    const run = (words: readonly string[]): Promise<void> =>
      runProgram(words, {
        version: installation.version,
        stdout,
        makeContext: (options, colourRefused) => {
          places = options;
          const again = repeatedFlags(options, colourRefused);
          const context = makeContext({
            options,
            colourRefused,
            installation,
            streams: { stdout, stderr },
            run: next => run([...again, ...next]),
          });
          isSpoken = () => spokenOf(context) !== null;
          return context;
        },
      });
    await run(argv);
  } catch (error) {
    const { env } = process;
    const refused = argv.includes('--no-color');
    const style = makeStyle(wantsColour({ env, refused, terminal: stdout.isTTY }));
    const errorStyle = makeStyle(wantsColour({ env, refused, terminal: stderr.isTTY }));
    const out = makeOutput(
      { stdout, stderr },
      { style, errorStyle },
      { quiet: false, ascii: !showsUnicode(env), isSpoken: () => !argv.includes('--plain') && isSpoken() },
    );
    // What the journal must not get is not even told there.
    const isJson =
      argv.includes('--json') && !(error instanceof Failure && error.details.code === 'output-in-journal');
    process.exitCode = reportFailure(error, out, { json: isJson, debug: env['DEBUG'] === 'study', places });
  }
};
