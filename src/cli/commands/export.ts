import { Argument } from 'commander';
import { exportProgress } from '../../app/learner/archive.ts';
import { CATALOGUE, loadCalculator } from '../../core/calc/catalogue.ts';
import { Failure } from '../../core/base/failure.ts';
import { calculatorJson } from '../../text/calc/calc-json.ts';
import { courseShape } from '../../text/course/export-course.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';

const exportCourse = async (context: Context): Promise<void> => {
  const course = await context.course();
  const calculators = await Promise.all(CATALOGUE.map(loadCalculator));
  context.out.json(courseShape(course.whole(), calculators.map(calculatorJson)));
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .addArgument(new Argument('<what>', 'what to print').choices(['course', 'progress']))
      .option('--jsonl', 'progress: one event a line (the only form there is)')
      .addHelpText(
        'after',
        '\nExamples:\n  study export course --json > course.json\n  study export progress --jsonl > progress.jsonl',
      )
      .action(async (what: string, { jsonl }: { jsonl?: true }) => {
        const current = context();
        if (what === 'progress')
          return exportProgress(current.runtime, line => current.out.write(`${line}\n`));
        if (jsonl === true) {
          throw new Failure('usage', 'A course is one JSON value, not lines of JSON', {
            code: 'wrong-format',
            place: '--jsonl',
            try: 'study export course --json',
          });
        }
        await exportCourse(current);
      });
  },
};
