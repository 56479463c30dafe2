/** Forms that the JSON of several commands is made of. Objects are strict: a field that nobody declared is a fault. */
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { QUESTION_KINDS } from '../../../src/core/course/question-kinds.ts';
import { RATINGS } from '../../../src/core/journal/event.ts';

/** Fields of an object. */
export type Fields = Readonly<Record<string, GenericSchema>>;

export const object = v.strictObject;
export const list = v.array;
export const nullable = v.nullable;
export const optional = v.optional;
export const text = v.string();
export const number = v.number();
export const flag = v.boolean();
export const oneOf = v.picklist;
export const none = v.null();

/** Says what a value is where its name does not: its unit, its range, what `null` means. */
export const about = <S extends GenericSchema>(schema: S, words: string) =>
  v.pipe(schema, v.description(words));

/** A moment, in every field whose name ends in `Utc` and in no other. */
export const utc = about(v.pipe(v.string(), v.isoTimestamp()), 'ISO 8601, UTC');
/** A day on the learner's clock. */
export const date = about(v.pipe(v.string(), v.isoDate()), 'YYYY-MM-DD');
/** An older form of a moment, beside a field in `Utc`. */
export const epoch = about(number, 'ms since 1970, UTC');
/** An older form of a day or a moment. */
export const local = about(text, 'YYYY-MM-DD, or YYYY-MM-DDTHH:MM on the clock of the learner');
export const ms = about(number, 'milliseconds');
export const share = about(number, '0 to 1');
export const percent = about(number, 'percent');
export const older = (name: string) => about(text, `the same as ${name}, as older versions had it`);
export const markdown = about(text, 'Markdown');

export const rating = oneOf(RATINGS);
export const kind = oneOf(['basic', 'cloze', ...QUESTION_KINDS]);
export const itemType = oneOf(['card', 'question']);
export const verdict = oneOf(['correct', 'partial', 'wrong']);
export const severity = oneOf(['error', 'warning']);

export const examTags = list(object({ exam: text, blueprint: older('exam'), tasks: list(text) }));

const numbered = list(object({ number, text }));

/** What a question shows besides its text, by its kind. */
export const asked: Fields = {
  options: optional(numbered),
  choose: optional(about(number, 'how many options are right')),
  unit: optional(text),
  steps: optional(numbered),
  lefts: optional(list(object({ letter: text, text }))),
  right: optional(numbered),
};

/** What explains an answer. */
export const reasons: Fields = {
  options: optional(list(object({ number, text, correct: flag, why: text }))),
  why: optional(text),
  reasons: optional(about(list(v.looseObject({ why: text })), 'of each step or pair')),
};

const figure = nullable(
  object({
    points: about(number, 'of 100'),
    low: number,
    high: number,
    level: about(number, 'of the interval low to high'),
    of: about(oneOf(['expected', 'paper']), 'of the expected share, or of one paper'),
    basis: object({ attempts: number, topics: number, mocks: number }),
  }),
);

/** Figures of a forecast; `null`: not known yet. */
export const figures: Fields = {
  readiness: about(figure, 'if the exam were today'),
  projected: about(figure, 'on the day of the exam'),
  passChance: nullable(share),
  status: nullable(oneOf(['on track', 'close', 'behind'])),
};

export const judgment = about(
  nullable(object({ forecasts: number, bias: nullable(share), held: nullable(share), brier: number })),
  'how good past forecasts were',
);

export const score = object({ questions: number, correct: number, share, low: share, high: share });
const scored = { questions: number, correct: number, share, low: share, high: share };

export const domainScores = list(
  object({
    id: text,
    title: text,
    weight: percent,
    ...scored,
    tasks: list(object({ id: text, title: text, ...scored })),
  }),
);

export const domains = list(
  object({
    id: text,
    title: text,
    weight: percent,
    tasks: list(object({ id: text, title: text, weight: optional(number), skills: optional(number) })),
  }),
);

export const calculators = list(
  object({
    calculator: text,
    id: older('calculator'),
    aliases: list(text),
    title: text,
    summary: text,
    service: text,
    topic: text,
    inputs: list(
      object({
        flag: text,
        kind: text,
        unit: text,
        help: text,
        choices: list(text),
        default: nullable(text),
        required: flag,
        repeatable: flag,
      }),
    ),
    results: list(object({ name: text, unit: text })),
  }),
);

/** Lines of JSON, each an object of one of several types. */
export const lines = (types: Readonly<Record<string, Fields>>): GenericSchema =>
  v.variant(
    'type',
    Object.entries(types).map(([type, fields]) =>
      object({ schema: v.literal('study/1'), type: v.literal(type), ...fields }),
    ) as never,
  );

/** One JSON value. */
export const value = (fields: Fields): GenericSchema => object({ schema: v.literal('study/1'), ...fields });
