import * as v from 'valibot';
import type { Template, TemplateInput } from '../../core/course.ts';
import type { Fields } from './fields.ts';
import { filledText, lineText, listOf, text } from './field-schemas.ts';
import type { Report } from '../problem-log.ts';
import { quoted } from '../../core/check/quote.ts';
import { entriesOf } from './safe-yaml.ts';

const LIKE = "must be a value, { from, to, step } or { choose: [...] }";
/** Values of a calculator's flag; decimals too, for what counts is the number. */
const value = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()], LIKE),
  v.transform(given => String(given).trim()),
  v.nonEmpty('must not be empty'),
  v.maxLength(200, 'is too long'),
);
const bound = v.pipe(v.number('must be a number'), v.finite('must be a number'));

const range = v.pipe(
  v.strictObject(
    { from: bound, to: bound, step: v.optional(bound, 1), unit: v.optional(v.pipe(text, v.maxLength(30, 'is too long')), '') },
    'must have from and to, and may have step and unit',
  ),
  v.check(({ from, to, step }) => step > 0 && to > from, 'must have a step above 0 and a to above from'),
  v.check(({ from, to, step }) => (to - from) / step <= 1_000_000, 'has too many steps'),
  v.transform((given): TemplateInput => ({ type: 'range', ...given })),
);
const choice = v.union(
  [v.strictObject({ value, text: lineText }), v.pipe(value, v.transform(given => ({ value: given, text: given })))],
  'must be values, or { value, text }',
);
const choose = v.pipe(
  v.strictObject({ choose: v.pipe(listOf(choice), v.minLength(2, 'must have at least two entries')) }),
  v.transform((given): TemplateInput => ({ type: 'choose', values: given.choose })),
);
const fixed = v.pipe(
  value,
  v.transform((given): TemplateInput => ({ type: 'fixed', value: given })),
);

/** Each shape has its own schema, so that a finding names what is wrong in the one that was meant. */
const input = v.lazy(given => {
  const keys = (entriesOf(given) ?? []).map(([key]) => key);
  if (keys.includes('choose')) return choose;
  return keys.length > 0 ? range : fixed;
}) as v.GenericSchema<unknown, TemplateInput>;

const inputs = v.pipe(
  v.unknown(),
  v.check(given => (entriesOf(given)?.length ?? 0) > 0, 'must be a map from a flag to its values'),
  v.transform(given => (entriesOf(given) ?? []).map(([flag, values]) => ({ flag, input: values }))),
  v.array(v.object({ flag: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a flag')), input })),
) as v.GenericSchema<unknown, { flag: string; input: TemplateInput }[]>;

const ask = v.pipe(
  listOf(v.picklist(['value', 'choice'], 'must be value or choice')),
  v.minLength(1, 'must name value or choice'),
);
const texts = v.pipe(listOf(filledText), v.minLength(1, 'must have an entry'));

/** Names in braces. */
const placesIn = (written: string): readonly string[] =>
  [...written.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '');

/** Reports what a text and the inputs do not have in common; whether there was nothing to report. */
const checkTexts = (
  template: Pick<Template, 'texts' | 'inputs'>,
  fields: Fields,
  report: Report,
): boolean => {
  const varying = new Set(template.inputs.filter(({ input: { type } }) => type !== 'fixed').map(({ flag }) => flag));
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

type TemplateBase = Omit<Template, 'kind' | 'stem' | 'calculator' | 'result' | 'ask' | 'inputs' | 'texts' | 'why'>;

/** The fields of a template; `null` where it cannot be asked, which is then reported. */
export const readTemplate = (base: TemplateBase, fields: Fields, report: Report): Template | null => {
  const calculator = fields.required('calculator', lineText);
  const result = fields.required('result', lineText);
  const asked = fields.expected('ask', ask, ['value']);
  const drawn = fields.required('inputs', inputs);
  const written = fields.required('texts', texts);
  const why = fields.optional('why', text, '');
  if (calculator === undefined || result === undefined || drawn === undefined || written === undefined) return null;
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
