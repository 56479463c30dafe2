/** The files with a learner's own cards on a course: where a card goes, and writing it there. */
import { accessSync, constants, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readOwnName, ownName } from '../../core/course/own-names.ts';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';
import { makeProblemLog } from '../files/problem-log.ts';
import { isFileInside } from '../files/is-file-inside.ts';
import { LARGEST_FILE, scanOwnCards } from '../files/scan-files.ts';
import { ownPath } from '../files/own-path.ts';

/** Path of the file with own cards of a topic, relative to the data folder. */
export const ownCardPath = (course: string, area: string, topic: string): string =>
  [
    ownPath(course),
    'content',
    ...area
      .split('/')
      .filter(part => part !== '')
      .map(ownName),
    `${ownName(topic)}.md`,
  ].join('/');

/** Whether a file of a course is there and may be changed. */
export const isWritableInside = (root: string, path: string): boolean => {
  try {
    accessSync(join(root, path), constants.W_OK);
    return lstatSync(join(root, path)).isFile() && isFileInside(root, path);
  } catch {
    return false;
  }
};

/** The text of a file to be changed, `''` where there is none. @throws the error of the file system */
export const readForChange = (file: string): string => {
  try {
    return readRegular(file, 'refuse-link', LARGEST_FILE).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

/**
 * Writes a file of cards; blank text removes it.
 * @param is `own`: only the learner can read it; `course`: it keeps its rights
 * @throws the error of the file system
 */
export const writeChanged = (file: string, text: string, is: 'own' | 'course'): void => {
  if (text.trim() === '') rmSync(file, { force: true });
  else if (is === 'own') writeAtomically(file, [Buffer.from(text)], PRIVATE_FILE);
  else writeWhole(file, [Buffer.from(text)], { mode: lstatSync(file).mode & 0o777, sync: true });
};

/** Every file with own cards of a topic, copies too: whole paths. */
export const ownCardFiles = (data: string, course: string, topic: string): readonly string[] =>
  scanOwnCards(join(data, ownPath(course)), makeProblemLog()).files.flatMap(({ path, place }) => {
    const stem = /([^/]*)\.md$/.exec(path)?.[1];
    return stem !== undefined && readOwnName(stem)?.key === topic ? [place] : [];
  });
