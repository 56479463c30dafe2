import { describe, expect, it } from 'vitest';
import {
  mistakeBehind,
  practiceExercise,
  practiceQuestion,
  templateProblems,
  instantiateTemplate,
} from '../../../../src/core/calc/practice/practice.ts';
import { loadCalculators } from '../../../../src/core/calc/catalogue.ts';
import { compareNumber } from '../../../../src/core/question/number-answer.ts';
import { CalcProblem } from '../../../../src/core/calc/practice/recipe.ts';
import type {
  ChoiceQuestion,
  NumericQuestion,
  Template,
  TemplateInput,
} from '../../../../src/core/course/course.ts';
import { ascendingOrder } from '../../../../src/core/question/option-order.ts';
import {
  decimal,
  isRational,
  parseDecimal,
  toExact,
  toSignificant,
} from '../../../../src/core/number/rational.ts';
import { calc, calculatorFor } from '../../../support/calc.ts';

const CALCULATORS = await loadCalculators();

const choose = (...values: readonly (string | readonly [string, string])[]): TemplateInput => ({
  type: 'choose',
  values: values.map(value =>
    typeof value === 'string' ? { value, text: value } : { value: value[0], text: value[1] },
  ),
});

const template = (change: Partial<Template> = {}): Template => ({
  key: 'rcu-practice',
  type: 'question',
  kind: 'numeric',
  topic: 'dynamodb-capacity-units',
  section: 'reads',
  path: 'questions/databases/x.yaml',
  line: 12,
  tasks: [{ blueprint: 'dva-c02', tasks: ['1.1'] }],
  level: 'apply',
  stem: '',
  sources: ['https://example.com'],
  checked: '2026-11-20',
  calculator: 'dynamodb-rcu',
  result: 'rcu',
  ask: ['value', 'choice'],
  inputs: [
    { flag: 'reads', input: { type: 'range', from: 1000, to: 3000, step: 500, unit: '' } },
    { flag: 'item-size', input: choose('1.5KB', '6KB') },
    {
      flag: 'consistency',
      input: choose(['strong', 'strongly consistent'], ['eventual', 'eventually consistent']),
    },
  ],
  texts: ['A table serves {reads} {consistency} reads a second of items of {item-size}. How many RCU?'],
  why: 'Round each item up first.',
  ...change,
});

const value = (change?: Partial<Template>, seed = 1): NumericQuestion =>
  instantiateTemplate(CALCULATORS, template(change), seed, 'value') as NumericQuestion;
