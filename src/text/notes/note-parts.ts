/** What a note is made of wherever it is shown. */
import type { Note, Section, Tags } from '../../core/course/course.ts';
import { dateToDay } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import type { Style } from '../layout/style.ts';
import { capital } from '../layout/columns.ts';
import { wrapParts } from '../layout/wrap.ts';
import { examCode } from '../plan/words.ts';
import { dayAndYear } from '../stats/dates.ts';

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

const examsParts = (exams: Tags): readonly string[] =>
  exams.map(({ blueprint, tasks }) => `${examCode({ id: blueprint })} ${tasks.join(', ')}`.trim());

/** `Sat 21 Nov 2026` of a date; anything else as it stands. */
const checkedText = (date: string): string => {
  const day = dateToDay(date);
  return day === null ? date : dayAndYear(day);
};

/** The title, and what is known about the note as a whole. */
export const headLines = (note: Note, options: NoteOptions): readonly string[] => {
  const { width, style, ascii = false } = options;
  const dot = ascii ? ' - ' : ' · ';
  const area = note.area === '' ? [] : [capital(note.area.replaceAll('-', ' '))];
  const facts = [...area, ...(note.checked === '' ? [] : [`checked ${checkedText(note.checked)}`])];
  const parts = (texts: readonly string[]): readonly string[] =>
    wrapParts(texts.map(sanitizeLine), width, dot).map(style.dim);
  return [
    ...renderMarkdown(`# ${escapeMarkdown(sanitizeLine(note.title))}`, options),
    ...parts(facts),
    ...parts(examsParts(note.exams)),
  ];
};
