/** Files that `study new` makes: never over one that is there. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeNew } from '../../disk/atomic-file.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';
import { makeOpenFolder } from '../../disk/make-folder.ts';
import { OPEN_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';
import { Failure } from '../../core/base/failure.ts';
import { LARGEST_FILE } from './scan-files.ts';

const failing = (path: string, error: unknown): never => {
  if (error instanceof Failure) throw error;
  throw new Failure('data', `The file cannot be written: ${reasonOf(error)}`, {
    code: 'not-writable',
    place: path,
    try: 'another folder, or the rights to write to this one',
  });
};

/** Makes a file. @throws Failure `usage` where one is there, `data` where it cannot be written */
export const makeNewFile = (path: string, text: string): void => {
  try {
    makeOpenFolder(dirname(path));
    let isPlaced = true;
    writeWhole(path, [Buffer.from(text)], {
      mode: OPEN_FILE,
      sync: true,
      place: (draft, to) => (isPlaced = placeNew(draft, to)),
    });
    if (!isPlaced)
      throw new Failure('usage', 'There is a file of this name already', {
        code: 'file-exists',
        place: path,
        try: 'another name, or open that one in your editor',
      });
  } catch (error) {
    failing(path, error);
  }
};

/**
 * Adds to the end of a file, or makes it with a head.
 * @returns the line on which the addition begins, from 1
 * @throws Failure `data` where it cannot be written; then it is as it was
 */
export const addToFile = (path: string, head: string, text: string): number => {
  try {
    const before = readRegular(path, 'refuse-link', LARGEST_FILE).toString('utf8');
    const joint = before === '' || before.endsWith('\n') ? '' : '\n';
    const kept = `${before}${joint}${before.trim() === '' ? '' : '\n'}`;
    writeWhole(path, [Buffer.from(kept + text)], { mode: OPEN_FILE, sync: true });
    return kept.split('\n').length;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return failing(path, error);
    makeNewFile(path, head + text);
    return head.split('\n').length;
  }
};

/** Whether a folder is not there, or holds nothing. */
export const isFree = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
};

/** Copies `content/` and `questions/` of a course. @throws Failure `data` */
export const copyCourse = (from: string, to: string): void => {
  try {
    makeOpenFolder(to);
    for (const name of ['content', 'questions'])
      if (existsSync(join(from, name)))
        cpSync(join(from, name), join(to, name), { recursive: true, errorOnExist: true, force: false });
  } catch (error) {
    failing(to, error);
  }
};

/** Text of a file of a course. @throws Failure `data` */
export const readCourseText = (path: string): string => {
  try {
    return readRegular(path, 'refuse-link', LARGEST_FILE).toString('utf8');
  } catch (error) {
    return failing(path, error);
  }
};

/** Puts a new text in place of a file's. @throws Failure `data` */
export const replaceText = (path: string, text: string): void => {
  try {
    writeWhole(path, [Buffer.from(text)], { mode: OPEN_FILE, sync: true });
  } catch (error) {
    failing(path, error);
  }
};
