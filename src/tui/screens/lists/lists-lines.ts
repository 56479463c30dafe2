/** The lists as styled lines. */
import { hasMark } from '../../../app/lists/mark-items.ts';
import type { ItemProgress } from '../../../core/journal/progress.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { cellWidth, padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import { EMPTY_LISTS } from '../../../text/lists/list-lines.ts';
import { whenTried } from '../../../text/lists/when.ts';
import { markSign } from '../../components/mark-sign.ts';
import { ownSign } from '../../components/remarks.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import type { Theme } from '../../components/theme.ts';
import type { ListRow, TabName } from './lists-model.ts';

/** The names of the lists with what is on them; where there is no room, the number of the one that is shown. */
export const tabLine = (
  tabs: readonly { readonly name: TabName; readonly count: number }[],
  shown: TabName,
  columns: number,
  { style }: Theme,
): string => {
  const written = (gap: string, hasCounts: boolean): string =>
    tabs
      .map(({ name, count }) => {
        const text = hasCounts || name === shown ? `${name} ${count}` : name;
        return name === shown ? style.strong(`[${text}]`) : style.dim(` ${text} `);
      })
      .join(gap);
  const forms = [written('  ', true), written('', true), written('', false)];
  return forms.find(form => cellWidth(form) <= columns) ?? forms.at(-1) ?? '';
};

interface RowLook {
  readonly columns: number;
  readonly today: number;
  /** The row at the pointer. */
  readonly cursor: number;
  readonly chosen: ReadonlySet<string>;
  /** Why a row is on the list no more since that was opened; `null`: it still is. */
  readonly gone: (row: ListRow) => string | null;
  /** The names of topics are left out. */
  readonly noTopics: boolean;
  readonly theme: Theme;
}

/** Cells of the columns with the last try and how often. */
const WHEN = 10;
const TIMES = 4;
/** Cells between columns. */
const GAP = 2;

/** Most cells for the names of topics. */
const mostForNames = (columns: number): number => Math.max(8, Math.floor(columns / 4));

/** The rows from `top` on, as many as fit. */
export const rowLines = (
  rows: readonly ListRow[],
  top: number,
  height: number,
  { columns, today, cursor, chosen, gone, noTopics, theme }: RowLook,
): readonly string[] => {
  const { style, signs } = theme;
  const seen = rows.slice(top, top + height);
  const hasDays = seen.some(({ day }) => day >= 0);
  const hasTimes = seen.some(({ times }) => times > 1);
  const hasMarks = rows.some(({ id }) => chosen.has(id));
  const short = seen.map(({ title }) =>
    noTopics ? '' : shortName(sanitizeLine(title), mostForNames(columns), signs.ellipsis),
  );
  const names = Math.max(0, ...short.map(cellWidth));
  const lead = hasMarks ? 4 : 2;
  const room =
    columns -
    lead -
    (names === 0 ? 0 : names + GAP) -
    (hasDays ? WHEN + GAP : 0) -
    (hasTimes ? TIMES + GAP : 0);
  return seen.map((row, i) => {
    const isHere = top + i === cursor;
    const why = gone(row);
    const isGone = why !== null;
    const mark = hasMarks ? `${chosen.has(row.id) ? markSign(theme) : ' '} ` : '';
    const name = names === 0 ? '' : padEnd(short[i] ?? '', names + GAP);
    const when = !hasDays ? '' : padEnd(whenTried(row.day, today), WHEN + GAP);
    const times = hasTimes ? padEnd(padStart(row.times > 1 ? `${row.times}x` : '', TIMES), TIMES + GAP) : '';
    const kind =
      row.type === 'question' ? '' : row.own !== null ? `${ownSign(theme)} ${row.type}  ` : `${row.type}  `;
    const text = isGone
      ? `${why} ${signs.dot} u undoes`
      : kind + (row.key === null ? '(no longer in the course) ' : '') + sanitizeLine(row.text);
    const line = `${isHere ? signs.pointer : ' '} ${mark}${name}${when}${times}${truncate(text, Math.max(8, room), signs.ellipsis)}`;
    const fitting = truncate(line, columns, signs.ellipsis).trimEnd();
    return isGone ? style.dim(fitting) : isHere ? style.strong(fitting) : fitting;
  });
};

/** How a list with nothing on it comes to have something. */
const HOW: Partial<Record<TabName, string>> = {
  flagged: 'Press f on a card or question to keep it here.',
  missed: 'What you get wrong is kept here until you get it right.',
  suspended: 'Press S on a card or question to set it aside until you bring it back.',
  buried: 'Press b on a card or question to put it off until tomorrow.',
  yours: 'After an answer, w writes a remark on it and W a card of your own.',
};

/** What is said in place of rows. @param tab the list with nothing on it; `null`: the filter hides its rows */
export const emptyLines = (tab: TabName | null, isLimited: boolean, columns: number): readonly string[] => {
  if (tab === null) return ['No row has these words.'];
  const empty = tab === 'yours' ? 'Nothing of yours yet.' : EMPTY_LISTS[tab];
  const how = HOW[tab];
  return wrapText(
    [empty, ...(how === undefined ? [] : [how]), ...(isLimited ? ['v looks beyond your exam.'] : [])].join(
      ' ',
    ),
    columns,
  );
};

/** What is known of the card or question that is looked at, in one line. */
export const lookFacts = (
  row: ListRow,
  tab: TabName,
  item: ItemProgress | undefined,
  today: number,
  { signs }: Theme,
): string => {
  const has = (type: Parameters<typeof hasMark>[0]): boolean => hasMark(type, item, today);
  return [
    ...(row.title === '' ? [] : [sanitizeLine(row.title)]),
    ...(row.day < 0 ? [] : [`last tried ${whenTried(row.day, today)}`]),
    ...(row.times > 1 ? [`${tab === 'leeches' ? 'forgotten' : 'missed'} ${row.times}x`] : []),
    ...(has('flagged') ? [`${signs.flag} flagged`] : []),
    ...(has('suspended') ? ['suspended'] : []),
    ...(has('buried') ? ['buried until tomorrow'] : []),
    ...(row.key === null ? ['no longer in the course'] : []),
  ].join(` ${signs.dot} `);
};
