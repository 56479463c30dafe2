/** Inputs as typed to worked steps, or to every problem at once. Exact; rounding only where a step or result says so. */
import { formatNumber } from '../../number/quantity-format.ts';
import type { Rational } from '../../number/rational.ts';
import { abs, compare, decimal, isRational, ONE, rational } from '../../number/rational.ts';
import type { Calculator } from '../catalogue.ts';
import type { Mistake, Step, Values } from './define.ts';
import type { Given, InputProblem, Outcome, Result, WorkedStep, WrongAnswer } from './evaluation.ts';
import { capitals, describeFormula, placesOf, substitute } from './formula.ts';
import type { ReadInput } from './read-inputs.ts';
import { inputProblem, readInputs, startValues } from './read-inputs.ts';
import type { Value } from './value.ts';
import { formatResult, formatStep, roundValue } from './value.ts';

/** Largest count that JSON carries exactly. */
const LARGEST_COUNT = rational(Number.MAX_SAFE_INTEGER);

/** All steps in order; a mistake changes some of them, and sees what would have been right there. */
const compute = (steps: readonly Step[], start: Values, mistake?: Mistake): Values => {
  const values: Record<string, unknown> = Object.assign(Object.create(null), start);
  for (const step of steps) {
    values[step.id] = step.compute(values);
    const wrong = mistake?.steps.get(step.id);
    if (wrong !== undefined) values[step.id] = wrong(values);
  }
  return values;
};

/** As {@link compute}, but `null` where a mistake or a changed input divides by zero. */
const tryCompute = (steps: readonly Step[], start: Values, mistake?: Mistake): Values | null => {
  try {
    return compute(steps, start, mistake);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** The input without which a result would be smallest: the one that made it too large. */
const culprit = (
  { inputs: known, steps }: Calculator,
  inputs: ReadonlyMap<string, ReadInput>,
  start: Values,
  result: string,
): string => {
  let found = known.keys().next().value ?? '';
  let smallest: Rational | null = null;
  for (const [flag, { held }] of inputs) {
    if (!isRational(held.value) || compare(held.value, ONE) <= 0) continue;
    const value = tryCompute(steps, { ...start, [flag]: ONE })?.[result];
    if (!isRational(value) || (smallest !== null && compare(value, smallest) >= 0)) continue;
    [found, smallest] = [flag, value];
  }
  return found;
};

const resultsOf = ({ results, steps }: Calculator, values: Values): readonly Result[] =>
  results.map(({ name, step, rounding }) => {
    const wording = steps.find(({ id }) => id === step) as Step;
    const { label, unit } = wording;
    const value = roundValue(values[step] as Value, rounding);
    const text = formatResult(value, wording);
    return { name, step, label, unit, rounding, wording, value, text, others: wording.others(values) };
  });

const isTooLarge = ({ rounding, value }: Result): boolean =>
  (rounding === 'count' || rounding === 'exact' || rounding === 'number') &&
  isRational(value) &&
  compare(abs(value), LARGEST_COUNT) > 0;

/** `item-size` as `Item size`, `cidr` as `CIDR`. */
export const labelOf = (flag: string): string => {
  const spaced = capitals(flag.replaceAll('-', ' '));
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};

/** What was written in another unit is converted in a step of its own. */
const conversionSteps = (inputs: ReadonlyMap<string, ReadInput>): readonly WorkedStep[] =>
  [...inputs].flatMap(([flag, { input, held }]) =>
    held.conversion === null || !isRational(held.value)
      ? []
      : [
          {
            id: flag,
            label: input.kind === 'count' ? `${labelOf(flag)} in full` : `${labelOf(flag)} in ${input.unit}`,
            unit: input.unit,
            ...held.conversion,
            value: held.value,
            text: formatStep(held.value, input.unit),
          },
        ],
  );

const wrongAnswers = (
  { mistakes, steps }: Calculator,
  start: Values,
  right: readonly Result[],
): readonly WrongAnswer[] =>
  mistakes.flatMap(mistake => {
    const values = tryCompute(steps, start, mistake);
    if (values === null) return [];
    const results = new Map<string, { value: Value; text: string }>();
    for (const { name, step, rounding, wording, text } of right) {
      const value = roundValue(values[step] as Value, rounding);
      const wrong = formatResult(value, wording);
      if (wrong !== text) results.set(name, { value, text: wrong });
    }
    return results.size === 0 ? [] : [{ id: mistake.id, why: mistake.why, results }];
  });

const defaultNotes = (inputs: ReadonlyMap<string, ReadInput>): readonly string[] => {
  const assumed = [...inputs.values()].filter(({ origin }) => origin === 'default');
  if (assumed.length === 0) return [];
  return [`Not given, so assumed: ${assumed.map(({ flag, held }) => `--${flag} ${held.text}`).join(', ')}.`];
};

const kiloNotes = ({ inputs }: Calculator): readonly string[] => {
  const kilos = new Set([...inputs.values()].map(({ kilo }) => kilo));
  if (kilos.has(1000)) {
    return ['KB, MB, GB and TB are powers of 1,000 here; KiB, MiB, GiB and TiB are powers of 1,024.'];
  }
  return kilos.has(1024) ? ['KB, MB, GB and TB are powers of 1,024 here, as AWS counts them.'] : [];
};

const factValues = ({ facts }: Calculator): Values =>
  Object.fromEntries([...facts].map(([name, { amount }]) => [name, decimal(amount)]));

/** Works the calculator through. */
export const evaluate = (calculator: Calculator, given: Given): Outcome => {
  const facts = factValues(calculator);
  const { inputs, problems } = readInputs(calculator, given, facts);
  if (problems.length > 0) return { ok: false, problems };

  const start = startValues(inputs, facts);
  const values = compute(calculator.steps, start);
  const results = resultsOf(calculator, values);
  const large = results.filter(isTooLarge).map(({ name, step, text }): InputProblem => {
    const flag = culprit(calculator, inputs, start, step);
    const message = `makes ${name} ${text}, more than the largest count, ${formatNumber(LARGEST_COUNT)}`;
    return inputProblem(flag, inputs.get(flag)?.given ?? [], message);
  });
  if (large.length > 0) return { ok: false, problems: large };

  const used = new Set<string>();
  const fill = (template: string): string => {
    for (const place of placesOf(template)) used.add(place);
    return substitute(template, calculator, values);
  };
  const steps = calculator.steps
    .filter(step => step.shown(values))
    .map((step): WorkedStep => {
      const template = typeof step.formula === 'string' ? step.formula : step.formula(values);
      const value = values[step.id] as Value;
      return {
        id: step.id,
        label: step.label,
        unit: step.unit,
        formula: describeFormula(template, calculator),
        substituted: fill(template),
        value,
        text: step.say === null ? formatStep(value, step.unit, step.nothing) : formatResult(value, step),
      };
    });
  const notes = [...defaultNotes(inputs), ...calculator.notes(values).map(fill), ...kiloNotes(calculator)];
  return {
    ok: true,
    evaluation: {
      calculator,
      inputs: [...inputs.values()].map(({ flag, input, held, origin }) => ({
        flag,
        input,
        value: held.value,
        text: held.text,
        origin,
      })),
      steps: [...conversionSteps(inputs), ...steps],
      results,
      answer: results.find(({ name }) => name === calculator.answer) as Result,
      mistakes: wrongAnswers(calculator, start, results),
      notes,
      facts: [...calculator.facts].filter(([name]) => used.has(name)).map(([, fact]) => fact),
    },
  };
};
