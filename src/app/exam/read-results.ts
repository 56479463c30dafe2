import { basename } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { ResultFile } from '../../core/exam/compare/compare.ts';
import { reasonOf } from '../../disk/disk-error.ts';
import { readRegular } from '../../disk/regular-file.ts';

/** Bytes of a result: a whole paper with its texts has some hundred thousand. */
const LARGEST = 16 * 1024 * 1024;

/** The texts of files, each called by its name without an ending. @throws Failure `data` where one cannot be read */
export const readResults = (paths: readonly string[]): readonly ResultFile[] =>
  paths.map(path => {
    try {
      const text = readRegular(path, 'follow-link', LARGEST).toString('utf8');
      return { label: basename(path).replace(/\.[^.]*$/, ''), text };
    } catch (error) {
      throw new Failure('data', `The result cannot be read: ${reasonOf(error)}`, {
        code: 'result-unreadable',
        place: sanitizeLine(path),
        try: 'name files that study exam --report --json has written',
      });
    }
  });
