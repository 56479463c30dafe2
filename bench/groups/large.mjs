/** 100 000 items and 1 000 000 reviews; without an exam, then with one. */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LARGE_EXAM, largeCourse } from '../lib/large-course.mjs';
import { makeEnv, measure, measureMemory } from '../lib/measure.mjs';
import { ratioResult } from '../lib/report.mjs';

const MEMORY = 150;
/** While everything is made anew. */
const MEMORY_ANEW = 200;
/** Days until the exam. */
const DAYS_AHEAD = 21;
const QUESTION = /^Q \d+\//m;

const memoryResult = (what, budget, { megabytes, ms }) => ({
  what,
  value: megabytes,
  budget,
  unit: 'MB',
  note: `${(ms / 1000).toFixed(1)} s`,
});

/** Deletes the fold's snapshot and leaves the compiled course. */
const removeSnapshot = home => {
  const found = readdirSync(home, { recursive: true, withFileTypes: true }).filter(
    entry => entry.isFile() && entry.name.includes('snapshot'),
  );
  if (found.length === 0) throw new Error('No snapshot was written');
  for (const entry of found) rmSync(join(entry.parentPath, entry.name));
};

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureLarge = async ({ launcher, work }) => {
  const { course, home } = await largeCourse(work);
  const args = (...words) => [launcher, ...words, '--course', course];

  rmSync(join(home, 'cache'), { recursive: true, force: true });
  // The first run compiles the course, so that the second measures the journal alone.
  const compiling = await measureMemory(args('topics'), { home });
  removeSnapshot(home);
  const rebuilding = await measureMemory(args(), { home });
  const warm = [
    ['study', 6, args(), undefined],
    ['study review, first item', 8, args('review', '--plain'), QUESTION],
    ['study quiz, first question', 6, args('quiz', '--plain'), QUESTION],
  ];
  const results = [
    memoryResult('large: course compiled for the first time', 300, compiling),
    memoryResult('large: snapshot from nothing', MEMORY_ANEW, rebuilding),
  ];
  const add = async (what, budget, line, until) => {
    const options = { home, ...(until && { until }) };
    results.push(ratioResult(`large: ${what}`, budget, await measure(line, { ...options, runs: 9 })));
    results.push(memoryResult(`large: ${what}`, MEMORY, await measureMemory(line, options)));
  };
  for (const [what, budget, line, until] of warm) await add(what, budget, line, until);
  // Reviews follow the plan from now on. Its figures of the day are worked out once, which the first run does.
  const date = new Date(Date.now() + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  const run = (...words) =>
    execFileSync(process.execPath, args(...words), { env: makeEnv(home), stdio: 'ignore' });
  run('setup', '--exam', LARGE_EXAM, '--on', date, '--minutes', '30');
  const first = await measureMemory(args(), { home });
  results.push(memoryResult('large: figures of a day, worked out', MEMORY_ANEW, first));
  for (const [what, budget, line, until] of warm.slice(0, 2))
    await add(`${what}, with an exam`, budget, line, until);
  // The other groups measure the course without one.
  run('config', 'set', 'exam', '');
  run('config', 'set', 'examDate', '');
  return results;
};
