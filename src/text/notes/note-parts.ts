/** What a note is made of wherever it is shown. */
import type { Note, Section, Tags } from '../../core/course/course.ts';
import { dateToDay } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { renderMarkdown } from '../markdown/markdown.ts';
import { capital } from '../layout/columns.ts';
import type { LinkBook } from '../markdown/link-book.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth, padEnd } from '../layout/width.ts';
import { hangingText, wrapParts, wrapText } from '../layout/wrap.ts';
import { examCode } from '../plan/words.ts';
import { dayAndYear } from '../stats/dates.ts';

/** How a note is laid out. */
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

/** Cells that the title of a link needs beside its command; with fewer it stands below. */
const LEAST_TITLE = 24;

/** What the numbers of links stand for, each with its command. */
export const linkLines = (
  topic: string,
  { targets }: LinkBook,
  { width, style, placeTitle }: NoteOptions,
): readonly string[] => {
  if (targets.length === 0) return [];
  const rows = targets.map((target, i) => {
    const place = placeOf(topic, target);
    return {
      number: `[${i + 1}]`,
      command: style.code(sanitizeLine(`study notes ${place}`)),
      title: sanitizeLine(placeTitle?.(place) ?? ''),
    };
  });
  const numbers = Math.max(...rows.map(({ number }) => number.length));
  const commands = Math.max(...rows.map(({ command }) => cellWidth(command)));
  const indent = ' '.repeat(numbers + 2);
  const isBeside = numbers + commands + 4 + LEAST_TITLE <= width;
  const lines = rows.flatMap(({ number, command, title }) => {
    const head = `${number.padStart(numbers)}  ${command}`;
    if (isBeside && title !== '') return hangingText(padEnd(head, numbers + commands + 4), title, width);
    const below = title === '' ? [] : wrapText(title, Math.max(1, width - indent.length));
    return [...wrapText(head, width), ...below.map(line => indent + line)];
  });
  return [style.strong('Links'), ...lines];
};
