/** What a note is made of wherever it is shown. */
import type { Note, Section, Tags } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { Style } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';

export interface NoteOptions {
  readonly width: number;
  readonly style: Style;
  /** Bullets and rules of ASCII characters only. */
  readonly ascii?: boolean;
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
