/**
 * Builds `dist/`: the bundled program, the compiled course and the licences of what is bundled. With
 * `--if-stale` only where `dist/` was not built from the files that are there now.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BESIDE_CHUNKS, bundle, COMPILER } from './lib/bundle.mjs';
import { fingerprint, FINGERPRINT_FILE, isBuilt } from './lib/fingerprint.mjs';
import { collectLicences, licencesText } from './lib/licences.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const started = performance.now();

/**
 * Compiles the shipped course with the program that has just been bundled.
 * @throws Error naming every place where the course is wrong
 */
const compileCourse = (folder, compilerFile) => {
  const { load } = createRequire(import.meta.url)(join(folder, 'cli.cjs'));
  const { buildCourse } = load(compilerFile)[COMPILER];
  const { problems } = buildCourse({ root, out: join(folder, 'course') });
  const lines = problems.map(({ file, line, rule, message }) => `  ${file}:${line} ${rule}: ${message}`);
  if (problems.some(({ severity }) => severity === 'error')) {
    throw new Error(`The course has problems:\n${lines.join('\n')}`);
  }
  for (const line of lines) console.warn(line);
};

/** One calculation: what must be quickest. */
const CALCULATION = ['calc', 'rcu', '--reads', '16', '--item-size', '12KB', '--consistency', 'eventual'];

/**
 * What learners run most. Each run starts from what those of the same command left, so that in the end all that it
 * needs is compiled. How they end does not matter here; the tests look at that.
 */
const WARM_UPS = [
  CALCULATION,
  ['--help'],
  [],
  ['completion', 'bash'],
  ['notes', 'sqs'],
  ['search', 'visibility', 'timeout'],
  ['quiz', '--plain', '-n', '3', '--seed', '1'],
  ['review', '--plain', '-n', '2'],
  ['today'],
  ['topics'],
  ['stats'],
  ['exam', '--plain', '--seed', '1'],
];

/**
 * The same on screens, with the keys that are pressed.
 * @type {[line: string[], keys: string][]}
 */
const SCREEN_WARM_UPS = [
  [[], 'jq'],
  [['review', '-n', '2'], ' 3 3q'],
  [['quiz', '-n', '2', '--seed', '1'], '1\r\rqq'],
  [['notes', 'sqs'], 'jq'],
  [['search', 'visibility'], '\u0003'],
];

/** With an exam set, so that home and review run the plan. */
const DAYS_AHEAD = 30;
const PLAN_WARM_UPS = [
  ['setup', '--exam', 'dva-c03', '--on', 'DATE', '--minutes', '30'],
  ['review', '--plain', '-n', '2'],
  ['today'],
  ['readiness'],
  ['plan'],
];
/** @type {[line: string[], keys: string][]} */
const PLAN_SCREEN_WARM_UPS = [
  [[], 'jq'],
  [['review', '-n', '2'], ' 3 3q'],
  [['cards', '-n', '2', '--seed', '1'], ' 3 3q'],
  [['exam', 'dva-c03', '-n', '15', '--seed', '1'], '12\rq'],
  [[], 'gp+-q'],
  [[], 'grjq'],
];

const warmUp = () => {
  const home = mkdtempSync(join(tmpdir(), 'study-build-'));
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, STUDY_HOME: home };
  delete env.STUDY_COURSE;
  const run = (line, input = '1\n\n3\n1\n', extra = {}) =>
    spawnSync(process.execPath, ['scripts/lib/warm-up.cjs', root, ...line], {
      cwd: root,
      env: { ...env, TERM: 'xterm-256color', ...extra },
      input,
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: 30_000,
    });
  for (const line of WARM_UPS) run(line);
  for (const [line, keys] of SCREEN_WARM_UPS) run(line, keys, { STUDY_WARM_UP: 'screens' });
  const date = new Date(Date.now() + DAYS_AHEAD * 86_400_000).toISOString().slice(0, 10);
  for (const line of PLAN_WARM_UPS) run(line.map(word => (word === 'DATE' ? date : word)));
  for (const [line, keys] of PLAN_SCREEN_WARM_UPS) run(line, keys, { STUDY_WARM_UP: 'screens' });
  rmSync(home, { recursive: true, force: true });
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
    const { files, inputs, compilerFile } = await bundle({ root, version });
    // A temporary folder is private; the program is for everybody on the machine.
    chmodSync(fresh, 0o777 & ~process.umask());
    mkdirSync(join(fresh, 'chunks'));
    for (const [name, contents] of files) writeFileSync(join(fresh, 'chunks', name), contents);
    for (const path of BESIDE_CHUNKS) cpSync(join(root, path), join(fresh, 'chunks', basename(path)));
    cpSync(join(root, 'scripts/lib/load-chunks.cjs'), join(fresh, 'cli.cjs'));
    const licences = collectLicences({ root, inputs });
    writeFileSync(join(fresh, 'LICENSES.txt'), licencesText(licences));
    mkdirSync(join(fresh, 'course'));
    compileCourse(fresh, compilerFile);
    const program = [...files.values()].reduce((sum, { length }) => sum + length, 0);
    const course = kilobytes(sizeOf(join(fresh, 'course')));
    swap(fresh, join(root, 'dist'));
    warmUp();
    writeFileSync(join(root, FINGERPRINT_FILE), built);
    console.log(
      `dist: ${files.size} chunks ${kilobytes(program)}, course ${course}, ${licences.length} packages`,
    );
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
