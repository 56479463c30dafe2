import type { Dirent } from 'node:fs';
import { readdirSync, realpathSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import type { CourseForm } from '../../core/course/course.ts';
import { courseRoot, formOf, isFolder, isInside, MARK } from './course-place.ts';
import type { ProblemLog } from './problem-log.ts';

const MOST_FILES = 50_000;

/** Bytes; a larger file is reported and not read. */
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
  readonly form: CourseForm;
  readonly files: readonly CourseFile[];
  /** Modification times of everything found, in ms since the epoch. */
  readonly modified: readonly number[];
  /** Changes when any file is added, removed, changed or touched: paths, sizes and times. */
  readonly stamp: string;
}

/** Names nothing reads on purpose: README files, and what begins with a dot. */
const isSkipped = (name: string): boolean => name.startsWith('.') || /^readme(?:\.\w+)?$/i.test(name);

/** Folders of a folder of notes that hold none. */
const isForeign = (name: string): boolean => /^(?:node_modules|_?templates?)$/i.test(name);
/** Files of a folder of notes that are looked at; there may be any others. */
const IS_NOTES_FILE = /\.(?:md|ya?ml|gift|txt)$/i;
/** Drawings that are kept as notes. */
const IS_DRAWING = /\.excalidraw\.md$/i;

/** Where a scan looks, and what it passes over. */
interface Walk {
  readonly root: string;
  readonly form: CourseForm;
  /** Folders of the root, or `''` for the root itself. */
  readonly tops: readonly string[];
  /** Deepest folder below them that is looked into. */
  readonly deepest: number;
  readonly passesFolder: (name: string) => boolean;
  readonly passesFile: (name: string) => boolean;
  /** Files beside them that are looked at where they are there. */
  readonly also: readonly string[];
}

/** In a course areas hold notes and folders of images, no more. */
const COURSE_WALK = {
  form: 'course',
  deepest: 8,
  passesFolder: () => false,
  passesFile: () => false,
  also: [],
} as const satisfies Partial<Walk>;

const NOTES_WALK = {
  form: 'notes',
  tops: [''],
  deepest: 40,
  passesFolder: isForeign,
  passesFile: (name: string) => !IS_NOTES_FILE.test(name) || IS_DRAWING.test(name),
  also: ['course.yaml', 'renames.yaml', 'style.tsv', 'glossary.yaml'].map(name => `${MARK}/${name}`),
} as const satisfies Partial<Walk>;

const readdirOf = (folder: string): readonly Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

/** Lists the files below some folders of a root; see {@link scanCourse}. */
const scanFolders = (walked: Walk, log: ProblemLog): Scan => {
  const { root, form, tops, deepest, passesFolder, passesFile, also } = walked;
  /** What the stamp is made of. To hash each line by itself takes longer than to read the time of the file. */
  const lines: string[] = [];
  const files: CourseFile[] = [];
  const modified: number[] = [];

  const note = (path: string, entry: Dirent, place: string): void => {
    const report = log.file(path);
    let real = place;
    try {
      if (entry.isSymbolicLink()) {
        real = realpathSync(place);
        if (!isInside(root, real)) {
          lines.push(`${path}\0outside\n`);
          report('link-outside', 0, 'This link leads out of the course, so it is not read');
          return;
        }
        const target = real
          .slice(root.length + 1)
          .split(sep)
          .join('/');
        const isRead =
          form === 'notes'
            ? IS_NOTES_FILE.test(target) && !target.split('/').some(isSkipped)
            : /^(?:content|questions)\/.*\.(?:md|yaml)$/.test(target);
        if (isRead) {
          lines.push(`${path}\0twice\n`);
          report('link-inside', 0, `This link leads to ${target}, which is read where it stands`);
          return;
        }
      }
      // In thousandths of a ms at least, which no two changes share; times in whole ns take twice as long to get.
      const stat = statSync(real);
      lines.push(`${path}\0${stat.size}\0${stat.mtimeMs}\0${stat.ctimeMs}\n`);
      modified.push(stat.mtimeMs);
      if (!stat.isFile()) {
        report(
          'file-unreadable',
          0,
          `This is ${stat.isDirectory() ? 'a link to a folder' : 'no regular file'}, so it is not read`,
        );
      } else if (stat.size > LARGEST_FILE) {
        report('file-too-large', 0, 'The file is larger than 2 MiB, so it is not read');
      } else files.push({ path, place: real, bytes: stat.size });
    } catch {
      lines.push(`${path}\0unreadable\n`);
      report('file-unreadable', 0, 'The file cannot be read');
    }
  };

  const walk = (path: string, depth: number): void => {
    const place = join(root, path);
    let entries: Dirent[];
    try {
      entries = readdirSync(place, { withFileTypes: true });
    } catch {
      lines.push(`${path}\0closed\n`);
      log.file(path === '' ? '.' : path)('file-unreadable', 0, 'The folder cannot be read');
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (isSkipped(entry.name)) continue;
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (files.length >= MOST_FILES) return;
      if (entry.isDirectory() ? passesFolder(entry.name) : passesFile(entry.name)) continue;
      if (!entry.isDirectory()) note(child, entry, `${place}${sep}${entry.name}`);
      else if (depth < deepest) walk(child, depth + 1);
      else log.file(child)('misplaced-file', 0, 'The folder is too deep, so it is not read');
    }
  };

  for (const top of tops) walk(top, 0);
  for (const entry of also.length === 0 ? [] : readdirOf(join(root, MARK))) {
    const path = `${MARK}/${entry.name}`;
    if (also.includes(path) && !entry.isDirectory()) note(path, entry, join(root, path));
  }
  if (files.length >= MOST_FILES)
    log.file(tops[0] ?? '')('too-many-files', 0, 'The course has more than 50,000 files');
  return { root, form, files, modified, stamp: createHash('sha256').update(lines.join('')).digest('hex') };
};

/**
 * Lists the files of a course, or of a folder of notes. Links are followed to regular files inside it only; everything
 * else is reported and left out.
 * @throws Failure `data` where the folder cannot be opened, or holds no notes
 */
export const scanCourse = (folder: string, log: ProblemLog): Scan => {
  const root = courseRoot(folder);
  if (formOf(root) === 'notes') return scanFolders({ ...NOTES_WALK, root }, log);
  const tops = isFolder(root, 'questions') ? ['content', 'questions'] : ['content'];
  return scanFolders({ ...COURSE_WALK, root, tops }, log);
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
  return scanFolders({ ...COURSE_WALK, root, tops: isFolder(root, 'content') ? ['content'] : [] }, log);
};
