import { resolve, join, basename } from 'node:path';
import { proposeCourseId } from '../../app/course/name-course.ts';
import { openCourse } from '../../app/course/open-course.ts';
import type { ImportReport, PreparedImport, Recording } from '../../app/transfer/import-files.ts';
import { doImport, prepareImport, previewImport } from '../../app/transfer/import-files.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { topicSlug } from '../../core/course/note-names.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { importLines } from '../../text/transfer/import-lines.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { studyCommand } from '../program/study-command.ts';
import { spokenOf } from '../terminal/spoken.ts';

interface ImportFlags {
  readonly into?: string;
  readonly from?: string;
  readonly dryRun?: true;
  readonly history: boolean;
}

const HELP = `
What a file is, is told by what it holds; --from says it where that is not enough:
  anki        a package (.apkg, .colpkg) or a collection (.anki2), with its reviews
  anki-text   notes in plain text, as Anki exports them
  csv, tsv    tables: columns by their names, or front, back and tags
  hashcards   Markdown with Q:, A: and C:, with hashcards.db in the same folder as history
  hashcards-json
              what hashcards export prints, with its reviews
  repeater    the same, and front::back; copy its cards.db into the folder for its schedule
  obsidian    notes of Obsidian Spaced Repetition, with their schedules
  gift, aiken questions of Moodle
  study       what study export course --json prints
  paper       what study exam --print prints
A folder is read with everything in it. Cards and questions become files of the course: what is there already
is left alone, nothing is overwritten, and all files are written or none. A second import adds only what is new.

Reviews of the other program count for what is due and how well it is known; they are no answers given here, and have no
part in streaks and totals. study progress undo takes them back.

Examples:
  study import spanish.csv --into ~/notes
  study import ~/decks --into ~/notes --dry-run     what it would do
  study import quiz.gift --into ~/courses/biology   questions, into a course with content/ and questions/`;

/** Ids that a new course must not get. */
const takenIds = async ({ root, runtime }: Context): Promise<ReadonlySet<string>> => {
  if (root === undefined) return new Set();
  const shipped = await openCourse({
    folder: null,
    cache: runtime.paths.cache,
    shippedIndex: join(root, 'dist', 'course'),
    shippedRoot: root,
  }).catch(() => null);
  return new Set(shipped === null ? [] : [shipped.id]);
};

/** The id that is recorded under: the course's own, or for a folder of notes without one, one that is written with the import. */
const courseFor = async (
  context: Context,
  prepared: PreparedImport,
  journal: Journal,
  isDry: boolean,
): Promise<Recording['course']> => {
  const folder = prepared.request.folder;
  const isUsed = prepared.plan.progress.length > 0;
  if (prepared.isNew) {
    const id = topicSlug(basename(folder));
    const naming = proposeCourseId(
      { id, root: folder, has: () => false },
      journal,
      await takenIds(context),
      context.runtime.seed,
    );
    return { id: naming.id, isNamed: false };
  }
  const course = await context.course();
  if (course.hasId || !isUsed) return { id: course.id, isNamed: course.hasId };
  const naming = proposeCourseId(course, journal, await takenIds(context), context.runtime.seed);
  const isFree = prepared.form === 'notes' && !prepared.hasIdFile;
  if (isFree || isDry) return { id: naming.id, isNamed: false };
  return { id: (await context.recordingCourse()).id, isNamed: true };
};

const print = async (
  context: Context,
  prepared: PreparedImport,
  report: ImportReport,
  isDry: boolean,
): Promise<void> => {
  const { out, options } = context;
  if (options.json) {
    const { remarks, ...rest } = report;
    out.json({
      folder: sanitizeLine(prepared.request.folder),
      dryRun: isDry,
      ...rest,
      changed: remarks.filter(({ act }) => act === 'changed').length,
      left: remarks.filter(({ act }) => act === 'left').length,
      remarks,
    });
    return;
  }
  const undo = report.batch === null ? null : studyCommand(`study progress undo ${report.batch}`, options);
  if (spokenOf(context) !== null)
    return (await import('../accessible/transfer.ts')).tellImport(context, report, isDry, undo);
  for (const line of importLines(report, isDry, undo)) out.line(line);
};

const run = async (context: Context, source: string, flags: ImportFlags): Promise<void> => {
  const given = context.options.course ?? context.env['STUDY_COURSE'];
  if (given === undefined || given === '')
    throw new Failure('usage', 'Which course does it go into?', {
      code: 'no-target',
      place: '--into',
      try: `study import ${sanitizeLine(source)} --into DIR`,
    });
  const isDry = flags.dryRun === true;
  const line = context.progress('Reading');
  let journal: Journal | null = null;
  try {
    const prepared = await prepareImport(
      { source, folder: resolve(given), from: flags.from ?? null, history: flags.history },
      context.runtime.clock,
      () => context.course(),
    );
    line.end();
    journal = await context.journal();
    const course = await courseFor(context, prepared, journal, isDry);
    const recording = { runtime: context.runtime, journal, course, root: prepared.root };
    const report = isDry
      ? previewImport(prepared, recording)
      : await doImport(prepared, recording, () => context.reopenCourse());
    await print(context, prepared, report, isDry);
  } finally {
    line.end();
    journal?.close();
  }
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('<source>', 'file or folder that another program has written')
      .option('--into <dir>', 'folder of the course; one that is not there is made')
      .option('--from <format>', 'the format, where what the file holds does not tell it')
      .option('--dry-run', 'say what it would do, and do nothing')
      .option('--no-history', 'take the cards alone, not what was learned of them')
      .addHelpText('after', HELP)
      .action(async (source: string, flags: ImportFlags) => {
        // The course of everything that follows, as if --course had named it.
        if (flags.into !== undefined) command.parent?.setOptionValue('course', flags.into);
        await run(context(), source, flags);
      });
  },
};
