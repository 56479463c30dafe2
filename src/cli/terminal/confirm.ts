import { Failure } from '../../core/base/failure.ts';
import type { Context } from '../program/context.ts';
import { makeLineReader } from './line-reader.ts';

/**
 * Asks for the word `yes` before something that cannot be repeated lightly. `forced` answers for the learner.
 * @throws Failure `usage` where nobody can be asked, `interrupted` for anything but yes
 */
export const confirm = async (
  context: Pick<Context, 'out' | 'options' | 'stdin'>,
  question: string,
  forced: boolean,
): Promise<void> => {
  if (forced) return;
  const { out, options, stdin } = context;
  if (!options.input || options.json) {
    throw new Failure('usage', 'This asks before it does anything, and may not ask here', {
      code: 'needs-confirmation',
      try: 'the same command with --force',
    });
  }
  out.warn(question);
  out.warn('Type yes to go on.');
  const reader = makeLineReader(stdin, process);
  try {
    // A yes to what nobody saw is none.
    const reading = (await out.settled('stderr')) ? await reader.next() : null;
    if (reading?.is === 'line' && reading.text.trim().toLowerCase() === 'yes') return;
  } finally {
    reader.close();
  }
  throw new Failure('usage', 'Nothing was changed', { code: 'not-confirmed' });
};
