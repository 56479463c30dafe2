/** `study progress merge`, and how a merge is told. */
import { changedRecords, mergeFrom } from '../../app/learner/archive.ts';
import type { MergeCounts } from '../../text/learner/progress.ts';
import { mergeLines, ownRecordsLines } from '../../text/learner/progress.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** What came of taking records from elsewhere. */
export const printMerge = ({ out, options }: Context, report: MergeCounts): void => {
  if (options.json) out.json({ ...report });
  else for (const line of mergeLines(report)) out.say(line);
};

/**
 * Adds what a path holds. What stands there under the name of this device, and is not known here, is shown first and
 * taken only after a yes.
 */
export const merge = async (context: Context, path: string, force: boolean): Promise<void> => {
  const { out, runtime } = context;
  const journal = await context.journal();
  journal.close();
  const prepared = mergeFrom(runtime, journal.device, path);
  try {
    const { own } = prepared;
    if (own.records > 0) {
      const found = { ...own, device: journal.device, targets: changedRecords(runtime, own.changes) };
      const tz = runtime.clock.offset(runtime.clock.now());
      if (spokenOf(context) !== null)
        (await import('../accessible/progress.ts')).tellOwnRecords(context, found, tz);
      else for (const line of ownRecordsLines(found, tz)) out.warn(line);
      await confirm(context, 'Take them only if you know where they come from.', force);
    }
    printMerge(context, prepared.commit());
  } finally {
    prepared.discard();
  }
};
