/** Which of some numbers stand in rising order: as many as can, and of those that are equally many the first found. */

/**
 * The members of a longest rising subsequence.
 * @param numbers each once
 */
export const inOrder = (numbers: readonly number[]): ReadonlySet<number> => {
  /** Length of the longest that ends at each place, and the place before it there. */
  const lengths: number[] = [];
  const before: number[] = [];
  let end = -1;
  numbers.forEach((number, at) => {
    let [length, from] = [1, -1];
    for (let i = 0; i < at; i++) {
      if ((numbers[i] ?? Infinity) < number && (lengths[i] ?? 0) + 1 > length) {
        [length, from] = [(lengths[i] ?? 0) + 1, i];
      }
    }
    lengths.push(length);
    before.push(from);
    if (end === -1 || length > (lengths[end] ?? 0)) end = at;
  });
  const kept = new Set<number>();
  for (let at = end; at !== -1; at = before[at] ?? -1) kept.add(numbers[at] ?? -1);
  return kept;
};
