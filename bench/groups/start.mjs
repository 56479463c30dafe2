/** How long the commands take that a learner or a shell calls all the time, on the shipped course. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from '../lib/measure.mjs';
import { ratioResult } from '../lib/report.mjs';

const QUESTION = /^Q \d+\//m;

/** @type {[what: string, budget: number, line: string, until?: RegExp][]} */
const CASES = [
  ['study calc rcu', 1.3, 'calc rcu --reads 16 --item-size 12KB --consistency eventual --json'],
  ['study --help', 1.3, '--help'],
  ['study --version', 1.3, '--version'],
  ['study completion bash', 1.3, 'completion bash'],
  ['study', 2.2, ''],
  ['study review, first item', 2.2, 'review --plain', QUESTION],
  ['study quiz, first question', 2.2, 'quiz --plain', QUESTION],
  ['study notes, piped', 2.5, 'notes sqs'],
];

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureStart = async ({ launcher, work }) => {
  const home = join(work, 'start');
  mkdirSync(home);
  const results = [];
  for (const [what, budget, line, until] of CASES) {
    const args = [launcher, ...line.split(' ').filter(Boolean)];
    results.push(ratioResult(what, budget, await measure(args, { home, runs: 21, ...(until && { until }) })));
  }
  return results;
};
