/**
 * Builds `dist/`: the bundled program, the compiled course and the licences of what is bundled. With
 * `--if-stale` only where `dist/` was not built from the files that are there now.
 */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  readdirSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { chunkOf } from './lib/chunks.mjs';
import { fingerprint, FINGERPRINT_FILE, isBuilt } from './lib/fingerprint.mjs';
import { collectLicences, licencesText } from './lib/licences.mjs';

const COMPILER = 'src/content/build-course.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const started = performance.now();

/**
 * Compiles the shipped course with the program that has just been bundled.
 * @throws Error naming every place where the course is wrong
 */
const compileCourse = folder => {
  const require = createRequire(import.meta.url);
  const { buildCourse } = require(join(folder, `${chunkOf(COMPILER)}.cjs`))[COMPILER];
  const { problems } = buildCourse({ root, out: join(folder, 'course') });
  const lines = problems.map(({ file, line, rule, message }) => `  ${file}:${line} ${rule}: ${message}`);
  if (problems.some(({ severity }) => severity === 'error')) {
    throw new Error(`The course has problems:\n${lines.join('\n')}`);
  }
  for (const line of lines) console.warn(line);
};

/** Puts the new folder in the place of the old one, so that nobody finds half of each. */
const swap = (fresh, target) => {
  const old = `${fresh}.old`;
  try {
    renameSync(target, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
};

const sizeOf = path =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

const kilobytes = bytes => `${Math.ceil(bytes / 1000)} kB`;

const run = async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const built = fingerprint(root);
  const fresh = mkdtempSync(join(root, 'dist.'));
  try {
    const { files, inputs } = await bundle({ root, version });
    for (const [name, contents] of files) writeFileSync(join(fresh, name), contents);
    const licences = collectLicences({ root, inputs });
    writeFileSync(join(fresh, 'LICENSES.txt'), licencesText(licences));
    mkdirSync(join(fresh, 'course'));
    compileCourse(fresh);
    writeFileSync(join(fresh, FINGERPRINT_FILE.replace('dist/', '')), built);

    const chunks = [...files].map(([name, { length }]) => `${name} ${kilobytes(length)}`);
    const course = kilobytes(sizeOf(join(fresh, 'course')));
    swap(fresh, join(root, 'dist'));
    console.log(`dist: ${chunks.toSorted().join(', ')}, course ${course}, ${licences.length} packages`);
    console.log(`built in ${Math.round(performance.now() - started)} ms`);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
};

try {
  if (!process.argv.includes('--if-stale') || !isBuilt(root)) await run();
} catch (error) {
  console.error(`The build failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
