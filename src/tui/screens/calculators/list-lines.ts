/** The list of calculators as styled lines. */
import { padEnd, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';
import type { CalculatorGroup } from './list-model.ts';

/** Lines, and which of them is the chosen one. */
interface ListLines {
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
  const width = Math.max(0, ...entries.map(({ id }) => id.length));
  const lines: string[] = [];
  let [focus, heading, number] = [0, 0, 0];
  for (const { title, entries: listed } of groups) {
    if (lines.length > 0) lines.push('');
    const top = lines.length;
    lines.push(style.dim(title));
    for (const { id, aliases, summary } of listed) {
      const isHere = number === chosen;
      const about = aliases.length === 0 ? summary : `${summary} (${aliases.join(', ')})`;
      const name = padEnd(id, width);
      const room = columns - 2 - width - GAP;
      if (isHere) [focus, heading] = [lines.length, lines.length === top + 1 ? top : lines.length];
      lines.push(
        `${isHere ? signs.pointer : ' '} ${isHere ? style.strong(name) : name}${' '.repeat(GAP)}${style.dim(
          truncate(about, room, signs.ellipsis),
        )}`.trimEnd(),
      );
      number++;
    }
  }
  return { lines, focus, heading };
};
