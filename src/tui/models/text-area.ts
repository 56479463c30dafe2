/** A text of several lines that is being typed: a field whose lines wrap at the width it is shown in. */
import { sanitize } from '../../core/base/sanitize.ts';
import { cellWidth, graphemes } from '../../text/layout/width.ts';
import type { TextField } from './text-field.ts';

const toGraphemes = (text: string): readonly string[] =>
  graphemes(sanitize(text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ')));

/** A text with the cursor at its end. */
export const areaOf = (text: string): TextField => ({ before: toGraphemes(text), after: [] });

/** Types or pastes text at the cursor, ends of lines included; what would be more than `longest` characters is left out. */
export const insertInArea = ({ before, after }: TextField, text: string, longest: number): TextField => {
  const room = Math.max(0, longest - before.length - after.length);
  // A combining mark joins the character before it, so the whole is taken apart anew.
  const added = toGraphemes(before.join('') + text);
  return { before: added.slice(0, before.length + room), after };
};

/** A line of the area as it is shown: places of its first character and of what follows its last. */
interface AreaLine {
  readonly from: number;
  readonly to: number;
}

/** Lines between spaces, as wide as there is room; a word that is longer is cut. */
const wrapLines = (characters: readonly string[], columns: number): readonly AreaLine[] => {
  const lines: AreaLine[] = [];
  let from = 0;
  let width = 0;
  let space = -1;
  const end = (to: number): void => {
    lines.push({ from, to });
    from = to;
    space = -1;
  };
  for (const [place, character] of characters.entries()) {
    if (character === '\n') {
      end(place + 1);
      width = 0;
      continue;
    }
    width += cellWidth(character);
    if (character === ' ') space = place;
    // A space may stand beyond the end: nobody sees it.
    if (width <= columns || character === ' ') continue;
    end(space === -1 ? place : space + 1);
    width = characters.slice(from, place + 1).reduce((sum, each) => sum + cellWidth(each), 0);
  }
  end(characters.length);
  return lines;
};

interface Wrapped {
  readonly characters: readonly string[];
  readonly lines: readonly AreaLine[];
  /** The line with the cursor, and the place of the cursor in it. */
  readonly row: number;
  readonly column: number;
}

const wrapArea = ({ before, after }: TextField, columns: number): Wrapped => {
  const characters = [...before, ...after];
  const lines = wrapLines(characters, Math.max(1, columns));
  const row = Math.max(
    0,
    lines.findLastIndex(({ from }) => from <= before.length),
  );
  return { characters, lines, row, column: before.length - (lines[row]?.from ?? 0) };
};

/** What is seen of an area. */
interface AreaView {
  /** Each line in the text before the cursor, the character under it and the text after it; only one has a cursor. */
  readonly lines: readonly {
    readonly before: string;
    readonly cursor: string | null;
    readonly after: string;
  }[];
  /** The line with the cursor. */
  readonly row: number;
}

/** An area wrapped at so many cells. The cursor at the end of a line stands on a space of its own. */
export const viewArea = (area: TextField, columns: number): AreaView => {
  const { characters, lines, row, column } = wrapArea(area, columns - 1);
  const text = (from: number, to: number): string => characters.slice(from, to).join('').replace('\n', '');
  return {
    row,
    lines: lines.map(({ from, to }, i) => {
      if (i !== row) return { before: text(from, to).trimEnd(), cursor: null, after: '' };
      const under = characters[from + column];
      const isEnd = under === undefined || under === '\n' || from + column >= to;
      return {
        before: text(from, from + column),
        cursor: isEnd ? ' ' : under,
        after: isEnd ? '' : text(from + column + 1, to).trimEnd(),
      };
    }),
  };
};

/** The cursor a line up or down, as far along as it was; beyond an end it stays. */
export const moveInArea = (area: TextField, by: 1 | -1, columns: number): TextField => {
  const { characters, lines, row, column } = wrapArea(area, columns - 1);
  const line = lines[row + by];
  if (line === undefined) return area;
  const isLast = row + by === lines.length - 1;
  const at = Math.min(line.from + column, isLast ? line.to : line.to - 1);
  return { before: characters.slice(0, at), after: characters.slice(at) };
};