const asChoice = (change?: Partial<Template>, seed = 1): ChoiceQuestion =>
  instantiateTemplate(CALCULATORS, template(change), seed, 'choice') as ChoiceQuestion;

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('a template', () => {
  it('gives the same question for the same seed, and others for others', () => {
    expect(value({}, 5)).toEqual(value({}, 5));
    expect(asChoice({}, 5)).toEqual(asChoice({}, 5));
    expect(new Set(SEEDS.map(seed => value({}, seed).stem)).size).toBeGreaterThan(10);
  });

  it('fills the text with what people read, and computes the answer from what was typed', () => {
    for (const seed of SEEDS) {
      const question = value({}, seed);
      const match =
        /^A table serves (\d,\d{3}) (strong|eventual)ly consistent reads a second of items of ([\d.]+) KB\. How many RCU\?$/.exec(
          question.stem,
        );
      const [, reads = '', consistency = '', size = ''] = match ?? [];
      const flags = { reads: reads.replace(',', ''), 'item-size': `${size}KB`, consistency };
      expect(question.answer).toBe(String(calc('rcu', flags)['rcu']));
    }
  });

  it('appends the unit of a range for the calculator alone', () => {
    const inputs: Template['inputs'] = [
      { flag: 'reads', input: { type: 'range', from: 90, to: 90, step: 1, unit: '/min' } },
      { flag: 'item-size', input: { type: 'fixed', value: '4KB' } },
    ];
    const question = value({ inputs, texts: ['{reads} reads a minute of 4 KB?'] });
    expect([question.stem, question.answer, question.unit]).toEqual([
      '90 reads a minute of 4 KB?',
      '1',
      'RCU',
    ]);
  });

  it('writes percentages with a space, as all texts do', () => {
    const credits = {
      calculator: 'cpu-credits',
      result: 'hoursUntilEmpty',
      inputs: [
        { flag: 'type', input: { type: 'fixed', value: 't3.micro' } },
        { flag: 'utilisation', input: choose('40%', '50%') },
      ],
      texts: ['A t3.micro is used to {utilisation}. After how many hours is its balance empty?'],
    } satisfies Partial<Template>;
    for (const seed of SEEDS) expect(value(credits, seed).stem).toMatch(/^A t3\.micro is used to [45]0 %\. /);
    const stems = SEEDS.map(seed => practiceQuestion(calculatorFor('cpu-credits'), seed).stem);
    expect(stems.some(stem => /\d %/.test(stem))).toBe(true);
    expect(stems.filter(stem => /\d%/.test(stem))).toEqual([]);
  });

  it('hands over what identifies it and where it came from', () => {
    expect(value({ expires: '2027-01-01' })).toMatchObject({
      key: 'rcu-practice',
      topic: 'dynamodb-capacity-units',
      section: 'reads',
      line: 12,
      level: 'apply',
      tasks: [{ blueprint: 'dva-c02', tasks: ['1.1'] }],
      checked: '2026-11-20',
      expires: '2027-01-01',
      tolerance: '0',
    });
  });

  it('explains with its own words, the working and the usual mistakes', () => {
    const { why } = value();
    expect(why).toMatch(/^Round each item up first\.\n\n- 4 KB blocks in one item: ceil\(/);
    expect(why).toMatch(/\n\nUsual mistakes:\n\n- [\d,.]+ RCU: /);
  });

  it('as a choice has the key and three mistakes, ascending, each with its reason', () => {
    for (const seed of SEEDS) {
      const { options, keepOrder, kind } = asChoice({}, seed);
      expect([kind, keepOrder, options.length]).toEqual(['single', false, 4]);
      expect(new Set(options.map(({ text }) => text)).size).toBe(4);
      expect(ascendingOrder(options.map(({ text }) => text))).toEqual([0, 1, 2, 3]);
      const [right] = options.filter(({ correct }) => correct);
      expect(right?.text).toMatch(/^[\d,]+ RCU$/);
      expect(right?.why).toContain('Round each item up first.');
      expect(options.filter(({ why }) => why.startsWith('No usual mistake'))).toEqual([]);
    }
  });

  it('fills up with neighbours where the mistakes coincide', () => {
    const inputs: Template['inputs'] = [
      { flag: 'writes', input: choose('1') },
      { flag: 'item-size', input: choose('1KB') },
    ];
    const texts = ['{writes} write a second of {item-size}?'];
    const { options } = asChoice({ calculator: 'dynamodb-wcu', result: 'wcu', inputs, texts });
    expect(new Set(options.map(({ text }) => text)).size).toBe(4);
    expect(options.find(({ correct }) => correct)?.text).toBe('1 WCU');
  });

  it('grants a cent for money and a little for what is rounded, but never a usual mistake', () => {
    const lambda = {
      calculator: 'lambda-cost',
      inputs: [
        { flag: 'requests', input: choose('3M') },
        { flag: 'duration', input: choose('120.4ms') },
        { flag: 'memory', input: choose('1536') },
      ],
      texts: ['{requests} of {duration} at {memory}?'],
    };
    expect(value({ ...lambda, result: 'totalUsd' })).toMatchObject({
      answer: '2.81',
      unit: 'USD',
      tolerance: '0.01',
    });
    // Not rounding 120.4 ms up gives 541,800, within half a percent of the right 544,500.
    expect(value({ ...lambda, result: 'gbSeconds' })).toMatchObject({ answer: '544500', tolerance: '0.05%' });
  });
});

describe('a tolerance', () => {
  it('never accepts a usual mistake, in any question of any calculator', () => {
    for (const calculator of CALCULATORS.values()) {
      for (const seed of SEEDS) {
        const question = practiceQuestion(calculator, seed);
        if (question.kind !== 'numeric') continue;
        const wrong = practiceQuestion(calculator, seed, 'choice') as ChoiceQuestion;
        expect(wrong.stem).toBe(question.stem.slice(0, wrong.stem.length));
        for (const { text, correct } of wrong.options) {
          const value = parseDecimal(/[\d,.]+/.exec(text)?.[0] ?? '');
          if (value === null) throw new Error(text);
          const verdict = compareNumber(value, question.answer, question.tolerance);
          expect(`${calculator.id} ${seed} ${text} ${verdict !== 'different'}`).toBe(
            `${calculator.id} ${seed} ${text} ${correct}`,
          );
        }
      }
    }
  });
});

describe('a broken template', () => {
  const flags = template().inputs;
  it.each<readonly [string, Partial<Template>, string]>([
    ['an unknown calculator', { calculator: '__proto__' }, 'there is no calculator "__proto__"'],
    ['an unknown result', { result: 'wcu' }, 'dynamodb-rcu has no result "wcu": it has rcu'],
    [
      'an unknown flag',
      { inputs: [...flags, { flag: 'constructor', input: { type: 'fixed', value: '1' } }] },
      'dynamodb-rcu has no flag "constructor"',
    ],
    [
      'a place without an input',
      { texts: ['{reads} {consistency} {item-size} {color}'] },
      'names {color}, which is no input',
    ],
    [
      'a drawn input in no text',
      { texts: ['{reads} {item-size}'] },
      'the text does not name {consistency}, which is drawn',
    ],
    [
      'a fixed input in a text',
      { inputs: [...flags.slice(0, 2), { flag: 'consistency', input: { type: 'fixed', value: 'strong' } }] },
      'names {consistency}, which is fixed',
    ],
    ['no text', { texts: [] }, 'there is no text'],
    [
      'an empty range',
      { inputs: [{ flag: 'reads', input: { type: 'range', from: 5, to: 1, step: 1, unit: '' } }] },
      'the range of "reads" is empty',
    ],
    [
      'a value that the calculator refuses',
      {
        inputs: [
          ...flags.slice(0, 1),
          { flag: 'item-size', input: choose('500KB', '501KB') },
          ...flags.slice(2),
        ],
      },
      '--item-size "501KB" must be between 0 and 400 KB',
    ],
    [
      'a missing input',
      { inputs: flags.slice(1), texts: ['{item-size} {consistency}'] },
      '--reads is missing',
    ],
    [
      'a result that is no number, asked as a value',
      {
        calculator: 'kinesis-shards',
        result: 'limitedBy',
        inputs: [{ flag: 'write', input: choose('5') }],
        texts: ['{write}'],
      },
      'limitedBy is no number',
    ],
  ])('with %s says so', (_what, change, message) => {
    expect(templateProblems(CALCULATORS, template(change)).join('\n')).toContain(message);
    expect(() => instantiateTemplate(CALCULATORS, template(change), 3, 'value')).toThrow(CalcProblem);
  });

  it('is found even when only one of its combinations fails', () => {
    const inputs = [
      ...flags.slice(0, 1),
      { flag: 'item-size', input: choose('1KB', '2KB', '401KB') },
      ...flags.slice(2),
    ];
    expect(templateProblems(CALCULATORS, template({ inputs }))).toEqual([
      '--item-size "401KB" must be between 0 and 400 KB',
    ]);
  });

  it('is not what a good one is', () => {
    expect(templateProblems(CALCULATORS, template())).toEqual([]);
  });
});

describe('the place of the key by size', () => {
  it.each([
    ['availability', 'downtimeMinutesPerYear', { series: ['99.9,99.95', '99.5,99.9'] }],
    ['cpu-credits', 'hoursUntilEmpty', { type: ['t3.micro', 't3.small'], utilisation: ['50%', '60%'] }],
    [
      'dynamodb-wcu',
      'wcu',
      { writes: ['10', '25'], 'item-size': ['1.5KB', '4.5KB'], transactional: ['true'] },
    ],
    ['sns-cost', 'totalUsd', { publishes: ['5M', '8M'], 'message-size': ['80KB', '200KB'] }],
    [
      'api-gateway-throttle',
      'allowed',
      { rate: ['50', '200'], burst: ['200', '400'], offered: ['800', '1000'], seconds: ['3s', '4s'] },
    ],
    ['efs-throughput', 'baselineMiBps', { storage: ['256GiB', '512GiB'] }],
  ] as const)('varies for %s', (name, result, given) => {
    const inputs = Object.entries(given).map(([flag, values]) => ({ flag, input: choose(...values) }));
    const texts = [inputs.map(({ flag }) => `{${flag}}`).join(' ')];
    const places = SEEDS.map(seed =>
      asChoice({ calculator: name, result, inputs, texts }, seed).options.findIndex(({ correct }) => correct),
    );
    expect(new Set(places).size).toBeGreaterThan(1);
  });
});

describe('a practice question of a calculator', () => {
  it('is the same for the same seed, and rises to a real number', () => {
    const rcu = calculatorFor('rcu');
    expect(practiceQuestion(rcu, 9)).toEqual(practiceQuestion(rcu, 9));
    for (const seed of SEEDS) {
      const question = practiceQuestion(rcu, seed);
      if (question.kind !== 'numeric') throw new Error('a number was wanted');
      expect(decimal(question.answer).n).toBeGreaterThan(0n);
      expect(question).toMatchObject({
        key: 'calc-dynamodb-rcu',
        topic: 'dynamodb-capacity-units',
        unit: 'RCU',
      });
    }
  });

  it('knows the usual mistake behind a wrong number, and none behind the right one', () => {
    let named = 0;
    for (const calculator of CALCULATORS.values()) {
      for (const seed of [1, 2, 3]) {
        const made = practiceExercise(calculator, seed);
        const { question, mistakes } = made;
        if (question.kind !== 'numeric') {
          expect(mistakeBehind(made, '1')).toBeUndefined();
          continue;
        }
        expect(mistakeBehind(made, question.answer)).toBeUndefined();
        for (const { value, text } of mistakes) {
          if (!isRational(value)) continue;
          // Two mistakes that agree within the tolerance are told apart by nobody.
          const found = mistakeBehind(made, toExact(value) ?? toSignificant(value, 12));
          expect(found, `${question.key} ${text}`).toBeDefined();
          named++;
        }
      }
    }
    expect(named).toBeGreaterThan(100);
  });
});
