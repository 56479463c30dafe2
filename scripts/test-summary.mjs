/**
 * Sums up JSON reports of vitest, one a line, and together as `N passed, N failed`, alone on the last line; fails
 * when anything did.
 * A report that cannot be read, or a file of tests that could not be loaded, counts as one failure.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const read = file => {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every(test => test.status !== 'failed'),
    ).length;
    const passed = report.numPassedTests;
    const failed = report.numFailedTests + unloaded;
    return { passed, failed: failed === 0 && !report.success ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const files = process.argv.slice(2);
const results = files.map(read);
// By run: `suite`, `long`, `node-22`.
files.forEach((file, i) =>
  console.log(`${basename(file, '.json')}: ${results[i].passed} passed, ${results[i].failed} failed`),
);
const sum = key => results.reduce((total, result) => total + result[key], 0);
if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
