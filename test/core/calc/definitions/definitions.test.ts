import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Calculator } from '../../../../src/core/calc/catalogue.ts';
import {
  CATALOGUE,
  findCalculator,
  loadCalculator,
  loadCalculators,
} from '../../../../src/core/calc/catalogue.ts';
import type { PracticeText } from '../../../../src/core/calc/engine/define.ts';
import { calculator as define } from '../../../../src/core/calc/engine/define.ts';
import { drawAll, drawsOfPractice } from '../../../../src/core/calc/practice/draw.ts';
import { evaluate } from '../../../../src/core/calc/engine/evaluate.ts';
import type { Evaluation } from '../../../../src/core/calc/engine/evaluation.ts';
import { placesOf } from '../../../../src/core/calc/engine/formula.ts';
import { practiceQuestion } from '../../../../src/core/calc/practice/practice.ts';
import { rate } from '../../../../src/core/calc/inputs/quantity-inputs.ts';
import { makeRandom } from '../../../../src/core/base/random.ts';
import { isRational } from '../../../../src/core/number/rational.ts';

const CALCULATORS = await loadCalculators();

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed);

/** Evaluations that a calculator's own examples and practice questions lead to. */
const evaluations = (calculator: Calculator): readonly Evaluation[] =>
  calculator.examples.map(given => {
    const outcome = evaluate(calculator, given);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.evaluation;
  });

/** Evaluations of one practice text, over the seeds. */
const drawn = (calculator: Calculator, text: PracticeText): readonly Evaluation[] =>
  SEEDS.map(seed => {
    const values = drawAll(drawsOfPractice(calculator, text), makeRandom(seed));
    const outcome = evaluate(calculator, new Map([...values].map(([flag, { given }]) => [flag, given])));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
    return outcome.evaluation;
  });

describe('the catalogue', () => {
  it('names the same calculators as the static list', () => {
    expect([...CALCULATORS.keys()]).toEqual(CATALOGUE.map(({ id }) => id));
  });

  it('loads one by its id and every alias, and no name stands for two', async () => {
    const names = CATALOGUE.flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      const entry = findCalculator(name);
      if (entry === undefined) throw new Error(name);
      expect((await loadCalculator(entry)).source.url).toBe(CALCULATORS.get(entry.id)?.source.url);
    }
    expect(findCalculator('__proto__')).toBeUndefined();
  });

  it('keeps the calculators of a service together', () => {
    const services = CATALOGUE.map(({ service }) => service);
    expect(services.filter((service, i) => service !== services[i - 1])).toEqual([...new Set(services)]);
  });
});

