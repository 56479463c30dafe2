/** What is done with progress, for whoever hears it. */
import type { UndoEntry } from '../../core/journal/progress.ts';
import type { OrphanReport } from '../../core/relink/orphan-report.ts';
import {
  spokenActs,
  spokenOrphans,
  spokenOwnRecords,
  spokenRedating,
  spokenUndone,
} from '../../text/accessible/learner/spoken-progress.ts';
import type { OwnRecordsFound, RedatingFound } from '../../text/learner/progress.ts';
import type { MakeCommand } from '../../text/learner/relink.ts';
import type { Context } from '../program/context.ts';
import { canAsk, chooseByNumber } from './asker.ts';

/** The acts that can be taken back; a number takes one back. The journal is to be closed before. */
export const tellActs = async (
  context: Context,
  acts: readonly UndoEntry[],
  { tz, device }: { readonly tz: number; readonly device: string },
): Promise<void> => {
  const { out, runtime } = context;
  const now = runtime.clock.now();
  const isNamed = !canAsk(context);
  for (const line of spokenActs(acts, { tz, now, device, width: out.columns, isNamed })) out.line(line);
  await chooseByNumber(context, {
    prompt: 'Number to take back, Enter ends',
    count: acts.length,
    open: (number, asker) => asker.run(['progress', 'undo', acts[number - 1]?.id ?? '']),
  });
};

/** An act that was taken back. */
export const tellUndone = ({ out }: Pick<Context, 'out'>, act: UndoEntry): void => out.say(spokenUndone(act));

/** Items that are gone from the course. */
export const tellOrphans = (
  { out }: Pick<Context, 'out'>,
  orphans: readonly OrphanReport[],
  command: MakeCommand,
  today: number,
): void => {
  for (const line of spokenOrphans(orphans, command, today, out.columns)) out.line(line);
};

/** Runs of records with odd moments, and what they become. @param print where the lines go */
export const tellRedating = (
  { out, runtime }: Pick<Context, 'out' | 'runtime'>,
  plans: readonly RedatingFound[],
  print: (line: string) => void,
): void => {
  const { now, offset } = runtime.clock;
  for (const plan of plans) for (const line of spokenRedating(plan, offset, now(), out.columns)) print(line);
};

/** Records under the name of this device, before it is asked whether to take them. */
export const tellOwnRecords = ({ out }: Pick<Context, 'out'>, found: OwnRecordsFound, tz: number): void => {
  for (const text of spokenOwnRecords(found, tz)) out.warn(text);
};
