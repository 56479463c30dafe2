import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCourse } from '../../../src/app/course/open-course.ts';
import { buildCourse } from '../../../src/content/parse/build-course.ts';
import { HEAD_BYTES } from '../../../src/content/compiled/compiled-format.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { makeRandom } from '../../../src/core/base/random.ts';
import { FRONT, writeCourse } from '../../support/course-folder.ts';
import { sealCourse } from '../../support/sealed-course.ts';

let base = '';
let folder = '';
let cache = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'study-cache-'));
  folder = join(base, 'course');
  cache = join(base, 'cache');
  writeCourse({ 'content/a/sqs.md': `${FRONT}One.`, 'content/a/lambda.md': FRONT }, folder);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const open = (options: Partial<Parameters<typeof openCourse>[0]> = {}): Promise<CourseReader> =>
  openCourse({
    folder,
    cache,
    shippedIndex: join(base, 'dist'),
    shippedRoot: join(base, 'none'),
    ...options,
  });

/** The compiled files in the cache. */
const cached = (): readonly string[] => {
  try {
    return readdirSync(join(cache, 'courses'), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.bin'))
      .map(name => join(cache, 'courses', name));
  } catch {
    return [];
  }
};

const only = (list: readonly string[]): string => {
  expect(list).toHaveLength(1);
  return list[0] ?? '';
};

const text = (course: CourseReader): string | undefined => course.note('sqs')?.sections[0]?.markdown;

/** Changes a file and its time, to one that is past, too. */
const edit = (path: string, content: string, time = '2026-02-03T04:05:06.789Z'): void => {
  writeFileSync(join(folder, path), content);
  utimesSync(join(folder, path), new Date(time), new Date(time));
};

/** Makes the cached course tell another title than the files: so a test sees which of them it got. */
const mark = (): void => {
  const path = only(cached());
  const text = readFileSync(path, 'latin1').replaceAll('Test course', 'From  cache');
  writeFileSync(path, sealCourse(Buffer.from(text, 'latin1')));
};

describe('a course of the learner', () => {
  it('is parsed once and then opened from the cache', async () => {
    expect((await open()).title).toBe('Test course');
    mark();
    const again = await open();
    expect(again.title).toBe('From  cache');
    expect(again.root).toBe(folder);
    expect(again.origin).toBe('folder');
    expect(text(again)).toBe('One.');
  });

  it.each([
    ['changes its size', () => edit('content/a/sqs.md', `${FRONT}Two, longer.`), 'Two, longer.'],
    ['changes its time', () => edit('content/a/sqs.md', `${FRONT}Two.`), 'Two.'],
    [
      'changes and gets its old time back',
      () => edit('content/a/sqs.md', `${FRONT}Two.`, '2026-01-02T03:04:05.678Z'),
      'Two.',
    ],
    ['is removed', () => rmSync(join(folder, 'content/a/sqs.md')), undefined],
    [
      'is renamed',
      () => renameSync(join(folder, 'content/a/sqs.md'), join(folder, 'content/a/sns.md')),
      undefined,
    ],
    ['is added', () => edit('content/a/new.md', FRONT), 'One.'],
    ['is added that nothing reads', () => edit('content/a/new.txt', 'x'), 'One.'],
    [
      'becomes a link out',
      () => {
        rmSync(join(folder, 'content/a/lambda.md'));
        symlinkSync('/etc/hostname', join(folder, 'content/a/lambda.md'));
      },
      'One.',
    ],
  ])('is parsed anew when a file %s', async (_, change, expected) => {
    await open();
    mark();
    change();
    const course = await open();
    expect(course.title).toBe('Test course');
    expect(text(course)).toBe(expected);
  });

  it('has a cache of its own, by its real path', async () => {
    await open();
    const other = join(base, 'other');
    cpSync(folder, other, { recursive: true, preserveTimestamps: true });
    await open({ folder: other });
    expect(cached()).toHaveLength(2);
    symlinkSync(folder, join(base, 'link'));
    await open({ folder: join(base, 'link') });
    expect(cached()).toHaveLength(2);
  });

  it.each([
    ['empty', () => ''],
    ['noise', () => 'x'.repeat(5000)],
    ['cut', (old: string) => old.slice(0, -10)],
    ['of another format', (old: string) => old.replace(/^study-course \d/, 'study-course 0')],
    ['no JSON', (old: string) => old.replace('"topics":', '"topics";')],
  ])('is parsed anew when its cache is %s', async (_, spoil) => {
    await open();
    mark();
    const path = only(cached());
    writeFileSync(path, Buffer.from(spoil(readFileSync(path, 'latin1')), 'latin1'));
    expect((await open()).title).toBe('Test course');
    mark();
    expect((await open()).title).toBe('From  cache');
  });

  it('is parsed anew when any bit of its cache has flipped, and the cache is whole again', async () => {
    const expected = (await open()).whole();
    const path = only(cached());
    const whole = readFileSync(path);
    const random = makeRandom(20_261_201);
    for (let round = 0; round < 60; round++) {
      const flipped = Buffer.from(whole);
      const at = random.int(whole.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random.int(8)), at);
      writeFileSync(path, flipped);
      expect((await open()).whole()).toEqual(expected);
      expect(readFileSync(path).subarray(HEAD_BYTES)).toEqual(whole.subarray(HEAD_BYTES));
    }
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a folder that is not empty', (path: string) => mkdirSync(join(path, 'sub'), { recursive: true })],
    ['a link that leads nowhere', (path: string) => symlinkSync(join(base, 'nowhere'), path)],
    ['a link to a device that never ends', (path: string) => symlinkSync('/dev/zero', path)],
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
  ])(
    'is read from its folder where %s stands in the place of its cache, which is made again',
    async (_, put) => {
      await open();
      const path = only(cached());
      rmSync(path);
      put(path);
      expect(text(await open())).toBe('One.');
      expect(lstatSync(path).isFile()).toBe(true);
      mark();
      expect((await open()).title).toBe('From  cache');
    },
  );

  it('works from memory when the cache cannot be written', async () => {
    writeFileSync(cache, 'a file where the folder should be');
    expect(text(await open())).toBe('One.');
    rmSync(cache);
    mkdirSync(cache);
    chmodSync(cache, 0o500);
    expect(text(await open())).toBe('One.');
    chmodSync(cache, 0o700);
  });

  it('leaves no half-written files behind', async () => {
    await open();
    edit('content/a/sqs.md', `${FRONT}Two.`);
    await open();
    const names = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    expect(names.filter(name => !statSync(join(cache, name)).isDirectory())).toHaveLength(1);
  });

  it('is not cached while a file may still be changing', async () => {
    const path = join(folder, 'content/a/sqs.md');
    const soon = new Date(Math.floor(Date.now() / 1000) * 1000);
    writeFileSync(path, `${FRONT}Two.`);
    utimesSync(path, soon, soon);
    expect(text(await open())).toBe('Two.');
    expect(cached()).toEqual([]);
  });

  it('tells how far parsing is', async () => {
    for (let i = 0; i < 120; i++) edit(`content/a/t${i}.md`, FRONT);
    const calls: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number): void => void calls.push([done, total]);
    await open({ onProgress });
    expect(calls).toEqual([
      [50, 123],
      [100, 123],
    ]);
    calls.length = 0;
    await open({ onProgress });
    expect(calls).toEqual([]);
  });
});

