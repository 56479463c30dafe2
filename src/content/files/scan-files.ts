import type { Dirent } from 'node:fs';
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve, sep } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import type { ProblemLog } from './problem-log.ts';

/** Deepest folder below `content/` that is looked into: areas hold notes and folders of images, no more. */
const DEEPEST = 8;
const MOST_FILES = 50_000;
export const LARGEST_FILE = 2 * 1024 * 1024;

/** A regular file inside the course. */
export interface CourseFile {
  /** Relative to the course, with `/`. */
  readonly path: string;
  /** Its real place on the disk. */
  readonly place: string;
  readonly bytes: number;
}

/** What the folders hold, without opening a file. */
export interface Scan {
  /** Real path of the course. */
  readonly root: string;
  readonly files: readonly CourseFile[];
  /** Modification times of everything found, in ns since the epoch. */
  readonly modified: readonly bigint[];
  /** Changes when any file is added, removed, changed or touched: paths, sizes and times. */
  readonly stamp: string;
}

const isInside = (root: string, place: string): boolean =>
  place === root || place.startsWith(root.endsWith(sep) ? root : root + sep);

/** Whether a real folder, and no link to one, has this name in the course. */
const isFolder = (root: string, name: string): boolean => {
  try {
    return lstatSync(join(root, name)).isDirectory();
  } catch {
    return false;
  }
};

/** The nearest folder above a path that is a course; `null`: there is none. */
export const courseAbove = (path: string): string | null => {
  for (let at = dirname(resolve(path)); ; at = dirname(at)) {
    if (isFolder(at, 'content')) return at;
    if (dirname(at) === at) return null;
  }
};

const courseRoot = (folder: string): string => {
  let root: string;
  try {
    root = realpathSync(folder);
    if (!statSync(root).isDirectory()) throw new Error('not a folder');
  } catch {
    const above = courseAbove(folder);
    throw new Failure('data', 'The course folder cannot be opened', {
      code: 'course-not-found',
      place: folder,
      try: folder.startsWith('~')
        ? 'a path without quotes around its ~, or a whole path: no program but the shell knows what ~ is'
        : above === null
          ? 'give a folder that has content/ and questions/'
          : `--course ${above}, the course that it belongs to`,
    });
  }
  if (!isFolder(root, 'content')) {
    const above = courseAbove(root);
    throw new Failure('data', 'There is no folder content/ in this folder, so it is no course', {
      code: 'no-course',
      place: folder,
      try:
        above === null
          ? 'give the folder that holds content/ and questions/ (study help formats)'
          : `--course ${above}, the course that it belongs to`,
    });
  }
  return root;
};

/** Names nothing reads on purpose: README files, and what begins with a dot. */
const isSkipped = (name: string): boolean => name.startsWith('.') || /^readme(?:\.\w+)?$/i.test(name);

/** Lists the files below some folders of a root; see {@link scanCourse}. */
const scanFolders = (root: string, tops: readonly string[], log: ProblemLog): Scan => {
  const hash = createHash('sha256');
  const files: CourseFile[] = [];
  const modified: bigint[] = [];

  const note = (path: string, entry: Dirent, place: string): void => {
    const report = log.file(path);
    let real = place;
    try {
      if (entry.isSymbolicLink()) {
        real = realpathSync(place);
        if (!isInside(root, real)) {
          hash.update(`${path}\0outside\n`);
          report('link-outside', 0, 'This link leads out of the course, so it is not read');
          return;
        }
        const target = real
          .slice(root.length + 1)
          .split(sep)
          .join('/');
        if (/^(?:content|questions)\/.*\.(?:md|yaml)$/.test(target)) {
          hash.update(`${path}\0twice\n`);
          report('link-inside', 0, `This link leads to ${target}, which is read where it stands`);
          return;
        }
      }
      const stat = statSync(real, { bigint: true });
      hash.update(`${path}\0${stat.size}\0${stat.mtimeNs}\0${stat.ctimeNs}\n`);
      modified.push(stat.mtimeNs);
      if (!stat.isFile()) {
        report(
          'file-unreadable',
          0,
          `This is ${stat.isDirectory() ? 'a link to a folder' : 'no regular file'}, so it is not read`,
        );
      } else if (stat.size > BigInt(LARGEST_FILE)) {
        report('file-too-large', 0, 'The file is larger than 2 MiB, so it is not read');
      } else files.push({ path, place: real, bytes: Number(stat.size) });
    } catch {
      hash.update(`${path}\0unreadable\n`);
      report('file-unreadable', 0, 'The file cannot be read');
    }
  };

  const walk = (path: string, depth: number): void => {
    const place = join(root, path);
    let entries: Dirent[];
    try {
      entries = readdirSync(place, { withFileTypes: true });
    } catch {
      hash.update(`${path}\0closed\n`);
      log.file(path)('file-unreadable', 0, 'The folder cannot be read');
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      const child = `${path}/${entry.name}`;
      if (files.length >= MOST_FILES) return;
      if (!entry.isDirectory()) note(child, entry, join(place, entry.name));
      else if (depth < DEEPEST) walk(child, depth + 1);
      else log.file(child)('misplaced-file', 0, 'The folder is too deep, so it is not read');
    }
  };

  for (const top of tops) walk(top, 0);
  if (files.length >= MOST_FILES)
    log.file('content')('too-many-files', 0, 'The course has more than 50,000 files');
  return { root, files, modified, stamp: hash.digest('hex') };
};

/**
 * Lists the files of a course. Links are followed to regular files inside the course only; everything else is
 * reported and left out.
 * @throws Failure `data` where the folder or its `content/` cannot be opened
 */
export const scanCourse = (folder: string, log: ProblemLog): Scan => {
  const root = courseRoot(folder);
  return scanFolders(root, isFolder(root, 'questions') ? ['content', 'questions'] : ['content'], log);
};

/**
 * Lists the files with a learner's own cards on a course. Nothing there is nothing found.
 * @param folder `own/<course>` of the learner's data
 */
export const scanOwnCards = (folder: string, log: ProblemLog): Scan => {
  let root = folder;
  try {
    root = realpathSync(folder);
  } catch {
    // It went a moment ago.
  }
  return scanFolders(root, isFolder(root, 'content') ? ['content'] : [], log);
};

/** Whether a folder has a `content/`, so that it can be opened as a course. */
export const isCourseFolder = (folder: string): boolean => isFolder(folder, 'content');

/** Whether a path relative to the course is a regular file inside it. */
export const isFileInside = (root: string, path: string): boolean => {
  try {
    const real = realpathSync(join(root, path));
    return isInside(root, real) && statSync(real).isFile();
  } catch {
    return false;
  }
};
