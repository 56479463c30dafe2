import * as v from 'valibot';
import type { Blueprint } from '../../../core/course/course.ts';
import { QUESTION_KINDS } from '../../../core/course/course.ts';
import { expected, optional, required } from '../yaml/field-table.ts';
import { readFields } from '../yaml/fields.ts';
import {
  count,
  date,
  flag,
  id,
  lineText,
  listOf,
  numeric,
  taskId,
  text,
  urls,
} from '../yaml/field-schemas.ts';
import { withForm } from '../yaml/json-form.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { parseDocument } from '../yaml/safe-yaml.ts';

const percent = numeric(
  v.pipe(
    v.number('must be a number'),
    v.minValue(0, 'must be from 0 to 100'),
    v.maxValue(100, 'must be from 0 to 100'),
  ),
);
const minutes = numeric(
  v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1440, 'must be at most 1440')),
);
const questions = v.strictObject(
  {
    scored: numeric(
      v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1000, 'must be at most 1000')),
    ),
    unscored: v.optional(numeric(v.pipe(count, v.maxValue(1000, 'must be at most 1000'))), 0),
  },
  'must have scored, and may have unscored',
);
const bound = numeric(v.number('must be a number'));
const pass = v.strictObject(
  {
    mark: numeric(v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative'))),
    scale: v.exactOptional(v.tuple([bound, bound], 'must be two numbers')),
    note: v.exactOptional(text),
  },
  'must have mark, and may have scale and note',
);
const valid = v.strictObject(
  { from: v.exactOptional(date), to: v.exactOptional(date) },
  'may have from and to',
);
const share = numeric(
  v.pipe(
    v.number('must be a number'),
    v.minValue(0, 'must be from 0 to 1000'),
    v.maxValue(1000, 'must be from 0 to 1000'),
  ),
);
const task = v.strictObject(
  {
    id: taskId,
    title: lineText,
    weight: v.exactOptional(share),
    skills: v.exactOptional(numeric(v.pipe(count, v.maxValue(1000, 'is too large')))),
  },
  'must have id and title, and may have weight and skills',
);
const domains = listOf(
  v.strictObject(
    { id: taskId, title: lineText, weight: percent, tasks: v.optional(listOf(task), []) },
    'must have id, title and weight, and may have tasks',
  ),
  1,
);
const kinds = listOf(v.picklist(QUESTION_KINDS, `must be one of ${QUESTION_KINDS.join(', ')}`), 1);
const least = numeric(
  v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1000, 'must be at most 1000')),
);
const words = v.pipe(
  v.tuple([least, least], 'must be two numbers of words, the fewest and the most'),
  v.check(([from, to]) => from <= to, 'must begin with the smaller number'),
);
const form = v.strictObject(
  { stem: v.exactOptional(words), option: v.exactOptional(words) },
  'may have stem and option',
);

const readingTopic = v.strictObject(
  { topic: id, after: v.exactOptional(listOf(id)) },
  'must be a topic, or have topic and after',
);
const readingStep = withForm(
  v.pipe(
    v.unknown(),
    v.transform(value => (typeof value === 'string' ? { topic: value } : value)),
    readingTopic,
  ) as v.GenericSchema<unknown, v.InferOutput<typeof readingTopic>>,
  formOf => ({ anyOf: [formOf(id), formOf(readingTopic)] }),
);
const reading = listOf(
  v.strictObject({ title: lineText, topics: listOf(readingStep, 1) }, 'must have title and topics'),
  1,
);

/** Fields of a blueprint. */
export const BLUEPRINT_FIELDS = {
  id: required(id, 'the name of the file'),
  title: expected(lineText, 'the full name of the exam'),
  questions: required(questions, 'questions of one paper'),
  minutes: required(minutes, 'minutes that the exam takes'),
  aim: expected(percent, 'percent of raw answers advised before booking'),
  valid: optional(valid, 'first and last day on which the exam can be taken'),
  kinds: expected(kinds, 'kinds of questions the exam asks; others stay out of its mocks'),
  provisional: optional(flag, 'true: the publisher has not confirmed everything'),
  'provisional-note': optional(lineText, 'what is not confirmed yet: a sentence without a final stop'),
  domains: required(domains, 'the weights of the domains add up to 100'),
  'out-of-scope': optional(
    listOf(lineText),
    'names that have left the guide: no question with this exam may turn on them',
  ),
  reading: optional(
    reading,
    'the notes in the order in which they are best read, in parts; `after` names notes to read first',
  ),
  form: optional(form, 'words that the stem and each option of a question with grade: exam may have'),
  sources: optional(urls, 'official pages about the exam'),
  checked: expected(date, 'the day the facts were last verified'),
  pass: optional(pass, 'what the exam asks to pass'),
  successor: optional(id, 'the exam that takes its place when it is over'),
};

/** One exam. `stem` is its file's name without the ending; `null` where it cannot be used. Never throws. */
export const parseBlueprint = (
  source: string,
  { stem, path }: { readonly stem: string; readonly path: string },
  report: Report,
): Blueprint | null => {
  const document = parseDocument(source, report);
  if (document === null) return null;
  const { value, lines } = document;
  const fields = readFields(value, { lines, from: 0, to: lines.length }, report, 'The exam');
  if (fields === null) return null;
  const given = fields.read(BLUEPRINT_FIELDS);
  fields.finish();
  if (given.id !== undefined && given.id !== stem) {
    report(
      'invalid-field',
      fields.line('id'),
      `The id is ${quoted(given.id)} but the file is named ${quoted(stem)}`,
    );
    return null;
  }
  if (given.id === undefined || given.questions === undefined) return null;
  if (given.minutes === undefined || given.domains === undefined) return null;
  const { pass: passed, successor, 'provisional-note': provisionalNote } = given;
  return {
    id: given.id,
    title: given.title ?? stem,
    path,
    questions: given.questions,
    minutes: given.minutes,
    ...(passed === undefined ? {} : { pass: passed }),
    aim: given.aim ?? 80,
    valid: given.valid ?? {},
    ...(successor === undefined ? {} : { successor }),
    kinds: given.kinds ?? ['single', 'multiple'],
    provisional: given.provisional ?? false,
    ...(provisionalNote === undefined ? {} : { provisionalNote }),
    domains: given.domains,
    ...(given['out-of-scope'] === undefined ? {} : { outOfScope: given['out-of-scope'] }),
    ...(given.reading === undefined ? {} : { reading: given.reading }),
    ...(given.form === undefined ? {} : { form: given.form }),
    sources: given.sources ?? [],
    checked: given.checked ?? '',
  };
};
