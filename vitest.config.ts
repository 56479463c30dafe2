import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that need the built program: only they build it first. */
const PROGRAM = ['test/process/**/*.test.ts', 'test/package/**/*.test.ts'];

/** What `npm run check` runs: `npm test` begins with that. */
const ARCHITECTURE = ['test/architecture.test.ts'];

/** Heavy loops: kills, mutations, random command lines. `npm run test:long` runs them, `npm test` small parts of them. */
const LONG = ['test/long/**/*.test.ts'];

/** Tests of modules that have more rounds in the long run. */
const WITH_ROUNDS = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => `test/${name.replaceAll('\\', '/')}`)
  .filter(path => readFileSync(join(import.meta.dirname, path), 'utf8').includes("/support/rounds.ts'"));

/** Where `.ci/run` wants a report that a program can read. */
const report = process.env['STUDY_TEST_REPORT'];

export default defineConfig({
  test: {
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    // Files share a worker: measured eight times faster than isolating every file, and no test keeps
    // module state. Tests that need a process of their own start one.
    isolate: false,
    pool: 'forks',
    // Tests of the program wait for processes most of the time: as many workers as there are cores, not one less.
    maxWorkers: '100%',
    // Generous: no test asserts a time, and a machine may be busy.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // `npm run coverage`: of the tests of modules alone, for those of the built program run its bundle.
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      reporter: ['text-summary', ['json-summary', { file: 'summary.json' }]],
      reportsDirectory: 'coverage',
      reportOnFailure: true,
      // Floors: what is lost above them is a decision. The fold and the journal lose an answer where they are wrong.
      thresholds: {
        lines: 92,
        'src/core/fold/**': { lines: 97 },
        'src/store/**': { lines: 97 },
      },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'modules',
          include: ['test/**/*.test.ts'],
          exclude: [...PROGRAM, ...LONG, ...ARCHITECTURE],
        },
      },
      { extends: true, test: { name: 'architecture', include: ARCHITECTURE } },
      {
        extends: true,
        test: { name: 'program', include: PROGRAM, globalSetup: ['test/support/global-setup.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [...LONG, ...WITH_ROUNDS],
          env: { STUDY_ROUNDS: 'all' },
          globalSetup: ['test/support/global-setup.ts'],
          // All of them together have 25 minutes.
          testTimeout: 25 * 60_000,
        },
      },
    ],
  },
});
