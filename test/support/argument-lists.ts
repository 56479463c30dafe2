/** Random command lines: whatever is typed, the program ends by itself, in order and with a documented exit code. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { makeRandom, pick } from '../../src/core/base/random.ts';
import { makeTempDir, runStudy } from './run-study.ts';

const FLAGS = [
  '--json',
  '--plain',
  '--no-color',
  '--no-input',
  '-q',
  '-n',
  '--kind',
  '--level',
  '--seed',
  '--minutes',
  '--as-of',
  '--list',
  '--html',
  '--force',
  '--report',
  '--history',
  '--print',
  '--key',
  '--no-key',
  '--resume',
  '--end',
  '--abandon',
  '--practice',
  '--extra-time',
  '--all',
  '--include',
  '--rules',
  '--jsonl',
  '--in-order',
  '--weak',
  '--course',

  '--',
  '-',
  '--help',
  '-V',
  '--tighten',
  '--knid',
  '-x',
  '--=',
  '--json=1',
  '--seed=',
  '--reads',
  '--item-size',
  '--consistency',
  '--check',
  '--markdown',
];
const WORDS = [
  'sqs',
  'kms',
  'sqs#limits',
  'nothing',
  '1',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  '2026-11-20',
  '0000-00-00',
  'NaN',
  '',
  ' ',
  'a b',
  '\u001b[31m',
  '\u202e',
  'é',
  '核酸',
  '../..',
  '/dev/null',
  '/',
  '.',
  '*',
  '%s',
  '$(id)',
  '; ls',
  'single',
  'expert',
  'yes',
  'backup',
  'restore',
  'merge',
  'undo',
  'reset',
  'exclude',
  'unsuspend',
  'get',
  'set',
  'theme',
  'newPerDay',
  'rcu',
  'course',
  'progress',
  'bash',
  'file.txt',
  'x'.repeat(3000),
  '__proto__',
  'constructor',
  '12KB',
  'eventual',
  '--',
  'sqs-visibility-range',
];

/** What people do type; a list begins with one of these as often as with any command. */
const SENSIBLE: readonly (readonly string[])[] = [
  ['today'],
  ['topics', '--json'],
  ['review', '-n', '3'],
  ['quiz', 'sqs', '-n', '2', '--seed', '1'],
  ['cards', 'kms', '--in-order'],
  ['notes', 'sqs#limits'],
  ['search', 'timeout'],
  ['calc', 'rcu', '--reads', '16', '--item-size', '12KB', '--consistency', 'eventual'],
  ['exam', '--list'],
  ['exam', '--print', '--seed', '2'],
  ['exam', '--history', '--json'],
  ['stats', '--html', 'page.html'],
  ['config', 'set', 'newPerDay', '3'],
  ['progress', 'backup'],
  ['progress', 'undo', '--list'],
  ['export', 'progress', '--jsonl'],
  ['doctor', '--json'],
  ['completion', 'bash'],
  ['check', '--rules'],
];

const CODES = new Set([0, 1, 2, 3]);

/**
 * Runs so many random command lines with empty input, a few at a time.
 * @returns how many ended with each exit code
 */
export const runArgumentLists = async (count: number, seed: number): Promise<ReadonlyMap<number, number>> => {
  const random = makeRandom(seed);
  const folder = makeTempDir('study-arguments');
  const names = COMMANDS.map(({ name }) => name);
  const lists = Array.from({ length: count }, () => {
    const start = random.int(2) === 0 ? pick(SENSIBLE, random) : [pick([...names, 'nothing', ''], random)];
    const rest = Array.from({ length: random.int(3) }, () =>
      pick(random.int(2) === 0 ? FLAGS : WORDS, random),
    );
    return [...start, ...rest];
  });
  const codes = new Map<number, number>();
  try {
    writeFileSync(join(folder, 'file.txt'), 'Years of work');
    const home = join(folder, 'home');
    for (let from = 0; from < lists.length; from += 4)
      await Promise.all(
        lists.slice(from, from + 4).map(async args => {
          const { code, stdout, stderr, signal } = await runStudy(args, { home, cwd: folder });
          const what = JSON.stringify(args);
          expect({ what, isKnown: CODES.has(code), signal }).toEqual({ what, isKnown: true, signal: null });
          expect(stdout + stderr, what).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
          // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
          expect(stdout + stderr, what).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
          if (code === 2 || code === 3) expect(stdout + stderr, what).not.toBe('');
          codes.set(code, (codes.get(code) ?? 0) + 1);
        }),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return codes;
};
