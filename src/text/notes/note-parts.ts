/** What a note is made of wherever it is shown. */
import type { Note, Section, Tags } from '../../core/course/course.ts';
import { dateToDay } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { alignColumns, capital } from '../layout/columns.ts';
import type { LinkBook } from '../markdown/link-book.ts';
import type { Style } from '../layout/style.ts';
import { wrapParts, wrapText } from '../layout/wrap.ts';
import { examCode } from '../plan/words.ts';
import { dayAndYear } from '../stats/dates.ts';

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
