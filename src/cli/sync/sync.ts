import type { SyncFindings, SyncParts, SyncResult, SyncState } from '../../app/sync/sync.ts';
import { lookAtPlace, sharedFolder, shownPlace, sync, syncState, usePlace } from '../../app/sync/sync.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { confirm } from '../terminal/confirm.ts';

const partsOf = async (context: Context): Promise<SyncParts> => {
  const journal = await context.journal();
  journal.close();
  return { runtime: context.runtime, env: context.env, self: journal.device };
};

const shown = ({ place }: Pick<SyncState, 'place'>): string => sanitizeLine(shownPlace(place));

const print = (context: Context, state: SyncState, result: SyncResult): void => {
  const { out, options } = context;
  if (options.json) {
    const { is, ...rest } = result;
    out.json({ kind: state.kind, place: shown(state), result: is, ...rest });
    return;
  }
  if (result.is === 'offline') {
    out.note(
      `${shown(state)} was not reached: ${result.why.replace(/[.\s]+$/, '')}. Everything waits here for the next study sync.`,
    );
    return;
  }
  const counts = (records: number, files: number): string =>
    [plural(records, 'record'), ...(files === 0 ? [] : [`${plural(files, 'file')} of your own`])].join(
      ' and ',
    );
  out.say(
    `Synced with ${shown(state)}: sent ${counts(result.sent, result.ownSent)}, received ${counts(result.received, result.ownReceived)}.`,
  );
  if (result.foreign > 0)
    out.warn(
      `${plural(result.foreign, 'record')} there under the name of this device that it does not have. Sync does not take them; study progress merge ${sanitizeLine(sharedFolder(context.runtime, state))} shows them and asks.`,
    );
};

const run = async (context: Context, isFirst = false): Promise<void> => {
  const parts = await partsOf(context);
  const line = context.progress('Syncing');
  let result: SyncResult;
  try {
    result = await sync(parts, isFirst);
  } finally {
    line.end();
  }
  const state = syncState(context.runtime);
  if (state !== null) print(context, state, result);
};

const QUESTIONS: Readonly<Record<Exclude<SyncFindings['holds'], 'known'>, string>> = {
  empty: 'is empty. What you learn, when and how well goes there: let it be private.',
  foreign: 'holds something else. The folders journal/ and own/ and three small files are added beside it.',
};

const init = async (context: Context, word: string, force: boolean): Promise<void> => {
  const parts = await partsOf(context);
  const found = await lookAtPlace(word, parts);
  if (found.holds !== 'known') await confirm(context, `${shown(found)} ${QUESTIONS[found.holds]}`, force);
  usePlace(context.runtime, found);
  await run(context, true);
};

const EXAMPLES = `
The journal and your own remarks and cards are exchanged; settings, caches and what belongs to this device stay. Each
device writes only its own records there, so that nothing can conflict. Without a connection nothing is lost: everything
waits for the next time. Only this command uses a network, by your own git and its credentials.

Examples:
  study sync init git@example.org:me/progress.git     a private git repository
  study sync init ~/Dropbox/study                     a folder that your devices share
  study sync                                          exchange, now`;

export const command: CommandModule = {
  setup: (command, context) => {
    command.addHelpText('after', EXAMPLES).action(() => run(context()));
    command
      .command('init')
      .description('Set up where to sync, and sync for the first time.')
      .argument('<place>', 'git repository, or a folder that is there')
      .option('--force', 'do not ask')
      .action((word: string, flags: { force?: true }) => init(context(), word, flags.force === true));
  },
};
