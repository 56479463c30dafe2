import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations } from './support/architecture.ts';
import { findDeadExports, findSilentExports } from './support/exports.ts';
import { ROOT } from './support/run-study.ts';

/** Text by path of what a folder has of this kind, but for declarations of packages without types. */
const textsIn = (folder: string, kind: RegExp): ReadonlyMap<string, string> => {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const paths = names
    .filter(name => kind.test(name) && !/\.d\.m?ts$/.test(name))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`);
  return new Map(paths.map(path => [path, readFileSync(join(ROOT, path), 'utf8')]));
};

const sources = (): ReadonlyMap<string, string> => textsIn('src', /\.tsx?$/);

/** All that can import anything of the project. */
const everything = (): ReadonlyMap<string, string> =>
  new Map(
    ['src', 'test', 'scripts', 'bench', 'bin'].flatMap(folder => [...textsIn(folder, /\.(?:tsx?|[cm]js)$/)]),
  );

const violationsOf = (path: string, text: string): readonly string[] =>
  findViolations(new Map([[path, text]]));

describe('the layers of src/', () => {
  it('hold: imports point downward and never in a circle, packages and the clock stay in their files, no file is too long, no folder too full', () => {
    expect(findViolations(sources())).toEqual([]);
  });

  it('are read from real files', () => {
    expect(sources().size).toBeGreaterThan(80);
    expect([...sources().keys()]).toContain('src/core/course/course.ts');
  });
});

describe('exports', () => {
  it('each have a doc comment', () => {
    expect(findSilentExports(sources())).toEqual([]);
  });

  it('each are imported somewhere', () => {
    expect(findDeadExports(everything())).toEqual([]);
  });
});

describe('the check of exports', () => {
  const silent = (text: string): readonly string[] => findSilentExports(new Map([['src/core/x.ts', text]]));

  it('asks for a comment on each, once for the forms of a function', () => {
    expect(silent('/** Head. */\nimport "./y.ts";\nexport const y = 1;')).toEqual([
      'src/core/x.ts:3 exports y without a doc comment',
    ]);
    expect(silent('// A remark.\nexport interface Y { z: 1 }')).toEqual([
      'src/core/x.ts:2 exports Y without a doc comment',
    ]);
    expect(
      silent('/** One. */\nexport function y(z: 1): 1;\nexport function y(z: 2): 2;\nconst hidden = 1;'),
    ).toEqual([]);
  });

  it('knows every way of importing', () => {
    const of = (text: string): readonly string[] =>
      findDeadExports(
        new Map([
          ['src/core/x.ts', 'export const y = 1;\nexport interface Z { y: 1 }'],
          ['test/core/x.test.ts', text],
        ]),
      ).map(line => line.split(' ')[2] ?? '');
    expect(of('')).toEqual(['y,', 'Z,']);
    expect(of("import { y } from '../../src/core/x.ts';")).toEqual(['Z,']);
    expect(of("import type { Z as A } from '../../src/core/x.ts';")).toEqual(['y,']);
    expect(of("const { y } = await import('../../src/core/x.ts');")).toEqual(['Z,']);
    expect(of("import * as all from '../../src/core/x.ts'; all.y;")).toEqual(['Z,']);
    expect(of("type A = import('../../src/core/x.ts').Z;")).toEqual(['y,']);
  });
});

describe('the tests', () => {
  it('of a layer lie in the same folders as what they test', () => {
    const folders = (top: string): readonly string[] =>
      readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isDirectory() && entry.name !== '__snapshots__')
        .map(entry =>
          join(entry.parentPath, entry.name)
            .slice(join(ROOT, top, '/').length)
            .replaceAll('\\', '/'),
        );
    const layers = readdirSync(join(ROOT, 'src'));
    const tested = folders('test').filter(folder => layers.includes(folder.split('/')[0] ?? ''));
    const known = new Set(folders('src'));
    expect(tested.length).toBeGreaterThan(30);
    expect(tested.filter(folder => !known.has(folder))).toEqual([]);
  });
});

describe('the check of the layers', () => {
  it.each([
    ['src/core/x.ts', "import { y } from '../store/y.ts';", 'src/core/x.ts may not import src/store/y.ts'],
    ['src/core/x.ts', "import type { Y } from '../app/y.ts';", 'src/core/x.ts may not import src/app/y.ts'],
    [
      'src/content/x.ts',
      "export { y } from '../store/y.ts';",
      'src/content/x.ts may not import src/store/y.ts',
    ],
    [
      'src/store/x.ts',
      "import { y } from '../content/y.ts';",
      'src/store/x.ts may not import src/content/y.ts',
    ],
    ['src/text/x.ts', "import { y } from '../cli/y.ts';", 'src/text/x.ts may not import src/cli/y.ts'],
    ['src/text/x.ts', "import { y } from '../tui/y.tsx';", 'src/text/x.ts may not import src/tui/y.tsx'],
    ['src/cli/x.ts', "import { y } from '../store/y.ts';", 'src/cli/x.ts may not import src/store/y.ts'],
    ['src/cli/x.ts', "void import('../content/y.ts');", 'src/cli/x.ts may not import src/content/y.ts'],
    [
      'src/cli/x.ts',
      "import { y } from '../tui/y.tsx';",
      'src/cli/x.ts imports src/tui/y.tsx other than dynamically',
    ],
    ['src/core/x.ts', "import fs from 'node:fs';", 'src/core/x.ts may not import node:fs'],
    ['src/core/x.ts', "import { join } from 'node:path';", 'src/core/x.ts may not import node:path'],
    ['src/text/x.ts', "import fs from 'node:fs/promises';", 'src/text/x.ts may not import node:fs/promises'],
    ['src/app/x.ts', "import fs from 'node:fs';", 'src/app/x.ts may not import node:fs'],
    [
      'src/core/queue/queue.ts',
      "import { fsrs } from 'ts-fsrs';",
      'src/core/queue/queue.ts may not import ts-fsrs',
    ],
    ['src/cli/x.ts', "const z = await import('conf');", 'src/cli/x.ts may not import conf'],
    ['src/app/x.ts', "import left from 'left-pad';", 'src/app/x.ts may not import left-pad'],
    [
      'src/store/x.ts',
      "import { readFileSync } from 'node:fs';",
      'src/store/x.ts opens a file by itself, not through src/disk/regular-file.ts',
    ],
    ['src/core/x.ts', 'export const y = Date.now();', 'src/core/x.ts:1 reads the clock'],
    [
      'src/app/x.ts',
      'export const y = makeMoment(1, 2, 3);',
      'src/app/x.ts:1 makes a moment by itself, not through src/app/learner/moment.ts',
    ],
    ['src/store/x.ts', '\nexport const y = new Date();', 'src/store/x.ts:2 reads the clock'],
    ['src/app/x.ts', 'export const y = Math.random();', 'src/app/x.ts:1 uses Math.random'],
    ['src/cli/x.ts', 'process.exit(1);', 'src/cli/x.ts:1 calls process.exit'],
    ['src/cli/x.ts', 'console.log(1);', 'src/cli/x.ts:1 uses console'],
    ['src/core/x.ts', 'export const y = process.platform;', 'src/core/x.ts:1 uses process in core'],
    ['src/core/x.ts', 'setTimeout(() => 1, 1);', 'src/core/x.ts:1 uses setTimeout in core'],
    ['src/odd/x.ts', 'export const y = 1;', 'src/odd/x.ts is in no layer'],
    ['src/core/x.ts', 'export const y = 1;', 'src/core/x.ts is in no folder of core'],
    ['src/cli/x.ts', 'export const y = 1;', 'src/cli/x.ts is in no folder of cli'],
    ['src/core/odd/x.ts', 'export const y = 1;', 'src/core/odd has no place in the order of core'],
    [
      'src/core/fold/x.ts',
      "import { y } from '../question/y.ts';",
      'src/core/fold/x.ts may not import src/core/question/y.ts',
    ],
    [
      'src/core/exam/x.ts',
      "import type { Y } from '../session/y.ts';",
      'src/core/exam/x.ts may not import src/core/session/y.ts',
    ],
    ['src/disk/x.ts', "import { y } from '../store/y.ts';", 'src/disk/x.ts may not import src/store/y.ts'],
    [
      'src/cli/x.ts',
      'const y = (z: string) => import(z);',
      'src/cli/x.ts:1 imports something that is not written out',
    ],
  ])('in %s refuses %s', (path, text, complaint) => {
    expect(violationsOf(path, text)).toContain(complaint);
  });

  it.each([
    ['src/core/memory/memory.ts', "import { fsrs } from 'ts-fsrs';"],
    [
      'src/cli/screens/x.ts',
      "import type { Props } from '../../tui/y.tsx';\nvoid import('../../tui/y.tsx');",
    ],
    ['src/app/learner/runtime.ts', 'export const now = () => Date.now();'],
    ['src/core/base/x.ts', '// process.exit and console.log(new Date())\nexport const y = new Date(0);'],
    [
      'src/core/base/x.ts',
      "export interface Y { process: string }\nexport const z = { fetch: 'console.log()' };",
    ],
    ['src/disk/x.ts', "import { y } from '../core/base/y.ts';\nimport fs from 'node:fs';"],
    ['src/core/exam/x.ts', "import { y } from '../queue/y.ts';\nimport { z } from './z.ts';"],
    ['src/core/base/x.ts', 'export const y = (process: { fetch: () => void }) => ({ process: 1 });'],
  ])('in %s accepts %s', (path, text) => {
    expect(violationsOf(path, text)).toEqual([]);
  });

  it.each(["import { a } from './a.ts';", "void import('./a.ts');"])(
    'finds a circle that goes through a type and is closed by %s',
    closing => {
      const circle = new Map([
        ['src/core/base/a.ts', "import { b } from './b.ts';"],
        ['src/core/base/b.ts', "import type { C } from './c.ts';"],
        ['src/core/base/c.ts', closing],
      ]);
      expect(findViolations(circle)).toEqual([
        'circle of imports: src/core/base/a.ts -> src/core/base/b.ts -> src/core/base/c.ts -> src/core/base/a.ts',
      ]);
    },
  );

  it('counts the files of a folder, but neither those of its own folders nor the entries of a table', () => {
    const filled = (folder: string, count: number): readonly (readonly [string, string])[] =>
      Array.from({ length: count }, (_, i) => [`${folder}/x${i}.ts`, 'export const y = 1;']);
    expect(findViolations(new Map([...filled('src/core/exam', 21), ...filled('src/disk', 20)]))).toEqual([
      'src/core/exam has 21 files of its own, more than 20',
    ]);
    expect(
      findViolations(
        new Map([
          ...filled('src/cli/commands', 30),
          ...filled('src/core/calc/definitions', 30),
          ...filled('src/core/calc/engine', 20),
          ...filled('src/core/calc', 1),
        ]),
      ),
    ).toEqual([]);
  });

  it('takes a file of more than 300 lines only with a reason at its head', () => {
    const long = 'export const y = 1;\n'.repeat(301);
    expect(violationsOf('src/core/base/x.ts', long)).toEqual([
      'src/core/base/x.ts has more than 300 lines and no reason at its head',
    ]);
    expect(violationsOf('src/core/base/x.ts', `/** A table: hence the many lines. */\n${long}`)).toEqual([]);
  });
});
