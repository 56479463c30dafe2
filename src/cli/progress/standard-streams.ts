/** `-` where a file of records is expected: standard input and output. */
import { fillSpool, makeSpool } from '../../app/learner/archive.ts';
import { Failure } from '../../core/base/failure.ts';
import type { Context } from '../program/context.ts';

/** The name that stands for a standard stream. */
export const STANDARD_STREAM = '-';

/**
 * Does something with a file of records; `-` stands for what comes in on standard input.
 * @throws Failure `usage` where standard input is a terminal
 */
export const withRecords = async <T>(
  { stdin, terminal }: Context,
  path: string,
  use: (path: string) => Promise<T>,
): Promise<T> => {
  if (path !== STANDARD_STREAM) return use(path);
  if (terminal.stdin)
    throw new Failure('usage', 'Nothing comes in: standard input is the terminal', {
      code: 'input-needed',
      place: '-',
      try: 'study progress merge - < backup.jsonl',
    });
  const spool = makeSpool();
  try {
    await fillSpool(spool, stdin);
    return await use(spool.path);
  } catch (error) {
    if (!(error instanceof Failure) || error.details.place?.startsWith(spool.path) !== true) throw error;
    // The file is ours and gone; what came in is what the learner knows.
    throw new Failure(error.kind, error.message, { ...error.details, place: 'standard input' });
  } finally {
    spool.discard();
  }
};

/**
 * Writes a file of records to standard output. @param write puts them where it is told
 * @throws Failure `usage` where standard output is a terminal, or is to hold JSON
 */
export const printRecords = async (
  { out, options, terminal }: Context,
  write: (path: string) => void,
): Promise<void> => {
  if (terminal.stdout || options.json)
    throw new Failure(
      'usage',
      `A backup cannot go to ${options.json ? 'the output beside JSON' : 'the terminal'}`,
      {
        code: 'two-outputs',
        place: '-',
        try: 'study progress backup - > backup.jsonl',
      },
    );
  const spool = makeSpool();
  try {
    write(spool.path);
    await out.copy(spool.read());
  } finally {
    spool.discard();
  }
};
