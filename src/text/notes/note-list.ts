import type { Note, TopicEntry } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth, padEnd } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

/** Topics with a note by area, id and title, as lines of at most `width` cells. */
export const noteListLines = (
  topics: readonly TopicEntry[],
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] => {
  const areas = [...new Set(topics.map(({ area }) => area))];
  // Ids take at most half of the line; the title of a longer one stands below it.
  const column = Math.min(Math.floor(width / 2), Math.max(0, ...topics.map(({ id }) => cellWidth(id))) + 4);
  return areas.flatMap((area, i) => [
    ...(i === 0 ? [] : ['']),
    ...wrapText(style.heading(sanitizeLine(area)), width),
    ...topics
      .filter(topic => topic.area === area)
      .flatMap(({ id, title }) => {
        const name = `  ${sanitizeLine(id)}`;
        const [first = '', ...rest] = wrapText(sanitizeLine(title), width - column);
        const indent = ' '.repeat(column);
        const below = rest.map(line => indent + line);
        return cellWidth(name) + 2 <= column
          ? [padEnd(name, column) + first, ...below]
          : [...wrapText(name, width), indent + first, ...below];
      }),
  ]);
};

/** The sections of a note that have a heading: number, the place to type, the title, further in below another. */
export const outlineLines = ({ id, sections }: Note, { code }: Style): readonly string[] => {
  const named = sections.filter(section => section.id !== '');
  const top = Math.min(...named.map(({ level }) => level));
  return alignColumns(
    named.map((section, i) => [
      String(i + 1),
      code(`${id}#${section.id}`),
      `${'  '.repeat(section.level - top)}${sanitizeLine(section.title)}`,
    ]),
    ['right'],
  );
};
