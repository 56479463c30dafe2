/** What of a long list of lines is seen. */

/** A list of `length` lines, of which `rows` are seen from `top` on. */
export interface Scroll {
  readonly top: number;
  readonly rows: number;
  readonly length: number;
}

/** The new top after scrolling by so many lines; never beyond an end. */
export const scrollBy = ({ top, rows, length }: Scroll, by: number): number =>
  Math.max(0, Math.min(top + by, length - rows));

/** The new top with which a line is seen, moved as little as possible. */
export const scrollTo = ({ top, rows, length }: Scroll, line: number): number => {
  const wanted = line < top ? line : line >= top + rows ? line - rows + 1 : top;
  return scrollBy({ top: wanted, rows, length }, 0);
};

/** The lines that are seen. */
export const window = <T>(lines: readonly T[], top: number, rows: number): readonly T[] =>
  lines.slice(top, top + rows);
