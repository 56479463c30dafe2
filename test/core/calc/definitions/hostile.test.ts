import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCalculators } from '../../../../src/core/calc/catalogue.ts';
import type { Calculator } from '../../../../src/core/calc/catalogue.ts';
import { evaluate } from '../../../../src/core/calc/engine/evaluate.ts';
import type { Given } from '../../../../src/core/calc/engine/evaluation.ts';
import { evaluationJson } from '../../../../src/text/calc/calc-json.ts';

const CALCULATORS = await loadCalculators();

const HOSTILE = [
  '',
  ' ',
  '0',
  '-0',
  '-1',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '1e-400',
  '1e30',
  '1e18',
  '1000000000000000',
  '1e-30',
  '0.000000000000000000001',
  '9'.repeat(39),
  '9'.repeat(100_000),
  '１２',
  '१२',
  '⅓',
  '1,5',
  '1_000',
  '0x10',
  '1e',
  '--',
  '-',
  '\u0000',
  '\u001b[2J',
  '\u202e16',
  '__proto__',
  'constructor',
  'toString',
  '{reads}',
  '%',
  'KB',
  '5KB/s/s',
  '[]',
  '{}',
  '{"__proto__":{"S":1}}',
  '['.repeat(5000),
  '10.0.0.1/24',
  '10.0.0.0/33',
  '::/0',
  'fe80::/10',
  '999.0.0.0/16',
  '1,2,,3',
  ','.repeat(5000),
  '0:put',
  'true',
] as const;

/** Evaluates, and checks what must hold whatever was typed. */
const survive = (calculator: Calculator, given: Given): void => {
  const outcome = evaluate(calculator, given);
  if (!outcome.ok) {
    expect(outcome.problems.length).toBeGreaterThan(0);
    for (const { flag, given: typed, message } of outcome.problems) {
      expect(flag).not.toBe('');
      expect(message).toMatch(/\S/);
      expect(typed.length).toBeLessThanOrEqual(61);
    }
    return;
  }
  const json = JSON.stringify(evaluationJson(outcome.evaluation));
  expect(json).not.toMatch(/undefined|NaN|Infinity|\[object/);
  const { result } = JSON.parse(json) as { result: Record<string, unknown> };
  expect(Object.keys(result)).toEqual(calculator.results.map(({ name }) => name));
  // JSON writes what is no finite number as null; only results that may be null are.
  for (const value of Object.values(result)) {
    if (typeof value === 'number') expect(Math.abs(value)).toBeLessThan(1e300);
  }
};

describe.each([...CALCULATORS.values()].map(calculator => ({ id: calculator.id, calculator })))(
  '$id',
  ({ calculator }) => {
    const flags = [...calculator.inputs.keys()];
    const anyText = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(...[...calculator.inputs.values()].flatMap(({ samples }) => samples), '1'),
      fc.stringMatching(/^\d{1,12}(\.\d{1,4})?(B|KB|GB|\/min|\/day|ms|h|%|M|k)?$/),
    );

    it('survives every hostile value in every flag of its examples', () => {
      for (const example of calculator.examples) {
        for (const flag of flags) {
          for (const value of HOSTILE) survive(calculator, new Map([...example, [flag, value]]));
        }
      }
    });

    it('survives any mixture of values', () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.constantFrom(...flags), anyText), { maxLength: flags.length }),
          pairs => {
            survive(calculator, new Map(pairs));
          },
        ),
        { numRuns: 60 },
      );
    });

    it('names every flag that is wrong at once', () => {
      const given = new Map(flags.map(flag => [flag, 'one thousand']));
      const outcome = evaluate(calculator, given);
      if (outcome.ok) throw new Error('nothing was wrong');
      const named = new Set(outcome.problems.map(({ flag }) => flag));
      for (const flag of flags) expect([...named]).toContain(flag);
      for (const { message } of outcome.problems) expect(message).toContain('"one thousand"');
    });

    it('names every required flag that is missing at once', () => {
      const outcome = evaluate(calculator, new Map());
      const required = [...calculator.inputs].filter(([, { required }]) => required).map(([flag]) => flag);
      const missing = outcome.ok ? [] : outcome.problems.map(({ flag }) => flag);
      expect(missing).toEqual(expect.arrayContaining(required));
    });
  },
);

it('says that a flag does not exist', () => {
  const [calculator] = CALCULATORS.values();
  const outcome = calculator === undefined ? null : evaluate(calculator, new Map([['__proto__', '1']]));
  expect(outcome?.ok === false && outcome.problems[0]).toEqual({
    flag: '__proto__',
    given: '',
    message: 'is no flag of this calculator',
  });
});
