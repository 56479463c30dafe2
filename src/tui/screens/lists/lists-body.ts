/** The lists below their header, as lines. Drawing tells the state what was seen; it changes nothing else. */
import type { Progress } from '../../../core/journal/progress.ts';
import { isListed } from '../../../core/lists/lists.ts';
import { truncate } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { fieldLine } from '../../components/field-line.ts';
import type { Theme } from '../../components/theme.ts';
import { scrollBy, scrollTo, window } from '../../models/list.ts';
import { fieldText } from '../../models/text-field.ts';
import type { Size } from '../../shell/screen.ts';
import type { ListData } from './list-data.ts';
import { questionText } from './list-marks.ts';
import type { ListReader } from './list-reading.ts';
import { emptyLines, lookFacts, rowLines, tabLine } from './lists-lines.ts';
import type { ListRow, TabName } from './lists-model.ts';
import { TABS } from './lists-model.ts';
import type { ListsState } from './lists-state.ts';
import { rowHere } from './lists-state.ts';

/** What lists are drawn with. */
interface ListsPage {
  readonly data: ListData;
  readonly progress: Progress;
  readonly reader: ListReader;
  readonly theme: Theme;
}

/** What was drawn, and the state that knows how much of it is seen. */
interface Drawn {
  readonly lines: readonly string[];
  readonly state: ListsState;
}

/** Why a row is no longer on its list; `null`: it is. */
const goneFrom = (tab: TabName, row: ListRow, { progress, data }: ListsPage): string | null => {
  if (tab === 'yours') return null;
  const item = progress.items.get(row.id);
  if (item !== undefined && isListed(tab, item, progress.settings, data.today)) return null;
  return item?.suspended === true ? 'suspended' : 'taken back';
};

const drawRows = (state: ListsState, { columns, rows: most }: Size, page: ListsPage): Drawn => {
  const { data, theme } = page;
  const { mode, field, tab, all, shown, cursor, chosen } = state;
  const isFiltered = mode === 'filter' || fieldText(field) !== '';
  const head = [
    tabLine(
      TABS.map(name => ({ name, count: name === tab ? all.length : data.count(name) })),
      tab,
      columns,
      theme,
    ),
    ...(mode === 'filter' ? [`/ ${fieldLine(field, columns - 4, theme)}`] : []),
    ...(mode !== 'filter' && isFiltered
      ? [theme.style.dim(truncate(`/ ${fieldText(field)}`, columns, theme.signs.ellipsis))]
      : []),
    '',
  ];
  const rows = Math.max(1, most - head.length);
  const seen = { rows, length: shown.length };
  const top = scrollTo({ top: state.top, ...seen }, cursor);
  const noTopics = isFiltered && columns < 70;
  const gone = (row: ListRow): string | null => goneFrom(tab, row, page);
  const look = { columns, today: data.today, cursor, chosen, gone, noTopics, theme };
  return {
    lines: [
      ...head,
      ...(shown.length === 0
        ? emptyLines(all.length > 0 ? null : tab, data.exam !== null, columns)
        : rowLines(shown, top, rows, look)),
    ],
    state: { ...state, top, seen },
  };
};

const drawLook = (state: ListsState, { columns, rows: most }: Size, page: ListsPage): Drawn => {
  const { data, progress, reader, theme } = page;
  const row = rowHere(state);
  if (row === undefined) return { lines: [], state };
  const facts = lookFacts(row, state.tab, progress.items.get(row.id), data.today, theme);
  const head = [theme.style.dim(truncate(facts, columns, theme.signs.ellipsis)), ''];
  const lines = reader.lines(row, columns);
  const rows = Math.max(1, most - head.length);
  const seen = { rows, length: lines.length };
  const top = scrollBy({ top: state.top, ...seen }, 0);
  return { lines: [...head, ...window(lines, top, rows)], state: { ...state, top, seen } };
};

/** Draws the lists. */
export const drawLists = (state: ListsState, size: Size, page: ListsPage): Drawn => {
  switch (state.mode) {
    case 'look':
      return drawLook(state, size, page);
    case 'asking':
      return {
        lines: wrapText(state.asked === null ? '' : questionText(state.asked), size.columns),
        state,
      };
    default:
      return drawRows(state, size, page);
  }
};
