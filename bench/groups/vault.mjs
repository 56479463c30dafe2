/** A folder of 3,000 notes without front matter: the very first review, and later starts. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure, measureMemory } from '../lib/measure.mjs';
import { ratioResult } from '../lib/report.mjs';
import { writeVault } from '../lib/vault.mjs';

const NOTES = 3000;
const QUESTION = /^Q \d+\//m;
/** From the start of the process to the first card, nothing compiled yet, ms. */
const FIRST = 3000;

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureVault = async ({ launcher, work }) => {
  const home = join(work, 'vault-home');
  const folder = join(work, 'vault');
  mkdirSync(home);
  writeVault(folder, NOTES);
  const args = (...words) => [launcher, ...words, '--course', folder];
  const review = args('review', '--plain', '--yes');
  const firsts = [];
  for (let i = 0; i < 3; i++) {
    rmSync(join(home, 'cache'), { recursive: true, force: true });
    firsts.push(await measureMemory(review, { home, until: QUESTION }));
  }
  const first = firsts.toSorted((a, b) => a.ms - b.ms)[1];
  return [
    {
      what: `vault: first review of ${NOTES} notes`,
      value: first.ms,
      budget: FIRST,
      unit: 'ms',
      note: `${first.megabytes.toFixed(0)} MB`,
    },
    ratioResult('vault: study', 5, await measure(args(), { home, runs: 5 })),
    ratioResult(
      'vault: study review, first item',
      5,
      await measure(review, { home, until: QUESTION, runs: 5 }),
    ),
  ];
};
