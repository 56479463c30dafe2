import { describe, expect, it } from 'vitest';
import { instantiateTemplate, templateProblems } from '../../../../src/core/calc/practice/practice.ts';
import type {
  ChoiceQuestion,
  FormulaTemplate,
  NumericQuestion,
  OwnFormulas,
} from '../../../../src/core/course/course.ts';

const NO_CALCULATORS = new Map<never, never>();

const FORMULAS: OwnFormulas = {
  where: ['{volume} / {hours} <= 250'],
  steps: [{ name: 'minutes', label: '', formula: '{hours} * 60', unit: 'min' }],
  answer: '{volume} * {drops} / {minutes}',
  unit: 'drops/min',
  tolerance: '',
  mistakes: [
    { step: '', formula: '{volume} / {minutes}', why: 'These are milliliters a minute.' },
    { step: 'minutes', formula: '{hours}', why: 'These are drops an hour.' },
  ],
};

const template = (
  formulas: Partial<OwnFormulas> = {},
  change: Partial<FormulaTemplate> = {},
): FormulaTemplate => ({
  key: 'drip-rate',
  type: 'question',
  kind: 'numeric',
  topic: 'infusions',
  section: '',
  path: 'infusions.yaml',
  line: 1,
  tasks: [],
  level: 'apply',
  stem: '',
  sources: [],
  checked: '',
  ask: ['value', 'choice'],
  inputs: [
    { flag: 'volume', input: { type: 'range', from: 250, to: 1000, step: 250, unit: '' } },
    {
      flag: 'hours',
      input: {
        type: 'choose',
        values: [
          { value: '2', text: 'two' },
          { value: '4', text: 'four' },
        ],
      },
    },
    { flag: 'drops', input: { type: 'fixed', value: '20' } },
  ],
  texts: ['{volume} mL run in over {hours} hours, 20 drops a milliliter. How many drops a minute?'],
  why: 'Minutes first.',
  formulas: { ...FORMULAS, ...formulas },
  ...change,
});

const value = (of: FormulaTemplate, seed: number): NumericQuestion =>
  instantiateTemplate(NO_CALCULATORS, of, seed, 'value') as NumericQuestion;
const choice = (of: FormulaTemplate, seed: number): ChoiceQuestion =>
  instantiateTemplate(NO_CALCULATORS, of, seed, 'choice') as ChoiceQuestion;
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);

