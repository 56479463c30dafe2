import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/core/calc/catalogue.ts';
import { COMMANDS } from '../../../src/cli/program/commands.ts';
import { completionsFor } from '../../../src/cli/completion/completion.ts';
import { practiceExercise } from '../../../src/core/calc/practice/practice.ts';
import { calculatorFor } from '../../support/calc.ts';
import type { Context } from '../../../src/cli/program/context.ts';
import { allCalculators, runCalc } from '../../support/run-calc.ts';

const json = async (words: readonly string[]): Promise<Record<string, never>> =>
  JSON.parse((await runCalc([...words, '--json'])).stdout) as Record<string, never>;

const RCU = ['rcu', '--reads', '16', '--item-size', '12KB', '--consistency', 'eventual'];

describe('study calc <calculator>', () => {
  it('prints formula, numbers, intermediate results, answer, mistakes and where to read on', async () => {
    const { code, stdout, stderr } = await runCalc(RCU);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`DynamoDB read capacity units
  Reads        16/s
  Item size    12 KB
  Consistency  eventual

Working
  4 KB blocks in one item
    = ceil(item size / 4 KB), at least 1
    = ceil(12 KB / 4 KB), at least 1 = 3 blocks
  Read units for one block
    = consistency
    = eventual = 0.5 read units
  Read units a second
    = reads × "4 KB blocks in one item" × read units for one block
    = 16 × 3 × 0.5 = 24 read units/s
  Read capacity units
    = ceil(read units a second)
    = ceil(24) = 24 RCU

Answer
  24 RCU

Usual mistakes, and what they would have given
  96 RCU  Takes blocks of 1 KB, which is the rule for writes; a read unit covers
          4 KB.
   8 RCU  Counts one unit for a read whatever the size of the item.
  48 RCU  Counts the reads as strongly consistent: one unit for each 4 KB.
  96 RCU  Doubles as for transactional reads, which these are not.

Notes
  - A projection or filter lowers nothing: the whole item is read. An item that
    does not exist costs as much as 4 KB.
  - KB, MB, GB and TB are powers of 1,024 here, as AWS counts them.

Read more: study notes dynamodb-capacity-units
Source:    DynamoDB read and write operations, https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html (checked 2026-11-20)
`);
  });

  it('prints one JSON value with stable keys', async () => {
    const { stdout } = await runCalc([...RCU, '--json']);
    expect(stdout.endsWith('}\n')).toBe(true);
    const value = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(value).slice(0, 5)).toEqual(['schema', 'calculator', 'inputs', 'steps', 'result']);
    expect(value).toMatchObject({
      schema: 'study/1',
      calculator: 'dynamodb-rcu',
      inputs: { reads: 16, 'item-size': 12, consistency: 'eventual' },
      result: { rcu: 24 },
      source: { title: 'DynamoDB read and write operations', checked: '2026-11-20' },
    });
    expect((value['steps'] as unknown[])[0]).toEqual({
      id: 'blocks',
      label: '4 KB blocks in one item',
      formula: 'ceil(item size / 4 KB), at least 1',
      substituted: 'ceil(12 KB / 4 KB), at least 1',
      value: 3,
      unit: 'blocks',
    });
  });

  it('takes global flags before and after its own, and = between flag and value', async () => {
    for (const words of [
      ['--json', ...RCU],
      ['rcu', '--json', '--reads=16', '--item-size=12KB'],
    ]) {
      expect(JSON.parse((await runCalc(words)).stdout)).toMatchObject({ result: { rcu: 24 } });
    }
  });

  it('shows the unit conversion as a step and names the default it assumed', async () => {
    const { stdout } = await runCalc(['wcu', '--writes', '31/min', '--item-size', '61440']);
    expect(stdout).not.toContain('31 WCU');
    const { stdout: right } = await runCalc(['wcu', '--writes', '31/min', '--item-size', '61440B']);
    expect(right).toContain('    = 31 / 60 = ~0.516667 writes/s');
    expect(right).toContain('    = 61,440 / 1,024 = 60 KB');
    expect(right).toContain('  31 WCU');
    const { stdout: assumed } = await runCalc(['rcu', '--reads', '1', '--item-size', '1']);
    expect(assumed).toContain('Consistency  eventual (assumed)');
    expect(assumed).toContain('Not given, so assumed: --consistency eventual.');
  });

  it('dates its prices, and says what is not confirmed where it counts', async () => {
    const flags = ['lambda', '--duration', '1s', '--memory', '1024', '--arch', 'arm', '--requests'];
    const { stdout } = await runCalc([...flags, '3M']);
    expect(stdout).toContain('Prices and quotas as of 2026-11-20, us-east-1.');
    expect(stdout).not.toContain('Not confirmed');
    const huge = await runCalc([...flags, '30G']);
    expect(huge.stdout).toContain(
      'Not confirmed on an AWS page: $0.0000106667 a GB-second on Arm, above 18.75',
    );
  });
});

