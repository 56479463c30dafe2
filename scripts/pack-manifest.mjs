/**
 * The package that is installed has nothing to build: `npm pack` gets a manifest without `prepare`, whose script is
 * not in the package, and the full one comes back afterwards.
 *
 *     node scripts/pack-manifest.mjs strip | restore
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = join(root, 'package.json');
const kept = join(root, '.package.json.full');

/** Fields that mean nothing where the package is installed. */
const REPOSITORY_ONLY = new Set(['scripts', 'allowScripts', 'overrides', 'devDependencies']);

const restore = () => {
  if (existsSync(kept)) renameSync(kept, manifest);
};

/** What only the repository needs is left out too. */
const strip = () => {
  // A pack that was killed has left the short one in its place.
  restore();
  const text = readFileSync(manifest, 'utf8');
  const all = Object.entries(JSON.parse(text));
  const rest = Object.fromEntries(all.filter(([name]) => !REPOSITORY_ONLY.has(name)));
  writeFileSync(kept, text);
  writeFileSync(manifest, `${JSON.stringify(rest, null, 2)}\n`);
};

const [word] = process.argv.slice(2);
if (word === 'strip') strip();
else if (word === 'restore') restore();
else throw new Error('strip or restore?');
