/**
 * Sums up JSON reports of vitest as `N passed, N failed`, alone on the last line, and fails when anything did.
 * A report that cannot be read, or a file of tests that could not be loaded, counts as one failure.
 */
import { readFileSync } from 'node:fs';

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

const results = process.argv.slice(2).map(read);
const sum = key => results.reduce((total, result) => total + result[key], 0);
if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
