/** Times programs in a real pseudo-terminal: what a learner waits for is what has been drawn. */
import { spawn } from '@lydell/node-pty';
import { makeEnv, median } from './measure.mjs';

/** Ink and the terminals agree on this as the end of a frame. */
const FRAME_END = '\u001b[?2026l';

const open = (args, { home, columns = 80, rows = 24 }) => {
  const env = { ...makeEnv(home), TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  for (const name of ['NO_COLOR', 'STUDY_ACCESSIBLE', 'COLORFGBG']) delete env[name];
  const pty = spawn(process.execPath, args, { cols: columns, rows, cwd: home, env, name: env.TERM });
  const ended = new Promise(resolve => {
    pty.onExit(resolve);
  });
  return { pty, ended };
};

/** Milliseconds until something has been drawn, or until the process has ended; then ends it. */
const timeUntil = async (args, until, options) => {
  const started = performance.now();
  const { pty, ended } = open(args, options);
  let text = '';
  let seen;
  /** @type {Promise<void>} */
  const drawn = new Promise(resolve => {
    pty.onData(data => {
      text += data;
      if (seen !== undefined || until === undefined || !until.test(text)) return;
      seen = performance.now() - started;
      resolve();
    });
  });
  await (until === undefined ? ended : Promise.race([drawn, ended]));
  const took = seen ?? performance.now() - started;
  if (until !== undefined) {
    if (seen === undefined) throw new Error(`Never drawn: ${String(until)}\n${text.slice(0, 2000)}`);
    pty.write('\u0003');
    await ended;
  }
  return took;
};

/**
 * Medians of the time until a first frame and of `node -e 0`, and the median of the ratios of neighbours.
 * @param {readonly string[]} args of node
 */
export const measureFirstFrame = async (args, until, { runs = 15, ...options }) => {
  /** @type {[number[], number[], number[]]} */
  const [times, bases, ratios] = [[], [], []];
  await timeUntil(args, until, options);
  for (let i = 0; i < runs; i++) {
    const base = await timeUntil(['-e', '0'], undefined, options);
    const time = await timeUntil(args, until, options);
    times.push(time);
    bases.push(base);
    ratios.push(time / base);
  }
  return { ms: median(times), base: median(bases), ratio: median(ratios) };
};

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

/**
 * Milliseconds from a key to the end of the frame it changes, for each of many keys.
 * @param {{ args: readonly string[], ready: RegExp, before?: readonly string[], keys: readonly string[], presses: number }} run
 *   `before` is pressed first, one after the other; then `keys` in turn, each of which must change the frame
 */
export const measureKeys = async ({ args, ready, before = [], keys, presses }, options) => {
  const { pty, ended } = open(args, options);
  let text = '';
  let onFrame = () => undefined;
  pty.onData(data => {
    text += data;
    if (data.includes(FRAME_END)) onFrame();
  });
  const waitFor = async pattern => {
    const deadline = performance.now() + 20_000;
    while (!pattern.test(text)) {
      if (performance.now() > deadline)
        throw new Error(`Never drawn: ${String(pattern)}\n${text.slice(-2000)}`);
      await pause(10);
    }
  };
  const press = key =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No frame after ${JSON.stringify(key)}`)), 5000);
      const started = performance.now();
      onFrame = () => {
        clearTimeout(timer);
        onFrame = () => undefined;
        resolve(performance.now() - started);
      };
      pty.write(key);
    });
  await waitFor(ready);
  await pause(300);
  for (const key of before) {
    await press(key);
    await pause(150);
  }
  const times = [];
  for (let i = 0; i < presses; i++) {
    times.push(await press(keys[i % keys.length]));
    await pause(25 + (i % 7) * 5);
  }
  pty.write('\u0003');
  await ended;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    median: median(times),
    p99: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))],
  };
};
