import type { Find, Finds, FindType } from '../../app/search/search-course.ts';
import { FIND_TYPES } from '../../app/search/search-course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Range } from '../../core/search/search-excerpt.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

/** What the kinds of things that are found are called. */
export const HEADINGS: Readonly<Record<FindType, string>> = {
  section: 'Notes',
  card: 'Cards',
  question: 'Questions',
  calculator: 'Calculators',
};

/** The command that opens what was found. */
export const openingCommand = ({ type, ref, topic }: Pick<Find, 'type' | 'ref' | 'topic'>): string => {
  switch (type) {
    case 'section':
      return `study notes ${ref}`;
    case 'card':
      return `study cards ${topic}`;
    case 'question':
      return `study quiz ${topic}`;
    case 'calculator':
      return `study calc ${ref}`;
  }
};

/** A text with its ranges as matches and the rest in another paint. */
export const highlightRanges = (
  text: string,
  ranges: readonly Range[],
  match: (text: string) => string,
  rest: (text: string) => string,
): string => {
  const part = (from: number, to?: number): string => {
    const piece = sanitizeLine(text.slice(from, to));
    return piece === '' ? '' : rest(piece);
  };
  let shown = '';
  let from = 0;
  for (const { start, end } of ranges) {
    shown += part(from, start) + match(sanitizeLine(text.slice(start, end)));
    from = end;
  }
  return shown + part(from);
};

const INDENT = '  ';
const plain = (text: string): string => text;

/** A title with the command at the right where both fit on a line, else below each other. */
const titleLines = (find: Find, width: number, style: Style): readonly string[] => {
  const topic = find.type === 'section' && find.title !== find.topicTitle ? `${find.topicTitle} · ` : '';
  const title = `${sanitizeLine(topic)}${highlightRanges(find.title, find.titleRanges, style.match, plain)}`;
  const command = style.code(sanitizeLine(openingCommand(find)));
  const gap = width - INDENT.length - cellWidth(title) - cellWidth(command);
  if (gap >= 2) return [INDENT + title + ' '.repeat(gap) + command];
  const below = INDENT + INDENT;
  return [
    ...wrapText(title, width - INDENT.length).map(line => INDENT + line),
    ...wrapText(command, width - below.length).map(line => below + line),
  ];
};

const findLines = (find: Find, width: number, style: Style): readonly string[] => {
  const title = titleLines(find, width, style);
  if (find.excerpt === '') return title;
  const shown = highlightRanges(find.excerpt, find.ranges, style.match, style.dim);
  const indent = INDENT + INDENT;
  return [...title, ...wrapText(shown, width - indent.length).map(line => indent + line)];
};

/** What was found as lines of at most `width` cells, by kind, each with the command that opens it. */
export const searchLines = (
  { finds, totals }: Finds,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] => {
  const groups = FIND_TYPES.map(type => ({ type, list: finds.filter(find => find.type === type) }));
  return groups
    .filter(({ list }) => list.length > 0)
    .flatMap(({ type, list }, i) => {
      const total = totals.get(type) ?? list.length;
      const count = total > list.length ? style.dim(`  ${list.length} of ${total}`) : '';
      return [
        ...(i === 0 ? [] : ['']),
        style.heading(HEADINGS[type]) + count,
        ...list.flatMap(find => findLines(find, width, style)),
      ];
    });
};

/** What was found, by the name of what it is. */
const placeOf = ({ type, ref, topic }: Find): Readonly<Record<string, string>> => {
  switch (type) {
    case 'section':
      return { section: ref.slice(topic.length + 1) };
    case 'card':
    case 'question':
      return { item: ref };
    case 'calculator':
      return { calculator: ref };
  }
};

/** The same for `--json`. @param course its id */
export const searchJson = (
  course: string,
  query: string,
  { finds, totals, corrected }: Finds,
): Readonly<Record<string, unknown>> => ({
  course,
  query,
  corrected,
  totals: Object.fromEntries(totals),
  hits: finds.map(find => ({
    type: find.type,
    id: find.ref,
    ...placeOf(find),
    topic: find.topic,
    title: find.title,
    excerpt: find.excerpt,
    ranges: find.ranges.map(({ start, end }) => [start, end]),
    command: openingCommand(find),
  })),
});
