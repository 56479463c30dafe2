import type { CheckReport } from '../../app/check-course.ts';
import { checkCourse, listRules } from '../../app/check-course.ts';
import { dayToDate } from '../../core/civil-day.ts';
import { EXIT_CODES, Failure } from '../../core/failure.ts';
import { sanitizeLine } from '../../core/sanitize.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { checkLines, ruleLines } from '../../text/problems.ts';
import type { CommandModule } from '../command.ts';
import type { Context } from '../context.ts';
import { momentNow } from '../moment.ts';

/** The folder to check: the one named, else that of the course in use. */
const folderOf = async (dir: string | undefined, context: Context): Promise<string> => {
  const named = dir ?? context.options.course ?? context.env['STUDY_COURSE'] ?? '';
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

const printReport = (report: CheckReport, ok: boolean, { options, out }: Context): void => {
  if (!options.json) {
    for (const line of checkLines(report, out.style)) out.line(line);
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
    problems,
    coverage,
  });
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[dir]', 'folder of a course; without it the course in use')
      .option('--strict', 'fail on warnings too')
      .option('--rules', 'list the rules and why they are there')
      .addHelpText(
        'after',
        '\nExit code 1 when there is an error.\n\nExamples:\n  study check ~/courses/biology\n  study check --rules',
      )
      .action(async (dir: string | undefined, { strict, rules }: { strict?: true; rules?: true }) => {
        const current = context();
        if (rules === true) return printRules(current);
        const folder = await folderOf(dir, current);
        const line = current.progress('Checking the course');
        try {
          const today = dayToDate(momentNow(current.runtime, DEFAULT_SETTINGS).day);
          const report = await checkCourse({ folder, today, onProgress: line.update });
          line.end();
          const failed = fails(report, strict === true);
          printReport(report, !failed, current);
          if (failed) process.exitCode = EXIT_CODES.no;
        } finally {
          line.end();
        }
      });
  },
};
