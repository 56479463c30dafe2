import { relative, sep } from 'node:path';
import { Option } from 'commander';
import type { CheckPlace } from '../../app/course/check-place.ts';
import { checkPlace, courseStamp } from '../../app/course/check-place.ts';
import { fixCourse } from '../../app/course/fix-course.ts';
import { githubLines, sarifLog } from '../../text/course/problem-formats.ts';
import { plural } from '../../text/layout/columns.ts';
import type { CheckReport } from '../../app/course/check-course.ts';
import { checkCourse, listRules } from '../../app/course/check-course.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { DEFAULT_SETTINGS } from '../../core/journal/settings.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { checkLines, countRules, ruleLines } from '../../text/course/problems.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { momentNow } from '../../app/learner/moment.ts';
import { spokenOf } from '../terminal/spoken.ts';

const FORMATS = ['text', 'github', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

interface CheckFlags {
  readonly format?: Format;
  readonly watch?: true;
  readonly fix?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly rule?: readonly string[];
  readonly rules?: true;
}

/** The folder to check: the one named, else that of the course in use. */
const folderOf = async (dir: string | undefined, context: Context): Promise<string> => {
  const named = dir ?? context.options.course ?? '';
  if (named !== '') return named;
  const { root } = await context.course();
  if (root !== null) return root;
  throw new Failure('data', 'The files of the shipped course are not at hand', {
    code: 'no-course-files',
    try: 'study check DIR, for a course of your own',
  });
};

/** Whether the answer is no: an error, or under `--strict` any problem. */
const fails = ({ problems }: CheckReport, strict: boolean): boolean =>
  problems.some(({ severity }) => strict || severity === 'error');

const printRules = async (context: Context): Promise<void> => {
  const { options, out } = context;
  const rules = await listRules();
  if (spokenOf(context) !== null) return (await import('../accessible/course.ts')).tellRules(context, rules);
  if (options.json) out.json({ rules: [...rules].map(([id, info]) => ({ id, ...info })) });
  else for (const line of ruleLines(rules, out.style)) out.line(line);
};

/** The rules that `--rule` names. @throws Failure `usage` where there is none of that id */
const namedRules = async (names: readonly string[] | undefined): Promise<ReadonlySet<string> | null> => {
  if (names === undefined) return null;
  const known = [...(await listRules()).keys()];
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new Failure('usage', `There is no rule "${name}"`, {
      code: 'unknown-rule',
      place: '--rule',
      try: didYouMean(name, known) ?? 'study check --rules lists them',
    });
  }
  return new Set(names);
};

const printReport = async (
  report: CheckReport,
  { ok, whole }: { readonly ok: boolean; readonly whole: boolean },
  context: Context,
): Promise<void> => {
  const { options, out } = context;
  const spoken = spokenOf(context);
  if (spoken !== null)
    return (await import('../accessible/course.ts')).tellCheck(context, report, whole, spoken);
  if (!options.json) {
    for (const line of checkLines(report, out.style, whole)) out.line(line);
    return;
  }
  const { id, title, root, problems, coverage, ...counts } = report;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  out.json({
    course: id,
    title,
    folder: sanitizeLine(root),
    ok,
    errors,
    warnings: problems.length - errors,
    ...counts,
    rules: countRules(problems),
    problems,
    coverage,
  });
};

/** Flags that go together. @throws Failure `usage` */
const requireSense = ({ fix, dryRun, watch: isWatched, format }: CheckFlags, { options }: Context): void => {
  const wrong = (message: string, next: string): never => {
    throw new Failure('usage', message, { code: 'flags', try: next });
  };
  if (dryRun === true && fix !== true) wrong('--dry-run is for --fix', 'study check --fix --dry-run');
  if (isWatched === true && (options.json || (format ?? 'text') !== 'text'))
    wrong('--watch prints lines for people', 'leave --json and --format out');
  if (options.json && format !== undefined) wrong('--json is a form of its own', 'leave --format out');
};

const placeOf = async (path: string | undefined, context: Context): Promise<CheckPlace> => {
  const named = await folderOf(path, context);
  // Opening the course at hand is only worth it where a path may lie in it.
  return path === undefined ? { folder: named, file: null } : checkPlace(named, null);
};

const check = async (
  { folder, file }: CheckPlace,
  only: ReadonlySet<string> | null,
  context: Context,
): Promise<CheckReport> => {
  const line = context.progress('Checking the course');
  try {
    const today = dayToDate(momentNow(context.runtime, DEFAULT_SETTINGS).day);
    const report = await checkCourse({
      folder,
      data: context.runtime.paths.data,
      today,
      only,
      onProgress: line.update,
    });
    return file === null
      ? report
      : { ...report, problems: report.problems.filter(problem => problem.file === file), coverage: [] };
  } finally {
    line.end();
  }
};

