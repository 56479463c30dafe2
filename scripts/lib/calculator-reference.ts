/** Writes docs/calculators.md from the definitions. */
import { loadCalculators } from '../../src/core/calc/catalogue.ts';
import type { Calculator } from '../../src/core/calc/catalogue.ts';
import { commandLine } from '../../src/core/calc/engine/command-line.ts';
import type { Example } from '../../src/core/calc/engine/define.ts';
import { evaluate } from '../../src/core/calc/engine/evaluate.ts';
import { describeFormula } from '../../src/core/calc/engine/formula.ts';
import type { Input } from '../../src/core/calc/inputs/input.ts';
import type { Rounding } from '../../src/core/calc/engine/value.ts';
import { formatQuantity } from '../../src/core/number/quantity-format.ts';
import { decimal } from '../../src/core/number/rational.ts';

const CALCULATORS = await loadCalculators();

/** In a cell of a table a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map(row => `| ${row.map(cell).join(' | ')} |`),
];

const flagText = (flag: string, input: Input): string =>
  input.positional ? `<${flag}>` : [`--${flag}`, input.placeholder].filter(word => word !== '').join(' ');

const whenLeftOut = ({ required, default: fallback, kind }: Input): string =>
  required ? 'required' : fallback === null ? (kind === 'flag' ? 'off' : 'may be left out') : fallback;

const ROUNDING: Readonly<Record<Rounding, string>> = {
  count: 'whole number',
  exact: 'exact',
  usd: 'cents',
  measure: '6 significant digits',
  percent: '6 significant digits, above 99 6 decimals',
  plain: 'as it is',
  number: '6 significant digits, whole numbers as they are',
};

const CONFIDENCE = {
  official: 'from AWS',
  quoted: 'quoted from AWS',
  unconfirmed: 'not confirmed',
} as const;

const exampleLines = (calculator: Calculator, given: Example): readonly string[] => {
  const outcome = evaluate(calculator, given);
  if (!outcome.ok)
    throw new Error(`an example of ${calculator.id} does not work: ${JSON.stringify(outcome.problems)}`);
  const { steps, results } = outcome.evaluation;
  const shown = new Set(results.map(({ step }) => step));
  return [
    `$ ${commandLine(calculator, given)}`,
    ...steps.map(({ label, substituted, text }) =>
      text.startsWith(substituted) ? `  ${label}: ${text}` : `  ${label}: ${substituted} = ${text}`,
    ),
    // Of what no step tells already, only rounding is left to tell.
    ...results
      .filter(
        ({ name, text }) => shown.has(name) && !steps.some(step => step.id === name && step.text === text),
      )
      .map(({ label, text }) => `  ${label}, rounded: ${text}`),
  ];
};

const formulaOf = (calculator: Calculator): readonly string[] => {
  const [first] = calculator.examples;
  const outcome = first === undefined ? null : evaluate(calculator, first);
  const worked = new Map(
    outcome?.ok === true ? outcome.evaluation.steps.map(step => [step.id, step.formula]) : [],
  );
  return calculator.steps.flatMap(({ id, label, formula }) => {
    const text = typeof formula === 'string' ? describeFormula(formula, calculator) : worked.get(id);
    return text === undefined ? [] : [`1. ${label}: \`${text}\``];
  });
};

const section = (calculator: Calculator): readonly string[] => {
  const { id, aliases, title, summary, topic, source } = calculator;
  const facts = [...calculator.facts.values()];
  return [
    `### ${id}: ${title}`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${aliases.length === 0 ? '' : ` Also \`study calc ${aliases.join('`, `study calc ')}\`.`}`,
    `The note is \`study notes ${topic}\`; the rules are from [${source.title}](${source.url}), checked ${source.checked}.`,
    '',
    ...table(
      ['flag', 'what', 'left out'],
      [...calculator.inputs].map(([flag, input]) => [
        `\`${flagText(flag, input)}\``,
        input.help,
        whenLeftOut(input),
      ]),
    ),
    '',
    'The working:',
    '',
    ...formulaOf(calculator),
    '',
    ...table(
      ['result', 'what', 'unit', 'rounded to'],
      calculator.results.map(({ name, step: id, rounding }) => {
        const step = calculator.steps.find(candidate => candidate.id === id);
        return [`\`${name}\``, step?.label ?? '', step?.unit ?? '', ROUNDING[rounding]];
      }),
    ),
    '',
    '```console',
    ...calculator.examples.flatMap((given, i) => [
      ...(i === 0 ? [] : ['']),
      ...exampleLines(calculator, given),
    ]),
    '```',
    '',
    'Usual mistakes:',
    '',
    ...calculator.mistakes.map(({ why }) => `* ${why}`),
    '',
    ...(facts.length === 0
      ? []
      : [
          ...table(
            ['figure', 'what', 'checked', 'how sure', 'source'],
            facts.map(fact => [
              formatQuantity(decimal(fact.amount), fact.unit),
              fact.label,
              fact.checked,
              CONFIDENCE[fact.confidence],
              `<${fact.source}>`,
            ]),
          ),
          '',
        ]),
  ];
};

/** The whole page. */
export const calculatorReference = (): string => {
  let service = '';
  const sections = [...CALCULATORS.values()].flatMap(calculator => {
    const heading = calculator.service === service ? [] : [`## ${calculator.service}`, ''];
    service = calculator.service;
    return [...heading, ...section(calculator)];
  });
  return `${[
    '# Calculators',
    '',
    'Written by `scripts/generate-calculator-reference.mjs` from `src/core/calc/definitions/`; a test fails when this page is stale.',
    '',
    'Sizes are written `512B`, `4.5KB`, `1MB`, `2GiB`; rates `80` (a second), `120/min`, `3600/h`, `1.5M/day`, `10M/month` (730 hours);',
    'durations `250ms`, `30s`, `15min`, `12h`, `7d`; percentages `95` or `95%`. A bare number takes the unit that stands behind the flag.',
    'KB, MB, GB and TB are powers of 1,024 unless a calculator says otherwise. All arithmetic is exact; only results are rounded.',
    '',
    ...sections,
  ]
    .join('\n')
    .trimEnd()}\n`;
};
