import { Failure } from '../../core/base/failure.ts';
import type { Context } from '../program/context.ts';
import { makeLineReader } from './line-reader.ts';

type Asking = Pick<Context, 'out' | 'options' | 'stdin'>;

/**
 * Asks for the word `yes` to each of several questions, before something that cannot be repeated lightly. `forced` and
 * the flag `--yes` answer for the learner.
 * @throws Failure `usage` where nobody can be asked, or for anything but yes
 */
export const confirmAll = async (
  context: Asking,
  questions: readonly string[],
  forced: boolean,
): Promise<void> => {
  const { out, options, stdin } = context;
  if (forced || options.yes) return;
  const hint = { try: 'the same command with --yes' };
  if (!options.input || options.json) {
    throw new Failure('usage', 'This asks before it does anything, and may not ask here', {
      code: 'needs-confirmation',
      ...hint,
    });
  }
  const reader = makeLineReader(stdin, process);
  try {
    for (const question of questions) {
      out.warn(question);
      out.warn('Type yes to go on.');
      // A yes to what nobody saw is none.
      const reading = (await out.settled('stderr')) ? await reader.next() : null;
      if (reading?.is !== 'line' || reading.text.trim().toLowerCase() !== 'yes')
        throw new Failure('usage', 'Nothing was changed', {
          code: 'not-confirmed',
          // Somebody who answered knows; a script whose input has ended does not.
          ...(reading?.is === 'line' ? {} : hint),
        });
    }
  } finally {
    reader.close();
  }
};

/** Asks one question of somebody who can answer; `true` for the word `yes`. */
export const saysYes = async (
  { out, stdin }: Pick<Asking, 'out' | 'stdin'>,
  question: string,
): Promise<boolean> => {
  const reader = makeLineReader(stdin, process);
  try {
    out.warn(question);
    out.warn('Type yes, or anything else for no.');
    const reading = (await out.settled('stderr')) ? await reader.next() : null;
    return reading?.is === 'line' && reading.text.trim().toLowerCase() === 'yes';
  } finally {
    reader.close();
  }
};

/** One question; see {@link confirmAll}. */
export const confirm = (context: Asking, question: string, forced: boolean): Promise<void> =>
  confirmAll(context, [question], forced);
