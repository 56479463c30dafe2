import { backUp, restoreFrom } from '../../app/learner/archive.ts';
import { resolveTopics } from '../../app/course/find.ts';
import { keysToReset, resetItems, suspendedItems } from '../../app/learner/progress-acts.ts';
import { Failure } from '../../core/base/failure.ts';
import { keyIn } from '../../core/fold/families.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { cardsAndQuestions, plural } from '../../text/layout/columns.ts';
import type { CommandModule } from '../program/command.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';
import { exclude } from '../progress/exclude.ts';
import { fitProgress } from '../progress/fit.ts';
import { MARKS, markNamed, toldMark } from '../progress/marks.ts';
import type { ForgetFlags } from '../progress/forget-all.ts';
import { forgetAll } from '../progress/forget-all.ts';
import { merge, printMerge } from '../progress/merge.ts';
import { printRecords, STANDARD_STREAM, withRecords } from '../progress/standard-streams.ts';
import type { RedateFlags } from '../progress/redate.ts';
import { redateRecords } from '../progress/redate.ts';
import type { RelinkFlags } from '../progress/relink.ts';
import { relink } from '../progress/relink.ts';
import type { UndoFlags } from '../progress/undo.ts';
import { undo } from '../progress/undo.ts';

const backup = async (context: Context, file: string | undefined): Promise<void> => {
  const { out, options, runtime } = context;
  if (file === STANDARD_STREAM) return printRecords(context, path => void backUp(runtime, path));
  const done = backUp(runtime, file ?? null);
  if (options.json) out.json({ ...done });
  else {
    const own = done.own === 0 ? '' : ` and ${plural(done.own, 'file')} of your own remarks and cards`;
    out.say(`Backed up ${plural(done.events, 'record')}${own} to ${sanitizeLine(done.path)}`);
  }
};

const restore = async (context: Context, file: string): Promise<void> => {
  const journal = await context.journal();
  const report = await withRecords(context, file, path =>
    Promise.resolve(restoreFrom(context.runtime, journal, path)),
  );
  journal.close();
  printMerge(context, report);
};

interface ResetFlags {
  readonly all?: true;
  readonly force?: true;
}

const reset = async (context: Context, words: readonly string[], flags: ResetFlags): Promise<void> => {
  const { out, options } = context;
  if ((words.length === 0) !== (flags.all === true)) {
    throw new Failure('usage', 'A reset is of topics, or of everything with --all', {
      code: 'reset-of-what',
      try: 'study progress reset sqs, or study progress reset --all',
    });
  }
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  const topics = flags.all === true ? null : resolveTopics(course, words);
  const chosen = topics === null ? null : new Set(topics.map(topic => topic.id));
  const keys = keysToReset(course, journal.progress(course.id), chosen);
  if (keys.length === 0) {
    out.note('There is no progress to reset.');
    if (options.json) out.json({ course: course.id, items: 0, backup: null });
    return;
  }
  const what = topics === null ? `all of ${course.title}` : topics.map(topic => topic.id).join(', ');
  const question = `This forgets what was learned of ${cardsAndQuestions(keys.length)} (${sanitizeLine(what)}).`;
  await confirm(context, `${question} A backup is made first.`, flags.force === true);
  const saved = backUp(context.runtime, null);
  resetItems(course, journal, topics === null ? null : keys);
  journal.close();
  if (options.json) {
    out.json({ course: course.id, items: keys.length, backup: saved.path });
    return;
  }
  out.say(`Reset ${cardsAndQuestions(keys.length)}.`);
  out.say('To take it back: study progress undo');
  out.say(`A backup from before is in ${sanitizeLine(saved.path)}`);
};

/** Suspended items, or the end of suspension for some of them. */
const unsuspend = async (context: Context, keys: readonly string[]): Promise<void> => {
  const { out, options } = context;
  const [course, journal] = await Promise.all([
    keys.length === 0 ? context.course() : context.recordingCourse(),
    context.journal(),
  ]);
  const progress = journal.progress(course.id);
  const suspended = suspendedItems(course, progress);
  if (keys.length === 0) {
    journal.close();
    if (options.json) out.json({ course: course.id, suspended });
    else for (const key of suspended) out.say(sanitizeLine(key));
    if (suspended.length === 0) out.note('Nothing is suspended.');
    return;
  }
  const items = keys.map(key => keyIn(course, progress.families, key));
  const stranger = items.find(item => !suspended.includes(item));
  if (stranger !== undefined) {
    const guess = didYouMean(stranger, suspended);
    throw new Failure('usage', `"${stranger}" is not suspended`, {
      code: 'not-suspended',
      try: `study progress unsuspend${guess === undefined ? ' lists what is' : ` ${guess}`}`,
    });
  }
  journal.append(course.id, { type: 'suspended', items, value: false });
  journal.close();
  if (options.json) out.json({ course: course.id, unsuspended: items });
  else for (const item of items) out.say(toldMark(context, 'unsuspended', item));
};

