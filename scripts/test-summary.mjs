/**
 * Sums up JSON reports of vitest, one a line, and together as `N passed, N failed`, alone on the last line; fails
 * when anything did. Before them it says once more what failed and why, since that stands far above in a long output.
 * A report that cannot be read, or a file of tests that could not be loaded, counts as one failure.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Lines of a failure that are shown: enough for its message and the place in the test. */
const MESSAGE_LINES = 12;

const summed = report => {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults
      .filter(test => test.status === 'failed')
      .map(test => ({ name: `${name}: ${test.fullName}`, why: test.failureMessages.join('\n') }));
    return status === 'failed' && tests.length === 0 ? [{ name, why: message }] : tests;
  });
  if (failures.length === 0 && !report.success) failures.push({ name: 'the run', why: 'it did not succeed' });
  return { passed: report.numPassedTests, failures };
};

const read = file => {
  try {
    return summed(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { passed: 0, failures: [{ name: 'the report', why: `it cannot be read: ${error.message}` }] };
  }
};

// By run: `suite`, `long`, `node-22`.
const runs = process.argv.slice(2).map(file => ({ run: basename(file, '.json'), ...read(file) }));
for (const { run, failures } of runs) {
  for (const { name, why } of failures) {
    console.log(`FAILED in ${run}: ${name}`);
    for (const line of why.split('\n').slice(0, MESSAGE_LINES)) console.log(`  ${line}`);
  }
}
for (const { run, passed, failures } of runs)
  console.log(`${run}: ${passed} passed, ${failures.length} failed`);

const sum = count => runs.reduce((total, run) => total + count(run), 0);
const passed = sum(run => run.passed);
const failed = sum(run => run.failures.length);
if (failed > 0 || passed === 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);
