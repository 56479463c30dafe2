import type { CourseReader } from '../../core/course/course.ts';

/** The key an item has after an edit: its own, or that of the item which now stands where it stood. */
export const findEdited = (
  course: CourseReader,
  key: string,
  { topic, type, line }: { readonly topic: string; readonly type: string; readonly line: number },
): string => {
  if (course.has(key)) return key;
  let nearest = { key, distance: Infinity };
  for (const entry of course.items) {
    if (entry.topic !== topic || entry.type !== type) continue;
    const distance = Math.abs((course.item(entry.key)?.line ?? Infinity) - line);
    if (distance < nearest.distance) nearest = { key: entry.key, distance };
  }
  return nearest.key;
};
