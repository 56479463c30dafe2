import * as v from 'valibot';
import { formulaProblems } from '../../../core/calc/formulas/own-calculator.ts';
import type { OwnFormulas, Template, TemplateInput } from '../../../core/course/course.ts';
import { parseDecimal } from '../../../core/number/rational.ts';
import { expected, optional, required } from '../yaml/field-table.ts';
import type { Fields } from '../yaml/fields.ts';
import { filledText, lineText, listOf, numeric, text, tolerance } from '../yaml/field-schemas.ts';
import { withForm } from '../yaml/json-form.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { entriesOf } from '../yaml/safe-yaml.ts';

const LIKE = 'must be a value, { from, to, step } or { choose: [...] }';
/** Values of a calculator's flag; decimals too, for what counts is the number. */
const value = withForm(
  v.pipe(
    v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()], LIKE),
    v.transform(given => String(given).trim()),
    v.nonEmpty('must not be empty'),
    v.maxLength(200, 'is too long'),
  ),
  { type: ['string', 'number', 'boolean'], maxLength: 200 },
);
const bound = numeric(v.pipe(v.number('must be a number'), v.finite('must be a number')));

const rangeFields = v.strictObject(
  {
    from: bound,
    to: bound,
    step: v.optional(bound, 1),
    unit: v.optional(v.pipe(text, v.maxLength(30, 'is too long')), ''),
  },
  'must have from and to, and may have step and unit',
);
const range = v.pipe(
  rangeFields,
  v.check(({ from, to, step }) => step > 0 && to > from, 'must have a step above 0 and a to above from'),
  v.check(({ from, to, step }) => (to - from) / step <= 1_000_000, 'has too many steps'),
  v.transform((given): TemplateInput => ({ type: 'range', ...given })),
);
const named = v.strictObject({ value, text: lineText });
const choice = withForm(
  v.union(
    [
      named,
      v.pipe(
        value,
        v.transform(given => ({ value: given, text: given })),
      ),
    ],
    'must be values, or { value, text }',
  ),
  formOf => ({ anyOf: [formOf(value), formOf(named)] }),
);
const chooseFields = v.strictObject({ choose: listOf(choice, 2) });
const choose = v.pipe(
  chooseFields,
  v.transform((given): TemplateInput => ({ type: 'choose', values: given.choose })),
);
const fixed = v.pipe(
  value,
  v.transform((given): TemplateInput => ({ type: 'fixed', value: given })),
);

/** Each shape has its own schema, so that a finding names what is wrong in the one that was meant. */
const input = withForm(
  v.lazy(given => {
    const keys = (entriesOf(given) ?? []).map(([key]) => key);
    if (keys.includes('choose')) return choose;
    return keys.length > 0 ? range : fixed;
  }) as v.GenericSchema<unknown, TemplateInput>,
  formOf => ({ anyOf: [value, rangeFields, chooseFields].map(formOf) }),
);

const FLAG = /^[a-z][a-z0-9-]*$/;
const inputs = withForm(
  v.pipe(
    v.unknown(),
    v.check(given => (entriesOf(given)?.length ?? 0) > 0, 'must be a map from a flag to its values'),
    v.transform(given => (entriesOf(given) ?? []).map(([flag, values]) => ({ flag, input: values }))),
    v.array(v.object({ flag: v.pipe(v.string(), v.regex(FLAG, 'must be the name of a flag')), input })),
  ) as v.GenericSchema<unknown, { flag: string; input: TemplateInput }[]>,
  formOf => ({
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: FLAG.source },
    additionalProperties: formOf(input),
  }),
);

/** Fields of every template. */
const SHARED_FIELDS = {
  ask: expected(
    listOf(v.picklist(['value', 'choice'], 'must be value or choice'), 1),
    'value: type the number; choice: four options',
  ),
  inputs: required(inputs, 'by flag: a range, a choice or a fixed value'),
  texts: required(listOf(filledText, 1), 'one is drawn; {flag} is replaced by the value or its text'),
  why: optional(text, 'what to keep in mind; the program adds the worked steps'),
};

/** Fields that a template with a calculator adds to those of every question. */
export const TEMPLATE_FIELDS = {
  calculator: required(lineText, 'the calculator that gives the answer'),
  result: required(lineText, 'the result that is asked'),
  ...SHARED_FIELDS,
};

const formula = withForm(v.pipe(lineText, v.maxLength(500, 'is too long')), {
  type: ['string', 'number'],
  minLength: 1,
  maxLength: 500,
});
const stepName = v.pipe(
  v.string('must be a name of a to z, 0 to 9 and hyphens'),
  v.regex(FLAG, 'must be a name of a to z, 0 to 9 and hyphens'),
);
const step = v.strictObject(
  {
    name: stepName,
    formula,
    unit: v.optional(text, ''),
    label: v.optional(text, ''),
  },
  'must have name and formula, and may have unit and label',
);
const mistake = v.strictObject(
  { formula, why: filledText, step: v.exactOptional(stepName) },
  'must have formula and why, and may have step',
);

