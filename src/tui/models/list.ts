/** Lists and long texts: which entry is chosen, and which lines are in view. */

/** The line `by` further on; never beyond an end. An empty list has 0. */
export const moveBy = (index: number, length: number, by: number): number =>
  Math.max(0, Math.min(index + by, length - 1));

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

/**
 * The new top with which all lines from `from` to `to` are seen, moved as little as possible; of more than there is
 * room for the first.
 */
export const scrollToRange = (scroll: Scroll, from: number, to: number): number =>
  scrollTo({ ...scroll, top: scrollTo(scroll, to) }, from);

/** How many lines are out of sight. */
export const hiddenLines = ({
  top,
  rows,
  length,
}: Scroll): { readonly above: number; readonly below: number } => ({
  above: top,
  below: Math.max(0, length - rows - top),
});

/** The lines that are seen. */
export const window = <T>(lines: readonly T[], top: number, rows: number): readonly T[] =>
  lines.slice(top, top + rows);
