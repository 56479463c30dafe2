/** HTML pages that are written where the learner says: whole or not at all, and never over something else unasked. */
import { readSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { PAGE_MARK } from '../../core/base/page-mark.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { makeOpenFolder } from '../../disk/make-folder.ts';
import { OPEN_FILE } from '../../disk/modes.ts';
import { writeAtomically } from '../../disk/atomic-file.ts';
import { reasonOf } from '../../disk/disk-error.ts';
import { DraftFile } from '../../disk/draft-file.ts';
import { withFile } from '../journal/journal-files.ts';

/** What stands where a page shall go: nothing, a page of ours, or a file of somebody else's. */
export type PagePlace = 'free' | 'page' | 'other';

/** Our mark stands within the first bytes of a page. */
const HEAD = 1024;

const notWritten = (reason: string, path: string): Failure =>
  new Failure('data', `The page was not written: ${reason}`, {
    code: 'page-not-written',
    place: sanitizeLine(path),
    try: 'name another file',
  });

/**
 * What stands at a path; links are followed.
 * @throws Failure `data` for what is no file, or cannot be looked at
 */
export const placeOfPage = (path: string): PagePlace => {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return 'free';
    if (!stat.isFile()) throw notWritten(stat.isDirectory() ? 'it is a folder' : 'it is no file', path);
    const bytes = Buffer.alloc(HEAD);
    const length = withFile(realpathSync(path), fd => readSync(fd, bytes, 0, HEAD, 0));
    return bytes.toString('utf8', 0, length).includes(PAGE_MARK) ? 'page' : 'other';
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw notWritten(reasonOf(error), path);
  }
};

/**
 * Puts a page in place.
 * @param replace `false`: a file that stands there meanwhile stays, and the page is not written
 * @throws Failure `data` where it cannot be written
 */
export const writePageFile = (path: string, text: string, replace: boolean): void => {
  try {
    if (replace) {
      writeAtomically(realpathSync(path), [Buffer.from(text)], OPEN_FILE);
      return;
    }
    makeOpenFolder(dirname(path));
    const draft = new DraftFile(dirname(path), OPEN_FILE);
    try {
      draft.write(text);
      draft.finish();
      if (draft.placeAs(path)) return;
    } finally {
      draft.discard();
    }
  } catch (error) {
    throw notWritten(reasonOf(error), path);
  }
  throw notWritten('there is a file of that name already', path);
};
