/** `study notes` for whoever hears it. */
import type { NoteReading } from '../../app/course/read-note.ts';
import type { CourseReader, TopicEntry } from '../../core/course/course.ts';
import type { Term } from '../../core/course/glossary.ts';
import type { ReadingOrder } from '../../core/reading/reading-order.ts';
import { withoutAnswer } from '../../core/reading/try-it.ts';
import { plural } from '../../text/layout/columns.ts';
import { LinkBook } from '../../text/accessible/markdown/spoken-markdown.ts';
import { linkSentences, spokenNote, spokenOutline } from '../../text/accessible/notes/spoken-note.ts';
import { spokenTerm, spokenTerms } from '../../text/accessible/notes/spoken-terms.ts';
import { spokenReading } from '../../text/accessible/notes/spoken-reading.ts';
import { spokenTitle } from '../../text/accessible/words.ts';
import { wrapAll } from '../../text/layout/wrap-words.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import { canAsk, chooseByNumber } from './asker.ts';
import { walkNote } from './read-note.ts';

/** A note: walked through with whoever sits at the terminal, else whole. */
export const tellNote = async (
  context: Context,
  course: CourseReader,
  reading: NoteReading,
  { verbosity }: Spoken,
  {
    outline,
    pager,
    answer,
  }: { readonly outline: boolean; readonly pager: boolean; readonly answer: boolean },
): Promise<void> => {
  const { out } = context;
  const width = out.columns;
  if (outline) {
    for (const line of spokenOutline(reading.note, { width, verbosity: 'full' })) out.line(line);
    return;
  }
  if (pager && canAsk(context)) return walkNote(context, course, reading, verbosity);
  const links = new LinkBook();
  const hint = `The answer: study notes ${reading.note.id}#try-it --answer`;
  const shown = answer ? reading : { ...reading, sections: withoutAnswer(reading.sections, hint) };
  for (const line of spokenNote(shown, { width, verbosity, links })) out.line(line);
  const title = (target: string): string | null => {
    const found = course.topics.find(({ id }) => id === target.split('#')[0]);
    if (found === undefined) return target.startsWith('#') ? `study notes ${reading.note.id}${target}` : null;
    return `${spokenTitle(found.title)}: study notes ${target}`;
  };
  for (const line of wrapAll(linkSentences(links, title), width)) out.line(line);
};

/** What a term means, and where to read more. */
export const tellTerm = ({ out }: Context, term: Term): void => {
  for (const line of wrapAll([spokenTerm(term), `Read more: study notes ${term.topic}`], out.columns))
    out.line(line);
};

/** Terms with what they mean. */
export const tellTerms = ({ out }: Context, terms: readonly Term[]): void => {
  for (const line of wrapAll(spokenTerms(terms), out.columns)) out.line(line);
};

/** The reading order of an exam; a number opens a note where somebody can type it. */
export const tellReading = async (context: Context, order: ReadingOrder): Promise<void> => {
  const { out } = context;
  for (const line of wrapAll(spokenReading(order), out.columns)) out.line(line);
  const notes = order.parts.flatMap(part => part.notes);
  await chooseByNumber(context, {
    prompt: 'Number of a note to read, Enter ends',
    count: notes.length,
    open: (number, asker) => asker.run(['notes', notes[number - 1]?.topic.id ?? '']),
  });
};

/** The notes there are, by area; a number opens one where somebody can type it. */
export const tellNotes = async (context: Context, topics: readonly TopicEntry[]): Promise<void> => {
  const { out } = context;
  const areas = [...new Set(topics.map(({ area }) => area))];
  const ordered = areas.flatMap(area => topics.filter(topic => topic.area === area));
  const lines = areas.flatMap(area => [
    '',
    `Area ${area}, ${plural(ordered.filter(topic => topic.area === area).length, 'note')}.`,
    ...ordered.flatMap((topic, i) =>
      topic.area === area ? [`${i + 1}. ${spokenTitle(topic.title)}, ${topic.id}`] : [],
    ),
  ]);
  for (const line of wrapAll([`${plural(topics.length, 'note')}.`, ...lines], out.columns)) out.line(line);
  await chooseByNumber(context, {
    prompt: 'Number of a note to read, Enter ends',
    count: ordered.length,
    open: (number, asker) => asker.run(['notes', ordered[number - 1]?.id ?? '']),
  });
};
