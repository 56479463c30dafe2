/** What a search shows below its header, as lines. Drawing tells the state what was seen; it changes nothing else. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { truncate } from '../../../text/layout/width.ts';
import { fieldLine } from '../../components/field-line.ts';
import type { Theme } from '../../components/theme.ts';
import { scrollBy, scrollTo, window } from '../../models/list.ts';
import { fieldText } from '../../models/text-field.ts';
import type { Size } from '../../shell/screen.ts';
import { rowLine } from './results.ts';
import { joinParts, partsOf, previewLines } from './search-layout.ts';
import type { SearchState } from './search-state.ts';
import { chosenFind } from './search-state.ts';
import type { SearchTexts } from './search-texts.ts';

/** Lines of the words, and the empty one below. */
const HEAD = 2;

/** What was drawn, and the state that knows how much of it is seen. */
interface Drawn {
  readonly lines: readonly string[];
  readonly state: SearchState;
}

/** What there is to say of the result; empty: nothing. */
const saidOf = ({ result, foundFor, isMended }: SearchState, { signs }: Theme): string => {
  const { corrected, finds } = result;
  const text = truncate(sanitizeLine(foundFor), 40, signs.ellipsis);
  if (corrected !== null && finds.length > 0) return `Did you mean ${sanitizeLine(corrected)}?`;
  if (foundFor === '') return 'Type what you look for: all words must be there.';
  if (finds.length > 0 || !isMended) return '';
  return `No results for "${text}". Try ${foundFor.includes(' ') ? 'fewer words' : 'another word'}.`;
};

const drawResults = (state: SearchState, size: Size, texts: SearchTexts, theme: Theme): Drawn => {
  const { result, rows, chosen, words } = state;
  const text = saidOf(state, theme);
  const head = text === '' ? [] : [theme.style.warning(text), ''];
  if (result.finds.length === 0) return { lines: head, state };
  const parts = partsOf({ columns: size.columns, rows: size.rows - head.length });
  const listRows = parts.list.rows;
  const at = Math.max(
    0,
    rows.findIndex(row => row.is === 'find' && row.index === chosen),
  );
  const scroll = { top: state.top, rows: listRows, length: rows.length };
  const heading = rows[at - 1]?.is === 'heading' ? at - 1 : at;
  const top = scrollTo({ ...scroll, top: scrollTo(scroll, heading) }, at);
  const list = window(rows, top, listRows).map(row =>
    rowLine(row, result.finds, chosen, parts.list.columns, theme),
  );
  const find = chosenFind(state);
  const lines = find === undefined ? [] : texts.preview(find, parts.preview.columns);
  const preview = previewLines(lines, words, parts.preview.rows, theme);
  return {
    lines: [...head, ...joinParts(parts, list, preview, theme)],
    state: { ...state, listRows, top },
  };
};

const drawItem = (state: SearchState, { columns, rows }: Size, texts: SearchTexts): Drawn => {
  const find = chosenFind(state);
  if (find === undefined) return { lines: [], state };
  const lines = texts.read(find, columns);
  const scroll = { top: state.reading.top, rows, length: lines.length };
  const top = scrollBy(scroll, 0);
  return { lines: window(lines, top, rows), state: { ...state, reading: { ...scroll, top } } };
};

/** Draws a search. @param isRead whether a card or question is read that is in the course */
export const drawSearch = (
  state: SearchState,
  size: Size,
  isRead: boolean,
  texts: SearchTexts,
  theme: Theme,
): Drawn => {
  if (isRead) return drawItem(state, size, texts);
  const { style, signs } = theme;
  const { columns } = size;
  const line =
    state.mode === 'typing'
      ? `${style.strong(signs.pointer)} ${fieldLine(state.field, columns - 4, theme)}`
      : `  ${style.strong(truncate(fieldText(state.field), columns - 2, signs.ellipsis))}`;
  const results = drawResults(state, { columns, rows: size.rows - HEAD }, texts, theme);
  return { ...results, lines: [line, '', ...results.lines] };
};
