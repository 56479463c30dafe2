/** Writes a page of docs/ from what the sources say. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} entry file that makes the page, in TypeScript
 * @param {string} name what it exports: a function that gives the text, now or later
 * @param {string} page where the text goes
 * @param {{ bundlesPackages?: boolean }} options `false`: packages are loaded as they are, for not all can be bundled
 */
export const writePage = async (entry, name, page, { bundlesPackages = true } = {}) => {
  // Below the project, where packages are found.
  const parent = bundlesPackages ? tmpdir() : join(root, 'node_modules');
  const folder = mkdtempSync(join(parent, 'study-docs-'));
  try {
    const outfile = join(folder, 'reference.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: bundlesPackages ? 'bundle' : 'external',
      // Packages of the older kind ask for Node's modules by `require`.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      logLevel: 'error',
    });
    const made = await import(pathToFileURL(outfile).href);
    writeFileSync(join(root, page), await made[name]());
    console.log(page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
