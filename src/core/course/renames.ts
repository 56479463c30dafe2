import type { Rename } from './course.ts';

/**
 * The newest key of each old one, however often it was renamed. A circle, which is an error in the course, leads
 * nowhere and is left out.
 */
export const newestKeys = (renames: readonly Pick<Rename, 'from' | 'to'>[]): ReadonlyMap<string, string> => {
  const next = new Map(renames.map(({ from, to }) => [from, to]));
  const newest = new Map<string, string>();
  for (const from of next.keys()) {
    const seen = new Set([from]);
    let key = next.get(from) ?? from;
    while (next.has(key) && !seen.has(key)) {
      seen.add(key);
      key = next.get(key) ?? key;
    }
    if (!seen.has(key)) newest.set(from, key);
  }
  return newest;
};
