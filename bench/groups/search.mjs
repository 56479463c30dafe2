/** Searching a course of 10 000 sections, the whole process. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeCourse } from '../lib/generate.mjs';
import { measure } from '../lib/measure.mjs';
import { ratioResult } from '../lib/report.mjs';

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureSearch = async ({ launcher, work }) => {
  const home = join(work, 'search-home');
  const course = join(work, 'search-course');
  mkdirSync(home);
  writeCourse(course, { id: 'bench-search', topics: 500, sections: 20, cards: 0, questions: 0 });
  const search = async (what, budget, ...words) =>
    ratioResult(what, budget, await measure([launcher, 'search', '--course', course, ...words], { home }));
  return [
    await search('study search, 10 000 sections', 4, 'visibility', 'timeout'),
    await search('study search, with a typo', 5, 'visibilty', 'timeout'),
  ];
};
