import { describe, expect, it } from 'vitest';
import { loadCalculators } from '../../../src/core/calc/catalogue.ts';
import { commandLine } from '../../../src/core/calc/engine/command-line.ts';
import { runCalc } from '../../support/run-calc.ts';

const CALCULATORS = await loadCalculators();

const result = async (...words: readonly string[]): Promise<unknown> =>
  (JSON.parse((await runCalc([...words, '--json'])).stdout) as { result: unknown }).result;

describe('flags of all kinds', () => {
  it('read a text from stdin where it is -', async () => {
    const { code, stdout } = await runCalc(['dynamodb-item-size', '--item', '-'], {
      input: '{"UserId":\n  {"S": "u1"}}\n',
    });
    expect([code, stdout.includes('  8 B')]).toEqual([0, true]);
    const { code: wrong, stderr } = await runCalc(['dynamodb-item-size', '--item', '-']);
    expect([wrong, stderr.includes('--item "" must be JSON')]).toEqual([2, true]);
  });

  it('stand without a flag where the calculator says so', async () => {
    expect(await result('cidr', '10.0.1.77/24', '--into', '/27')).toMatchObject({
      network: '10.0.1.0/24',
      subnets: 8,
    });
    const { stdout } = await runCalc(['cidr', '10.0.1.77/24']);
    expect(stdout).toContain('The block was written with host bits set: it begins at 10.0.1.0/24.');
  });

  it('may come several times or after commas', async () => {
    const index = ['--index', '1KB:put', '--index', '3KB:change-key,2KB:none'];
    expect(await result('dynamodb-gsi', '--writes', '10', '--item-size', '1KB', ...index)).toEqual({
      baseWcu: 10,
      indexWcu: 70,
      totalWcu: 80,
    });
  });

  it('that begin with "no" are switches of their own', async () => {
    const flags = ['lambda', '--requests', '1M', '--duration', '100ms', '--memory', '1024'];
    expect(await result(...flags)).toMatchObject({ totalUsd: 0 });
    expect(await result(...flags, '--no-free-tier')).toMatchObject({ totalUsd: 1.87 });
  });

  it('named like one of the command reach both', async () => {
    const flags = ['backoff', '--base', '1', '--retries', '3', '--jitter', 'full'];
    expect(await result(...flags, '--seed', '9')).toEqual(await result(...flags, '--seed', '9'));
    expect(await result(...flags, '--seed', '9')).not.toEqual(await result(...flags, '--seed', '10'));
    const { stdout } = await runCalc(['backoff', '--practice', '--seed', '5', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ seed: 5 });
  });

  it('are refused one by one, with what a volume of this size allows', async () => {
    const { stderr } = await runCalc(['ebs', '--type', 'gp3', '--size', '100', '--iops', '99999']);
    expect(stderr).toContain('--iops "99999" must be between 3,000 and 50,000 IOPS for this volume');
    const { stderr: block } = await runCalc(['cidr', 'fe80::/10', '10.0.0.0/20']);
    expect(block).toContain('cidr "fe80::/10" is IPv6');
    expect(block).toContain('10.0.0.0/20 belongs to no flag');
  });

  it('with control characters cannot drive the terminal', async () => {
    const item = '{"a\\u001b[2Jb":"c\u202ed"}';
    const { stdout } = await runCalc(['dynamodb-item-size', '--item', item]);
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('words as an answer', () => {
  it('are chosen by number in practice', async () => {
    const seeded = ['aurora-quorum', '--practice', '--seed', '1'];
    const { stdout } = await runCalc(seeded, { input: '9\nx\n4\n' });
    expect(stdout).toContain('  1. neither reads nor writes');
    expect(stdout).toContain('? a number from 1 to 4: "9" is none');
    expect(stdout).toContain('? a number from 1 to 4: "x" is none');
    expect(stdout).toMatch(/^wrong: the answer is reads/m);
    expect(stdout).toContain('Impossible: writing needs more copies than reading.');
  });
});

describe('every calculator', () => {
  it.each([...CALCULATORS.keys()])('%s has help with two examples that run as they stand', async id => {
    const calculator = CALCULATORS.get(id);
    const { code, stdout } = await runCalc([id, '--help']);
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}\$ study (.+)$/gm)].map(match => match[1] ?? '');
    expect(commands.length).toBeGreaterThanOrEqual(2);
    for (const [i, command] of commands.entries()) {
      const given = calculator?.examples[i] ?? new Map();
      expect(calculator === undefined ? '' : commandLine(calculator, given)).toBe(`study ${command}`);
      // What a shell makes of the line.
      const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
      expect((await runCalc(words.slice(1))).code).toBe(0);
    }
  });
});

it('a command line is quoted for a shell where it must be', () => {
  const calculator = CALCULATORS.get('dynamodb-item-size');
  if (calculator === undefined) throw new Error('missing');
  expect(commandLine(calculator, new Map([['item', `{"a":"it's"}`]]))).toBe(
    `study calc dynamodb-item-size --item '{"a":"it'\\''s"}'`,
  );
});
