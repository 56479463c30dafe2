/** Writes the id of a course into its `course.yaml`, which has none. */
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { OPEN_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';
import type { CourseForm } from '../../core/course/course.ts';
import { codeOf } from '../../disk/disk-error.ts';
import { makeOpenFolder } from '../../disk/make-folder.ts';
import { FOLDER_FIELDS, parseCourseFile } from '../parse/course-file.ts';
import { MARK } from './course-place.ts';
import { LARGEST_FILE } from './scan-files.ts';

/** The file that names a course, relative to the course. */
const courseFile = (form: CourseForm): string =>
  form === 'notes' ? `${MARK}/course.yaml` : 'content/course.yaml';

/** Byte order mark, comments and the line `---` stay in front. */
const BEGINNING = /^\ufeff?(?:[ \t]*(?:#.*)?\r?\n)*(?:---[ \t]*\r?\n)?/;

const ignore = (): void => undefined;

/**
 * The text of a course file with an id, and a title where it had none.
 * @param text what stands there; `''`: nothing yet
 * @param title `null`: a folder of notes, which is called by its name
 * @returns `null` where a new line does not do: the file cannot be read as YAML, or has an `id` that is none
 */
export const withCourseId = (text: string, id: string, title: string | null): string | null => {
  const fields = title === null ? FOLDER_FIELDS : undefined;
  const before = parseCourseFile(text, ignore, fields);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const beginning = BEGINNING.exec(text)?.[0] ?? '';
  const lines = [
    `id: ${id}`,
    ...(before.title === undefined && title !== null ? [`title: ${JSON.stringify(title)}`] : []),
  ];
  const written = `${beginning}${lines.map(line => line + newline).join('')}${text.slice(beginning.length)}`;
  let isSound = true;
  const after = parseCourseFile(written, () => (isSound = false), fields);
  const isKept = after.blueprint === before.blueprint && after.title === (before.title ?? title ?? undefined);
  return isSound && after.id === id && isKept ? written : null;
};

/** What there is of the file, with its rights; `null` where it is there but is not to be written to. */
const readCourseFile = (path: string): { readonly text: string; readonly mode: number } | null => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { text: '', mode: OPEN_FILE };
  if (!stat.isFile()) return null;
  return { text: readRegular(path, 'refuse-link', LARGEST_FILE).toString('utf8'), mode: stat.mode & 0o777 };
};

/** What came of writing an id: `by-hand` where the file is there and has to be changed by its author. */
type Naming = 'written' | 'by-hand' | 'read-only';

/** What a file system says of a place that nothing can be written to. */
const READ_ONLY = /^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|EDQUOT|ENOTSUP)$/;

/**
 * Writes the id of a course into its folder, and nothing else.
 * @param root real path of the course
 * @param title what it is called where the file gives no title
 */
export const writeCourseId = (
  root: string,
  id: string,
  title: string,
  form: CourseForm = 'course',
): Naming => {
  const path = join(root, courseFile(form));
  try {
    const there = readCourseFile(path);
    const text = there === null ? null : withCourseId(there.text, id, form === 'notes' ? null : title);
    if (there === null || text === null) return 'by-hand';
    if (form === 'notes') makeOpenFolder(join(root, MARK));
    writeWhole(path, [Buffer.from(text)], { mode: there.mode, sync: true });
    return 'written';
  } catch (error) {
    return READ_ONLY.test(codeOf(error) ?? '') ? 'read-only' : 'by-hand';
  }
};
