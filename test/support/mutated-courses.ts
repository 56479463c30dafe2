/** Mutated notes and banks: no damage makes reading a course fail, and none is passed over without a word. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { memorySource } from '../../src/disk/byte-source.ts';
import { openReader } from '../../src/content/compiled/course-reader.ts';
import { compileCourse } from '../../src/content/parse/compile.ts';
import type { LoadedCourse } from '../../src/content/parse/load-course.ts';
import { loadCourse } from '../../src/content/parse/load-course.ts';
import type { Random } from '../../src/core/base/random.ts';
import { makeRandom, shuffle } from '../../src/core/base/random.ts';
import { hasControl } from '../../src/core/base/sanitize.ts';
import { mutate, rewrite } from './mutations.ts';
import { makeTempDir, ROOT } from './run-study.ts';

/** Files that are damaged at once: as many as a small course has. */
const BATCH = 60;

/** Longest time (ms) that such a course may take to be read; it takes a tenth of a second. */
const SLOW = 20_000;

/** Notes and banks of the shipped course, by their paths. */
const sources = (): readonly string[] =>
  ['content', 'questions'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /^[^/]+\/[^/]+\.(?:md|yaml)$/.test(name.replaceAll('\\', '/')) && !/readme/i.test(name))
      .map(name => `${folder}/${name.replaceAll('\\', '/')}`),
  );

type Change = (bytes: Buffer, random: Random) => Buffer;

/** Loads a course whose files have been changed. */
const loadChanged = (paths: readonly string[], random: Random, change: Change): LoadedCourse => {
  const folder = makeTempDir('study-mutated');
  try {
    for (const path of ['content/course.yaml', ...paths]) {
      const bytes = readFileSync(join(ROOT, path));
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), path === 'content/course.yaml' ? bytes : change(bytes, random));
    }
    return loadCourse(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const keysOf = ({ course }: LoadedCourse): readonly string[] =>
  [...course.cards, ...course.questions].map(({ key }) => key).sort();

/** Every text of a value. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const requireSound = (loaded: LoadedCourse, what: string): void => {
  const { course, problems } = loaded;
  for (const problem of problems) {
    expect(problem.message, what).not.toBe('');
    expect(problem.line, what).toBeGreaterThanOrEqual(0);
  }
  expect(textsOf([course, problems]).filter(hasControl), what).toEqual([]);
  const whole = openReader(memorySource(compileCourse(loaded, '-')), {
    root: null,
    origin: 'folder',
  }).whole();
  expect(whole.notes.length + whole.cards.length + whole.questions.length, what).toBe(
    course.notes.length + course.cards.length + course.questions.length,
  );
};

/**
 * Damages so many notes and banks, a course full at a time.
 * @returns how many problems were reported, in all
 */
export const readMutatedCourses = (count: number, seed: number): number => {
  const all = sources();
  let problems = 0;
  for (let done = 0, round = 0; done < count; round++) {
    const random = makeRandom(seed + round);
    const paths = shuffle(all, random).slice(0, Math.min(BATCH, count - done));
    const what = `course ${round} of seed ${seed}`;
    const started = performance.now();
    const loaded = loadChanged(paths, random, mutate);
    expect(performance.now() - started, what).toBeLessThan(SLOW);
    requireSound(loaded, what);
    problems += loaded.problems.length;
    done += paths.length;
  }
  return problems;
};

/** Writes so many files in other bytes that say the same: the items stay the same to the last. */
export const readRewrittenCourses = (count: number, seed: number): void => {
  const all = sources();
  for (let done = 0, round = 0; done < count; round++) {
    const random = makeRandom(seed + round);
    const paths = shuffle(all, random).slice(0, Math.min(BATCH, count - done));
    const expected = keysOf(loadChanged(paths, random, bytes => bytes));
    const loaded = loadChanged(paths, random, (bytes, source) =>
      Buffer.from(rewrite(bytes.toString('utf8'), source)),
    );
    expect(keysOf(loaded), `course ${round} of seed ${seed}`).toEqual(expected);
    done += paths.length;
  }
};
