import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Output } from '../terminal/output.ts';
import type { GlobalOptions } from './context.ts';
import { adviceFor } from './study-command.ts';

/** Exit code of a bug of ours (`EX_SOFTWARE` of sysexits.h), which no documented outcome uses. */
const BUG = 70;

interface ReportOptions {
  readonly json: boolean;
  /** Whether the place in the code is told too. */
  readonly debug: boolean;
  /** The course and home that the command worked on; absent: those that are used without flags. */
  readonly places?: Pick<GlobalOptions, 'course' | 'home'>;
}

/** Tells a failure on stderr, or as JSON on stdout, and returns the exit code. */
export const reportFailure = (
  error: unknown,
  out: Output,
  { json, debug, places }: ReportOptions,
): number => {
  if (error instanceof Failure) {
    const { code, place, problems } = error.details;
    const given = error.details.try;
    const advice = given === undefined || places === undefined ? given : adviceFor(given, places);
    if (json) {
      out.json({
        error: {
          code,
          message: error.message,
          place: place ?? null,
          try: advice ?? null,
          ...(problems === undefined ? {} : { problems }),
        },
      });
    } else {
      out.warn(`${out.errorStyle.wrong('study:')} ${sanitizeLine(error.message)}`);
      for (const { flag, message } of problems ?? []) {
        out.warn(`  ${out.errorStyle.code(sanitizeLine(flag))} ${sanitizeLine(message)}`);
      }
      if (place !== undefined) out.warn(`  in ${sanitizeLine(place)}`);
      if (advice !== undefined) out.warn(`Try: ${sanitizeLine(advice)}`);
    }
    if (debug) out.warn(error.stack ?? '');
    return EXIT_CODES[error.kind];
  }
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    out.json({ error: { code: 'bug', message, place: null, try: 'DEBUG=study shows where it happened' } });
  } else {
    out.warn(
      `${out.errorStyle.wrong('study:')} this is a mistake in study, not yours: ${sanitizeLine(message)}`,
    );
    out.warn('Answers that were saved are safe.');
    out.warn('Try: the same command with DEBUG=study in front, and report what it prints');
  }
  if (debug && error instanceof Error) out.warn(error.stack ?? '');
  return BUG;
};
