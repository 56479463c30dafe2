import type { NoteReading } from '../../app/course/read-note.ts';
import type { Section } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns, plural } from '../layout/columns.ts';
import { LinkBook } from '../markdown/link-book.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { NoteOptions } from './note-parts.ts';
import { headLines, linkLines, sectionMarkdown } from './note-parts.ts';
import { wrapText } from '../layout/wrap.ts';

/** One Markdown text again, so that what one section defines (a link's address) holds for all. */
const joinSections = (sections: readonly Section[]): string => sections.map(sectionMarkdown).join('\n\n');

/** What else there is on the topic, each with its command. */
const furtherLines = (
  { topic, calculators }: NoteReading,
  { width, style }: NoteOptions,
): readonly string[] => {
  const rows = [
    ...(topic.cards > 0 ? [[plural(topic.cards, 'card'), style.code(`study cards ${topic.id}`)]] : []),
    ...(topic.questions > 0
      ? [[plural(topic.questions, 'question'), style.code(`study quiz ${topic.id}`)]]
      : []),
    ...calculators.map(({ id, title }) => [title, style.code(`study calc ${id}`)]),
  ];
  return alignColumns(rows).flatMap(line => wrapText(line, width));
};

/** Whole, however long: terminals wrap an address so that it can still be followed and copied. */
const sourceLines = (sources: readonly string[], { style }: NoteOptions): readonly string[] =>
  sources.length === 0 ? [] : ['', 'Sources', ...sources.map(source => style.dim(sanitizeLine(source)))];

/** A note, or a section of it, as lines of at most `width` cells, addresses of sources excepted. */
export const noteLines = (reading: NoteReading, options: NoteOptions): readonly string[] => {
  const { note, sections, section } = reading;
  const { width, style, ascii = false } = options;
  const links = new LinkBook();
  const text = renderMarkdown(joinSections(sections), { ...options, links });
  const footnotes = linkLines(note.id, links, options);
  const body = footnotes.length === 0 ? text : [...text, '', ...footnotes];
  const rule = style.dim((ascii ? '-' : '─').repeat(width));
  if (section !== null) {
    const whole = `${note.title} · ${style.code(`study notes ${note.id}`)}`;
    return [...body, '', rule, ...wrapText(whole, width)];
  }
  return [
    ...headLines(reading.note, options),
    '',
    ...(body.length === 0 ? [] : [...body, '', rule]),
    ...furtherLines(reading, options),
    ...sourceLines(note.sources, options),
  ];
};
