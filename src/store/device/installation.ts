import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the program that runs was put on this machine, ms UTC: a clock that says less is wrong. 0 where nobody knows.
 * @param root folder of the program, with `dist/`
 * @param env `STUDY_TRUST_CLOCK` takes the clock as it is: for tests that move it, and files with odd dates
 */
export const installedAt = (root: string, env: Readonly<Record<string, string | undefined>>): number => {
  if ((env['STUDY_TRUST_CLOCK'] ?? '') !== '') return 0;
  try {
    return Math.trunc(statSync(join(root, 'dist', 'cli.cjs')).mtimeMs);
  } catch {
    return 0;
  }
};
