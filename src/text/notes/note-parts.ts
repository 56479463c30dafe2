/** What a note is made of wherever it is shown. */
import type { Note, Section, Tags } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { alignColumns } from '../layout/columns.ts';
import type { LinkBook } from '../markdown/link-book.ts';
import type { Style } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';

export interface NoteOptions {
  readonly width: number;
  readonly style: Style;
  /** Bullets and rules of ASCII characters only. */
  readonly ascii?: boolean;
  /** What a place of the course is called, `topic` or `topic#section`; `null`: there is no such place. */
  readonly placeTitle?: (place: string) => string | null;
}

/** Text that Markdown shows as it is. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+.!|~&:-]/g, '\\$&');

/** A section as it stood in the file: its heading and its text. */
export const sectionMarkdown = ({ id, title, level, markdown }: Section): string =>
  id === '' ? markdown : `${'#'.repeat(Math.min(level, 6))} ${escapeMarkdown(title)}\n\n${markdown}`;

const examsText = (exams: Tags, dot: string): string =>
  exams.map(({ blueprint, tasks }) => `${blueprint} ${tasks.join(', ')}`.trim()).join(dot);

/** The title, and what is known about the note as a whole. */
export const headLines = (note: Note, options: NoteOptions): readonly string[] => {
  const { width, style, ascii = false } = options;
  const dot = ascii ? ' - ' : ' · ';
  const checked = note.checked === '' ? '' : `checked ${note.checked}`;
  const facts = [note.area, checked].filter(fact => fact !== '').join(dot);
  return [
    ...renderMarkdown(`# ${escapeMarkdown(sanitizeLine(note.title))}`, options),
    ...wrapText(style.dim(sanitizeLine(facts)), width),
    ...(note.exams.length === 0 ? [] : wrapText(style.dim(sanitizeLine(examsText(note.exams, dot))), width)),
  ];
};

/** The place that a link of a note leads to. */
export const placeOf = (topic: string, target: string): string =>
  target.startsWith('#') ? topic + target : target;

/** What the numbers of links stand for, each with its command. */
export const linkLines = (
  topic: string,
  { targets }: LinkBook,
  { width, style, placeTitle }: NoteOptions,
): readonly string[] => {
  if (targets.length === 0) return [];
  const rows = targets.map((target, i) => {
    const place = placeOf(topic, target);
    const title = placeTitle?.(place) ?? '';
    return [`[${i + 1}]`, style.code(sanitizeLine(`study notes ${place}`)), sanitizeLine(title)];
  });
  return [style.strong('Links'), ...alignColumns(rows, ['right']).flatMap(line => wrapText(line, width))];
};