describe.each([...CALCULATORS.values()].map(calculator => ({ id: calculator.id, calculator })))(
  '$id',
  ({ calculator }) => {
    it('describes itself and its inputs in phrases', () => {
      expect(calculator.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(calculator.summary).toMatch(/^\S.*[^.]$/);
      expect(calculator.topic).toMatch(/^[a-z0-9-]+(#[a-z0-9-]+)?$/);
      for (const [flag, input] of calculator.inputs) {
        expect(flag).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
        expect(input.help).toMatch(/^\S.*[^.]$/);
      }
    });

    it('names a source over https that was checked within a year of its figures', () => {
      expect(calculator.source.url).toMatch(/^https:\/\//);
      expect(calculator.source.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      for (const fact of calculator.facts.values()) expect(fact.source).toMatch(/^https:\/\//);
    });

    it('rounds steps that exist, and answers with one of them', () => {
      const steps = calculator.steps.map(({ id }) => id);
      expect(new Set(steps).size).toBe(steps.length);
      for (const { name, step, rounding } of calculator.results) {
        expect(steps).toContain(step);
        expect(step === name || calculator.inputs.has(name)).toBe(true);
        expect(name.endsWith('Usd')).toBe(rounding === 'usd');
      }
      expect(calculator.results.map(({ name }) => name)).toContain(calculator.answer);
    });

    it('computes at least two examples of its own, without a hole in a formula', () => {
      const all = evaluations(calculator);
      expect(all.length).toBeGreaterThanOrEqual(2);
      for (const { steps, notes } of all) {
        for (const { formula, substituted, text } of steps) {
          expect(`${formula} ${substituted} ${text}`).not.toMatch(/[{}]|undefined|NaN|\[object/);
        }
        for (const note of notes) expect(note).toMatch(/^[^{}]+\.$/);
      }
    });

    it('reads every sample and default', () => {
      for (const [flag, input] of calculator.inputs) {
        const values = [...input.samples, ...(input.default === null ? [] : [input.default])];
        for (const value of values) {
          expect(`${flag} ${value} ${input.read([value]).ok}`).toBe(`${flag} ${value} true`);
        }
      }
    });

    it('has three wordings whose questions work for every seed, with four options that differ', () => {
      expect(calculator.practice.length).toBeGreaterThanOrEqual(3);
      for (const { text } of calculator.practice) {
        for (const place of placesOf(text)) expect(calculator.inputs.has(place)).toBe(true);
      }
      const stems = new Set<string>();
      for (const seed of SEEDS) {
        const question = practiceQuestion(calculator, seed, 'choice');
        if (question.kind === 'numeric') throw new Error('a choice was wanted');
        stems.add(question.stem);
        expect(new Set(question.options.map(({ text }) => text)).size).toBe(4);
        expect(question.options.filter(({ correct }) => correct)).toHaveLength(1);
        for (const { why } of question.options) expect(why.length).toBeGreaterThan(20);
        const plain = practiceQuestion(calculator, seed);
        expect(plain.stem).not.toMatch(/\{[a-z-]*\}|undefined|NaN/);
        if (plain.kind === 'numeric') {
          expect(plain.answer).toMatch(/^\d+(\.\d+)?$/);
          expect(plain.answer.length).toBeLessThanOrEqual(12);
        }
      }
      expect(stems.size).toBeGreaterThanOrEqual(6);
    });

    it('has mistakes that all happen, each a sentence', () => {
      const all = [
        ...evaluations(calculator),
        ...calculator.practice.flatMap(text => drawn(calculator, text)),
      ];
      const happened = new Set(all.flatMap(({ mistakes }) => mistakes.map(({ id }) => id)));
      for (const { why } of calculator.mistakes) expect(why).toMatch(/^[A-Z].*\.$/s);
      expect(calculator.mistakes.map(({ id }) => id).filter(id => !happened.has(id))).toEqual([]);
    });

    it('uses every figure it declares', () => {
      const source = readFileSync(`src/core/calc/definitions/${calculator.id}.ts`, 'utf8');
      for (const name of calculator.facts.keys()) expect(source).toMatch(new RegExp(`\\b${name}\\b`));
    });

    it('gives numbers that JSON can carry', () => {
      for (const { results } of evaluations(calculator)) {
        for (const { value } of results) {
          if (isRational(value)) expect(Number.isFinite(Number(value.n) / Number(value.d))).toBe(true);
        }
      }
    });
  },
);

describe('a definition', () => {
  const start = define({
    source: { title: 'A page', url: 'https://example.com', checked: '2026-01-01' },
    inputs: { reads: rate('reads', { help: 'reads' }) },
  });

  it('does not compile with a name that does not exist', () => {
    // @ts-expect-error a place that is neither input nor earlier step
    start.step('a', { label: 'A', formula: '{writes} + 1', compute: v => v.reads });
    // @ts-expect-error a value that is neither input nor earlier step
    start.step('a', { label: 'A', formula: '{reads}', compute: v => v.writes });
    // @ts-expect-error a question about an input that does not exist
    start.question('reads', 'How many for {writes}?');
    // @ts-expect-error a result that is no step
    start.results({ b: 'count' }, 'b');
    const built = start.step('a', { label: 'A', formula: '{reads}', compute: v => v.reads }).build();
    expect(built.steps.map(({ id }) => id)).toEqual(['a']);
  });
});
