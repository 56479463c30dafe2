/** Rows of Markdown tables (GitHub Flavored Markdown 4.10) with more cells than their table has columns. */
import { FenceReader } from './fences.ts';

/** A row that is too long: what is beyond the last column is never shown. */
interface LongRow {
  /** Index of its line within the text. */
  readonly at: number;
  readonly line: string;
  readonly columns: number;
  readonly cells: number;
  /** The row without the cells that are not shown. */
  readonly kept: string;
}

const DELIMITERS = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** What ends a table: an empty line or the beginning of another block. */
const OTHER_BLOCK = /^\s*$|^ {0,3}(?:#{1,6}\s|>|[-+*]\s|`{3}|~{3})/;

/** Where the bars of a row stand; in a table a bar divides even inside a code span, unless a backslash precedes it. */
const bars = (line: string): readonly number[] =>
  [...line.matchAll(/\\.|\|/gs)].flatMap(({ index, 0: found }) => (found === '|' ? [index] : []));

/** Where each cell of a row ends. */
const cellEnds = (line: string): readonly number[] => {
  const row = line.trimEnd();
  const lead = line.length - line.trimStart().length;
  const inner = bars(row).filter(at => at !== lead);
  return inner.at(-1) === row.length - 1 ? inner : [...inner, row.length];
};

/** Rows of the tables of a text that have more cells than the heading. */
export const longRows = (markdown: string): readonly LongRow[] => {
  if (!markdown.includes('|')) return [];
  const found: LongRow[] = [];
  const lines = markdown.split('\n');
  const fences = new FenceReader();
  let columns = 0;
  lines.forEach((line, at) => {
    if (fences.next(line) !== null) columns = 0;
    else if (columns > 0) {
      const ends = cellEnds(line);
      if (OTHER_BLOCK.test(line)) columns = 0;
      else if (ends.length > columns) {
        const kept = line.slice(0, ends[columns - 1]);
        found.push({ at, line, columns, cells: ends.length, kept });
      }
    } else if (line.includes('|') && DELIMITERS.test(line)) {
      const header = cellEnds(lines[at - 1] ?? '').length;
      if (at > 0 && header === cellEnds(line).length) columns = header;
    }
  });
  return found;
};

/** A text without the cells of tables that are never shown. */
export const withoutLostCells = (markdown: string): string => {
  const rows = longRows(markdown);
  if (rows.length === 0) return markdown;
  const lines = markdown.split('\n');
  for (const { at, kept } of rows) lines[at] = kept;
  return lines.join('\n');
};
