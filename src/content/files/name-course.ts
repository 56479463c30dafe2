/** Writes the id of a course into its `content/course.yaml`, which has none. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';
import { parseCourseFile } from '../parse/course-file.ts';
import { LARGEST_FILE } from './scan-files.ts';

/** The file that names a course, relative to the course. */
export const COURSE_FILE = 'content/course.yaml';

/** Byte order mark, comments and the line `---` stay in front. */
const BEGINNING = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*(?:---[ \t]*\r?\n)?/;

const ignore = (): void => undefined;

/**
 * The text of a course file with an id, and a title where it had none.
 * @param text what stands there; `''`: nothing yet
 * @returns `null` where a new line does not do: the file cannot be read as YAML, or has an `id` that is none
 */
export const withCourseId = (text: string, id: string, title: string): string | null => {
  const before = parseCourseFile(text, ignore);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const beginning = BEGINNING.exec(text)?.[0] ?? '';
  const lines = [`id: ${id}`, ...(before.title === undefined ? [`title: ${JSON.stringify(title)}`] : [])];
  const written = `${beginning}${lines.map(line => line + newline).join('')}${text.slice(beginning.length)}`;
  let isSound = true;
  const after = parseCourseFile(written, () => (isSound = false));
  const isKept = after.blueprint === before.blueprint && after.title === (before.title ?? title);
  return isSound && after.id === id && isKept ? written : null;
};

/** What there is of the file, with its rights; `null` where it is there but is not to be written to. */
const readCourseFile = (path: string): { readonly text: string; readonly mode: number } | null => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { text: '', mode: OPEN_FILE };
  if (!stat.isFile()) return null;
  return { text: readRegular(path, 'refuse-link', LARGEST_FILE).toString('utf8'), mode: stat.mode & 0o777 };
};

/**
 * Writes the id of a course into its folder.
 * @param root real path of the course
 * @param title what it is called where the file gives no title
 * @returns `false` where the file has to be changed by hand; then nothing was written
 */
export const writeCourseId = (root: string, id: string, title: string): boolean => {
  const path = join(root, COURSE_FILE);
  try {
    const there = readCourseFile(path);
    const text = there === null ? null : withCourseId(there.text, id, title);
    if (there === null || text === null) return false;
    writeWhole(path, [Buffer.from(text)], { mode: there.mode, sync: true });
    return true;
  } catch {
    return false;
  }
};
