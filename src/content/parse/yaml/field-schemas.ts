import * as v from 'valibot';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { parseDecimal } from '../../../core/number/rational.ts';
import type { Tags } from '../../../core/course/course.ts';
import { withForm } from './json-form.ts';
import { entriesOf } from './safe-yaml.ts';

/** Ids of topics, areas, questions and blueprints. */
export const ID = /^[a-z0-9][a-z0-9-]*$/;
/** Longest id; keys are stored in every event and file names end at 255 bytes. */
const LONGEST_ID = 100;

/** Text, as it was written: a number or a truth value that was not put in quotes, too. */
const TEXT_FORM = { type: ['string', 'number', 'boolean'] } as const;

/** Any text; numbers and truth values are taken as they are written. */
export const text = withForm(
  v.pipe(
    v.union([v.string(), v.number(), v.boolean()], 'must be text'),
    v.transform(value => String(value).trim()),
  ),
  TEXT_FORM,
);

/** Text that is not empty. */
export const filledText = withForm(v.pipe(text, v.nonEmpty('must not be empty')), {
  ...TEXT_FORM,
  minLength: 1,
});
/** Text of one line. */
export const lineText = withForm(
  v.pipe(filledText, v.regex(/^[^\n\t]*$/, 'must be one line'), v.maxLength(300, 'is too long')),
  { ...TEXT_FORM, minLength: 1, maxLength: 300 },
);
/** An id. */
export const id = withForm(
  v.pipe(
    text,
    v.regex(ID, 'must be an id of a to z, 0 to 9 and hyphens'),
    v.maxLength(LONGEST_ID, `must have at most ${LONGEST_ID} characters`),
  ),
  { ...TEXT_FORM, pattern: ID.source, maxLength: LONGEST_ID },
);
const TASK_ID = /^[A-Za-z0-9][A-Za-z0-9.-]{0,30}$/;
/** Ids of domains and tasks: `1`, `1.1`. */
export const taskId = withForm(v.pipe(text, v.regex(TASK_ID, 'must be the id of a task or a domain')), {
  ...TEXT_FORM,
  pattern: TASK_ID.source,
});
/** A date of the calendar. */
export const date = withForm(
  v.pipe(
    v.string('must be a date such as 2026-11-20'),
    v.check(value => dateToDay(value) !== null, 'must be a date such as 2026-11-20'),
  ),
  { type: 'string', format: 'date' },
);
/** The other spellings of YAML. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['True', true],
  ['TRUE', true],
  ['False', false],
  ['FALSE', false],
]);
/** True or false. */
export const flag = withForm(
  v.pipe(
    v.unknown(),
    v.transform(value => (typeof value === 'string' ? (FLAGS.get(value) ?? value) : value)),
    v.boolean('must be true or false'),
  ) as v.GenericSchema<unknown, boolean>,
  { type: 'boolean' },
);
const url = v.pipe(
  v.string('must be an address that begins with https://'),
  v.maxLength(2000, 'is too long'),
  v.regex(/^https?:\/\/[^\s/]\S*$/, 'must be an address that begins with https://'),
);

const MOST_ENTRIES = 1000;

/** A list of at least `least` and at most 1,000 values; one value alone counts as a list of one. */
export const listOf = <S extends v.GenericSchema>(
  schema: S,
  least = 0,
): v.GenericSchema<unknown, v.InferOutput<S>[]> =>
  withForm(
    v.pipe(
      v.unknown(),
      v.transform(value => (Array.isArray(value) ? (value as unknown[]) : [value])),
      v.array(schema, 'must be a list'),
      v.maxLength(MOST_ENTRIES, 'has too many entries'),
      v.minLength(least, least === 1 ? 'must have an entry' : 'must have at least two entries'),
    ) as v.GenericSchema<unknown, v.InferOutput<S>[]>,
    formOf => {
      const list = { type: 'array', items: formOf(schema), minItems: least, maxItems: MOST_ENTRIES };
      return least > 1 ? list : { anyOf: [list, formOf(schema)] };
    },
  );

/** A list of addresses. */
export const urls = listOf(url);

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** What a schema of numbers takes, also in a form that YAML would write otherwise: `1.0`, `1e3`. */
export const numeric = (schema: v.GenericSchema<number, number>): v.GenericSchema<unknown, number> =>
  withForm(
    v.pipe(
      v.unknown(),
      v.transform(value => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : value)),
      schema as v.GenericSchema<unknown, number>,
    ),
    formOf => formOf(schema as v.GenericSchema<unknown, number>),
  );

/** How much a topic weighs against others, 0.1 to 10. */
export const weight = numeric(
  v.pipe(
    v.number('must be a number'),
    v.minValue(0.1, 'must be at least 0.1'),
    v.maxValue(10, 'must be at most 10'),
  ),
);

/** A whole number from 0 to 100,000, for `numeric`. */
export const count = v.pipe(
  v.number('must be a whole number'),
  v.integer('must be a whole number'),
  v.minValue(0, 'must not be negative'),
  v.maxValue(100_000, 'is too large'),
);

/** `{ dva-c02: ['1.1'], saa-c03: ['2.1'] }` */
export const tags: v.GenericSchema<unknown, Tags> = withForm(
  v.pipe(
    v.unknown(),
    v.check(value => entriesOf(value) !== null, 'must be a map from an exam to a list of tasks'),
    v.transform(value => (entriesOf(value) ?? []).map(([blueprint, tasks]) => ({ blueprint, tasks }))),
    v.array(v.object({ blueprint: id, tasks: listOf(taskId) })),
  ) as v.GenericSchema<unknown, Tags>,
  formOf => ({
    type: 'object',
    propertyNames: { pattern: ID.source },
    additionalProperties: formOf(listOf(taskId)),
  }),
);

/** Digits of the longest number that is compared exactly, with its sign and point. */
const LONGEST_NUMBER = 40;

/** Decimal text, exactly as written, so that 0.1 stays 0.1 and a number of 20 digits keeps each of them. */
export const decimal = withForm(
  v.pipe(
    v.union([v.string(), v.number()], 'must be a number'),
    v.transform(value => String(value).trim()),
    v.maxLength(LONGEST_NUMBER, `must have at most ${LONGEST_NUMBER} characters`),
    v.check(
      value => /^-?\d/.test(value) && !value.includes(',') && parseDecimal(value) !== null,
      "must be a decimal number such as 24 or '0.5'",
    ),
  ),
  { type: ['number', 'string'] },
);

/** How far an answer may be from the right number. */
export const tolerance = withForm(
  v.pipe(
    v.union([v.string(), v.number()], 'must be a number or a percentage'),
    v.transform(value => String(value).trim()),
    v.regex(/^\d{1,30}(?:\.\d{1,30})?%?$/, "must be a number such as '0.5' or a share such as '2%'"),
  ),
  { type: ['number', 'string'] },
);
