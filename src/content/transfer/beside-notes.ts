/** Questions in GIFT and Aiken that lie beside the notes of a folder. */
import { isAiken, readAiken } from './aiken.ts';
import type { ReadQuestions } from './gift.ts';
import { isGift, readGift } from './gift.ts';

/**
 * The questions of a file; `null` where it holds none: a text may be about anything.
 * @throws Failure `data` where there are more than an import takes
 */
export const readBesideNotes = (path: string, text: string): ReadQuestions | null => {
  if (/\.gift$/i.test(path)) return isGift(text) ? readGift(text, path) : null;
  return isAiken(text) ? readAiken(text, path) : null;
};
