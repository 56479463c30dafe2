import { optional, required } from './yaml/field-table.ts';
import { readFields } from './yaml/fields.ts';
import * as v from 'valibot';
import { id, lineText, listOf } from './yaml/field-schemas.ts';
import type { Report } from '../files/problem-log.ts';
import { parseDocument } from './yaml/safe-yaml.ts';

/** `content/course.yaml`, or `.study/course.yaml` of a folder of notes. */
export interface CourseFields {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly blueprint: string;
  /** Areas and topics in the order of teaching, each with the line that it stands in. */
  readonly order: readonly { readonly name: string; readonly line: number }[];
  /** Ids of calculators, or `all`. */
  readonly calculators: readonly string[];
  /** Every rule as it is meant; absent: what is a matter of taste only warns. */
  readonly rules?: 'strict' | 'usual';
}

/** Fields of `content/course.yaml`. */
export const COURSE_FIELDS = {
  id: required(id, 'permanent: progress hangs on it'),
  title: required(lineText, 'what learners call the course'),
  blueprint: optional(
    id,
    'the exam a learner prepares for by default: the name of a file in questions/exams',
  ),
  order: optional(
    listOf(lineText),
    'the order of teaching: areas and topics; what is not named comes after, by area and name',
  ),
  calculators: optional(
    listOf(id),
    'the calculators that belong to the course, by id, or all; without it only those that its notes name',
  ),
  rules: optional(
    v.picklist(['strict', 'usual'], 'must be strict or usual'),
    'strict: what is a matter of taste is an error, too; usual, or without it: a warning',
  ),
};

/** Fields of `.study/course.yaml`: the title may be the name of the folder. */
export const FOLDER_FIELDS = { ...COURSE_FIELDS, title: optional(lineText, COURSE_FIELDS.title.about) };

/** @param table what may stand in it, and how much it is needed */
export const parseCourseFile = (
  text: string,
  report: Report,
  table: typeof COURSE_FIELDS | typeof FOLDER_FIELDS = COURSE_FIELDS,
): CourseFields => {
  const none: CourseFields = { id: undefined, title: undefined, blueprint: '', order: [], calculators: [] };
  const document = parseDocument(text, report);
  if (document === null) return none;
  const { lines } = document;
  const fields = readFields(document.value, { lines, from: 0, to: lines.length }, report, 'The course');
  if (fields === null) return none;
  const given = fields.read(table);
  fields.finish();
  const order = (given.order ?? []).map((name, index) => ({ name, line: fields.line('order', index) }));
  const calculators = given.calculators ?? [];
  const { rules } = given;
  return {
    id: given.id,
    title: given.title,
    blueprint: given.blueprint ?? '',
    order,
    calculators,
    ...(rules !== undefined && { rules }),
  };
};
