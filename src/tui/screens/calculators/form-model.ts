/** The inputs of a calculator as fields that are filled in. Pure: every key gives a new form. */
import type { Calculator } from '../../../core/calc/catalogue.ts';
import { evaluate } from '../../../core/calc/engine/evaluate.ts';
import type { Given, InputProblem, Outcome } from '../../../core/calc/engine/evaluation.ts';
import type { Input } from '../../../core/calc/inputs/input.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldOf, fieldText, insertText } from '../../models/text-field.ts';

/** One choice of a field; without a `value` the flag is left out. */
interface Choice {
  readonly value: string | true | null;
  readonly text: string;
  /** What it means, where the word alone does not say it. */
  readonly about: string;
}

/** A field of a calculator's form. */
export type FormField = { readonly flag: string; readonly input: Input } & (
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly chosen: number }
);

/** The form of a calculator. */
export interface CalculatorForm {
  readonly fields: readonly FormField[];
  /** The field that keys go to. */
  readonly cursor: number;
}

/** Longest text of a field, in characters: a whole DynamoDB item may be pasted into one. */
const LONGEST = 100_000;

const choicesOf = ({ kind, choices, required, default: fallback }: Input): readonly Choice[] => {
  if (kind === 'flag')
    return [
      { value: null, text: 'no', about: '' },
      { value: true, text: 'yes', about: '' },
    ];
  const listed = choices.map(({ value, text }): Choice => ({ value, text: value, about: text }));
  const none: Choice = { value: null, text: 'none', about: 'left out' };
  return required || fallback !== null ? listed : [none, ...listed];
};

const emptyField = (flag: string, input: Input): FormField => {
  if (input.kind !== 'flag' && input.choices.length === 0)
    return { flag, input, kind: 'text', field: EMPTY_FIELD };
  const choices = choicesOf(input);
  const chosen = choices.findIndex(({ value }) => value === input.default);
  return { flag, input, kind: 'choice', choices, chosen: Math.max(0, chosen) };
};

/** A form with nothing in it but the defaults of its choices. */
export const emptyForm = ({ inputs }: Pick<Calculator, 'inputs'>): CalculatorForm => ({
  fields: [...inputs].map(([flag, input]) => emptyField(flag, input)),
  cursor: 0,
});

const fill = (field: FormField, given: Given): FormField => {
  const typed = given.get(field.flag);
  if (typed === undefined) return field;
  const text = typed === true ? 'true' : [typed].flat().join(',');
  if (field.kind === 'text') return { ...field, field: fieldOf(text) };
  const chosen = field.choices.findIndex(
    ({ value }) => value === text || (value === true && text === 'true'),
  );
  return { ...field, chosen: Math.max(0, chosen) };
};

/** A form with these values, and the defaults for the rest. */
export const filledForm = (calculator: Pick<Calculator, 'inputs'>, given: Given): CalculatorForm => {
  const { fields, cursor } = emptyForm(calculator);
  return { fields: fields.map(field => fill(field, given)), cursor };
};

/** Whether a field says nothing of its own: it is empty, or stands at its default. */
export const isUntouched = (field: FormField): boolean =>
  field.kind === 'text'
    ? fieldText(field.field).trim() === ''
    : (field.choices[field.chosen]?.value ?? null) ===
      (field.input.kind === 'flag' ? null : field.input.default);

/** What the fields give, as flags would: what is left out has its default. */
export const givenOf = ({ fields }: CalculatorForm): Given =>
  new Map(
    fields.flatMap((field): [string, string | true][] => {
      if (isUntouched(field)) return [];
      if (field.kind === 'text') return [[field.flag, fieldText(field.field).trim()]];
      const value = field.choices[field.chosen]?.value ?? null;
      return value === null ? [] : [[field.flag, value]];
    }),
  );

/** What comes of the fields as they are; whatever is typed, it is an answer or problems. */
export const workForm = (calculator: Calculator, form: CalculatorForm): Outcome => {
  try {
    return evaluate(calculator, givenOf(form));
  } catch (error) {
    // A formula without an answer for these numbers, such as a division by zero.
    if (!(error instanceof RangeError)) throw error;
    const [flag = ''] = calculator.inputs.keys();
    return { ok: false, problems: [{ flag, given: '', message: 'cannot be computed with these values' }] };
  }
};

/** A problem as it is told beside the field, which shows what was typed already. */
export const problemText = ({ given, message }: InputProblem): string => {
  const quoted = `"${given}" `;
  return message.startsWith(quoted) ? message.slice(quoted.length) : message;
};

const replace = (form: CalculatorForm, change: (field: FormField) => FormField): CalculatorForm => ({
  ...form,
  fields: form.fields.map((field, i) => (i === form.cursor ? change(field) : field)),
});

/** What a key makes of a form; the same form where it means nothing to it. */
export const pressForm = (form: CalculatorForm, action: string): CalculatorForm => {
  const { fields, cursor } = form;
  if (action === 'up' || action === 'down') {
    // Round and round: tab is the key that is pressed most.
    const next = (cursor + (action === 'up' ? -1 : 1) + fields.length) % Math.max(1, fields.length);
    return { ...form, cursor: next };
  }
  return replace(form, field => {
    if (field.kind === 'text') {
      const edited = editField(field.field, action);
      return edited === null ? field : { ...field, field: edited };
    }
    if (action !== 'left' && action !== 'right') return field;
    const { length } = field.choices;
    return { ...field, chosen: (field.chosen + (action === 'left' ? length - 1 : 1)) % length };
  });
};

/** Types into the field; among choices a letter goes to the next that begins with it, and a space to the next. */
export const typeForm = (form: CalculatorForm, text: string): CalculatorForm =>
  replace(form, field => {
    if (field.kind === 'text') return { ...field, field: insertText(field.field, text, LONGEST) };
    const { choices, chosen } = field;
    const after = choices.map((_, i) => (chosen + 1 + i) % choices.length);
    const letter = text.trim().toLowerCase();
    const found = after.find(i => choices[i]?.text.toLowerCase().startsWith(letter) === true);
    return found === undefined ? field : { ...field, chosen: found };
  });
