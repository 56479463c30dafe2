/** Loads single files of `src/` for measuring them without a process around them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The exports of one source file, bundled like the program.
 * @param {{ root: string, work: string }} places
 * @param {string} path relative to the project
 */
export const loadSource = async ({ root, work }, path) => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
    minifySyntax: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const file = join(mkdtempSync(join(work, 'source-')), 'module.cjs');
  writeFileSync(file, outputFiles[0].contents);
  return createRequire(import.meta.url)(file);
};
