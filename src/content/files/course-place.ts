/** Where a course lies, and which form it has: `content/` and `questions/`, or a folder of notes. */
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import type { CourseForm } from '../../core/course/course.ts';

/** The folder that marks a folder of notes as a course; its `course.yaml` has the id. */
export const MARK = '.study';

/** The file with the id and title of a course, relative to it; absent: `course`. */
export const courseFileOf = (form: CourseForm | undefined): string =>
  form === 'notes' ? `${MARK}/course.yaml` : 'content/course.yaml';

/** Whether a place is a folder or lies in it; both are real paths. */
export const isInside = (root: string, place: string): boolean =>
  place === root || place.startsWith(root.endsWith(sep) ? root : root + sep);

/** Real path of a folder; as it was given where there is none. */
export const realFolder = (folder: string): string => {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
};

/** Whether a real folder, and no link to one, has this name in the course. */
export const isFolder = (root: string, name: string): boolean => {
  try {
    return lstatSync(join(root, name)).isDirectory();
  } catch {
    return false;
  }
};

const isFile = (root: string, name: string): boolean => {
  try {
    return lstatSync(join(root, name)).isFile();
  } catch {
    return false;
  }
};

/** Whether a folder has a `content/`, so that it is a course of that form. */
export const isCourseFolder = (folder: string): boolean => isFolder(folder, 'content');

/** The form of a course: where `.study/course.yaml` marks a folder of notes, a `content/` in it is one more folder. */
export const formOf = (root: string): CourseForm =>
  isCourseFolder(root) && (isFile(root, 'content/course.yaml') || !isFile(root, `${MARK}/course.yaml`))
    ? 'course'
    : 'notes';

/** Folders from one up to the top. */
const upwards = function* (from: string): Iterable<string> {
  for (let at = from; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
};

/** The course in whose `content/` or `questions/` a path lies; `null`: there is none. */
export const courseAbove = (path: string): string | null => {
  for (const at of upwards(dirname(resolve(path)))) {
    const [top] = relative(at, resolve(path)).split(sep);
    if ((top === 'content' || top === 'questions') && isCourseFolder(at)) return at;
  }
  return null;
};

/**
 * The nearest folder that is marked as a course, from one upwards: `.study/`, or `content/course.yaml`.
 * @param ignored real paths of folders that are no marks, such as the learner's own home
 */
export const markedAbove = (folder: string, ignored: ReadonlySet<string>): string | null => {
  for (const at of upwards(resolve(folder))) {
    if (isFile(at, 'content/course.yaml')) return at;
    if (isFolder(at, MARK) && !ignored.has(realFolder(join(at, MARK)))) return at;
  }
  return null;
};

/** Whether a path is a file, not a folder. */
export const isFilePath = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Real path of the folder in which a file lies. */
export const courseFolderOf = (file: string): string => realFolder(dirname(file));

const NOTE = /\.md$/i;
/** Files of a project that are no notes. */
const ABOUT =
  /^(?:readme|changelog|changes|history|contributing|license|licence|code_of_conduct|security|support|authors|governance|agents|todo)(?:[._-].*)?\.md$/i;

/** Folders that are looked into for notes, at most. */
const MOST_FOLDERS = 2000;

/** Names of the files in a folder and below it whose names fit, up to `most` of them; hidden folders are left out. */
const filesBelow = (root: string, pattern: RegExp, most: number): readonly string[] => {
  const names: string[] = [];
  const waiting = [root];
  for (let looked = 0; waiting.length > 0 && looked < MOST_FOLDERS; looked++) {
    const at = waiting.shift() ?? root;
    try {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory()) waiting.push(join(at, entry.name));
        else if (pattern.test(entry.name) && names.push(entry.name) >= most) return names;
      }
    } catch {
      // What cannot be read holds nothing for us.
    }
  }
  return names;
};

/** A folder of Obsidian says by this that all that lies in it are notes. */
const VAULT = '.obsidian';

/**
 * Notes that lie in the folder itself, in a vault of Obsidian below it, too; other than what projects say about
 * themselves. 0 where it cannot be read.
 */
export const countNotes = (folder: string): number => {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const names = entries.some(entry => entry.name === VAULT && entry.isDirectory())
      ? filesBelow(folder, NOTE, Infinity)
      : entries.filter(entry => entry.isFile() && NOTE.test(entry.name)).map(({ name }) => name);
    return names.filter(name => !name.startsWith('.') && !ABOUT.test(name)).length;
  } catch {
    return 0;
  }
};

/** Whether something that a course is made of lies in a folder or below it. */
const holdsNote = (root: string): boolean => filesBelow(root, /\.(?:md|ya?ml|gift)$/i, 1).length > 0;

/**
 * Real path of a course.
 * @throws Failure `data` where it is no folder, lies inside a course, or holds no notes
 */
export const courseRoot = (folder: string): string => {
  let root: string;
  const inside = (path: string): string | undefined => {
    const above = courseAbove(path);
    return above === null ? undefined : `--course ${above}, the course that it belongs to`;
  };
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) throw new Error('not a folder');
  } catch {
    throw new Failure('data', 'The course folder cannot be opened', {
      code: 'course-not-found',
      place: folder,
      try: folder.startsWith('~')
        ? 'a path without quotes around its ~, or a whole path: no program but the shell knows what ~ is'
        : (inside(folder) ?? 'give a folder with notes (.md), or with content/ and questions/'),
    });
  }
  if (formOf(root) === 'course') return root;
  const part = inside(root);
  if (part !== undefined)
    throw new Failure('data', 'This folder is a part of a course, and no course of its own', {
      code: 'no-course',
      place: folder,
      try: part,
    });
  if (!isFolder(root, MARK) && !holdsNote(root))
    throw new Failure('data', 'There are no notes in this folder, so it is no course', {
      code: 'no-course',
      place: folder,
      try: 'give a folder with notes that end in .md (study help formats), or study new course DIR',
    });
  return root;
};
