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
import { momentNow } from '../learner/moment.ts';

interface CheckFlags {
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

const printRules = async ({ options, out }: Context): Promise<void> => {
  const rules = await listRules();
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

const printReport = (
  report: CheckReport,
  { ok, whole }: { readonly ok: boolean; readonly whole: boolean },
  { options, out }: Context,
): void => {
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

const HELP = `
Exit code 1 when there is an error; warnings alone do not fail without --strict. Of a rule with more than ten warnings
the number is shown; --rule lists each of its places. A finding that should stay is let stand by a comment in the
question or above it: # check-ignore rule-id: reason. In a note it stands in the front matter, and may name one card:
# check-ignore rule-id card-id: reason. study help formats explains the files.

Examples:
  study check ~/courses/biology
  study check --rule style-word
  study check --rules`;

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[dir]', 'folder of a course; without it the course in use')
      .option('--strict', 'fail on warnings too')
      .option(
        '--rule <id>',
        'hold this rule alone, and list all it finds; may be given more than once',
        (id, all) => [...((all as readonly string[] | undefined) ?? []), id] as const,
      )
      .option('--rules', 'list the rules and why they are there')
      .addHelpText('after', HELP)
      .action(async (dir: string | undefined, { strict, rule, rules }: CheckFlags) => {
        const current = context();
        if (rules === true) return printRules(current);
        const only = await namedRules(rule);
        const folder = await folderOf(dir, current);
        const line = current.progress('Checking the course');
        try {
          const today = dayToDate(momentNow(current.runtime, DEFAULT_SETTINGS).day);
          const report = await checkCourse({
            folder,
            data: current.runtime.paths.data,
            today,
            only,
            onProgress: line.update,
          });
          line.end();
          const failed = fails(report, strict === true);
          printReport(report, { ok: !failed, whole: only !== null }, current);
          if (failed) process.exitCode = EXIT_CODES.no;
        } finally {
          line.end();
        }
      });
  },
};
