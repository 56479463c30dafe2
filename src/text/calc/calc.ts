/** A calculator's working as plain lines: one idea a line, aligned, complete for a screen reader. */
import type { CatalogueEntry } from '../../core/calc/catalogue.ts';
import { labelOf } from '../../core/calc/engine/evaluate.ts';
import type { EvaluatedInput, Evaluation, WorkedStep } from '../../core/calc/engine/evaluation.ts';
import type { Fact } from '../../core/calc/facts/fact.ts';
import { PRICE_REGION } from '../../core/calc/facts/facts.ts';
import { formatQuantity } from '../../core/number/quantity-format.ts';
import { decimal } from '../../core/number/rational.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { cellWidth } from '../layout/width.ts';
import { hangingText } from '../layout/wrap.ts';

interface Layout {
  readonly style: Style;
  readonly columns: number;
}

const inputLines = (inputs: readonly EvaluatedInput[]): readonly string[] =>
  alignColumns(
    inputs
      .filter(({ value }) => value !== null && value !== false)
      .map(({ flag, text, origin }) => [
        `  ${labelOf(flag)}`,
        origin === 'default' ? `${text} (assumed)` : text,
      ]),
  );

/** One step: its label, the formula in names, then in numbers with the value. */
const stepLines = (step: WorkedStep, { style, columns }: Layout): readonly string[] => {
  const value = style.strong(step.text);
  const named = step.formula === step.substituted ? [] : hangingText('    = ', step.formula, columns);
  const numbers = step.text.startsWith(step.substituted) ? value : `${step.substituted} = ${value}`;
  return [`  ${step.label}`, ...named, ...hangingText('    = ', numbers, columns)];
};

/** Cells that a value takes at least beside its label. */
const VALUE = 16;

/** Every result, the one that is asked for in bold. */
export const answerLines = (
  { results, answer }: Evaluation,
  { style, columns }: Layout,
): readonly string[] => {
  const width = results.length === 1 ? 0 : Math.max(...results.map(({ label }) => cellWidth(label))) + 2;
  return results.flatMap(result => {
    const label = results.length === 1 ? '' : result.label;
    const text = result === answer ? style.strong(result.text) : result.text;
    // Beside a long label there is no room for its value.
    if (width > columns - VALUE)
      return [...hangingText('  ', label, columns), ...hangingText('    ', text, columns)];
    return hangingText(`  ${label.padEnd(width)}`, text, columns);
  });
};

/** What usual mistakes would have given, each with its reason. */
export const mistakeLines = ({ mistakes, answer }: Evaluation, columns: number): readonly string[] => {
  const wrong = mistakes.flatMap(({ why, results }) => {
    const text = results.get(answer.name)?.text;
    return text === undefined ? [] : [{ text, why }];
  });
  const width = Math.max(0, ...wrong.map(({ text }) => cellWidth(text)));
  // Beside a long value there is no room for a sentence.
  if (width > columns / 3)
    return wrong.flatMap(({ text, why }) => [`  ${text}`, ...hangingText('    ', why, columns)]);
  return wrong.flatMap(({ text, why }) =>
    hangingText(`  ${' '.repeat(width - cellWidth(text))}${text}  `, why, columns),
  );
};

/** `Prices as of 2026-11-20, us-east-1.`, and what is not confirmed; empty where no figure of AWS is used. */
export const factLines = (facts: readonly Fact[]): readonly string[] => {
  const [oldest] = facts.map(({ checked }) => checked).toSorted();
  if (oldest === undefined) return [];
  const prices = facts.some(({ kind }) => kind === 'price');
  const quotas = facts.some(({ kind }) => kind === 'quota');
  const what = prices ? (quotas ? 'Prices and quotas' : 'Prices') : 'Quotas';
  const unsure = facts
    .filter(({ confidence }) => confidence === 'unconfirmed')
    .map(({ amount, unit, label }) => `${formatQuantity(decimal(amount), unit)} ${label}`);
  return [
    `${what} as of ${oldest}, ${PRICE_REGION}.`,
    ...(unsure.length === 0 ? [] : [`Not confirmed on an AWS page: ${unsure.join('; ')}.`]),
  ];
};

/** Steps and answer, without what else there is to know. */
export const workingLines = (evaluation: Evaluation, layout: Layout): readonly string[] => [
  layout.style.heading('Working'),
  ...evaluation.steps.flatMap(step => stepLines(step, layout)),
  '',
  layout.style.heading('Answer'),
  ...answerLines(evaluation, layout),
];

/** The whole output of a calculator. */
export const evaluationLines = (evaluation: Evaluation, layout: Layout): readonly string[] => {
  const { calculator, inputs, notes, facts } = evaluation;
  const { style, columns } = layout;
  const mistakes = mistakeLines(evaluation, columns);
  const { source } = calculator;
  const said = [...factLines(facts), ...notes];
  return [
    style.heading(calculator.title),
    ...inputLines(inputs),
    '',
    ...workingLines(evaluation, layout),
    ...(mistakes.length === 0
      ? []
      : ['', style.heading('Usual mistakes, and what they would have given'), ...mistakes]),
    ...(said.length === 0 ? [] : ['', style.heading('Notes')]),
    ...said.flatMap(note => hangingText('  - ', note, columns)),
    '',
    `Read more: ${style.code(`study notes ${calculator.topic}`)}`,
    // A template of a course may have none.
    ...(source.url === ''
      ? []
      : [
          `Source:    ${source.title === '' ? '' : `${source.title}, `}${style.link(source.url)} (checked ${source.checked})`,
        ]),
  ];
};

/** All calculators by service, one line each: id, what it tells, and other names it answers to. */
export const catalogueLines = (
  catalogue: readonly CatalogueEntry[],
  { style, columns }: Layout,
): readonly string[] => {
  const width = Math.max(0, ...catalogue.map(({ id }) => id.length));
  let service = '';
  const lines = catalogue.flatMap(({ id, aliases, summary, ...entry }) => {
    const heading = entry.service === service ? [] : ['', style.heading(entry.service)];
    service = entry.service;
    const names = aliases.length === 0 ? '' : ` (${aliases.join(', ')})`;
    return [...heading, ...hangingText(`  ${id.padEnd(width)}  `, summary + names, columns)];
  });
  return [
    ...lines.slice(1),
    '',
    `${style.code('study calc <calculator> --help')} shows its flags and examples,`,
    `${style.code('--practice')} asks a question.`,
  ];
};
