import { padEnd, padStart, cellWidth } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

type Lines = readonly string[];

type CellAlign = 'left' | 'center' | 'right';

/** A table whose cells may carry styles and newlines. Every row has as many cells as the header. */
interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly aligns: readonly CellAlign[];
}

interface TableOptions {
  /** Cells a line may take. */
  readonly width: number;
  /** One cell of the rule below the header. */
  readonly rule: string;
  readonly dim: (text: string) => string;
}

const GAP = '  ';
/** A column that must wrap is no narrower than this, or than its widest cell. */
const NARROWEST = 8;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const widest = (cells: readonly string[], split: RegExp): number =>
  cells.reduce(
    (most, cell) => cell.split(split).reduce((max, part) => Math.max(max, cellWidth(part)), most),
    0,
  );

/** Cells for each column, or `null` where the columns do not fit even when they wrap. */
const columnWidths = ({ header, rows }: Table, width: number): readonly number[] | null => {
  const room = width - GAP.length * (header.length - 1);
  const columns = header.map((title, i) => [title, ...rows.map(row => row[i] ?? '')]);
  const natural = columns.map(cells => widest(cells, /\n/));
  if (sum(natural) <= room) return natural;
  // A word that takes most of the line may be cut, such as an address; any other is kept whole.
  const longest = Math.max(NARROWEST, Math.floor(0.6 * room));
  const least = columns.map((cells, i) =>
    Math.min(natural[i] ?? 0, Math.max(NARROWEST, Math.min(longest, widest(cells, /[ \n]/)))),
  );
  if (sum(least) > room) return null;
  // Narrow columns keep their width, for they are scanned; the wide ones share what remains evenly.
  const widths = [...natural];
  const order = natural.map((_, i) => i).sort((a, b) => (natural[a] ?? 0) - (natural[b] ?? 0));
  let left = room;
  let reserved = sum(least);
  order.forEach((i, position) => {
    const lowest = least[i] ?? 0;
    reserved -= lowest;
    const share = Math.floor(left / (order.length - position));
    const cells = Math.min(natural[i] ?? 0, Math.max(lowest, share), left - reserved);
    widths[i] = cells;
    left -= cells;
  });
  return widths;
};

const align = (text: string, width: number, how: CellAlign | undefined): string => {
  if (how === 'right') return padStart(text, width);
  if (how !== 'center') return padEnd(text, width);
  const before = Math.floor((width - cellWidth(text)) / 2);
  return padEnd(' '.repeat(Math.max(0, before)) + text, width);
};

/** One row as lines; `bottom` puts short cells on its last lines. */
const rowLines = (
  cells: readonly Lines[],
  widths: readonly number[],
  aligns: readonly CellAlign[],
  bottom: boolean,
): readonly string[] => {
  const height = Math.max(1, ...cells.map(lines => lines.length));
  return Array.from({ length: height }, (_, y) =>
    cells
      .map((lines, i) =>
        align(lines[bottom ? y - height + lines.length : y] ?? '', widths[i] ?? 0, aligns[i]),
      )
      .join(GAP)
      .trimEnd(),
  );
};

/** Each row as a block of `title: value` lines, for a table that is too wide for the line. */
const records = ({ header, rows }: Table, width: number): readonly string[] =>
  rows.flatMap((row, y) => {
    const lines = row.flatMap((cell, i) => {
      const title = header[i] ?? '';
      if (cell === '' && i > 0) return [];
      const text = title === '' ? cell : `${title}: ${cell}`;
      const [first = '', ...rest] = wrapText(text, width - 4);
      const indent = i === 0 ? '' : '  ';
      return [indent + first, ...rest.map(line => `${indent}  ${line}`)];
    });
    return y === 0 ? lines : ['', ...lines];
  });

/**
 * A table as lines of at most `width` cells, without frames: columns two spaces apart, a rule below the
 * header, cells wrapped where the line is too short, and where even that is not enough, one record for each row.
 */
export const layoutTable = (table: Table, options: TableOptions): readonly string[] => {
  const { header, rows, aligns } = table;
  const widths = columnWidths(table, options.width);
  if (widths === null) return records(table, options.width);
  const wrapRow = (row: readonly string[]): readonly Lines[] =>
    row.map((cell, i) => wrapText(cell, Math.max(2, widths[i] ?? 0)));
  const titled = header.some(title => title !== '');
  const head = titled
    ? [
        ...rowLines(wrapRow(header), widths, aligns, true),
        options.dim(widths.map(cells => options.rule.repeat(cells)).join(GAP)),
      ]
    : [];
  const body = rows.map(wrapRow);
  // The first column says where a row begins, unless it wraps itself. An empty one goes on with the row above.
  const apart = body.some(([first]) => (first?.length ?? 0) > 1);
  const continues = ([first]: readonly Lines[]): boolean => first?.length === 1 && first[0] === '';
  return [
    ...head,
    ...body.flatMap((cells, y) => [
      ...(apart && y > 0 && !continues(cells) ? [''] : []),
      ...rowLines(cells, widths, aligns, false),
    ]),
  ];
};
