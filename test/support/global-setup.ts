import { execFileSync } from 'node:child_process';
import { ROOT } from './run-study.ts';

/** Builds the program once before the tests that run it, where `dist/` does not fit the sources. */
export const setup = (): void => {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { cwd: ROOT, stdio: 'inherit' });
};
