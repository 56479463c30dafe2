/** The world of the runs of every command: a course, homes and folders that are filled before the first one. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonFolders } from './json-runs.ts';
import { manyReviews } from './json-runs.ts';
import { ROOT } from './run-study.ts';

const GOLDEN = join(ROOT, 'test', 'golden', '0.1');
/** The course of the runs. */
export const RUNS_COURSE = join(GOLDEN, 'course');
/** When the first run is, ms UTC. */
export const RUNS_START = (
  JSON.parse(readFileSync(join(GOLDEN, 'a', 'answers.json'), 'utf8')) as { at: number }
).at;

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

/** The folders that the runs need, filled. @param base an empty folder; `home` in it is that of most runs */
export const makeRunsWorld = (base: string): JsonFolders => {
  const at = Object.fromEntries(
    ['work', 'broken', 'smaller', 'other', 'many', 'group'].map(name => [name, join(base, name)]),
  ) as unknown as JsonFolders;
  mkdirSync(join(at.work, 'shared'), { recursive: true });
  cpSync(join(GOLDEN, 'a', 'home'), join(base, 'home'), { recursive: true });
  for (const course of [at.broken, at.smaller, at.other]) cpSync(RUNS_COURSE, course, { recursive: true });
  const note = join('content', 'cells', 'membranes.md');
  writeFileSync(join(at.broken, note), '---\ntitle: M\n---\nQ: a\nA: b\n[x](nowhere)\n');
  edit(join(at.smaller, note), text => text.replace(/Q: What crosses[^]*?\nA: .*\n/, ''));
  edit(join(at.other, 'content', 'course.yaml'), text => text.replace('id: golden', 'id: other'));
  writeFileSync(
    join(at.other, 'content', 'glossary.yaml'),
    'terms:\n  - { term: MBR, name: membrane, text: What parts a cell from the rest., topic: membranes }\n',
  );
  mkdirSync(join(at.many, 'journal'), { recursive: true });
  const keys = ['mem-made-of', 'mem-lipid/two', 'mem-crosses', 'tra-energy'];
  writeFileSync(
    join(at.many, 'journal', 'manyhome01.jsonl'),
    manyReviews('golden', keys, RUNS_START - 86_400_000),
  );
  cpSync(join(GOLDEN, 'a', 'home'), join(at.group, 'anna'), { recursive: true });
  cpSync(at.many, join(at.group, 'ben'), { recursive: true });
  return at;
};
