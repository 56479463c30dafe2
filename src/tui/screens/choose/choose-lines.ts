/** The trees to choose from as styled lines. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { ChoiceCounts } from '../../../core/lists/choice.ts';
import { canUnfold } from '../../../core/lists/choice.ts';
import type { ChoiceNode, ChoiceView } from '../../../core/lists/choice-index.ts';
import { grouped, percent, plural } from '../../../text/layout/columns.ts';
import { cellWidth, padEnd, padStart } from '../../../text/layout/width.ts';
import { whenTried } from '../../../text/lists/when.ts';
import { drawGauge } from '../../../text/stats/charts.ts';
import { markSign } from '../../components/mark-sign.ts';
import { cutAtWord, shortName } from '../../../text/layout/short-name.ts';
import type { Theme } from '../../components/theme.ts';

/** The names of the views. */
export const viewLine = (views: readonly ChoiceView[], shown: ChoiceView, { style }: Theme): string =>
  views.map(name => (name === shown ? style.strong(`[${name}]`) : style.dim(` ${name} `))).join('  ');

interface Column {
  readonly title: string;
  readonly cells: number;
  readonly of: (counts: ChoiceCounts, today: number) => string;
}

const COUNTS: readonly Column[] = [
  { title: 'cards', cells: 7, of: ({ cards }) => grouped(cards) },
  { title: 'questions', cells: 11, of: ({ questions }) => grouped(questions) },
];
const DUE: Column = { title: 'due', cells: 5, of: ({ due }) => grouped(due) };
const LAST: Column = { title: 'last', cells: 12, of: ({ lastDay }, today) => whenTried(lastDay, today) };

/** With less room than this only what is due and known is shown, and no bars. */
const NARROW = 72;
/** From here on there is room for the day of the last try. */
const WIDE = 100;
/** Cells of a bar, and of a share after it. */
const BAR = 12;
const SHARE = 6;
/** Cells of the words in place of a share. */
const WORDS = 14;

const columnsFor = (columns: number): readonly Column[] =>
  columns < NARROW ? [DUE] : columns < WIDE ? [...COUNTS, DUE] : [...COUNTS, DUE, LAST];

/** Cells of the last column, and of the gap before it. */
const knownCells = (columns: number): number => 2 + (columns < NARROW ? WORDS : BAR + SHARE);
const widthOf = (columns: number): number =>
  columnsFor(columns).reduce((sum, { cells }) => sum + cells, 0) + knownCells(columns);

/** Above the rows: what the numbers are. */
export const headLine = (columns: number, { style }: Theme): string =>
  style.dim(
    `${padEnd('', columns - widthOf(columns))}${columnsFor(columns)
      .map(({ title, cells }) => padStart(title, cells))
      .join('')}  known`,
  );

const knownText = (counts: ChoiceCounts, columns: number, theme: Theme): string => {
  const { known } = counts;
  if (known === null) return theme.style.dim('not started');
  if (columns < NARROW) return percent(known);
  return `${drawGauge(known, BAR, theme)}${padStart(percent(known), SHARE)}`;
};

interface TreeLook {
  readonly columns: number;
  readonly today: number;
  readonly cursor: number;
  readonly chosen: ReadonlySet<string>;
  readonly counts: readonly ChoiceCounts[];
  /** Name of the learner's exam, for rows that are outside of it; `null`: nothing is said of that. */
  readonly own: string | null;
  readonly theme: Theme;
}

/** The rows from `top` on, as many as fit. */
export const treeLines = (
  rows: readonly ChoiceNode[],
  top: number,
  height: number,
  { columns, today, cursor, chosen, counts, own, theme }: TreeLook,
): readonly string[] => {
  const { style, signs, ascii } = theme;
  const open = ascii ? '-' : '▾';
  const folded = ascii ? '+' : '▸';
  const room = columns - widthOf(columns);
  return rows.slice(top, top + height).map((row, i) => {
    const isHere = top + i === cursor;
    const count = counts[row.number];
    const isOpen = (rows[top + i + 1]?.depth ?? 0) > row.depth;
    const foldSign = isOpen ? open : canUnfold(row) ? folded : ' ';
    const sign = chosen.has(row.path) ? markSign(theme) : foldSign;
    const lead = `${isHere ? signs.pointer : ' '} ${'  '.repeat(row.depth)}${sign} `;
    // Topics of an area often begin with the same words.
    const shorten = row.depth === 0 ? shortName : cutAtWord;
    const name = shorten(sanitizeLine(row.title), Math.max(8, room - cellWidth(lead) - 1), signs.ellipsis);
    const title = padEnd(`${lead}${name}`, room);
    if (count === undefined) return title;
    const numbers = columnsFor(columns)
      .map(column => padStart(column.of(count, today), column.cells))
      .join('');
    if (own !== null && row.outside) return style.dim(`${title}${numbers}  not in ${own}`);
    const paint = isHere ? style.strong : (text: string): string => text;
    return `${paint(title + numbers)}  ${knownText(count, columns, theme)}`;
  });
};

/** What is chosen, or the row at the pointer, and what it comes to. @param chosen rows that are chosen; 0: none */
export const sumLine = (
  title: string,
  chosen: number,
  { cards, questions, due }: ChoiceCounts,
  quiz: number,
  columns: number,
  { signs, style }: Theme,
): string => {
  const facts = [
    ...(cards === 0 ? [] : [plural(cards, 'card')]),
    ...(questions === 0 ? [] : [`quiz ${Math.min(quiz, questions)} of ${grouped(questions)}`]),
    ...(cards + questions === 0 ? ['nothing has all of that'] : [`${grouped(due)} due`]),
  ].join(` ${signs.dot} `);
  const name = chosen > 1 ? `${chosen} chosen: ${title}` : title;
  const room = Math.max(10, columns - cellWidth(facts) - 3);
  return `${style.strong(shortName(sanitizeLine(name), room, signs.ellipsis))} ${signs.dot} ${facts}`;
};

/** What can be done with a topic, in one row. @param at the one that `enter` does */
export const doingLine = (
  title: string,
  labels: readonly string[],
  at: number,
  columns: number,
  { style, signs }: Theme,
): string => {
  const choices = labels.map((label, i) => (i === at ? style.strong(`[${label}]`) : ` ${label} `)).join(' ');
  const name = shortName(sanitizeLine(title), Math.max(8, columns - cellWidth(choices) - 2), signs.ellipsis);
  return `${style.strong(name)}  ${choices}`;
};
