import type { TextField } from '../models/text-field.ts';
import type { Theme } from './theme.ts';
import { cellWidth, padEnd } from '../../text/layout/width.ts';
import { wrapText } from '../../text/layout/wrap.ts';

/** The end of a list of characters that takes at most so many cells. */
const tail = (characters: readonly string[], width: number): string => {
  let text = '';
  for (const character of characters.toReversed()) {
    if (cellWidth(character + text) > width) break;
    text = character + text;
  }
  return text;
};

/** A field as it is typed into; a long text is seen around its cursor. Without colour the cursor is a bar. */
export const fieldLine = ({ before, after }: TextField, columns: number, { style, ascii }: Theme): string => {
  const left = tail(before, Math.max(1, columns - 10));
  const [under = ' ', ...rest] = after;
  let right = '';
  for (const character of rest) {
    if (cellWidth(left + under + right + character) > columns - 1) break;
    right += character;
  }
  if (style.colour) return `${left}\u001b[7m${under}\u001b[27m${right}`;
  return `${left}${ascii ? '|' : '▏'}${after.length === 0 ? '' : under}${right}`;
};

/** Cells of the field of a date. */
const DATE = 20;

/** A field for a date, with what is understood beside it, or below it where there is no room. */
export const dateFieldLines = (
  field: TextField,
  { text, tone }: { readonly text: string; readonly tone: 'plain' | 'bad' },
  columns: number,
  theme: Theme,
): readonly string[] => {
  const paint = (line: string): string => (tone === 'bad' ? theme.style.wrong(line) : line);
  const typed = fieldLine(field, DATE, theme);
  return cellWidth(text) <= columns - DATE - 4
    ? [`  ${padEnd(typed, DATE + 2)}${paint(text)}`]
    : [`  ${typed}`, ...wrapText(text, columns - 4).map(line => `  ${paint(line)}`)];
};
