/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
export const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

/** Longest word worth comparing: what is longer is no slip of the fingers. */
const LONGEST = 60;

/**
 * The candidate a person most likely meant, or `undefined`. A typo may be two fifths of the word (as npm
 * does), but only one slip where the first letter is another: `import` is no slip for `export`. Otherwise a
 * candidate is taken that the word begins, or a part of which it is. Of two as near, the one that goes on as the
 * word does.
 */
export const didYouMean = (word: string, candidates: Iterable<string>): string | undefined => {
  const wanted = word.toLowerCase();
  if (wanted === '' || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const distance = editDistance(wanted, name);
    const goesOn = name.startsWith(wanted);
    const slips = name[0] === wanted[0] ? Math.max(1, Math.floor(0.4 * Math.max(wanted.length, 3))) : 1;
    const near = distance <= slips;
    const part = wanted.length >= 3 && (goesOn || name.split('-').includes(wanted));
    const score = near
      ? distance - (goesOn ? 0.5 : 0)
      : part
        ? 10 + name.length - wanted.length
        : Number.POSITIVE_INFINITY;
    if (score < bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
};
