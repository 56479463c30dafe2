/** Items with progress that the course no longer has under any of their keys. */
import type { CourseReader } from '../course/course.ts';
import { relativesOf } from '../fold/families.ts';
import type { Asked, Progress } from '../journal/progress.ts';

/** An item whose progress is kept though the course does not have it any more. */
export interface Orphan {
  /** The newest of its keys. */
  readonly key: string;
  /** All of its keys, that one first. */
  readonly keys: readonly string[];
  /** What it asked under them, the newest text first; empty where no record says so. */
  readonly asked: readonly Asked[];
}

/** The orphans by key: kept for ever, shown by `study doctor` and `study progress relink`. */
export const orphansOf = (
  course: Pick<CourseReader, 'has' | 'rows'>,
  { items, families, prompts }: Progress,
): readonly Orphan[] => {
  const orphans: Orphan[] = [];
  const known = course.rows?.keys ?? null;
  for (const key of known !== null && items.outside ? items.outside(known) : items.keys()) {
    if (course.has(key)) continue;
    const keys = relativesOf(families, key);
    if (keys.length > 1 && keys.some(each => course.has(each))) continue;
    const asked = keys.flatMap(each => prompts.get(each) ?? []).sort((a, b) => b.lc - a.lc);
    orphans.push({ key, keys, asked });
  }
  return orphans.sort((a, b) => (a.key < b.key ? -1 : 1));
};

/** Items that stand in the course under two keys of one family: what each of them does. */
interface SharedItem {
  /** The key that keeps the history. */
  readonly keeps: string;
  /** The keys that begin anew. */
  readonly begin: readonly string[];
}

/** Families of which the course has several keys: the one to which the newest link leads keeps the history. */
export const sharedItems = (
  course: Pick<CourseReader, 'has'>,
  { families }: Pick<Progress, 'families'>,
): readonly SharedItem[] =>
  [...new Set(families.values())].flatMap(keys => {
    const [keeps, ...begin] = keys.filter(key => course.has(key));
    return keeps === undefined || begin.length === 0 ? [] : [{ keeps, begin }];
  });
