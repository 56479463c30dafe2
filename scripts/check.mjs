/**
 * `npm run check`: everything that can be said of the project without running its tests, in under half a minute. Each
 * gate says how long it took; what failed prints what it found, and the exit code is 1.
 *
 *     npm run check                all gates
 *     npm run check -- lint        those whose name begins so
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './lib/bundle.mjs';
import { collectLicences, licenceFaults } from './lib/licences.mjs';
import { packageFaults } from './lib/package-contents.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const CACHE = 'node_modules/.cache/study';

/** @typedef {{ ok: boolean, output: string }} Outcome */

/**
 * Runs a program of node_modules with Node, whatever the shell.
 * @param {string} script
 * @param {...string} args
 * @returns {() => Promise<Outcome>}
 */
const node =
  (script, ...args) =>
  () =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join('node_modules', script), ...args], { cwd: root });
      let output = '';
      const take = text => {
        output += text;
      };
      child.stdout.setEncoding('utf8').on('data', take);
      child.stderr.setEncoding('utf8').on('data', take);
      child.on('error', reject);
      child.on('close', code => resolve({ ok: code === 0, output }));
    });

/** @type {(faults: readonly string[]) => Outcome} */
const judged = faults => ({ ok: faults.length === 0, output: faults.join('\n') });

/** One thread: the other cores have the other gates to do, and checkers side by side do much of the work twice. */
const types = (project, name) =>
  node(
    'typescript-7/bin/tsc',
    '--project',
    project,
    '--noEmit',
    '--checkers',
    '1',
    '--incremental',
    '--tsBuildInfoFile',
    `${CACHE}/${name}.tsbuildinfo`,
  );

const licences = async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { inputs } = await bundle({ root, version });
  return judged(licenceFaults(collectLicences({ root, inputs })));
};

/** npm without the shell script that a PATH may name otherwise. */
const listPackage = () =>
  new Promise((resolve, reject) => {
    const child = spawn('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });

const contents = async () => {
  if (!existsSync(join(root, 'dist/cli.cjs'))) return judged(['dist is not there: npm run build']);
  const [packed] = Object.values(JSON.parse(await listPackage()));
  return judged(packageFaults(packed.files.map(({ path }) => path)));
};

/** The longest first, so that all cores have work until the end. */
const GATES = [
  ['types', types('tsconfig.json', 'types')],
  ['architecture and exports', node('vitest/vitest.mjs', 'run', '--project=architecture')],
  ['licences', licences],
  ['package contents', contents],
  ['lint', node('oxlint/bin/oxlint', '--deny-warnings')],
  ['types of scripts', types('tsconfig.scripts.json', 'scripts')],
  ['format', node('oxfmt/bin/oxfmt', '--check')],
];

const wanted = process.argv.slice(2);
const left = GATES.filter(
  ([name]) => wanted.length === 0 || wanted.some(word => String(name).startsWith(word)),
);
const started = performance.now();
const failed = [];

const work = async () => {
  for (let gate = left.shift(); gate !== undefined; gate = left.shift()) {
    const [name, run] = /** @type {[string, () => Promise<Outcome>]} */ (gate);
    const from = performance.now();
    const { ok, output } = await run();
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}, ${((performance.now() - from) / 1000).toFixed(1)} s`);
    if (ok) continue;
    failed.push(name);
    console.log(output.trimEnd());
  }
};

await Promise.all(Array.from({ length: Math.max(1, Math.min(availableParallelism(), 4)) }, work));
console.log(
  `${failed.length === 0 ? 'All is well' : `Failed: ${failed.join(', ')}`}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
if (failed.length > 0) process.exitCode = 1;
