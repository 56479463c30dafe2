import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FRONT, writeCourse } from '../support/course-folder.ts';
import type { StudyResult } from '../support/run-study.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const top = makeTempDir('study-own-calculator');
afterAll(() => rmSync(top, { recursive: true, force: true }));

const bank = (id: string, title: string): string => `- id: ${id}
  kind: numeric
  title: ${title}
  ask: [value]
  tasks: {}
  level: apply
  section: nursing#drips
  inputs:
    volume: { from: 250, to: 1000, step: 250 }
    hours: { choose: [2, 4, 5] }
    drops: { choose: [15, 20, 60] }
  steps:
    - { name: minutes, formula: '{hours} * 60', unit: min }
  answer: '{volume} * {drops} / {minutes}'
  unit: drops/min
  mistakes:
    - { formula: '{volume} / {minutes}', why: These are milliliters a minute. }
  texts: ['{volume} mL run in over {hours} hours, {drops} drops a milliliter. How many drops a minute?']
  checked: 2026-11-20
`;
const course = (id: string, folder: string): string =>
  writeCourse(
    {
      'content/course.yaml': 'id: care\ntitle: Care\n',
      'content/a/nursing.md': `${FRONT}## Drips\n\nText.\n`,
      'questions/a/nursing.yaml': bank(id, 'Drip rate'),
    },
    join(top, folder),
  );
const care = course('drip-rate', 'care');

const study = (...args: readonly string[]): Promise<StudyResult> =>
  runStudy([...args, '--course', care], { home: join(top, 'home'), cwd: top });

describe('a calculator of a course', () => {
  const GIVEN = ['calc', 'drip-rate', '--volume', '500', '--hours', '4', '--drops', '15'];

  it('is worked through with every step and the usual mistakes', async () => {
    const { code, stdout, stderr } = await study(...GIVEN);
    expect(`${code} ${stderr}`).toBe('0 ');
    expect(stdout).toMatch(/^Drip rate\n/);
    expect(stdout).toContain('= 4 × 60 = 240 min');
    expect(stdout).toContain('= 500 × 15 / 240 = 31.25 drops/min');
    expect(stdout).toMatch(/2\.08333\S* drops\/min +These are milliliters a minute\./);
    expect(stdout).toContain('Read more: study notes nursing#drips');
    expect(stdout).not.toMatch(/Source|Notes\n/);
  });

  it('takes numbers that its question would not, and says which it cannot work with', async () => {
    const { stdout } = await study('calc', 'drip-rate', '--volume', '0.1', '--hours', '0.5', '--drops', '3');
    expect(stdout).toContain('0.01 drops/min');
    const zero = await study('calc', 'drip-rate', '--volume', '1', '--hours', '0', '--drops', '3');
    expect(zero.code).toBe(2);
    expect(zero.stderr).toMatch(/cannot be worked out with these numbers/);
    const missing = await study('calc', 'drip-rate', '--volume', '1', '--hour', '2');
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(
      /did you mean --hours[^]*--drops is missing[^]*Try: study .*calc drip-rate --volume 250 --hours 2 --drops 15/,
    );
  });

  it('prints JSON like every other, and is listed, found and practiced', async () => {
    const worked = await study(...GIVEN, '--json');
    expect(JSON.parse(worked.stdout)).toMatchObject({
      calculator: 'drip-rate',
      result: { answer: 31.25 },
      topic: 'nursing#drips',
    });
    const listed = await study('calc', '--list');
    expect(listed.stdout).toContain('drip-rate');
    expect(listed.stdout).not.toContain('dynamodb');
    const list = await study('calc', '--list', '--json');
    expect(JSON.parse(list.stdout)).toMatchObject({ calculators: [{ calculator: 'drip-rate' }] });
    expect((await study('search', 'drip')).stdout).toContain('study calc drip-rate');
    const practice = await study('calc', 'drip-rate', '--practice', '--seed', '1', '--json');
    expect(JSON.parse(practice.stdout)).toMatchObject({ question: { kind: 'numeric', unit: 'drops/min' } });
    // Those of the program compute the same everywhere.
    expect((await study('calc', 'rcu', '--reads', '16', '--item-size', '12KB')).code).toBe(0);
    const unknown = await study('calc', 'drip-rat');
    expect(`${unknown.code} ${unknown.stderr}`).toMatch(/^2 [^]*Try: study .* calc drip-rate/);
  });

  it('has a page of help with its flags and an example, as the others have', async () => {
    const { code, stdout, stderr } = await study('calc', 'drip-rate', '--help');
    expect(`${code} ${stderr}`).toBe('0 ');
    expect(stdout).toMatch(/^Usage: study calc drip-rate \[options\]/);
    for (const flag of ['--volume', '--hours', '--drops']) expect(stdout).toContain(flag);
    expect(stdout).toMatch(/\$ study .*calc drip-rate --volume [^]*drops\/min/);
    const general = await study('calc', '--help');
    expect(general.stdout).toMatch(/^Usage: study calc \[options\] \[calculator\]/);
    const unknown = await study('calc', 'drip-rat', '--help');
    expect(`${unknown.code} ${unknown.stderr}`).toMatch(/^2 [^]*There is no calculator "drip-rat"/);
  });

  it('may not have the name of one of the program', async () => {
    const { stdout } = await runStudy(['check', course('rcu', 'taken')], { home: join(top, 'home') });
    expect(stdout).toMatch(/"rcu" is a calculator of the program/);
  });
});

describe('a course without calculators', () => {
  it('lists none', async () => {
    const bare = writeCourse({ 'content/a/note.md': `${FRONT}Text.\n` }, join(top, 'bare'));
    const { code, stdout } = await runStudy(['calc', '--list', '--course', bare], {
      home: join(top, 'home'),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('This course has no calculators');
  });
});