describe('the shipped course', () => {
  const shipped = (): Partial<Parameters<typeof openCourse>[0]> => ({ folder: null, shippedRoot: folder });

  it('is opened as it was compiled, without a cache', async () => {
    const dist = join(base, 'dist');
    expect(buildCourse({ root: folder, out: dist })).toEqual({
      problems: [],
      notes: 2,
      cards: 0,
      questions: 0,
    });
    edit('content/a/sqs.md', `${FRONT}Edited since.`);
    const course = await open(shipped());
    expect([text(course), course.origin, course.root]).toEqual(['One.', 'shipped', folder]);
    expect(cached()).toEqual([]);
  });

  it('may be without its files', async () => {
    buildCourse({ root: folder, out: join(base, 'dist') });
    const course = await open({ folder: null });
    expect([text(course), course.root]).toEqual(['One.', null]);
  });

  it('is read from its folder where it is not compiled, or damaged', async () => {
    const course = await open(shipped());
    expect([text(course), course.origin, course.root]).toEqual(['One.', 'shipped', folder]);
    mkdirSync(join(base, 'dist'));
    writeFileSync(join(base, 'dist', 'course.bin'), 'noise');
    expect(text(await open(shipped()))).toBe('One.');
  });

  it('is missed with a message that says what to do', async () => {
    await expect(open({ folder: null })).rejects.toMatchObject({
      kind: 'data',
      details: { code: 'no-shipped-course' },
    });
  });
});
