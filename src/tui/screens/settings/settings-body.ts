/** The settings as lines. Drawing tells the state what was seen; it changes nothing else. */
import type { Outlook } from '../../../app/learner/outlook.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { fieldLine } from '../../components/field-line.ts';
import type { Theme } from '../../components/theme.ts';
import { scrollTo, window } from '../../models/list.ts';
import { fieldText } from '../../models/text-field.ts';
import type { Size } from '../../shell/screen.ts';
import { examChoiceLines } from '../welcome/exam-choice.ts';
import { weekdayLine } from '../welcome/minutes-lines.ts';
import { explanation } from './explanations.ts';
import { fieldWords } from './setting-field.ts';
import type { SettingRow } from './setting-rows.ts';
import { valueText } from './setting-rows.ts';
import type { SettingsFacts, SettingsState } from './settings-state.ts';
import { fixedBy, rowNow, rowsOf } from './settings-state.ts';

const LABEL = 20;
const WIDEST = 100;
/** Rows that the explanation may take, under a blank one. */
const EXPLAINED = 2;

/** What settings are drawn with. */
interface SettingsPage extends SettingsFacts {
  readonly theme: Theme;
  readonly progress: Progress;
  /** Figures that are there already; `null`: they are not yet. */
  readonly outlook: Outlook | null;
}

/** What was drawn, and the state that knows how much of it is seen. */
interface Drawn {
  readonly lines: readonly string[];
  readonly state: SettingsState;
}

/** The value of a row with the signs that say how it is changed. */
const valueCell = (
  row: SettingRow,
  isChosen: boolean,
  columns: number,
  { hasMore }: SettingsState,
  page: SettingsPage,
): string => {
  const { style, signs } = page.theme;
  const fixed = fixedBy(row, page);
  const room = Math.min(columns, WIDEST) - LABEL - 6;
  const text = shortName(valueText(row, page, hasMore), room, signs.ellipsis);
  const shown = isChosen ? style.strong(text) : text;
  if (fixed !== undefined) return `  ${style.dim(`${text}   from ${fixed}`)}`;
  return row.way === 'arrows' || row.way === 'both' ? `< ${shown} >` : `  ${shown}`;
};

/** Lines, each with the number of its row. */
const rowLines = (
  state: SettingsState,
  columns: number,
  page: SettingsPage,
): readonly { readonly row: number; readonly text: string }[] => {
  const { theme } = page;
  const { style, signs } = theme;
  const rows = rowsOf(state, page);
  return rows.flatMap((each, i) => {
    const isChosen = i === state.chosen;
    const label = padEnd(isChosen ? style.strong(each.label) : each.label, LABEL - 2);
    const heading = 'this device only';
    const isFirstOfDevice = each.scope === 'device' && rows[i - 1]?.scope === 'course';
    const above = isFirstOfDevice
      ? [{ row: i, text: style.dim(' '.repeat(Math.max(0, columns - cellWidth(heading))) + heading) }]
      : [];
    const editor = isChosen ? state.editing : null;
    const value =
      editor?.is === 'field'
        ? `  ${fieldLine(editor.field, Math.min(columns, WIDEST) - LABEL - 4, theme)}`
        : editor?.is === 'days'
          ? weekdayLine(editor.draft.daysOff, editor.draft.weekday, theme)
          : valueCell(each, isChosen, columns, state, page);
    return [...above, { row: i, text: `${isChosen ? signs.pointer : ' '} ${label}${value}` }];
  });
};

/** What the chosen setting is for, or what is said of the text that is typed. */
const explained = (state: SettingsState, columns: number, page: SettingsPage): readonly string[] => {
  const { style } = page.theme;
  const { editing } = state;
  const row = rowNow(state, page);
  const { text, tone } =
    editing?.is === 'field'
      ? fieldWords(editing.row, fieldText(editing.field), page)
      : {
          text: explanation(row, { ...page, reader: page.course, fixed: fixedBy(row, page) }),
          tone: 'plain',
        };
  return wrapText(text, Math.min(columns, WIDEST)).map(line =>
    tone === 'bad' ? style.wrong(line) : style.dim(line),
  );
};

/** Draws the settings. */
export const drawSettings = (
  state: SettingsState,
  { columns, rows: most }: Size,
  page: SettingsPage,
): Drawn => {
  const { editing, chosen } = state;
  if (editing?.is === 'list') {
    const lines = examChoiceLines(page.exams, editing.chosen, page.today, columns, page.theme);
    const seen = { rows: most, length: lines.length };
    const top = scrollTo({ top: 0, ...seen }, editing.chosen);
    return { lines: window(lines, top, most), state: { ...state, top, seen } };
  }
  const lines = rowLines(state, columns, page);
  const about = explained(state, columns, page).slice(0, EXPLAINED);
  const rows = Math.max(1, most - EXPLAINED - 1);
  const seen = { rows, length: lines.length };
  const at = lines.findIndex(({ row }) => row === chosen);
  const top = chosen === 0 ? 0 : scrollTo({ top: state.top, ...seen }, at);
  const shown = window(lines, top, rows).map(({ text }) => text);
  return {
    lines: [...shown, ...Array.from({ length: rows - shown.length }, () => ''), '', ...about],
    state: { ...state, top, seen },
  };
};
