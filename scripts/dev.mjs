/**
 * `npm run dev`: builds the program, readable and with source maps, and again whenever a file of `src/` changes.
 * `npx study` in another terminal then runs what was changed. The course is that of the folder one is in, compiled
 * when it is opened, so notes and questions need no build. `npm run build` makes the real program again; so do the
 * tests. `--once` builds and ends.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { FINGERPRINT_FILE } from './lib/fingerprint.mjs';

/** Editors write a file in several steps. */
const PAUSE = 100;

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const dist = name => join(root, 'dist', name);

/** A run that begins meanwhile finds the old file or the new one. */
const put = (path, contents) => {
  writeFileSync(`${path}.new`, contents);
  renameSync(`${path}.new`, path);
};

const build = async () => {
  const started = performance.now();
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { files } = await bundle({ root, version, forDevelopment: true });
    // What is there now is not what a build gives.
    rmSync(join(root, FINGERPRINT_FILE), { force: true });
    for (const [name, contents] of files) put(dist(`chunks/${name}`), contents);
    cpSync(join(root, 'scripts/lib/load-chunks-dev.cjs'), dist('cli.cjs'));
    console.log(`built in ${Math.round(performance.now() - started)} ms`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
};

const isOnce = process.argv.includes('--once');

// The course, and what lies beside the chunks.
if (!existsSync(dist('course/course.bin'))) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const isGood = await build();
if (isOnce) process.exitCode = isGood ? 0 : 1;
else {
  console.log(
    'Watching src. In another terminal: npx study. A stack for every failure: DEBUG=study npx study',
  );
  let timer;
  /** @type {Promise<unknown>} */
  let running = Promise.resolve();
  watch(join(root, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(build);
    }, PAUSE);
  });
}
