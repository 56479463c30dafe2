/** The list of calculators as styled lines. */
import { padEnd, truncate } from '../../../text/width.ts';
import type { Theme } from '../../theme.ts';
import type { CalculatorGroup } from './list-model.ts';

/** Lines, and which of them is the chosen one. */
export interface ListLines {
  readonly lines: readonly string[];
  readonly focus: number;
  /** The heading above the chosen one, so that it is seen too. */
  readonly heading: number;
}

/** Cells between an id and what it tells. */
const GAP = 2;

/** Headings and calculators, one line each, as wide as there is room. */
export const listLines = (
  groups: readonly CalculatorGroup[],
  chosen: number,
  columns: number,
  { style, signs }: Theme,
): ListLines => {
  const entries = groups.flatMap(group => group.entries);
  const names = entries.map(({ id, aliases }) => (aliases.length === 0 ? id : `${id} (${aliases.join(', ')})`));
  const width = Math.min(Math.max(0, ...names.map(name => name.length)), Math.floor(columns * 0.4));
  const lines: string[] = [];
  let [focus, heading, number] = [0, 0, 0];
  for (const { title, entries: listed } of groups) {
    if (lines.length > 0) lines.push('');
    const top = lines.length;
    lines.push(style.dim(title));
    for (const { summary } of listed) {
      const isHere = number === chosen;
      const id = padEnd(truncate(names[number] ?? '', width, signs.ellipsis), width);
      const room = columns - 2 - width - GAP;
      if (isHere) [focus, heading] = [lines.length, lines.length === top + 1 ? top : lines.length];
      lines.push(
        `${isHere ? signs.pointer : ' '} ${isHere ? style.strong(id) : id}${' '.repeat(GAP)}${style.dim(
          truncate(summary, room, signs.ellipsis),
        )}`.trimEnd(),
      );
      number++;
    }
  }
  return { lines, focus, heading };
};
