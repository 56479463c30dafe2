/** A calculator's form and its working, as styled lines. */
import type { Calculator } from '../../../core/calc/catalogue.ts';
import { commandLine } from '../../../core/calc/engine/command-line.ts';
import { labelOf } from '../../../core/calc/engine/evaluate.ts';
import type { Evaluation, Outcome, WorkedStep } from '../../../core/calc/engine/evaluation.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { answerLines, factLines, mistakeLines } from '../../../text/calc/calc.ts';
import { cellWidth, padEnd, sliceCells, truncate } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { fieldLine } from '../../components/field-line.ts';
import { fieldText } from '../../models/text-field.ts';
import type { Theme } from '../../components/theme.ts';
import type { CalculatorForm, FormField } from './form-model.ts';
import { givenOf, isUntouched, problemText } from './form-model.ts';

/** What lines are made with. */
interface FormPaper {
  readonly columns: number;
  readonly theme: Theme;
}

/** Lines of the fields, and the first and last of the field that keys go to. */
interface FieldLines {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Cells of a value at least, so that what stands behind does not move with every key. */
const VALUE = 12;
const POINTER = 2;

/** What an empty field says: its default, or what could be typed. */
const emptyText = ({ input }: FormField): string => {
  if (input.default !== null) return `${input.default}, if left empty`;
  const [sample] = input.samples;
  const such = sample === undefined ? input.placeholder : `such as ${sample}`;
  return input.required ? such : `${such}, or left out`;
};

const choiceText = (
  field: Extract<FormField, { kind: 'choice' }>,
  isHere: boolean,
  { style }: Theme,
): string => {
  const text = field.choices[field.chosen]?.text ?? '';
  const framed = `< ${text} >`;
  if (isHere) return style.strong(framed);
  return isUntouched(field) ? style.dim(framed) : framed;
};

/** The unit of a bare number. */
const unitText = ({ input, ...field }: FormField): string => {
  if (field.kind !== 'text' || input.unit === '') return '';
  return /^[\d.,\s]+$/.test(fieldText(field.field)) ? input.unit : '';
};

const valueText = (field: FormField, isHere: boolean, room: number, theme: Theme): string => {
  const { style, signs } = theme;
  if (field.kind === 'choice') return choiceText(field, isHere, theme);
  const text = fieldText(field.field);
  if (text === '') {
    const hint = style.dim(truncate(emptyText(field), room - 2, signs.ellipsis));
    return isHere ? `${fieldLine(field.field, 2, theme)}${hint}` : hint;
  }
  return isHere ? fieldLine(field.field, room, theme) : truncate(text, room, signs.ellipsis);
};

/** One field a line; a problem stands behind the value, or below it where there is no room. */
export const fieldLines = (
  { fields, cursor }: CalculatorForm,
  outcome: Outcome,
  { columns, theme }: FormPaper,
): FieldLines => {
  const { style, signs } = theme;
  const label = Math.max(...fields.map(({ flag }) => cellWidth(labelOf(flag)))) + 3;
  const left = POINTER + label;
  const room = columns - left;
  const lines: string[] = [];
  let [from, to] = [0, 0];
  // What is not typed yet is no mistake, and nothing can be wrong between fields of which none says anything.
  const problems = outcome.ok || fields.every(isUntouched) ? [] : outcome.problems;
  fields.forEach((field, i) => {
    const isHere = i === cursor;
    if (isHere) from = lines.length;
    const name = padEnd(labelOf(field.flag), label);
    const value = valueText(field, isHere, room, theme);
    const head = `${isHere ? signs.pointer : ' '} ${isHere ? style.strong(name) : name}`;
    const problem = (outcome.ok ? [] : outcome.problems).find(({ flag }) => flag === field.flag);
    const isEmpty = field.kind === 'text' && isUntouched(field);
    const isNeeded = isEmpty && field.input.required;
    const text =
      problem === undefined
        ? ''
        : isNeeded
          ? 'needed'
          : problems.includes(problem)
            ? problemText(problem)
            : '';
    const paint = isNeeded ? style.dim : style.wrong;
    const padded = `${head}${padEnd(value, VALUE)}`;
    if (text === '') {
      const unit = unitText(field);
      lines.push(`${unit === '' ? head + value : `${padded} ${style.dim(unit)}`}`.trimEnd());
    } else if (cellWidth(padded) + 2 + cellWidth(text) <= columns) {
      lines.push(`${padded}  ${paint(sanitizeLine(text))}`);
    } else {
      const below = wrapText(sanitizeLine(text), Math.max(20, columns - left));
      lines.push(head + value, ...below.map(line => ' '.repeat(left) + paint(line)));
    }
    if (isHere) to = lines.length - 1;
  });
  return { lines, from, to };
};

/** What the field is, in at most so many lines. */
export const helpLines = (
  { fields, cursor }: CalculatorForm,
  { columns, theme }: FormPaper,
  most: number,
): readonly string[] => {
  const field = fields[cursor];
  if (field === undefined) return [''];
  const about = field.kind === 'choice' ? (field.choices[field.chosen]?.about ?? '') : '';
  const chosen = field.kind === 'choice' ? (field.choices[field.chosen]?.text ?? '') : '';
  const meaning = about === '' || about === chosen ? '' : `: ${about}`;
  // Of a flag's help, what holds for a command line alone is left out.
  const help = field.input.help.replace(/; (?:- reads it from stdin|repeatable)$/, '');
  const several = field.input.repeatable ? '; several are set apart by commas' : '';
  const room = columns - 2;
  const text = truncate(`${help}${several}${meaning}`, room * most - 8 * (most - 1), theme.signs.ellipsis);
  return wrapText(text, room)
    .slice(0, most)
    .map(line => `  ${theme.style.dim(line)}`);
};

const bulleted = (text: string, { columns, theme }: FormPaper): readonly string[] =>
  wrapText(text, Math.max(20, columns - 4)).map(
    (line, i) => `${i === 0 ? `  ${theme.signs.dot} ` : '    '}${theme.style.dim(line)}`,
  );

/** Of the width, for the labels of steps; longer ones stand above their step. */
const STEP_LABELS = 0.45;

/** Each step in numbers behind its label; `study calc` in plain lines has the formula in names too. */
const workingLines = (steps: readonly WorkedStep[], { columns, theme }: FormPaper): readonly string[] => {
  const { style } = theme;
  const most = Math.floor(columns * STEP_LABELS);
  const width = Math.max(0, ...steps.map(step => cellWidth(step.label)).filter(cells => cells <= most)) + 2;
  return steps.flatMap(({ label, substituted, text }) => {
    const value = style.strong(text);
    const numbers = text.startsWith(substituted) ? value : `${substituted} = ${value}`;
    const [first = '', ...rest] = wrapText(numbers, Math.max(20, columns - width - 2));
    const behind = ' '.repeat(width + 2);
    return [
      ...(cellWidth(label) > most
        ? [...wrapText(label, columns - 2).map(line => `  ${style.dim(line)}`), behind + first]
        : [`  ${style.dim(padEnd(label, width))}${first}`]),
      ...rest.map(line => behind + line),
    ];
  });
};

const evaluationLines = (evaluation: Evaluation, paper: FormPaper): readonly string[] => {
  const { columns, theme } = paper;
  const { style } = theme;
  const mistakes = mistakeLines(evaluation, columns);
  const { calculator, notes, facts, results, answer } = evaluation;
  // What is asked for stands first: the others may not be seen in a small window.
  const sorted = [answer, ...results.filter(result => result !== answer)];
  return [
    ...answerLines({ ...evaluation, results: sorted }, { style, columns }),
    '',
    ...workingLines(evaluation.steps, paper),
    ...(mistakes.length === 0 ? [] : ['', style.dim('  Usual mistakes'), ...mistakes]),
    '',
    ...[...factLines(facts), ...notes].flatMap(note => bulleted(note, paper)),
    ...(calculator.source.url === ''
      ? []
      : wrapText(`Source: ${calculator.source.url}`, Math.max(20, columns - 2))
    ).map(line => `  ${style.dim(line)}`),
  ];
};

/** The answer, how it comes about, and what is usually got wrong; before all is there, what is still needed. */
export const resultLines = (
  calculator: Calculator,
  outcome: Outcome,
  paper: FormPaper,
): readonly string[] => {
  if (outcome.ok) return evaluationLines(outcome.evaluation, paper);
  const { style } = paper.theme;
  // A condition may concern a flag that has no field of its own.
  const elsewhere = outcome.problems
    .filter(({ flag }) => !calculator.inputs.has(flag))
    .flatMap(({ message }) => wrapText(sanitizeLine(message), paper.columns - 2))
    .map(line => `  ${style.wrong(line)}`);
  const hint = wrapText('Fill in the fields marked "needed" to see the worked steps.', paper.columns - 2);
  return [...hint.map(line => `  ${style.dim(line)}`), ...elsewhere];
};

/** Lines of the command at most; a pasted item would fill the screen. */
const COMMAND_LINES = 3;

/** The command line that does the same, to be read and taken with the mouse. */
export const commandLines = (
  calculator: Calculator,
  form: CalculatorForm,
  { columns, theme }: FormPaper,
): readonly string[] => {
  const { style, signs } = theme;
  const room = columns - 2;
  const command = sanitizeLine(commandLine(calculator, givenOf(form)));
  const short =
    cellWidth(command) <= room * COMMAND_LINES
      ? command
      : sliceCells(command, room * COMMAND_LINES - 8) + signs.ellipsis;
  return wrapText(short, room)
    .slice(0, COMMAND_LINES)
    .map(line => `  ${style.code(line)}`);
};
