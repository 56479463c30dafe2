import { statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the program that runs was put on this machine, ms UTC: a clock that says less is wrong. 0 where nobody knows.
 * @param root folder of the program, with `dist/`
 */
export const installedAt = (root: string): number => {
  try {
    return Math.trunc(statSync(join(root, 'dist', 'cli.cjs')).mtimeMs);
  } catch {
    return 0;
  }
};
