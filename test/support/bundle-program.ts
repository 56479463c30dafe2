import { buildSync } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from './run-study.ts';

/** Bundles a TypeScript program of this folder into one file that any Node runs; gives its path. */
export const bundleProgram = (name: string): string => {
  const outfile = join(mkdtempSync(join(tmpdir(), 'study-program-')), `${basename(name, '.ts')}.cjs`);
  buildSync({
    entryPoints: [join(ROOT, 'test', 'support', name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
};
