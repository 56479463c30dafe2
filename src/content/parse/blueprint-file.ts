import * as v from 'valibot';
import type { Blueprint } from '../../core/course.ts';
import { QUESTION_KINDS } from '../../core/course.ts';
import { readFields } from './fields.ts';
import { count, date, flag, id, lineText, listOf, taskId, text, urls } from './field-schemas.ts';
import type { Report } from '../problem-log.ts';
import { quoted } from '../../core/check/quote.ts';
import { parseDocument } from './yaml-document.ts';

const percent = v.pipe(
  v.number('must be a number'),
  v.minValue(0, 'must be from 0 to 100'),
  v.maxValue(100, 'must be from 0 to 100'),
);
const minutes = v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1440, 'must be at most 1440'));
const questions = v.strictObject(
  {
    scored: v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1000, 'must be at most 1000')),
    unscored: v.optional(v.pipe(count, v.maxValue(1000, 'must be at most 1000')), 0),
  },
  'must have scored, and may have unscored',
);
const pass = v.strictObject(
  {
    mark: v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative')),
    scale: v.exactOptional(v.tuple([v.number(), v.number()], 'must be two numbers')),
    note: v.exactOptional(text),
  },
  'must have mark, and may have scale and note',
);
const valid = v.strictObject({ from: v.exactOptional(date), to: v.exactOptional(date) }, 'may have from and to');
const task = v.strictObject({ id: taskId, title: lineText }, 'must have id and title');
const domains = v.pipe(
  listOf(
    v.strictObject(
      { id: taskId, title: lineText, weight: percent, tasks: v.optional(listOf(task), []) },
      'must have id, title and weight, and may have tasks',
    ),
  ),
  v.minLength(1, 'must have an entry'),
);
const kinds = v.pipe(
  listOf(v.picklist(QUESTION_KINDS, `must be one of ${QUESTION_KINDS.join(', ')}`)),
  v.minLength(1, 'must have an entry'),
);

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
  const given = {
    id: fields.required('id', id),
    title: fields.expected('title', lineText, stem),
    questions: fields.required('questions', questions),
    minutes: fields.required('minutes', minutes),
    aim: fields.expected('aim', percent, 80),
    valid: fields.optional('valid', valid, {}),
    kinds: fields.expected('kinds', kinds, ['single', 'multiple']),
    provisional: fields.optional('provisional', flag, false),
    domains: fields.required('domains', domains),
    sources: fields.optional('sources', urls, []),
    checked: fields.expected('checked', date, ''),
  };
  const passed = fields.optional('pass', pass, undefined);
  const successor = fields.optional('successor', id, undefined);
  fields.finish();
  if (given.id !== undefined && given.id !== stem) {
    report('invalid-field', fields.line('id'), `The id is ${quoted(given.id)} but the file is named ${quoted(stem)}`);
    return null;
  }
  if (given.id === undefined || given.questions === undefined) return null;
  if (given.minutes === undefined || given.domains === undefined) return null;
  return {
    ...given,
    id: given.id,
    path,
    questions: given.questions,
    minutes: given.minutes,
    domains: given.domains,
    ...(passed === undefined ? {} : { pass: passed }),
    ...(successor === undefined ? {} : { successor }),
  };
};