/** Fields that a template with formulas of its own adds to those of every question. */
export const FORMULA_FIELDS = {
  title: optional(
    v.pipe(lineText, v.maxLength(100, 'is too long')),
    'what study calc calls it: with a title the template is a calculator, too, by its id',
  ),
  answer: required(formula, 'a formula such as "{a} * {b} / 60", worked out exactly'),
  unit: optional(lineText, 'unit of the answer'),
  tolerance: optional(
    tolerance,
    "absolute ('0.5') or a share ('2%'); when absent 0 for a whole number, else 0.5 % or less",
  ),
  where: optional(
    listOf(formula),
    'conditions such as "{a} < {b}": numbers that do not meet them are drawn again',
  ),
  steps: optional(
    listOf(step),
    'worked out before the answer, in order; each has a name that formulas can use',
  ),
  mistakes: optional(
    listOf(mistake),
    'what usual mistakes compute in place of the answer, or of the step they name: wrong options with a reason',
  ),
  ...SHARED_FIELDS,
};

/** Names in braces. */
const placesIn = (written: string): readonly string[] =>
  [...written.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '');

/** Reports what a text and the inputs do not have in common; whether there was nothing to report. */
const checkTexts = (
  template: Pick<Template, 'texts' | 'inputs'>,
  fields: Fields,
  report: Report,
): boolean => {
  const varying = new Set(
    template.inputs.filter(({ input: { type } }) => type !== 'fixed').map(({ flag }) => flag),
  );
  let clean = true;
  template.texts.forEach((written, i) => {
    const places = new Set(placesIn(written));
    const complain = (message: string): void => {
      clean = false;
      report('template-text', fields.line('texts', i), message);
    };
    for (const name of places) {
      if (!varying.has(name)) complain(`The text names {${name}}, which is no input that varies`);
    }
    for (const name of varying) {
      if (!places.has(name)) complain(`The text does not say {${name}}, so the answer cannot be known`);
    }
  });
  return clean;
};

type TemplateBase = Omit<Template, 'kind' | 'stem' | 'ask' | 'inputs' | 'texts' | 'why'>;

/** Reports values that are no plain numbers: a formula knows no units. */
const checkNumbers = (inputs: Template['inputs'], fields: Fields, report: Report): boolean => {
  let clean = true;
  for (const { flag, input } of inputs) {
    const complain = (message: string): void => {
      clean = false;
      report('template-formula', fields.line('inputs', flag), message, 'write units into the text');
    };
    if (input.type === 'range' && input.unit !== '')
      complain(`${quoted(flag)} has a unit, which only a calculator reads`);
    const values =
      input.type === 'choose'
        ? input.values.map(each => each.value)
        : input.type === 'fixed'
          ? [input.value]
          : [];
    const wrong = values.find(each => parseDecimal(each) === null);
    if (wrong !== undefined) complain(`${quoted(flag)} is ${quoted(wrong)}, which is no number`);
  }
  return clean;
};

/** The fields of a template with formulas of its own; `null` where it cannot be asked, which is then reported. */
export const readFormulaTemplate = (base: TemplateBase, fields: Fields, report: Report): Template | null => {
  const given = fields.read(FORMULA_FIELDS);
  const { answer, ask: asked = ['value'], inputs: drawn, texts: written, why = '' } = given;
  // A field that is there and wrong has its finding; without it, the question would be another one.
  const lost = (['title', 'unit', 'tolerance', 'where', 'steps', 'mistakes'] as const).some(
    name => fields.has(name) && given[name] === undefined,
  );
  if (answer === undefined || drawn === undefined || written === undefined || lost) return null;
  const formulas: OwnFormulas = {
    answer,
    unit: given.unit ?? '',
    tolerance: given.tolerance ?? '',
    where: given.where ?? [],
    steps: given.steps ?? [],
    mistakes: (given.mistakes ?? []).map(each => ({ ...each, step: each.step ?? '' })),
  };
  const template: Template = {
    ...base,
    kind: 'numeric',
    // What search and lists show, for a template has no stem of its own.
    stem: written[0] ?? '',
    ask: [...new Set(asked)],
    inputs: drawn,
    texts: written,
    why,
    formulas,
    ...(given.title === undefined ? {} : { title: given.title }),
  };
  const problems = formulaProblems(
    formulas,
    drawn.map(({ flag }) => flag),
  );
  for (const { field, index, message } of problems) {
    const path = field === 'answer' ? [field] : [field, index];
    report('template-formula', fields.line(...path), message);
  }
  const areNumbers = checkNumbers(drawn, fields, report);
  const areTexts = checkTexts(template, fields, report);
  return problems.length === 0 && areNumbers && areTexts ? template : null;
};

/** The fields of a template with a calculator; `null` where it cannot be asked, which is then reported. */
export const readTemplate = (base: TemplateBase, fields: Fields, report: Report): Template | null => {
  const given = fields.read(TEMPLATE_FIELDS);
  const { calculator, result, ask: asked = ['value'], inputs: drawn, texts: written, why = '' } = given;
  if (calculator === undefined || result === undefined || drawn === undefined || written === undefined)
    return null;
  const template: Template = {
    ...base,
    kind: 'numeric',
    // What search and lists show, for a template has no stem of its own.
    stem: written[0] ?? quoted(calculator),
    calculator,
    result,
    ask: [...new Set(asked)],
    inputs: drawn,
    texts: written,
    why,
  };
  return checkTexts(template, fields, report) ? template : null;
};
