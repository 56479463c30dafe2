import type { Calculator } from '../../src/core/calc/catalogue.ts';
import { findCalculator, loadCalculators } from '../../src/core/calc/catalogue.ts';
import { evaluate } from '../../src/core/calc/engine/evaluate.ts';
import type { Evaluation, Given, InputProblem } from '../../src/core/calc/engine/evaluation.ts';
import type { Json } from '../../src/core/calc/engine/value.ts';
import { toJson } from '../../src/core/calc/engine/value.ts';

const CALCULATORS = await loadCalculators();

/** What a test gives a calculator: by flag, or as it would be typed, without quotes. */
type Flags = string | Readonly<Record<string, string | readonly string[] | true>>;

/** A calculator by id or alias. */
export const calculatorFor = (name: string): Calculator => {
  const calculator = CALCULATORS.get(findCalculator(name)?.id ?? '');
  if (calculator === undefined) throw new Error(`there is no calculator ${name}`);
  return calculator;
};

const parse = (calculator: Calculator, typed: string): Given => {
  const given = new Map<string, string | readonly string[] | true>();
  const words = typed.split(' ').filter(word => word !== '');
  while (words.length > 0) {
    const word = words.shift() ?? '';
    if (!word.startsWith('--')) {
      const [flag = ''] = [...calculator.inputs].find(([, input]) => input.positional) ?? [];
      given.set(flag, word);
      continue;
    }
    const flag = word.slice(2);
    const input = calculator.inputs.get(flag);
    if (input?.kind === 'flag') given.set(flag, true);
    else if (input?.repeatable === true)
      given.set(flag, [...[given.get(flag) ?? []].flat(), words.shift() ?? ''].map(String));
    else given.set(flag, words.shift() ?? '');
  }
  return given;
};

const givenFrom = (calculator: Calculator, flags: Flags): Given =>
  typeof flags === 'string' ? parse(calculator, flags) : new Map(Object.entries(flags));

/** The evaluation; throws where there are problems. */
const evaluation = (name: string, flags: Flags): Evaluation => {
  const calculator = calculatorFor(name);
  const outcome = evaluate(calculator, givenFrom(calculator, flags));
  if (!outcome.ok)
    throw new Error(`${name}: ${outcome.problems.map(p => `--${p.flag} ${p.message}`).join('; ')}`);
  return outcome.evaluation;
};

/** Results as JSON has them. */
export const calc = (name: string, flags: Flags): Readonly<Record<string, Json>> =>
  Object.fromEntries(evaluation(name, flags).results.map(result => [result.name, toJson(result.value)]));

/** The problems; none where it computes. */
export const problemsOf = (name: string, flags: Flags): readonly InputProblem[] => {
  const calculator = calculatorFor(name);
  const outcome = evaluate(calculator, givenFrom(calculator, flags));
  return outcome.ok ? [] : outcome.problems;
};
