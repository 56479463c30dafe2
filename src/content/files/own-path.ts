import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ownName } from '../../core/course/own-names.ts';

/** Path of a course's folder in the data folder, with `/`: `own/<course>`. */
export const ownPath = (course: string): string => `own/${ownName(course)}`;

/** Whether a learner has a folder of cards on a course. One look, at every start. */
export const hasOwnCards = (data: string, course: string): boolean => {
  try {
    return (
      lstatSync(join(data, ownPath(course), 'content'), { throwIfNoEntry: false })?.isDirectory() === true
    );
  } catch {
    return false;
  }
};
