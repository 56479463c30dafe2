import { describe, expect, it } from 'vitest';
import type { Evaluation, WorkedStep } from '../../../../src/core/calc/engine/evaluation.ts';
import { loadCalculators } from '../../../../src/core/calc/catalogue.ts';
import { evaluate, labelOf } from '../../../../src/core/calc/engine/evaluate.ts';
import { drawAll, drawsOfPractice } from '../../../../src/core/calc/practice/draw.ts';
import { makeRandom } from '../../../../src/core/base/random.ts';
import { isRational } from '../../../../src/core/number/rational.ts';
import { evaluatePrinted, isPrintedAs } from '../../../support/printed-arithmetic.ts';

const CALCULATORS = await loadCalculators();

const SEEDS = 12;

/** Every calculator worked through on its examples, and on what practice draws from each of its texts. */
const evaluations = function* (): Generator<Evaluation> {
  for (const calculator of CALCULATORS.values()) {
    const drawn = calculator.practice.flatMap(text =>
      Array.from({ length: SEEDS }, (_, seed) => {
        const values = drawAll(drawsOfPractice(calculator, text), makeRandom(seed));
        return new Map([...values].map(([flag, { given }]) => [flag, given] as const));
      }),
    );
    for (const given of [...calculator.examples, ...drawn]) {
      const outcome = evaluate(calculator, given);
      if (outcome.ok) yield outcome.evaluation;
    }
  }
};

const lines = [...evaluations()].flatMap(({ calculator, steps }) =>
  steps.map((step): WorkedStep & { readonly of: string } => ({ ...step, of: calculator.id })),
);

describe('printed arithmetic', () => {
  it('of every worked step, computed with fractions, gives the value that is printed after it', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { of, id, substituted, text, unit, value } of lines) {
      if (!isRational(value)) continue;
      const printed = evaluatePrinted(substituted);
      if (printed === null) continue;
      checked++;
      if (!isPrintedAs(printed, value, unit)) wrong.push(`${of} ${id}: ${substituted} = ${text}`);
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(checked).toBeGreaterThan(4500);
  });

  it('names steps by their labels, and says nothing twice', () => {
    const odd = lines.filter(({ of, formula }) => {
      // A fact may have the words of a step in its own name: the free GB seconds.
      const calculator = CALCULATORS.get(of);
      const facts = [...(calculator?.facts.keys() ?? [])].join(' ').toLowerCase();
      const ids =
        calculator?.steps.filter(({ id }) => /[A-Z]/.test(id) && !facts.includes(id.toLowerCase())) ?? [];
      const names = ids.filter(({ id, label }) => {
        const words = id.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
        return new RegExp(`\\b${words}\\b`, 'i').test(formula) && !label.toLowerCase().includes(words);
      });
      return names.length > 0 || /\b([a-z]+) \1\b/i.test(formula);
    });
    expect([...new Set(odd.map(({ of, formula }) => `${of}: ${formula}`))]).toEqual([]);
  });

  it('spells abbreviations as they are spelled, and leaves out units that belong to numbers', () => {
    const formulas = (id: string): readonly string[] =>
      lines.filter(({ of }) => of === id).map(({ formula }) => formula);
    expect(formulas('cache-latency')).toContain('hit ratio × cache + requests that miss × time of a miss');
    expect(formulas('efs-throughput')).toContain('24 × baseline throughput / burst throughput');
    expect(formulas('dynamodb-cost')).toContain('(RCU × RCU price + WCU × WCU price) × 730');
    expect(formulas('dynamodb-cost')).toContain('"On demand, if all of it were used" × utilisation');
    expect(labelOf('cidr')).toBe('CIDR');
  });
});
