/**
 * The elements with the `count` lowest scores, ascending; of equal scores the earlier ones. A few of many are
 * found without sorting all of them.
 * @param scores one for each element
 */
export const lowest = (
  elements: readonly number[],
  scores: readonly number[],
  count: number,
): readonly number[] => {
  if (count <= 0) return [];
  const border = count < elements.length ? (Float64Array.from(scores).sort()[count - 1] ?? 0) : Infinity;
  const score = (i: number): number => scores[i] ?? 0;
  const positions: number[] = [];
  for (let i = 0; i < elements.length; i++) if (score(i) <= border) positions.push(i);
  return positions
    .sort((a, b) => score(a) - score(b) || a - b)
    .slice(0, count)
    .map(i => elements[i] ?? 0);
};
