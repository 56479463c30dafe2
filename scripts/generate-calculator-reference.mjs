/** Writes docs/calculators.md anew. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'study-docs-'));
try {
  const outfile = join(folder, 'reference.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/lib/calculator-reference.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const { calculatorReference } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(root, 'docs', 'calculators.md'), calculatorReference());
  console.log('docs/calculators.md');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
