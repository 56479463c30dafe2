import type { CourseReader } from '../core/course.ts';
import type { Journal } from '../core/journal.ts';
import type { Relink } from '../core/relink.ts';
import { findRelinks } from '../core/relink.ts';

/**
 * Records which edited cards keep their progress under a new key. For the start of a session that writes.
 * @returns the new links, to be told once
 * @throws Failure `data`/`not-saved`
 */
export const relinkCourse = (course: CourseReader, journal: Journal): readonly Relink[] => {
  const relinks = findRelinks(course, journal.progress(course.id));
  for (const { from, to } of relinks) journal.append(course.id, { type: 'relinked', from, to });
  return relinks;
};
