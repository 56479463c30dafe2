/** The reading order of an exam as lines, and as JSON. */
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { ReadingNote, ReadingOrder } from '../../core/reading/reading-order.ts';
import { plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth, padEnd, padStart } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

/** `9 min`, `2 h`, `9 h 40 min`. */
export const readingTime = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};

const MARKS = { unread: '', begun: 'begun', read: 'read' } as const;
/** Cells of a mark, of the minutes, and of what stands before the ids. */
const [MARK, MINUTES] = [5, 6];
const GAP = '  ';

/** The notes by their numbers in the whole order: mark, minutes, id, title, and what is to be read first. */
export const readingLines = (
  order: ReadingOrder,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] => {
  const { exam, parts } = order;
  const all = parts.flatMap(({ notes }) => notes);
  const digits = String(all.length).length;
  const lead = digits + 1 + MARK + MINUTES + 3 * GAP.length;
  // Ids take at most half of what is left; the title of a longer one stands below it.
  const longest = Math.max(0, ...all.map(({ topic }) => cellWidth(topic.id)));
  const column = Math.max(8, Math.min(Math.floor((width - lead) / 2), longest + GAP.length));
  const numbers = new Map(all.map(({ topic }, i) => [topic.id, String(i + 1)]));
  let number = 0;
  const noteLines = ({ topic, minutes, mark, after }: ReadingNote): readonly string[] => {
    number++;
    const needs = after.map(({ id }) => numbers.get(id) ?? id).join(', ');
    const first = needs === '' ? '' : ` ${style.dim(`(after ${needs})`)}`;
    const head = [
      `${padStart(String(number), digits)}.`,
      padEnd(MARKS[mark], MARK),
      padStart(readingTime(minutes), MINUTES),
      '',
    ].join(GAP);
    const id = sanitizeLine(topic.id);
    const [title = '', ...rest] = wrapText(`${sanitizeLine(topic.title)}${first}`, width - lead - column);
    const indent = ' '.repeat(lead + column);
    const below = rest.map(line => indent + line);
    return cellWidth(id) + GAP.length <= column
      ? [head + padEnd(style.code(id), column) + title, ...below]
      : [head + style.code(id), indent + title, ...below];
  };
  const read =
    order.read === 0 ? 'none read yet' : `${order.read} read, ${readingTime(order.minutesLeft)} left`;
  return [
    ...wrapText(style.strong(sanitizeLine(exam.title)), width),
    ...wrapText(`${plural(order.notes, 'note')}, ${readingTime(order.minutes)}; ${read}`, width),
    ...parts.flatMap(({ title, minutes, notes }) => [
      '',
      ...(title === ''
        ? []
        : wrapText(`${style.heading(sanitizeLine(title))}${style.dim(`, ${readingTime(minutes)}`)}`, width)),
      ...notes.flatMap(noteLines),
    ]),
  ];
};

/** The same for scripts. */
export const readingJson = ({ exam, parts, ...totals }: ReadingOrder): object => ({
  exam: exam.id,
  title: exam.title,
  ...totals,
  parts: parts.map(({ title, minutes, notes }) => ({
    title,
    minutes,
    notes: notes.map(({ topic, minutes: each, mark, after }) => ({
      topic: topic.id,
      title: topic.title,
      minutes: each,
      mark,
      after: after.map(({ id }) => id),
    })),
  })),
});
