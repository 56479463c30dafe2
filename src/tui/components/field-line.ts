import type { TextField } from '../models/text-field.ts';
import type { Theme } from './theme.ts';
import { cellWidth } from '../../text/layout/width.ts';

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
