import * as v from 'valibot';
import type { Template, TemplateInput } from '../../../core/course/course.ts';
import { expected, optional, required } from '../yaml/field-table.ts';
import type { Fields } from '../yaml/fields.ts';
import { filledText, lineText, listOf, numeric, text } from '../yaml/field-schemas.ts';
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

/** Fields that a template adds to those of every question. */
export const TEMPLATE_FIELDS = {
  calculator: required(lineText, 'the calculator that gives the answer'),
  result: required(lineText, 'the result that is asked'),
  ask: expected(
    listOf(v.picklist(['value', 'choice'], 'must be value or choice'), 1),
    'value: type the number; choice: four options',
  ),
  inputs: required(inputs, 'by flag: a range, a choice or a fixed value'),
  texts: required(listOf(filledText, 1), 'one is drawn; {flag} is replaced by the value or its text'),
  why: optional(text, 'what to keep in mind; the program adds the worked steps'),
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

type TemplateBase = Omit<
  Template,
  'kind' | 'stem' | 'calculator' | 'result' | 'ask' | 'inputs' | 'texts' | 'why'
>;

/** The fields of a template; `null` where it cannot be asked, which is then reported. */
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
