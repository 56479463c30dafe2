import { execFileSync } from 'node:child_process';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRandom } from '../../src/core/base/random.ts';
import { cleanEnv, LAUNCHER, makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

const CHUNKS = join(ROOT, 'dist/chunks');
const folder = makeTempDir('study-chunks');
const probe = join(folder, 'probe.cjs');

// Tells at the end which chunks were read from the disk.
beforeAll(() =>
  writeFileSync(
    probe,
    `const fs = require('node:fs');
     const open = fs.openSync;
     const chunks = [];
     fs.openSync = (file, ...rest) => {
       const found = /chunks[\\\\/]([a-z]+)\\.cjs$/.exec(String(file));
       if (found) chunks.push(found[1]);
       return open(file, ...rest);
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
      ['calc', 'calculators', 'cli', 'number'],
    ],
    [
      ['completion', 'bash'],
      ['cli', 'commands'],
    ],
    [['today'], ['cli', 'commands', 'data', 'hash']],
    [
      ['notes', 'sqs'],
      ['ansi', 'cli', 'commands', 'data', 'markdown', 'width'],
    ],
    [
      ['search', 'visibility'],
      ['cli', 'commands', 'data', 'search'],
    ],
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

describe('the chunks', () => {
  it('are ASCII, for the loader takes each byte for a letter', () => {
    const odd = readdirSync(CHUNKS).filter(
      name => name.endsWith('.cjs') && readFileSync(join(CHUNKS, name)).some(byte => byte > 0x7f),
    );
    expect(odd).toEqual([]);
  });
});

describe('what V8 kept of compiling the chunks', () => {
  it('is there for what learners run, and taken by this version of it', () => {
    const ending = `.${process.versions.v8}-${process.arch}.cache`;
    const cached = readdirSync(CHUNKS).filter(name => name.endsWith(ending));
    // The chunk, and the command that it is kept for.
    const kept = cached.map(name => name.slice(0, -ending.length));
    expect(kept).toEqual(
      expect.arrayContaining(['cli.cjs.help', 'calc.cjs.calc', 'session.cjs.quiz', 'ui.cjs.home']),
    );
    for (const name of cached) {
      const source = readFileSync(join(CHUNKS, name.split('.', 2).join('.')), 'latin1');
      const script = new Script(
        `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
        {
          // Without the mark and the checksum at its end.
          cachedData: readFileSync(join(CHUNKS, name)).subarray(0, -16),
        },
      );
      expect(script.cachedDataRejected).toBe(false);
    }
  });

  describe('is replaced, and the program works, where a file of it', () => {
    const copy = makeTempDir('study-damaged');
    const launcher = join(copy, 'bin', 'study.cjs');
    const ending = `.${process.versions.v8}-${process.arch}.cache`;
    const cacheOf = (chunk: string): string => join(copy, 'dist/chunks', `${chunk}.cjs.topics${ending}`);
    const run = (...args: readonly string[]): ReturnType<typeof runStudy> =>
      runStudy(args, { launcher, node: process.execPath });

    beforeAll(() => {
      for (const name of ['bin', 'dist', 'package.json'])
        cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    });
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    /** Replaces every file of the cache of a few chunks, runs, and sees that V8 can take what is there then. */
    const withEach = async (spoil: (path: string, whole: Buffer) => void): Promise<void> => {
      for (const chunk of ['cli', 'data', 'commands']) {
        const path = cacheOf(chunk);
        const whole = readFileSync(path);
        spoil(path, whole);
        const { code, stdout, stderr, signal } = await run('topics');
        expect({ code, stderr, signal }).toEqual({ code: 0, stderr: '', signal: null });
        expect(stdout).toContain('sqs');
        expect(lstatSync(path).isFile()).toBe(true);
        const kept = readFileSync(path);
        const sum = crc32(kept.subarray(0, -16), crc32(readFileSync(join(copy, `dist/chunks/${chunk}.cjs`))));
        expect(kept.toString('latin1', kept.length - 16)).toBe(
          `study1  ${sum.toString(16).padStart(8, '0')}`,
        );
        writeFileSync(path, whole);
      }
    };

    it.each<[string, (path: string, whole: Buffer) => void]>([
      ['has a page of zeros', (path, whole) => writeFileSync(path, Buffer.from(whole).fill(0, 8192, 12288))],
      ['is cut off', (path, whole) => writeFileSync(path, whole.subarray(0, 20_000))],
      ['is empty', path => writeFileSync(path, '')],
      ['is all zeros', (path, whole) => writeFileSync(path, Buffer.alloc(whole.length))],
      [
        'has no checksum, as older versions left it',
        (path, whole) => writeFileSync(path, whole.subarray(0, -16)),
      ],
      ['is a pipe', path => (rmSync(path), void execFileSync('mkfifo', [path]))],
      ['is a link to a device that never ends', path => (rmSync(path), symlinkSync('/dev/zero', path))],
    ])('%s', async (_, spoil) => withEach(spoil));

    it('has any bit flipped', async () => {
      const random = makeRandom(20_261_203);
      for (let round = 0; round < 4; round++)
        await withEach((path, whole) => {
          const flipped = Buffer.from(whole);
          const at = random.int(whole.length);
          flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random.int(8)), at);
          writeFileSync(path, flipped);
        });
    });

    it('belongs to another build of the same length', async () => {
      const path = join(copy, 'dist/chunks/cli.cjs');
      const source = readFileSync(path, 'utf8');
      const other = source.replace('Study and exam-prep toolkit', 'Another exam-prep toolkit!!');
      expect(other.length).toBe(source.length);
      expect(other).not.toBe(source);
      writeFileSync(path, other);
      expect((await run('--help')).stdout).toContain('Another exam-prep toolkit!!');
      writeFileSync(path, source);
    });

    it('is a folder: then the program is slower, and the folder stays', async () => {
      const path = cacheOf('cli');
      rmSync(path);
      mkdirSync(path);
      expect(await run('topics')).toMatchObject({ code: 0, stderr: '' });
      expect(lstatSync(path).isDirectory()).toBe(true);
    });
  });
});
