import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanEnv, LAUNCHER, makeTempDir, ROOT } from '../support/run-study.ts';

const CHUNKS = join(ROOT, 'dist/chunks');
const folder = makeTempDir('study-chunks');
const probe = join(folder, 'probe.cjs');

// Tells at the end which chunks were read from the disk.
beforeAll(() =>
  writeFileSync(
    probe,
    `const fs = require('node:fs');
     const read = fs.readFileSync;
     const chunks = [];
     fs.readFileSync = (file, ...rest) => {
       const found = /chunks[\\\\/]([a-z]+)\\.cjs$/.exec(String(file));
       if (found) chunks.push(found[1]);
       return read(file, ...rest);
     };
     process.on('exit', () => fs.writeSync(2, JSON.stringify(chunks.sort()) + '\\n'));`,
  ),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chunksOf = (...args: readonly string[]): readonly string[] => {
  const { stderr } = runWithProbe(args);
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as string[];
};

const runWithProbe = (args: readonly string[]): { stderr: string } => {
  const errors = join(folder, 'stderr');
  execFileSync(
    'bash',
    [
      '-c',
      `"$@" 2> "$ERRORS" > /dev/null < /dev/null`,
      'bash',
      process.execPath,
      '--require',
      probe,
      LAUNCHER,
      ...args,
    ],
    {
      env: { ...cleanEnv(folder), ERRORS: errors },
    },
  );
  return { stderr: readFileSync(errors, 'utf8') };
};

describe('a command reads from the disk only what it needs', () => {
  it.each([
    [['--version'], ['cli']],
    [['--help'], ['cli']],
    [
      ['calc', 'rcu', '--reads', '16', '--item-size', '12KB', '--json'],
      ['calc', 'calculators', 'cli'],
    ],
    [
      ['completion', 'bash'],
      ['cli', 'commands'],
    ],
    [['today'], ['cli', 'commands', 'data']],
  ])('study %j', (args, expected) => {
    expect(chunksOf(...args)).toEqual(expected);
  });

  it.each([[['topics']], [['stats']], [['notes', 'sqs']], [['search', 'timeout']], [['quiz', '--plain']]])(
    'study %j parses no YAML and opens no settings for writing',
    args => {
      expect(chunksOf(...args).filter(name => name === 'parse' || name === 'settings')).toEqual([]);
    },
  );
});

describe('what V8 kept of compiling the chunks', () => {
  it('is there for what learners run, and taken by this version of it', () => {
    const ending = `.${process.versions.v8}-${process.arch}.cache`;
    const cached = readdirSync(CHUNKS).filter(name => name.endsWith(ending));
    const chunks = cached.map(name => name.slice(0, -ending.length));
    expect(chunks).toEqual(expect.arrayContaining(['cli.cjs', 'calc.cjs', 'session.cjs', 'ui.cjs']));
    for (const name of cached) {
      const source = readFileSync(join(CHUNKS, name.slice(0, -ending.length)), 'utf8');
      const script = new Script(
        `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
        {
          cachedData: readFileSync(join(CHUNKS, name)),
        },
      );
      expect(script.cachedDataRejected).toBe(false);
    }
  });
});
