/**
 * What lies over the lower rows of a screen while something of one's own is written. The screen above it stays in view
 * and waits.
 */
import { cellWidth, truncate } from '../../text/layout/width.ts';
import type { Theme } from '../components/theme.ts';
import type { Action } from '../keys/key-table.ts';
import type { WRITING_KEYS } from '../keys/writing.ts';
import type { TextField } from '../models/text-field.ts';
import { editField } from '../models/text-field.ts';
import { moveInArea, viewArea } from '../models/text-area.ts';
import { scrollTo, window } from '../models/list.ts';
import type { Size } from '../shell/screen.ts';

/** A panel: it takes all keys while it is open. */
export interface Panel {
  readonly context: keyof typeof WRITING_KEYS;
  /** Its lines, the rule with its title first; at most about a third of the terminal, whose cells `size` says. */
  lines(size: Size): readonly string[];
  act(action: Action): void;
  /** As of a screen: whether an action can do something now. */
  offers?(action: Action): boolean;
  /** Typed or pasted text. */
  type(text: string): void;
}

/** The rule that heads a panel. */
export const panelRule = (title: string, right: string, columns: number, { style, signs }: Theme): string => {
  const end = right === '' ? '' : ` ${right} ${signs.rule}`;
  const room = columns - cellWidth(end) - 6;
  const text = truncate(title, Math.max(8, room), signs.ellipsis);
  const rest = Math.max(1, columns - cellWidth(text) - cellWidth(end) - 4);
  const { dim } = style;
  return `${dim(signs.rule.repeat(2))} ${style.strong(text)} ${dim(signs.rule.repeat(rest))}${dim(end)}`;
};

/** Rows for text in a terminal of so many rows. */
export const textRows = ({ rows }: Size): number => Math.max(2, Math.floor(rows / 4) - 1);

/** A text that is typed, in at most so many rows, around its cursor; without the focus there is none. */
export const areaRows = (
  area: TextField,
  columns: number,
  rows: number,
  hasFocus: boolean,
  { style, ascii }: Theme,
): readonly string[] => {
  const { lines, row } = viewArea(area, columns);
  const shown = lines.map(({ before, cursor, after }) => {
    if (cursor === null || !hasFocus) return before + (cursor ?? '').trimEnd() + after;
    if (style.colour) return `${before}\u001b[7m${cursor}\u001b[27m${after}`;
    return `${before}${ascii ? '|' : '▏'}${cursor === ' ' && after === '' ? '' : cursor}${after}`;
  });
  const top = scrollTo({ top: 0, rows, length: shown.length }, row);
  return window(shown, top, rows);
};

/** What a key does to a text; `null`: nothing. */
export const pressArea = (area: TextField, action: Action, columns: number): TextField | null =>
  action === 'up' || action === 'down'
    ? moveInArea(area, action === 'up' ? -1 : 1, columns)
    : editField(area, action);
