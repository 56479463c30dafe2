/** Which line of a list is chosen. */

/** The line `by` further on; never beyond an end. An empty list has 0. */
export const moveBy = (index: number, length: number, by: number): number =>
  Math.max(0, Math.min(index + by, length - 1));
