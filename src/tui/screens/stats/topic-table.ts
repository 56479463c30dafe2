/** The table of topics: its columns, its order, its lines. */
import type { Statistics } from '../../../core/stats/statistics.ts';
import { drawGauge } from '../../../text/stats/charts.ts';
import { percent } from '../../../text/layout/columns.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { cutAtWord } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';

type TopicRow = Statistics['topics'][number];

/** Columns by which the table can be sorted, in the order in which they are gone through. */
export const SORTS = ['known', 'now', 'seen', 'topic'] as const;
type Sort = (typeof SORTS)[number];

/** How the table of topics is sorted. */
export interface TopicOrder {
  readonly by: Sort;
  /** `natural`: what needs attention first, the weakest or the least seen; names from a to z. */
  readonly direction: 'natural' | 'reversed';
}

/** Share known now of those that were seen, 0 to 1. */
const nowOf = ({ seen, items, knownNow }: TopicRow): number => (seen === 0 ? 0 : (knownNow * items) / seen);

/** A topic without an answer has nothing to compare: it comes after the others. */
const compared = ({ seen }: TopicRow, share: number): number => (seen === 0 ? 2 : share);

const COMPARE: Readonly<Record<Sort, (a: TopicRow, b: TopicRow) => number>> = {
  known: (a, b) => compared(a, a.knownNow) - compared(b, b.knownNow),
  now: (a, b) => compared(a, nowOf(a)) - compared(b, nowOf(b)),
  seen: (a, b) => a.seen - b.seen,
  topic: () => 0,
};

const byTitle = (a: TopicRow, b: TopicRow): number => (a.topic.title < b.topic.title ? -1 : 1);

/** The rows in an order; equal ones by their names. */
export const sortTopics = (rows: readonly TopicRow[], { by, direction }: TopicOrder): readonly TopicRow[] => {
  const sign = direction === 'natural' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (COMPARE[by](a, b) || byTitle(a, b)));
};

/** The order by the next column. */
export const nextSort = ({ by }: TopicOrder): TopicOrder => ({
  by: SORTS[(SORTS.indexOf(by) + 1) % SORTS.length] ?? 'known',
  direction: 'natural',
});

/** Cells of the columns after the name. */
const NOW = 10;
const PERCENT = 6;
const LONGEST_GAUGE = 22;
const GAP = 2;

const seenText = ({ seen, items }: TopicRow): string => `${seen} of ${items}`;

const layout = (
  rows: readonly TopicRow[],
  columns: number,
): { readonly name: number; readonly seen: number; readonly gauge: number } => {
  const seen = Math.max(6, ...rows.map(row => seenText(row).length));
  const fixed = 2 + seen + NOW + PERCENT + 3 * GAP;
  const longest = Math.max(5, ...rows.map(({ topic }) => cellWidth(sanitizeLine(topic.title))));
  const name = Math.max(12, Math.min(longest, columns - fixed - 12));
  return { name, seen, gauge: Math.max(6, Math.min(LONGEST_GAUGE, columns - fixed - name)) };
};

/** The line of headings; the column that decides the order is marked. */
export const topicHeading = (
  rows: readonly TopicRow[],
  { by, direction }: TopicOrder,
  columns: number,
  { style, signs, ascii }: Theme,
): string => {
  const { name, seen: count, gauge } = layout(rows, columns);
  const [down, up] = ascii ? ['v', '^'] : [signs.down, signs.up];
  const arrow = direction === 'natural' ? down : up;
  const title = (sort: Sort, text: string): string => (sort === by ? `${text} ${arrow}` : text);
  const cells = [
    `  ${padEnd(title('topic', 'topic'), name)}`,
    padStart(title('seen', 'seen'), count),
    padStart(title('now', 'now, est.'), NOW),
    padEnd(title('known', 'known'), gauge + PERCENT),
  ];
  return style.dim(truncate(cells.join(' '.repeat(GAP)).trimEnd(), columns, signs.ellipsis));
};

/** One line for each of the rows that are seen; the widths are those of all. */
export const topicLines = (
  all: readonly TopicRow[],
  seenFrom: number,
  seenRows: number,
  chosen: number,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const { style, signs, ascii } = theme;
  const { name, seen: count, gauge } = layout(all, columns);
  return all.slice(seenFrom, seenFrom + seenRows).map((row, i) => {
    const { topic, seen, knownNow } = row;
    const isHere = seenFrom + i === chosen;
    const id = padEnd(cutAtWord(sanitizeLine(topic.title), name, signs.ellipsis), name);
    const bar = drawGauge(knownNow, gauge, { ascii });
    return [
      `${isHere ? signs.pointer : ' '} ${isHere ? style.strong(id) : id}`,
      padStart(seenText(row), count),
      padStart(seen === 0 ? '-' : percent(nowOf(row)), NOW),
      (seen === 0 ? style.dim(bar) : style.correct(bar)) + padStart(percent(knownNow), PERCENT),
    ].join(' '.repeat(GAP));
  });
};
