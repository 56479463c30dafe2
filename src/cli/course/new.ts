import { Option } from 'commander';
import type { Maker, NewFile } from '../../app/course/new-course.ts';
import { makeCourse, makeExam, makeQuestion, makeTopic } from '../../app/course/new-course.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { NewKind } from '../../core/check/new-texts.ts';
import { QUESTION_KINDS } from '../../core/course/question-kinds.ts';
import { DEFAULT_SETTINGS } from '../../core/journal/settings.ts';
import { momentNow } from '../../app/learner/moment.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { fileEditor } from '../terminal/programs.ts';

const makerOf = ({ runtime, root = '' }: Context): Maker => ({
  runtime,
  root,
  today: dayToDate(momentNow(runtime, DEFAULT_SETTINGS).day),
});

/** Says what was made, and opens it where there is a terminal and an editor. */
const show = async (context: Context, { path, line }: NewFile, next: string): Promise<void> => {
  const { out, options } = context;
  if (options.json) {
    out.json({ file: sanitizeLine(path), line });
    return;
  }
  const place = spokenOf(context) === null ? `${path}:${line}` : `${path}, line ${line}`;
  out.say(`Made ${sanitizeLine(line > 1 ? place : path)}`);
  out.say(`Next: ${out.style.code(next)}`);
  const editor = fileEditor(path, line, context);
  const problem = editor.is === 'ready' ? await editor.open() : null;
  if (problem !== null) out.warn(sanitizeLine(problem));
};

/** The folder that `--from` names. @throws Failure where it is none, or the shipped course has no files */
const folderToCopy = async (context: Context, from: string | undefined): Promise<string | null> => {
  if (from === undefined) return null;
  const course = await context.openFolder(from === 'shipped' ? null : from);
  if (course.root !== null && course.form !== 'notes') return course.root;
  throw new Failure('data', 'This course has no content/ that can be copied', {
    code: 'no-course-files',
    place: from,
    try: 'a course with content/ and questions/; copy a folder of notes by hand',
  });
};

const HELP = `
Every file passes study check as it stands; its comments teach the format (study help formats has all of it). In a
terminal the file is opened in the editor that is set, VISUAL or EDITOR. Nothing that is there is overwritten.

Examples:
  study new course ~/courses/astronomy
  study new course ~/courses/cloud --from shipped
  study new topic "The outer planets" --area planets
  study new question outer-planets --kind match
  study new question outer-planets --kind template
  study new exam midterm`;

export const command: CommandModule = {
  setup: (command, context) => {
    command.addHelpText('after', HELP);
    command
      .command('course')
      .description('A course with a first topic, in a folder that is new or empty.')
      .argument('<dir>')
      .option('--title <title>', 'what learners call it; without it the name of the folder')
      .option('--from <course>', 'a copy to edit, with an id of its own: shipped, or the folder of a course')
      .action(async (dir: string, { title = '', from }: { title?: string; from?: string }) => {
        const opened = context();
        const copied = await folderToCopy(opened, from);
        const made = makeCourse(makerOf(opened), dir, { title, from: copied });
        await show(opened, made, `study check ${dir}`);
      });
    command
      .command('topic')
      .description('A note with two cards, in the course at hand.')
      .argument('<title>')
      .option('--area <area>', 'folder that it lies in')
      .action(async (title: string, { area = '' }: { area?: string }) => {
        const opened = context();
        await show(opened, makeTopic(makerOf(opened), await opened.course(), title, area), 'study check');
      });
    command
      .command('question')
      .description('A question at the end of the bank of a topic.')
      .argument('<topic>')
      .addOption(
        new Option('--kind <kind>', 'how it is asked; template: with other numbers each time')
          .choices([...QUESTION_KINDS, 'template'])
          .default('single'),
      )
      .action(async (topic: string, { kind }: { kind: NewKind }) => {
        const opened = context();
        await show(opened, makeQuestion(makerOf(opened), await opened.course(), topic, kind), 'study check');
      });
    command
      .command('exam')
      .description('An exam: its parts and their weights.')
      .argument('<name>')
      .action(async (name: string) => {
        const opened = context();
        await show(opened, makeExam(makerOf(opened), await opened.course(), name), 'study check');
      });
  },
};
