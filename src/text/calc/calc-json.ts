/** The stable JSON shapes of calculators. */
import type { Calculator } from '../../core/calc/catalogue.ts';
import type { Evaluation } from '../../core/calc/engine/evaluation.ts';
import { PRICE_REGION } from '../../core/calc/facts/facts.ts';
import type { Value } from '../../core/calc/engine/value.ts';
import { toJson } from '../../core/calc/engine/value.ts';
import { decimal, toNumber } from '../../core/number/rational.ts';

type Shape = Readonly<Record<string, unknown>>;

/** `--reads`, or the bare name of what stands without a flag. */
export const writtenFlag = (calculator: Pick<Calculator, 'inputs'>, flag: string): string =>
  calculator.inputs.get(flag)?.positional === true ? flag : `--${flag}`;

/** What `study calc <id> --json` prints. Inputs are in the unit that `--list` names. */
export const evaluationJson = ({
  calculator,
  inputs,
  steps,
  results,
  mistakes,
  notes,
  facts,
  answer,
}: Evaluation): Shape => ({
  calculator: calculator.id,
  inputs: Object.fromEntries(
    inputs.map(({ flag, input, value }) => [flag, value === null ? null : input.toJson(value)]),
  ),
  steps: steps.map(({ id, label, formula, substituted, value, unit }) => ({
    id,
    label,
    formula,
    substituted,
    value: toJson(value),
    unit,
  })),
  result: Object.fromEntries(results.map(({ name, value }) => [name, toJson(value)])),
  mistakes: mistakes.flatMap(({ id, why, results: wrong }) => {
    const value: Value | undefined = wrong.get(answer.name)?.value;
    return value === undefined ? [] : [{ id, why, value: toJson(value), unit: answer.unit }];
  }),
  notes,
  figures: facts.map(({ kind, amount, unit, label, source, checked, confidence }) => ({
    kind,
    value: toNumber(decimal(amount)),
    unit,
    label,
    region: PRICE_REGION,
    source,
    checked,
    confidence,
  })),
  topic: calculator.topic,
  source: calculator.source,
});

/** One entry of `study calc --list --json`. */
export const calculatorJson = (calculator: Calculator): Shape => ({
  calculator: calculator.id,
  id: calculator.id,
  aliases: calculator.aliases,
  title: calculator.title,
  summary: calculator.summary,
  service: calculator.service,
  topic: calculator.topic,
  inputs: [...calculator.inputs].map(([flag, input]) => ({
    flag: writtenFlag(calculator, flag),
    kind: input.kind,
    unit: input.unit,
    help: input.help,
    choices: input.choices.map(({ value }) => value),
    default: input.default,
    required: input.required,
    repeatable: input.repeatable,
  })),
  results: calculator.results.map(({ name, step }) => ({
    name,
    unit: calculator.steps.find(({ id }) => id === step)?.unit ?? '',
  })),
});
