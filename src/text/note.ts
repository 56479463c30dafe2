import type { NoteReading } from '../app/read-note.ts';
import type { Section, Tags } from '../core/course.ts';
import { sanitizeLine } from '../core/sanitize.ts';
import { alignColumns, plural } from './columns.ts';
import { renderMarkdown } from './markdown.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap.ts';

export interface NoteOptions {
  readonly width: number;
  readonly style: Style;
  /** Bullets and rules of ASCII characters only. */
  readonly ascii?: boolean;
}

/** Text that Markdown shows as it is. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+.!|~&:-]/g, '\\$&');

/** One Markdown text again, so that what one section defines (a link's address) holds for all. */
const joinSections = (sections: readonly Section[]): string =>
  sections
    .map(({ id, title, level, markdown }) =>
      id === '' ? markdown : `${'#'.repeat(Math.min(level, 6))} ${escapeMarkdown(title)}\n\n${markdown}`,
    )
    .join('\n\n');

const examsText = (exams: Tags): string =>
  exams.map(({ blueprint, tasks }) => `${blueprint} ${tasks.join(', ')}`.trim()).join(' · ');

const headLines = ({ note }: NoteReading, options: NoteOptions): readonly string[] => {
  const { width, style } = options;
  const checked = note.checked === '' ? '' : `checked ${note.checked}`;
  const facts = [note.area, checked].filter(fact => fact !== '').join(' · ');
  return [
    ...renderMarkdown(`# ${escapeMarkdown(sanitizeLine(note.title))}`, options),
    ...wrapText(style.dim(sanitizeLine(facts)), width),
    ...(note.exams.length === 0 ? [] : wrapText(style.dim(sanitizeLine(examsText(note.exams))), width)),
  ];
};

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
  const body = renderMarkdown(joinSections(sections), options);
  const rule = style.dim((ascii ? '-' : '─').repeat(width));
  if (section !== null) {
    const whole = `${note.title} · ${style.code(`study notes ${note.id}`)}`;
    return [...body, '', rule, ...wrapText(whole, width)];
  }
  return [
    ...headLines(reading, options),
    '',
    ...(body.length === 0 ? [] : [...body, '', rule]),
    ...furtherLines(reading, options),
    ...sourceLines(note.sources, options),
  ];
};