const printFor = async (
  format: Exclude<Format, 'text'>,
  { problems, root }: CheckReport,
  { out, runtime }: Context,
): Promise<void> => {
  const path = relative(process.cwd(), root).split(sep).join('/');
  const prefix = path === '' ? '' : `${path}/`;
  if (format === 'github') for (const line of githubLines(problems, prefix)) out.line(line);
  else
    out.line(
      JSON.stringify(sarifLog(problems, await listRules(), { prefix, version: runtime.version }), null, 2),
    );
};

/** Mends, and says what; `false`: only told, so there is nothing to check. */
const mend = async (place: CheckPlace, { dryRun }: CheckFlags, context: Context): Promise<boolean> => {
  const { out, runtime, options } = context;
  const { files, copies } = await fixCourse(runtime, { ...place, dryRun: dryRun === true });
  if (options.json) {
    if (dryRun === true) out.json({ files, copies });
    return dryRun !== true;
  }
  if (spokenOf(context) !== null)
    (await import('../accessible/course.ts')).tellFixes(
      context,
      files.flatMap(({ file, fixes }) => fixes.map(fix => ({ file, ...fix }))),
    );
  else
    for (const { file, fixes } of files)
      for (const { line, before, after } of fixes) {
        out.line(`${file}:${line}`);
        out.line(`  - ${sanitizeLine(before.trim())}`);
        for (const part of after.split('\n')) out.line(`  + ${sanitizeLine(part.trim())}`);
      }
  const count = files.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const what = `${plural(count, 'line')} in ${plural(files.length, 'file')}`;
  if (count === 0) out.say('Nothing that can be mended by itself.');
  else if (copies === null) out.say(`${what} would be mended.`);
  else out.say(`${what} mended; the files as they were: ${sanitizeLine(copies)}`);
  out.line('');
  return dryRun !== true;
};

/** How often a watched course is looked at, ms. */
const INTERVAL = 700;

/** Checks a course whenever a file of it changes; ends with the process. */
const watch = async (
  place: CheckPlace,
  only: ReadonlySet<string> | null,
  context: Context,
): Promise<void> => {
  const { out } = context;
  for (let seen = ''; ;) {
    const stamp = courseStamp(place.folder);
    if (stamp !== seen) {
      if (seen !== '') out.line('');
      seen = stamp;
      await printReport(
        await check(place, only, context),
        { ok: true, whole: only !== null || place.file !== null },
        context,
      );
      out.note('Waiting for changes. Ctrl-C ends.');
    }
    // A reader that has gone ends it.
    if (!(await out.settled('stdout'))) return;
    await new Promise(resolve => setTimeout(resolve, INTERVAL));
  }
};

const HELP = `
--fix writes dates as 2026-11-20, slugs of sections in links, quotes around texts that a # cuts, and ids of questions
that have none; never a key, an answer or a word. Exit code 1 when there is an error; warnings alone do not fail without --strict. Of a rule with more than ten warnings
the number is shown; --rule lists each of its places. A finding that should stay is let stand by a comment in the
question or above it: # check-ignore rule-id: reason. In a note it stands in the front matter, and may name one card:
# check-ignore rule-id card-id: reason. study help formats explains the files.

Examples:
  study check ~/courses/biology
  study check ~/notes/Biology/Osmosis.md
  study check --fix --dry-run
  study check --format github
  study check --rule style-word
  study check --rules`;

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[path]', 'a course, a folder of notes, or one file; without it the course in use')
      .option('--strict', 'fail on warnings too')
      .option(
        '--rule <id>',
        'hold this rule alone, and list all it finds; may be given more than once',
        (id, all) => [...((all as readonly string[] | undefined) ?? []), id] as const,
      )
      .option('--rules', 'list the rules and why they are there')
      .option('--fix', 'mend what has one possible meaning; a copy of each file is kept')
      .option('--dry-run', 'with --fix: show what would be mended')
      .option('--watch', 'check again whenever a file changes, until Ctrl-C')
      .addOption(
        new Option('--format <form>', 'text, annotations of GitHub, or a SARIF log').choices([...FORMATS]),
      )
      .addHelpText('after', HELP)
      .action(async (path: string | undefined, flags: CheckFlags) => {
        const current = context();
        if (flags.rules === true) return printRules(current);
        requireSense(flags, current);
        const only = await namedRules(flags.rule);
        const place = await placeOf(path, current);
        if (flags.fix === true && !(await mend(place, flags, current))) return;
        if (flags.watch === true) return watch(place, only, current);
        const report = await check(place, only, current);
        const failed = fails(report, flags.strict === true);
        if (flags.format === 'github' || flags.format === 'sarif')
          await printFor(flags.format, report, current);
        else await printReport(report, { ok: !failed, whole: only !== null || place.file !== null }, current);
        if (failed) process.exitCode = EXIT_CODES.no;
      });
  },
};
