import { Argument } from 'commander';
import { exportProgress } from '../../app/learner/archive.ts';
import { resolveItems } from '../../app/course/find.ts';
import type { DeckFormat } from '../../app/transfer/export-deck.ts';
import { courseCalculators } from '../../app/course/course-calculators.ts';
import { loadCalculator } from '../../core/calc/catalogue.ts';
import { Failure } from '../../core/base/failure.ts';
import { calculatorJson } from '../../text/calc/calc-json.ts';
import { courseShape } from '../../text/course/export-course.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';

const exportCourse = async (context: Context): Promise<void> => {
  const course = await context.course();
  const calculators = await Promise.all(courseCalculators(course).map(loadCalculator));
  context.out.json(courseShape(course.whole(), calculators.map(calculatorJson)));
};

/** Everything the learner made, or what is about some topics of the course at hand. */
const exportOwnFiles = async (context: Context, words: readonly string[]): Promise<void> => {
  const { out, options, runtime } = context;
  const { exportOwn, aboutTopics } = await import('../../app/own/export-own.ts');
  let files = exportOwn(runtime.paths.data);
  if (words.length > 0) {
    const course = await context.course();
    files = aboutTopics(files, course, resolveItems(course, words).topics);
  }
  if (options.json) {
    out.json({ files });
    return;
  }
  if (files.length === 0) out.note('There are no remarks or cards of your own.');
  files.forEach(({ path, text }, i) => {
    out.write(`${i === 0 ? '' : '\n'}<!-- ${path} -->\n${text?.trimEnd() ?? '<!-- no text -->'}\n`);
  });
};

/** Formats of other programs; what writes them is read only when one is asked for. */
const FORMATS: readonly DeckFormat[] = ['anki', 'anki-text', 'csv', 'tsv', 'hashcards', 'gift', 'aiken'];

interface ExportFlags {
  readonly jsonl?: true;
  readonly output?: string;
}

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .addArgument(new Argument('<what>', 'what to give').choices(['course', 'progress', 'own', ...FORMATS]))
      .argument(
        '[topics...]',
        'own, and the formats of cards and questions: only these topics, areas or tags',
      )
      .option(
        '-o, --output <path>',
        'cards and questions: write to this file, or for several files to this folder',
      )
      .option('--jsonl', 'progress: one event a line (the only form there is)')
      .addHelpText(
        'after',
        '\nExamples:\n  study export course --json > course.json\n  study export progress --jsonl > progress.jsonl\n  study export own > mine.md                your remarks and cards on all courses\n  study export csv sqs > sqs.csv            the cards of a topic as a table\n  study export anki -o cards.apkg           with what you have learned of them\n  study export hashcards -o ~/decks         a file for each topic\n\nanki is a package for every version of Anki, anki-text the text that Anki imports; gift and aiken are for questions.\nWhat a format cannot say is told on stderr.',
      )
      .action(async (what: string, topics: readonly string[], { jsonl, output }: ExportFlags) => {
        const current = context();
        const format = FORMATS.find(each => each === what);
        if (output !== undefined && format === undefined)
          throw new Failure('usage', `study export ${what} prints`, {
            code: 'wrong-format',
            place: '--output',
            try: `study export ${what} > FILE`,
          });
        if (format !== undefined && jsonl !== true) {
          const { exportToProgram } = await import('../transfer/export-deck.ts');
          return exportToProgram(current, format, topics, output);
        }
        if (topics.length > 0 && what !== 'own')
          throw new Failure('usage', `study export ${what} takes no topics`, {
            code: 'too-many-arguments',
            place: topics[0] ?? '',
            try: `study export ${what}`,
          });
        if (what === 'own' && jsonl !== true) return exportOwnFiles(current, topics);
        if (what === 'progress')
          return exportProgress(current.runtime, line => current.out.write(`${line}\n`));
        if (jsonl === true) {
          throw new Failure('usage', 'This is one JSON value, not lines of JSON', {
            code: 'wrong-format',
            place: '--jsonl',
            try: `study export ${what} --json`,
          });
        }
        await exportCourse(current);
      });
  },
};
