import type { Installation } from './make-context.ts';
import { makeContext } from './make-context.ts';
import { makeStyle } from '../text/style.ts';
import { wantsColour } from './colour.ts';
import { reportFailure } from './failure-report.ts';
import { makeOutput } from './output.ts';
import { runProgram } from './program.ts';

/** A reader that has seen enough (`study topics | head -1`) is no error. */
const endQuietlyOnClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

/**
 * The program, called by the launcher. Sets `process.exitCode` and never ends the process itself, so that
 * what was written to a pipe arrives whole.
 */
export const main = async (argv: readonly string[], installation: Installation): Promise<void> => {
  endQuietlyOnClosedPipe(process.stdout);
  endQuietlyOnClosedPipe(process.stderr);
  try {
    await runProgram(argv, {
      version: installation.version,
      makeContext: (options, colourRefused) => makeContext({ options, colourRefused, installation }),
    });
  } catch (error) {
    const { env, stdout, stderr } = process;
    const refused = argv.includes('--no-color');
    const style = makeStyle(wantsColour({ env, refused, terminal: stdout.isTTY === true }));
    const errorStyle = makeStyle(wantsColour({ env, refused, terminal: stderr.isTTY === true }));
    const out = makeOutput({ stdout, stderr }, { style, errorStyle }, false);
    process.exitCode = reportFailure(error, out, argv.includes('--json'), env['DEBUG'] === 'study');
  }
};
