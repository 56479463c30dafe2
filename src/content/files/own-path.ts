import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ownName } from '../../core/course/own-names.ts';

/** Path of a course's folder in the data folder, with `/`: `own/<course>`. */
export const ownPath = (course: string): string => `own/${ownName(course)}`;

const hasFolder = (data: string, course: string, name: 'content' | 'remarks'): boolean => {
  try {
    return lstatSync(join(data, ownPath(course), name), { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
};

/** Whether a learner has a folder of cards on a course. One look, at every start. */
export const hasOwnCards = (data: string, course: string): boolean => hasFolder(data, course, 'content');

/** Whether a learner has a folder of remarks on a course. */
export const hasRemarks = (data: string, course: string): boolean => hasFolder(data, course, 'remarks');
