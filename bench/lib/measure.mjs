/** Times whole processes against `node -e 0`, taken in turn so that both meet the same machine. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** @param {readonly number[]} values */
export const median = values => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The environment as it is, for `node -e 0` too, but for what would change what the program does. */
export const makeEnv = (home, extra = {}) => {
  const env = { ...process.env, HOME: home, STUDY_HOME: home, ...extra };
  for (const name of Object.keys(env)) {
    if (/^(?:STUDY_(?!HOME$)|XDG_|NODE_OPTIONS$|FORCE_COLOR$|DEBUG$|npm_)/.test(name)) delete env[name];
  }
  return env;
};

/**
 * Runs one process with an empty stdin that stays open until `until` has been printed.
 * @param {readonly string[]} args of node
 * @param {{ home: string, until?: RegExp, env?: Record<string, string> }} options
 * @returns {Promise<number>} ms until `until` was printed, or until the process had ended
 * @throws Error when it ends with another code than 0, or without printing `until`
 */
const runOnce = (args, { home, until, env }) =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { env: makeEnv(home, env), cwd: home });
    let seen;
    let output = '';
    let errors = '';
    if (until === undefined) child.stdin.end();
    child.stdout.setEncoding('utf8').on('data', text => {
      if (seen !== undefined) return;
      output += text;
      if (until !== undefined && until.test(output)) {
        seen = performance.now() - started;
        child.stdin.end();
      }
    });
    child.stderr.on('data', text => {
      errors += text;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', code => {
      const took = seen ?? performance.now() - started;
      if (code === 0 && (until === undefined || seen !== undefined)) resolve(took);
      else reject(new Error(`node ${args.join(' ')} ended with ${code}:\n${output.slice(0, 500)}${errors}`));
    });
  });

/** Median of `node -e 0` in ms, with other variables on top. */
export const measureBase = async (home, env, runs = 11) => {
  const times = [];
  for (let i = 0; i < runs; i++) times.push(await runOnce(['-e', '0'], { home, env }));
  return median(times);
};

/**
 * Medians of a command and of `node -e 0`, and the median of the ratios of neighbours.
 * @param {readonly string[]} args of node
 * @param {{ home: string, until?: RegExp, runs?: number }} options
 */
export const measure = async (args, { runs = 15, ...options }) => {
  const times = [];
  const bases = [];
  const ratios = [];
  await runOnce(args, options);
  for (let i = 0; i < runs; i++) {
    const base = await runOnce(['-e', '0'], { home: options.home });
    const time = await runOnce(args, options);
    times.push(time);
    bases.push(base);
    ratios.push(time / base);
  }
  return { ms: median(times), base: median(bases), ratio: median(ratios) };
};

/**
 * Runs a command once and reads its peak memory.
 * @returns {Promise<{ ms: number, megabytes: number }>}
 */
export const measureMemory = async (args, options) => {
  const file = join(options.home, 'peak-memory');
  const probe = new URL('memory-probe.cjs', import.meta.url).pathname;
  const ms = await runOnce(['--require', probe, ...args], { ...options, env: { BENCH_MEMORY_FILE: file } });
  const kilobytes = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return { ms, megabytes: kilobytes / 1024 };
};
