/** What every command prints with `--json` is what docs/json.md says. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDotPath, safeParse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonOutput } from '../../scripts/lib/json-output/commands.ts';
import { FAILURE, JSON_OUTPUTS } from '../../scripts/lib/json-output/commands.ts';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import type { JsonFolders } from '../support/json-runs.ts';
import { jsonRuns, manyReviews } from '../support/json-runs.ts';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

const GOLDEN = join(ROOT, 'test', 'golden', '0.1');
const COURSE = join(GOLDEN, 'course');
const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');
const { at: START } = JSON.parse(readFileSync(join(GOLDEN, 'a', 'answers.json'), 'utf8')) as { at: number };

const OUTPUTS = [...JSON_OUTPUTS, FAILURE];
const base = makeTempDir('study-json');
const home = join(base, 'home');

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

/** The folders that the runs need, filled. */
const makeFolders = (): JsonFolders => {
  const at = Object.fromEntries(
    ['work', 'broken', 'smaller', 'other', 'many', 'group'].map(name => [name, join(base, name)]),
  ) as unknown as JsonFolders;
  mkdirSync(join(at.work, 'shared'), { recursive: true });
  cpSync(join(GOLDEN, 'a', 'home'), home, { recursive: true });
  for (const course of [at.broken, at.smaller, at.other]) cpSync(COURSE, course, { recursive: true });
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
    manyReviews('golden', keys, START - 86_400_000),
  );
  cpSync(join(GOLDEN, 'a', 'home'), join(at.group, 'anna'), { recursive: true });
  cpSync(at.many, join(at.group, 'ben'), { recursive: true });
  return at;
};

interface Printed {
  readonly run: string;
  readonly output: JsonOutput | undefined;
  readonly values: readonly unknown[];
  readonly code: number;
  readonly wanted: number;
  readonly stdout: string;
}

const printed: Printed[] = [];

beforeAll(async () => {
  const folders = makeFolders();
  let at = START;
  for (const run of jsonRuns(folders)) {
    const { code, stdout } = await runStudy([...run.args, '--json', '--course', run.course ?? COURSE], {
      home: run.home ?? home,
      input: run.input ?? '',
      env: { NODE_OPTIONS: `--require ${CLOCK}`, STUDY_TEST_AT: String(at) },
    });
    at += 120_000;
    if (run.prints === 'study exam --report')
      for (const name of ['one', 'two']) writeFileSync(join(folders.work, `${name}.json`), stdout);
    printed.push({
      run: run.args.join(' '),
      output: OUTPUTS.find(({ name }) => name === run.prints),
      values: stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
      code,
      wanted: run.code ?? 0,
      stdout,
    });
  }
}, 240_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Whether a word, or a word of one command below, begins the name of an output. */
const isDeclared = (command: string): boolean =>
  JSON_OUTPUTS.some(({ name }) => name === command || name.startsWith(`${command} `));

interface Shape {
  readonly command: string;
  readonly commands: readonly { readonly name: string }[];
}

describe('the JSON of every command', () => {
  it('is declared, of commands below others too', async () => {
    const undeclared: string[] = [];
    for (const { name } of COMMANDS) {
      const { stdout } = await runStudy([name, '--help', '--json']);
      const { commands } = JSON.parse(stdout) as Shape;
      const words = [
        // What prints records of the journal, or only groups others, has no value of its own.
        ...(name === 'progress' ? [] : [name === 'today' ? 'study' : `study ${name}`]),
        ...commands.map(below => `study ${name} ${below.name}`),
      ];
      undeclared.push(...words.filter(word => !isDeclared(word)));
    }
    expect(undeclared).toEqual([]);
  });

  it('is run here, in each of its forms, with the exit code that belongs to it', () => {
    const names = new Set(printed.map(({ output }) => output?.name));
    expect(OUTPUTS.filter(({ name }) => !names.has(name)).map(({ name }) => name)).toEqual([]);
    expect(printed.filter(({ code, wanted, output }) => code !== wanted || output === undefined)).toEqual([]);
  });

  it('is what docs/json.md says, and nothing else', () => {
    const faults = printed.flatMap(({ run, output, values }) =>
      values.flatMap(value => {
        const { issues = [] } = safeParse(output?.schema ?? FAILURE.schema, value);
        return issues.map(issue => `${run}: ${getDotPath(issue) ?? ''}: ${issue.message}`);
      }),
    );
    expect(faults).toEqual([]);
  });

  it('is one value a command, but for sessions and sittings', () => {
    for (const { run, output, values } of printed)
      if (output?.form === 'value') expect([run, values.length]).toEqual([run, 1]);
  });

  it('tells moments in fields that end in Utc, and in no other', () => {
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
    const look = (value: unknown, name: string): readonly string[] => {
      if (Array.isArray(value)) return value.flatMap(each => look(each, name));
      if (typeof value === 'object' && value !== null)
        return Object.entries(value).flatMap(([key, each]) => look(each, key));
      if (typeof value !== 'string') return [];
      return moment.test(value) === name.endsWith('Utc') ? [] : [`${name}: ${value}`];
    };
    expect(printed.flatMap(({ values }) => values.flatMap(value => look(value, '')))).toEqual([]);
  });
});
