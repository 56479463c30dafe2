/** The list of calculators as styled lines. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { cutAtWord } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { titleOfId } from '../../components/title-of-id.ts';
import type { Theme } from '../../components/theme.ts';
import type { CalculatorGroup } from './list-model.ts';

/** Lines, and which of them is the chosen one. */
interface ListLines {
  readonly lines: readonly string[];
  readonly focus: number;
  /** The heading above the chosen one, so that it is seen too. */
  readonly heading: number;
}

/** Cells between a title and what it tells. */
const GAP = 2;
/** Least cells in which a summary tells something. */
const LEAST = 24;

/** Headings and calculators by their titles, one line each, as wide as there is room. */
export const listLines = (
  groups: readonly CalculatorGroup[],
  chosen: number,
  columns: number,
  { style, signs }: Theme,
): ListLines => {
  const entries = groups.flatMap(group => group.entries);
  const width = Math.max(0, ...entries.map(({ title }) => cellWidth(title)));
  const lines: string[] = [];
  let [focus, above, number] = [0, 0, 0];
  const room = columns - 2 - width - GAP;
  for (const { title: heading, entries: listed } of groups) {
    if (lines.length > 0) lines.push('');
    const top = lines.length;
    lines.push(style.dim(titleOfId(heading)));
    for (const { title, summary } of listed) {
      const isHere = number === chosen;
      const about = room < LEAST ? '' : cutAtWord(sanitizeLine(summary), room, signs.ellipsis);
      const name = padEnd(sanitizeLine(title), width);
      if (isHere) [focus, above] = [lines.length, lines.length === top + 1 ? top : lines.length];
      lines.push(
        `${isHere ? signs.pointer : ' '} ${isHere ? style.strong(name) : name}${' '.repeat(GAP)}${style.dim(
          about,
        )}`.trimEnd(),
      );
      number++;
    }
  }
  return { lines, focus, heading: above };
};
