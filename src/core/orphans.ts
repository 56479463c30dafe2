import type { CourseReader } from './course.ts';
import type { Progress } from './progress.ts';

/** Keys that have progress but no item in the course any more: kept for ever, shown by `study doctor`. */
export const orphansOf = (course: CourseReader, progress: Progress): readonly string[] =>
  [...progress.items.keys()].filter(key => course.entry(key) === undefined).sort();
