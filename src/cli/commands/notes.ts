import { findBlueprint, resolveTopics } from '../../app/course/find.ts';
import type { NoteReading } from '../../app/course/read-note.ts';
import { readNote } from '../../app/course/read-note.ts';
import type { CourseReader, Tags, TopicEntry } from '../../core/course/course.ts';
import { readingOrder } from '../../core/reading/reading-order.ts';
import { noteListLines, outlineLines } from '../../text/notes/note-list.ts';
import { termJson, termsLines } from '../../text/notes/term-lines.ts';
import { termsIn } from '../../core/reading/glossary.ts';
import { readingJson, readingLines } from '../../text/notes/reading-lines.ts';
import { showNote } from '../learner/show-note.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { Context } from '../program/context.ts';
import type { CommandModule } from '../program/command.ts';
import { tellUnreadFiles } from '../program/unread-files.ts';
import { pageWidth, showLines } from '../terminal/show-lines.ts';
import { spokenOf } from '../terminal/spoken.ts';

const EXAMPLES = `
Examples:
  study notes                             the notes there are
  study notes sqs                         a note, from where you left it
  study notes sqs#visibility-timeout      one section of it; sqs#3 is the third
  study notes --exam saa-c03              what to read for an exam, in order
  study notes sqs --outline               its sections by number
  study notes sqs --answer                with the answer to its question (Try it)
  study notes sqs --terms                 its terms, explained
  study notes sqs --plain                 in a pager (STUDY_PAGER, PAGER, or less)
  study notes sqs --no-pager              printed`;

const examsJson = (exams: Tags): readonly object[] =>
  exams.map(({ blueprint, tasks }) => ({ exam: blueprint, blueprint, tasks }));

const topicJson = ({ id, title, area, path, exams, checked, sections }: TopicEntry): object => ({
  topic: id,
  id,
  title,
  area,
  path,
  exams: examsJson(exams),
  checked,
  sections: sections.map(section => ({
    section: section.id,
    id: section.id,
    title: section.title,
    level: section.level,
  })),
});

const noteJson = ({ source: note, sections: shown }: NoteReading): object => {
  const ids = new Set(shown.map(({ id }) => id));
  const sections = note.sections.filter(({ id }) => ids.has(id));
  return {
    topic: note.id,
    id: note.id,
    title: note.title,
    area: note.area,
    path: note.path,
    exams: examsJson(note.exams),
    checked: note.checked,
    sources: note.sources,
    sections: sections.map(({ id, title, level, markdown }) => ({ section: id, id, title, level, markdown })),
  };
};

interface Flags {
  readonly pager: boolean;
  readonly outline?: true;
  readonly terms?: true;
  readonly answer?: true;
  readonly exam?: string;
}

/** The terms that stand in a note, or in a section of it. */
const showTerms = async (
  opened: Context,
  course: CourseReader,
  { source, sections }: NoteReading,
  pager: boolean,
): Promise<void> => {
  const { options, out } = opened;
  const ids = new Set(sections.map(({ id }) => id));
  const texts = source.sections.filter(({ id }) => ids.has(id)).map(({ markdown }) => markdown);
  const terms = termsIn(texts, course.glossary());
  if (options.json)
    out.json({ course: course.id, title: course.title, topic: source.id, terms: terms.map(termJson) });
  else if (terms.length === 0) out.note('The glossary has no word of this note.');
  else if (spokenOf(opened) !== null) (await import('../accessible/notes.ts')).tellTerms(opened, terms);
  else await showLines(termsLines(terms, { width: pageWidth(opened), style: out.style }), opened, pager);
};

/** The notes to read for an exam, in order; of one area, topic or all. */
const showReading = async (
  opened: Context,
  exam: string,
  word: string | undefined,
  pager: boolean,
): Promise<void> => {
  const { options, out } = opened;
  const { course, journal, progress } = await openProgress(opened);
  journal.close();
  tellUnreadFiles(opened, course);
  const blueprint = findBlueprint(course, exam, 'study notes, without --exam: this course describes none');
  const only = word === undefined ? null : new Set(resolveTopics(course, [word]).map(({ id }) => id));
  const order = readingOrder(course, blueprint, progress.study.readingOf, only);
  if (options.json) {
    out.json({ course: course.id, title: course.title, reading: readingJson(order) });
    return;
  }
  if (order.notes === 0) return out.note('No note serves this exam. Try: study notes');
  if (spokenOf(opened) !== null) return (await import('../accessible/notes.ts')).tellReading(opened, order);
  await showLines(readingLines(order, { width: pageWidth(opened), style: out.style }), opened, pager);
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[topic]', 'a topic, or topic#section; without it, the list')
      .option('--no-pager', 'print, also in a terminal')
      .option('--outline', 'only the sections, by number')
      .option('--answer', 'with the answer to the question inside the note')
      .option('--terms', 'only the terms that stand in it, explained')
      .option('--exam <exam>', 'what to read for an exam, in order, with minutes and what is read')
      .addHelpText('after', EXAMPLES)
      .action(async (word: string | undefined, { pager, outline, terms, exam, answer }: Flags) => {
        const opened = context();
        if (exam !== undefined) return showReading(opened, exam, word, pager);
        const { options, out } = opened;
        const { wantsScreens, showScreens } = await import('../screens/screens.ts');
        if (pager && outline === undefined && terms === undefined && wantsScreens(opened)) {
          await showScreens(opened, { to: 'notes', place: word ?? null });
          return;
        }
        const course = await opened.course();
        tellUnreadFiles(opened, course);
        const width = pageWidth(opened);
        const found =
          word === undefined ? { is: 'topics' as const, topics: course.topics } : readNote(course, word);
        if (found.is === 'note') {
          if (terms === true) return showTerms(opened, course, found.reading, pager);
          if (options.json) {
            out.json({ course: course.id, title: course.title, note: noteJson(found.reading) });
            return;
          }
          const spoken = spokenOf(opened);
          if (spoken !== null) {
            const { tellNote } = await import('../accessible/notes.ts');
            await tellNote(opened, course, found.reading, spoken, {
              outline: outline === true,
              pager,
              answer: answer === true,
            });
            return;
          }
          if (outline === true) {
            for (const line of outlineLines(found.reading.note, out.style)) out.line(line);
            return;
          }
          await showNote(opened, course, found.reading, { pager, answer: answer === true });
          return;
        }
        const topics = found.topics.filter(({ sections }) => sections.length > 0);
        if (options.json) out.json({ course: course.id, title: course.title, notes: topics.map(topicJson) });
        else if (topics.length > 0 && spokenOf(opened) !== null) {
          const { tellNotes } = await import('../accessible/notes.ts');
          await tellNotes(opened, topics);
        } else if (topics.length === 0) out.note('This course has no notes. Try: study cards, or study quiz');
        else await showLines(noteListLines(topics, { width, style: out.style }), opened, pager);
      });
  },
};
