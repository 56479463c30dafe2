/** A learner's own cards as a course of their own, compiled like any other and laid over theirs. */
import { join } from 'node:path';
import type { CourseReader } from '../../core/course/course.ts';
import { openFromCache } from '../compiled/cache.ts';
import { scanOwnCards } from '../files/scan-files.ts';
import { ownPath } from '../files/own-path.ts';

/**
 * Opens the cards that a learner wrote on a course. Paths of items are relative to the data folder.
 * @param data the learner's data folder
 * @param cache folder of caches; need not exist nor be writable
 */
export const openOwnCards = (data: string, cache: string, course: string): Promise<CourseReader> =>
  openFromCache(
    {
      scan: log => scanOwnCards(join(data, ownPath(course)), log),
      parse: async (scan, log) =>
        (await import('../parse/index.ts')).loadOwnCards(scan, ownPath(course), log),
    },
    { cache, origin: 'folder' },
  );