describe('a template with formulas of its own', () => {
  it('has nothing against it, and gives the same question for the same seed', () => {
    expect(templateProblems(NO_CALCULATORS, template())).toEqual([]);
    expect(value(template(), 3)).toEqual(value(template(), 3));
    expect(new Set(SEEDS.map(seed => value(template(), seed).stem)).size).toBeGreaterThan(4);
  });

  it('computes what the text asks, and shows how', () => {
    for (const seed of SEEDS) {
      const { stem, answer, unit, tolerance, why } = value(template(), seed);
      const [, volume = '', hours = ''] = /^([\d,]+) mL run in over (two|four)/.exec(stem) ?? [];
      const minutes = hours === 'two' ? 120 : 240;
      const exact = (Number(volume.replace(',', '')) * 20) / minutes;
      expect(Number(answer)).toBeCloseTo(exact, 3);
      expect(unit).toBe('drops/min');
      expect(tolerance).toBe(Number.isInteger(exact) ? '0' : '0.5%');
      expect(why).toContain(`- Minutes: ${minutes / 60} × 60 = ${minutes} min`);
      expect(why).toContain(`- Answer: ${volume} × 20 / ${minutes} = `);
      expect(why).toContain(': These are milliliters a minute.');
      expect(why).toContain(': These are drops an hour.');
    }
  });

  it('draws numbers that meet its conditions, and no others', () => {
    const rates = SEEDS.map(seed => value(template(), seed).stem).map(stem => {
      const [, volume = '', hours = ''] = /^([\d,]+) mL run in over (two|four)/.exec(stem) ?? [];
      return Number(volume.replace(',', '')) / (hours === 'two' ? 2 : 4);
    });
    expect(Math.max(...rates)).toBe(250);
    expect(rates).toContain(62.5);
  });

  it('has its named mistakes among four options', () => {
    const { options } = choice(template(), 1);
    expect(options).toHaveLength(4);
    expect(options.filter(({ correct }) => correct)).toHaveLength(1);
    expect(options.map(({ why }) => why)).toEqual(
      expect.arrayContaining(['These are milliliters a minute.', 'These are drops an hour.']),
    );
  });

  it('grants what its author grants', () => {
    expect(value(template({ tolerance: '5' }), 1).tolerance).toBe('5');
  });

  it('takes numbers below zero, in brackets where the working has them', () => {
    const cold = template(
      { where: [], steps: [], answer: '{a} - {b}', unit: '°C', mistakes: [] },
      {
        inputs: [
          { flag: 'a', input: { type: 'range', from: -9, to: -1, step: 1, unit: '' } },
          { flag: 'b', input: { type: 'range', from: -5, to: 5, step: 10, unit: '' } },
        ],
        texts: ['From {b} to {a} degrees?'],
      },
    );
    expect(templateProblems(NO_CALCULATORS, cold)).toEqual([]);
    const question = SEEDS.map(seed => value(cold, seed)).find(({ stem }) => stem.includes('-5'));
    expect(question?.why).toMatch(/\(-\d\) - \(-5\) = /);
  });

  it('keeps every digit of a whole number', () => {
    const large = template(
      { where: [], steps: [], answer: '123456789 + {a}', unit: '', mistakes: [] },
      {
        inputs: [{ flag: 'a', input: { type: 'range', from: 1, to: 2, step: 1, unit: '' } }],
        texts: ['{a}?'],
      },
    );
    expect(['123456790', '123456791']).toContain(value(large, 1).answer);
  });
});

describe('what is wrong with formulas', () => {
  const problems = (formulas: Partial<OwnFormulas>): readonly string[] =>
    templateProblems(NO_CALCULATORS, template(formulas));

  it('names a division by zero with the numbers that lead to it', () => {
    expect(problems({ answer: '{volume} / ({hours} - 2)', where: [], mistakes: [] })[0]).toMatch(
      /^division by zero \(with volume \d+, hours 2, drops 20\)$/,
    );
    expect(problems({ answer: '{volume} / ({hours} - 2)', where: ['{hours} != 2'], mistakes: [] })).toEqual(
      [],
    );
  });

  it('names conditions that no numbers meet', () => {
    expect(() => value(template({ where: ['{volume} < 0'] }), 1)).toThrow(
      /none met the conditions under where/,
    );
  });

  it('names a mistake that is none', () => {
    const mistakes = [{ step: '', formula: '{drops} * {volume} / {minutes}', why: 'The other way round.' }];
    expect(problems({ mistakes })).toEqual([
      'this mistake gives the right answer whatever the numbers: The other way round.',
    ]);
  });

  it('refuses numbers that grow beyond all use', () => {
    expect(problems({ answer: '{volume} ^ 20', mistakes: [] })[0]).toMatch(/more than the largest count/);
    expect(problems({ answer: '({volume} ^ 200) ^ 200', mistakes: [] })[0]).toMatch(/becomes too large/);
  });

  it('names steps of the same name, and names that nothing has', () => {
    const step = { name: 'volume', label: '', formula: '1', unit: '' };
    expect(problems({ steps: [step] })[0]).toBe('The name volume is taken: give the step another');
    expect(problems({ answer: '{volumes}' })[0]).toBe(
      'The formula "{volumes}" names {volumes}; it may name {volume}, {hours}, {drops}, {minutes}',
    );
    expect(problems({ mistakes: [{ step: 'seconds', formula: '1', why: 'x' }] })[0]).toBe(
      'There is no step "seconds" to get wrong',
    );
    expect(problems({ mistakes: [{ step: 'minutes', formula: '{answer}', why: 'x' }] })[0]).toMatch(
      /names \{answer\}; it may name \{volume\}, \{hours\}, \{drops\}, \{minutes\}$/,
    );
  });
});