const EXAMPLES = `
Only forget-all removes anything from the journal: a reset, an undo and an exclusion are records of their own.

Examples:
  study progress backup                      a dated file beside the journal
  study progress merge /media/stick/study    the home, journal or backup of another machine
  study progress undo                        take the last answer back, of whatever session
  study progress undo --list                 what can be taken back, each with its id
  study progress relink                      progress whose card was renamed or rewritten
  study progress redate --list               records that a wrong clock has dated
  study progress fit                         intervals by your own memory, once there are 400 reviews
  study progress reset sqs                   forget one topic, after a backup`;

export const command: CommandModule = {
  setup: (command, context) => {
    command.addHelpText('after', EXAMPLES).action(() => {
      throw new Failure('usage', 'What should be done with the progress?', {
        code: 'missing-subcommand',
        try: 'study progress --help (backup, restore, merge, undo, relink, reset, flag, suspend, bury, exclude, fit, redate, forget-all)',
      });
    });
    command
      .command('backup')
      .description('Write every record to one file.')
      .argument('[file]', 'where to; - prints it; default: a dated file in the data folder')
      .action((file: string | undefined) => backup(context(), file));
    command
      .command('restore')
      .description('Bring a backup back and take back resets since; what was learned since stays.')
      .argument('<file>', 'a backup; - reads standard input')
      .action((file: string) => restore(context(), file));
    command
      .command('merge')
      .description('Add what another device knows; the order of merging does not matter.')
      .argument(
        '<path>',
        'a backup, a journal file, an export, a journal folder or a home; - reads standard input',
      )
      .option('--force', "do not ask before records under this device's own name are taken")
      .action((path: string, flags: { force?: true }) =>
        withRecords(context(), path, file => merge(context(), file, flags.force === true)),
      );
    command
      .command('undo')
      .description('Take back the last act of this device, of whatever session, or one by its name.')
      .argument('[act]', 'id that --list shows, or key of a card or question for the last act on it')
      .option('--list', 'show what can be undone, the newest first')
      .action((name: string | undefined, flags: UndoFlags) => undo(context(), name, flags));
    command
      .command('relink')
      .description('Tie the progress of a card that was renamed or rewritten to what it is now.')
      .argument('[old]', 'key that is gone from the course; without it, list all of them')
      .argument('[new]', 'key of the card or question that it is now')
      .option('--from-course <id>', 'take over the progress of the id that this course had before')
      .action((from: string | undefined, to: string | undefined, flags: RelinkFlags) =>
        relink(context(), from, to, flags),
      );
    command
      .command('reset')
      .description('Forget what was learned, after a backup.')
      .argument('[topic...]', 'topics or areas')
      .option('--all', 'everything of this course')
      .option('--force', 'do not ask')
      .action((words: string[], flags: ResetFlags) => reset(context(), words, flags));
    command
      .command('unsuspend')
      .description('Let what was suspended come again; without a key, list it.')
      .argument('[item...]', 'keys of cards and questions')
      .action((keys: string[]) => unsuspend(context(), keys));
    for (const mark of Object.keys(MARKS) as readonly (keyof typeof MARKS)[])
      command
        .command(mark)
        .description(MARKS[mark].description)
        .argument('<item...>', 'keys of cards and questions, as study list and study search --json show them')
        .action((keys: string[]) => markNamed(context(), mark, keys));
    command
      .command('exclude')
      .description('Leave a device out of the progress.')
      .argument('<device>', 'the device or the beginning of its name, as study doctor shows it')
      .option('--include', 'let it count again')
      .action((device: string, flags: { include?: true }) =>
        exclude(context(), device, flags.include !== true),
      );
    command
      .command('fit')
      .description('Fit the memory model to your own reviews, from 400 of them on.')
      .option('--force', 'do not ask')
      .action((flags: { force?: true }) => fitProgress(context(), flags));
    command
      .command('redate')
      .description('Give records that a wrong clock has dated the moment when they were written.')
      .argument('[record...]', 'only the runs that these records belong to; a beginning of an id is enough')
      .option('--to <moment>', 'when the first of them was written, such as 2026-11-20T09:05')
      .option('--list', 'show what would be done')
      .option('--force', 'do not ask')
      .action((records: string[], flags: RedateFlags) => redateRecords(context(), records, flags));
    command
      .command('forget-all')
      .description('Delete the progress of every course on this device for good; asks twice.')
      .option('--own', 'your own remarks and cards, too')
      .option('--force', 'do not ask')
      .action((flags: ForgetFlags) => forgetAll(context(), flags));
  },
};
