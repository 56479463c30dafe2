/**
 * Measures the built program against its budgets and prints them as ratios, because machines differ.
 *
 *   npm run bench                 all of it, a few minutes
 *   npm run bench -- --check      and exit 1 where a budget is missed by more than a third
 *   npm run bench -- learning      what the plan is worth to simulated learners; only when asked for
 *   npm run bench -- start        only the groups whose name begins so: start, large, screens, search, vault, journal, package
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureJournal } from './groups/journal.mjs';
import { printLearning } from './groups/learning.mjs';
import { measureLarge } from './groups/large.mjs';
import { measurePackage } from './groups/package.mjs';
import { measureScreens } from './groups/screens.mjs';
import { measureSearch } from './groups/search.mjs';
import { measureStart } from './groups/start.mjs';
import { measureVault } from './groups/vault.mjs';
import { measureBase } from './lib/measure.mjs';
import { isMissed, tableLines } from './lib/report.mjs';

/** @type {[name: string, measure: (parts: any) => Promise<import('./lib/report.mjs').Result[]>][]} */
const GROUPS = [
  ['start', measureStart],
  ['large', measureLarge],
  ['screens', measureScreens],
  ['search', measureSearch],
  ['vault', measureVault],
  ['journal', measureJournal],
  ['package', measurePackage],
];

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const wanted = process.argv.slice(2).filter(word => !word.startsWith('-'));
const isLearning = wanted[0] === 'learning';
const groups = isLearning
  ? []
  : GROUPS.filter(([name]) => wanted.length === 0 || wanted.some(word => name.startsWith(word)));

execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: root, stdio: 'inherit' });
const work = mkdtempSync(join(tmpdir(), 'study-bench-'));
try {
  if (isLearning) await printLearning({ root, work }, process.argv.slice(3));
  const results = [];
  for (const [name, measureGroup] of groups) {
    console.error(`${name} ...`);
    results.push(...(await measureGroup({ root, launcher: join(root, 'bin/study.cjs'), work })));
  }
  if (!isLearning)
    console.log(`Node ${process.versions.node}; ratios are to "node -e 0", medians of runs in turn`);
  if (!isLearning && process.env.NODE_EXTRA_CA_CERTS) {
    const base = await measureBase(work, {});
    const bare = await measureBase(work, { NODE_EXTRA_CA_CERTS: '' });
    const [given, without] = [base, bare].map(ms => `${ms.toFixed(0)} ms`);
    console.log(`NODE_EXTRA_CA_CERTS is set: with it "node -e 0" takes ${given}, without it ${without}`);
  }
  if (!isLearning) for (const line of tableLines(results)) console.log(line);
  if (process.argv.includes('--check') && results.some(isMissed)) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
