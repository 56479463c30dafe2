/** The course of 100 000 items and the journal of 1 000 000 reviews that several groups measure, made once. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { itemKeys, writeCourse, writeJournal } from './generate.mjs';

const SIZE = { id: 'bench-large', topics: 1000, sections: 4, cards: 95, questions: 5, exam: 'bench-exam' };
const REVIEWS = 1_000_000;

/** The exam that all of its questions serve; nobody has set it yet. */
export const LARGE_EXAM = SIZE.exam;

/**
 * @param {string} work
 * @returns {Promise<{ course: string, home: string }>} folders; nothing but the journal need be in the home
 */
export const largeCourse = async work => {
  const home = join(work, 'large-home');
  const course = join(work, 'large-course');
  if (existsSync(home)) return { course, home };
  writeCourse(course, SIZE);
  mkdirSync(home);
  await writeJournal(join(home, 'journal', 'bench.jsonl'), {
    course: SIZE.id,
    device: 'bench',
    keys: itemKeys(SIZE),
    reviews: REVIEWS,
    until: Date.now(),
  });
  return { course, home };
};