describe('wrong input', () => {
  it('is told all at once, each with its flag, on stderr with exit code 2', async () => {
    const { code, stdout, stderr } = await runCalc([
      'rcu',
      '--reads',
      '-5',
      '--item-sise',
      '3',
      '--consistency',
      'x',
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`study: dynamodb-rcu cannot be computed: 4 inputs are wrong
  --item-sise is no flag of dynamodb-rcu: did you mean --item-size?
  --reads "-5" must be at least 0 reads/s
  --item-size is missing: it must be a size such as 512B, 4.5KB, 1MB or 2GiB
  --consistency "x" must be one of strong, eventual, transactional
Try: study calc dynamodb-rcu --help
`);
  });

  it('is the same as JSON on stdout', async () => {
    const { code, stdout, stderr } = await runCalc(['rcu', '--reads', 'NaN', '--json']);
    expect([code, stderr]).toEqual([2, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'study/1',
      error: {
        code: 'calculator-input',
        problems: [
          { flag: '--reads', given: 'NaN', message: expect.stringContaining('must be a rate') as string },
          { flag: '--item-size', given: '', message: expect.stringContaining('is missing') as string },
        ],
      },
    });
  });

  it('cannot drive the terminal', async () => {
    const { stderr } = await runCalc(['rcu', '--reads', '\u001b[2J16', '--item-size', '1', 'a\u001b]0;b']);
    expect(stderr).toContain('\ufffd[2J16');
    expect(stderr).not.toContain('\u001b');
  });

  it.each([
    [['rcuu'], 'There is no calculator "rcuu"', 'study calc rcu'],
    [['rcuu', '--reads', '1'], 'There is no calculator "rcuu"', 'study calc rcu'],
    [['concurrency'], 'There is no calculator "concurrency"', 'study calc lambda-concurrency'],
    [['zzzzzzzz'], 'There is no calculator "zzzzzzzz"', 'study calc lists the calculators'],
    [['--rads'], "unknown option '--rads'", 'study calc --help'],
    [['rcu', '--practice', '--seed', '1.5'], '"1.5" is no seed', 'a whole number from 0 to 4294967295'],
    [
      ['rcu', '--practice', '--no-input'],
      '--practice asks a question, and --no-input forbids asking',
      '--json',
    ],
    [['rcu', '--reads'], "option '--reads <rate>' argument missing", 'study calc --help'],
  ])('%j is refused with what to try', async (words, message, advice) => {
    const { code, stderr } = await runCalc(words);
    expect(code).toBe(2);
    expect(stderr).toContain(`study: ${message}`);
    expect(stderr).toContain(advice);
  });
});

describe('the list', () => {
  it('names every calculator with its alias, by service', async () => {
    const { stdout } = await runCalc([]);
    expect(stdout).toMatch(
      /^DynamoDB\n {2}dynamodb-rcu +read capacity units that a rate of reads needs \(rcu\)$/m,
    );
    // One line each, at the usual width.
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout.split('\n').filter(line => line.startsWith('  '))).toHaveLength(CATALOGUE.length);
    for (const { id, service } of CATALOGUE) {
      expect(stdout).toContain(`  ${id}`);
      expect(stdout).toContain(`${service}\n`);
    }
    expect((await runCalc(['--list'])).stdout).toBe(stdout);
  });

  it('as JSON has flags, kinds, units, choices, defaults and results', async () => {
    const { calculators } = (await json(['--list'])) as unknown as { calculators: { id: string }[] };
    expect(calculators.map(({ id }) => id)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(calculators[0]).toMatchObject({
      id: 'dynamodb-rcu',
      aliases: ['rcu'],
      inputs: [
        { flag: '--reads', kind: 'rate', unit: 'reads/s', required: true, default: null },
        { flag: '--item-size', kind: 'size', unit: 'KB' },
        { flag: '--consistency', choices: ['strong', 'eventual', 'transactional'], default: 'eventual' },
      ],
      results: [{ name: 'rcu', unit: 'RCU' }],
    });
  });
});

describe('help', () => {
  it('of a calculator shows its flags and two examples with what they print', async () => {
    const { code, stdout } = await runCalc(['rcu', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /--item-size <size KB>\s+size of one item, names and\s+values, at most 400 KB\s+\(required\)/,
    );
    expect(stdout).toMatch(/how fresh a read must be\s+\(default: eventual\)/);
    for (const command of [
      '$ study calc dynamodb-rcu --reads 16 --item-size 12KB --consistency eventual',
      '$ study calc dynamodb-rcu --reads 120/min --item-size 2KB --consistency strong',
    ]) {
      expect(stdout).toContain(command);
    }
    expect(stdout).toMatch(/ceil\(24\) = 24 RCU[\s\S]*Answer\n +2 RCU/);
  });

  it('of the command explains the rest', async () => {
    const { stdout } = await runCalc(['--help']);
    expect(stdout).toContain('study calc kinesis --practice');
  });
});

describe('completion', () => {
  const context = (): Context => ({ course: () => Promise.resolve(allCalculators) }) as unknown as Context;
  it('offers calculators, their flags and the values of a choice', async () => {
    expect(await completionsFor(['calc', 'dynamodb-r'], context, COMMANDS)).toEqual(['dynamodb-rcu']);
    expect(await completionsFor(['calc', 'rcu', '--re'], context, COMMANDS)).toEqual(['--reads']);
    expect(await completionsFor(['calc', 'dynamodb-rcu', '--pr'], context, COMMANDS)).toEqual(['--practice']);
    expect(await completionsFor(['calc', 'rcu', '--consistency', ''], context, COMMANDS)).toEqual([
      'strong',
      'eventual',
      'transactional',
    ]);
  });
});

describe('without flags', () => {
  it('asks in a terminal, again where an answer is none, and tells the command that does the same', async () => {
    const { code, stdout } = await runCalc(['wcu', '--plain'], {
      terminal: true,
      input: '31/min\nx\n\n60KB\nmaybe\ny\n',
    });
    expect(code).toBe(0);
    expect(stdout).toContain('? "x" must be a size such as');
    expect(stdout).toContain('? it must be a size such as');
    expect(stdout).toContain('? "maybe" is neither yes nor no');
    expect(stdout).toContain('  62 WCU');
    expect(stdout).toMatch(
      /Again: study calc dynamodb-wcu --writes 31\/min --item-size 60KB --transactional\n$/,
    );
  });

  it('takes an empty line for the default, and ends with its input', async () => {
    const { stdout } = await runCalc(['rcu', '--plain'], { terminal: true, input: '16\n12\n\n' });
    expect(stdout).toContain('Consistency (strong, eventual, transactional) [eventual]: ');
    expect(stdout).toContain('  24 RCU');
    const cut = await runCalc(['rcu', '--plain'], { terminal: true, input: '16\n' });
    expect([cut.code, cut.stdout.includes('Answer')]).toEqual([0, false]);
  });

  it('opens a screen in a terminal, over the course; with flags it computes and needs no journal', async () => {
    for (const words of [['rcu'], []]) {
      expect((await runCalc(words, { terminal: true })).stderr).toContain('needs no journal');
    }
    for (const words of [['rcu', '--reads', '16', '--item-size', '12KB'], ['--list']]) {
      expect((await runCalc(words, { terminal: true })).code).toBe(0);
    }
  });

  it.each([[['rcu']], [['rcu', '--no-input']], [['rcu', '--json']]])(
    '%j names what is missing where nobody can be asked',
    async words => {
      const terminal = words.length > 1;
      const { code, stdout, stderr } = await runCalc(words, { terminal });
      expect(code).toBe(2);
      expect(stdout + stderr).toMatch(/--reads.*is missing[\s\S]*--item-size.*is missing/);
    },
  );
});

describe('--practice', () => {
  const seeded = ['rcu', '--practice', '--seed', '3'];
  const answer = async (): Promise<{ answer: string; unit: string }> =>
    ((await json(seeded)) as unknown as { question: { answer: string; unit: string } }).question;

  it('asks, grades one line from a pipe and shows the working', async () => {
    const { answer: right } = await answer();
    const { code, stdout } = await runCalc(seeded, { input: `${right} RCU\n` });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Practice: DynamoDB read capacity units \(seed 3\)$/m);
    expect(stdout).toMatch(/^Answer in RCU: $/m);
    expect(stdout).toMatch(/^correct: the answer is [\d,]+ RCU$/m);
    expect(stdout).toMatch(/^- 4 KB blocks in one item: ceil\(/m);
    expect(stdout).toMatch(/^Usual mistakes:$/m);
  });

  it('calls a wrong answer wrong, asks again for what is no number, and skips an empty line', async () => {
    const { stdout } = await runCalc(seeded, { input: 'many\n3 WCU\n1\n' });
    expect(stdout).toContain('? a number, in RCU: "many" is none');
    expect(stdout).toContain('? a number, in RCU: "3 WCU" is none');
    expect(stdout).toMatch(/^wrong: the answer is /m);
    expect((await runCalc(seeded, { input: '\n' })).stdout).toMatch(/^skipped: the answer is /m);
    expect((await runCalc(seeded)).stdout).toMatch(/^skipped: the answer is /m);
  });

  it('names the usual mistake that a wrong answer comes from', async () => {
    const question = practiceExercise(calculatorFor('rcu'), 3);
    const [mistake] = question.mistakes;
    const { stdout } = await runCalc(seeded, { input: `${mistake?.text ?? ''}\n` });
    expect(stdout.replace(/\s+/g, ' ')).toContain(`RCU ${mistake?.why ?? 'no mistake'}`);
  });

  it('with --json prints the question with its answer, the same for the same seed', async () => {
    const first = await runCalc([...seeded, '--json']);
    expect(await answer()).toMatchObject({ unit: 'RCU', tolerance: '0' });
    expect((await runCalc([...seeded, '--json'])).stdout).toBe(first.stdout);
    expect(JSON.parse(first.stdout)).toMatchObject({
      schema: 'study/1',
      calculator: 'dynamodb-rcu',
      seed: 3,
    });
  });
});
