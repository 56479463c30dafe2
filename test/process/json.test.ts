/** What every command prints with `--json` is what docs/json.md says. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDotPath, safeParse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonOutput } from '../../scripts/lib/json-output/commands.ts';
import { FAILURE, JSON_OUTPUTS } from '../../scripts/lib/json-output/commands.ts';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { jsonRuns } from '../support/json-runs.ts';
import { makeRunsWorld, RUNS_COURSE, RUNS_START } from '../support/json-world.ts';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');
const OUTPUTS = [...JSON_OUTPUTS, FAILURE];
const base = makeTempDir('study-json');
const home = join(base, 'home');

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
  const folders = makeRunsWorld(base);
  let at = RUNS_START;
  for (const run of jsonRuns(folders)) {
    const { code, stdout } = await runStudy([...run.args, '--json', '--course', run.course ?? RUNS_COURSE], {
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
