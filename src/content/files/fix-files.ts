/** The files that `study check --fix` may change, as they stand on the disk: with their byte order marks and ends of lines. */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { reasonOf } from '../../disk/disk-error.ts';
import { makeFolder } from '../../disk/make-folder.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { readRegular } from '../../disk/regular-file.ts';
import { writeWhole } from '../../disk/write-file.ts';
import { makeProblemLog } from './problem-log.ts';
import { LARGEST_FILE, scanCourse } from './scan-files.ts';

/** Notes and banks of a course that can be read as text. @param root real path */
export const loadForFix = function* (
  root: string,
): Iterable<{ readonly path: string; readonly text: string }> {
  for (const { path, place } of scanCourse(root, makeProblemLog()).files) {
    if (!/\.(?:md|ya?ml)$/i.test(path) || path.startsWith('.study/')) continue;
    try {
      const bytes = readRegular(place, 'refuse-link', LARGEST_FILE);
      const text = bytes.toString('utf8');
      // Windows' ends of lines and text in another encoding are left to their authors.
      if (!text.includes('\r') && Buffer.from(text).equals(bytes)) yield { path, text };
    } catch {
      // What cannot be read is reported by the check.
    }
  }
};

/**
 * Keeps a copy of a file, then writes it anew.
 * @throws Failure `data` where that cannot be done; the file is then as it was
 */
export const writeFixed = (
  root: string,
  path: string,
  { before, after, copy }: { readonly before: string; readonly after: string; readonly copy: string },
): void => {
  const place = join(root, path);
  try {
    makeFolder(dirname(copy));
    writeWhole(copy, [Buffer.from(before)], { mode: PRIVATE_FILE, sync: true });
    writeWhole(place, [Buffer.from(after)], { mode: lstatSync(place).mode & 0o777, sync: true });
  } catch (error) {
    throw new Failure('data', `The file cannot be mended: ${reasonOf(error)}`, {
      code: 'not-writable',
      place,
      try: 'make the file one that you may write to',
    });
  }
};
