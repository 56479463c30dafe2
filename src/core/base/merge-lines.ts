/** Merges two versions of a text that come from one: each side's changes, and where both changed, both. */

/** Pairs of lines compared at most; beyond that a merge would take too long. */
const MOST_PAIRS = 4_000_000;

/** For each line of `a` the line of `b` it is, -1 for none: a longest common subsequence. */
const matches = (a: readonly string[], b: readonly string[]): Int32Array => {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const found = new Int32Array(a.length).fill(-1);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) found[i++] = j++;
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);

/** Whether all lines of one stand in the other, in order. */
const isWithin = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0;
  for (const line of whole) if (at < part.length && line === part[at]) at++;
  return at === part.length;
};

/**
 * A three-way merge by lines without conflicts: a stretch that one side changed is that side's, one that both changed
 * has the lines of `theirs` and then those of `ours` (the way of `merge=union` in git), but for lines that one of them
 * has all of.
 * @returns `null` where the texts are too long to be compared
 */
export const mergeLines = (base: string, theirs: string, ours: string): string | null => {
  const [b, t, o] = [base.split('\n'), theirs.split('\n'), ours.split('\n')];
  if (b.length * t.length > MOST_PAIRS || b.length * o.length > MOST_PAIRS) return null;
  const [inTheirs, inOurs] = [matches(b, t), matches(b, o)];
  const merged: string[] = [];
  let [atBase, atTheirs, atOurs] = [0, 0, 0];
  const take = (toBase: number, toTheirs: number, toOurs: number): void => {
    const was = b.slice(atBase, toBase);
    const their = t.slice(atTheirs, toTheirs);
    const our = o.slice(atOurs, toOurs);
    if (same(their, our) || same(our, was)) merged.push(...their);
    else if (same(their, was) || isWithin(their, our)) merged.push(...our);
    else if (isWithin(our, their)) merged.push(...their);
    else merged.push(...their, ...our);
    [atBase, atTheirs, atOurs] = [toBase, toTheirs, toOurs];
  };
  for (let i = 0; i < b.length; i++) {
    const [x, y] = [inTheirs[i] ?? -1, inOurs[i] ?? -1];
    if (x === -1 || y === -1) continue;
    take(i, x, y);
    merged.push(b[i] ?? '');
    [atBase, atTheirs, atOurs] = [i + 1, x + 1, y + 1];
  }
  take(b.length, t.length, o.length);
  return merged.join('\n');
};
