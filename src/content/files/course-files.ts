import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './read-text.ts';
import { isFileInside } from './is-file-inside.ts';

/** Looks into the files of a course after it was parsed: for lines of findings, and for images. */
interface CourseFiles {
  /** Lines of a file, path relative to the course; empty where it cannot be read. */
  lines(path: string): readonly string[];
  /** Whether the path is a regular file inside the course. */
  exists(path: string): boolean;
}

/** @param root real path of the course */
export const openCourseFiles = (root: string): CourseFiles => {
  const known = new Map<string, readonly string[]>();
  const read = (path: string): readonly string[] => {
    if (!isFileInside(root, path)) return [];
    const file = { path, place: realpathSync(join(root, path)), bytes: 0 };
    return readText(file, () => undefined)?.split('\n') ?? [];
  };
  return {
    lines: path => {
      const lines = known.get(path) ?? read(path);
      known.set(path, lines);
      return lines;
    },
    exists: path => isFileInside(root, path),
  };
};
