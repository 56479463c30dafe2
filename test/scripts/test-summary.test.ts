import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'study-summary-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, status: string, assertionResults: object[], message = '') => ({
  name,
  status,
  message,
  assertionResults,
});
const passing = { status: 'passed', fullName: 'keeps every answer', failureMessages: [] };
const failing = {
  status: 'failed',
  fullName: 'ends in time',
  failureMessages: ['Error: still running\n    at a.ts:7'],
};

const summed = (reports: Record<string, object>) => {
  const paths = Object.entries(reports).map(([name, report]) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(report));
    return path;
  });
  const { stdout, status } = spawnSync(process.execPath, ['scripts/test-summary.mjs', ...paths], {
    encoding: 'utf8',
  });
  return { lines: stdout.trimEnd().split('\n'), status };
};

describe('the sum of several runs of the tests', () => {
  const good = { numPassedTests: 1, success: true, testResults: [file('a.test.ts', 'passed', [passing])] };

  it('is the last line, after a line for each run', () => {
    expect(summed({ suite: good, long: good })).toEqual({
      lines: ['suite: 1 passed, 0 failed', 'long: 1 passed, 0 failed', '2 passed, 0 failed'],
      status: 0,
    });
  });

  it('says once more which test failed, and why', () => {
    const bad = {
      numPassedTests: 1,
      success: false,
      testResults: [file('b.test.ts', 'failed', [passing, failing])],
    };
    expect(summed({ suite: good, long: bad })).toEqual({
      lines: [
        'FAILED in long: b.test.ts: ends in time',
        '  Error: still running',
        '      at a.ts:7',
        'suite: 1 passed, 0 failed',
        'long: 1 passed, 1 failed',
        '2 passed, 1 failed',
      ],
      status: 1,
    });
  });

  it('counts a file that could not be loaded, a run without success and a report that cannot be read', () => {
    const unloaded = {
      numPassedTests: 0,
      success: false,
      testResults: [file('c.test.ts', 'failed', [], 'no such module')],
    };
    const unsuccessful = {
      numPassedTests: 1,
      success: false,
      testResults: [file('a.test.ts', 'passed', [passing])],
    };
    const { lines, status } = summed({ suite: unloaded, long: unsuccessful, other: {} });
    expect(lines).toContain('FAILED in suite: c.test.ts');
    expect(lines).toContain('FAILED in long: the run');
    expect(lines).toContain('FAILED in other: the report');
    expect([lines.at(-1), status]).toEqual(['1 passed, 3 failed', 1]);
  });

  it('fails where no test ran', () => {
    const empty = { numPassedTests: 0, success: true, testResults: [] };
    expect(summed({ suite: empty })).toEqual({
      lines: ['suite: 0 passed, 0 failed', '0 passed, 0 failed'],
      status: 1,
    });
  });
});
