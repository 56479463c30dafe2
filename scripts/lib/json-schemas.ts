/** JSON Schemas of the files of a course, made from the tables that read and check them. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { BLUEPRINT_FIELDS } from '../../src/content/parse/banks/blueprint-file.ts';
import { GLOSSARY_FIELDS } from '../../src/content/parse/glossary-file.ts';
import { COURSE_FIELDS } from '../../src/content/parse/course-file.ts';
import type { FieldTable } from '../../src/content/parse/yaml/field-table.ts';
import type { JsonSchema } from '../../src/content/parse/yaml/json-form.ts';
import { givenForms } from '../../src/content/parse/yaml/json-form.ts';
import { NOTE_FIELDS } from '../../src/content/parse/notes/note-file.ts';
import { KIND_FIELDS, QUESTION_FIELDS } from '../../src/content/parse/banks/question-fields.ts';
import { RENAMED_KEY } from '../../src/content/parse/renames-file.ts';
import { FORMULA_FIELDS, TEMPLATE_FIELDS } from '../../src/content/parse/banks/template-fields.ts';
import type { QuestionKind } from '../../src/core/course/course.ts';
import { QUESTION_KINDS } from '../../src/core/course/course.ts';

const REFERENCE = /^#\/(?:\$defs|definitions)\/(\d+)$/;

/**
 * The form of a schema. Inside of it, schemas that were given a form are turned into references, for the converter
 * takes a schema with a transformation apart before anybody could speak for it; the references are then filled in.
 */
const formOf = (schema: GenericSchema): JsonSchema => {
  const forms = [...givenForms()];
  const given = givenForms().get(schema);
  if (given !== undefined) return typeof given === 'function' ? given(formOf) : given;
  const definitions = Object.fromEntries(forms.map(([each], i) => [String(i), each]));
  const converted = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore', definitions });
  const form = Object.fromEntries(
    Object.entries(converted).filter(([name]) => !['$schema', '$defs', 'definitions'].includes(name)),
  );
  const fill = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, ...rest } = value as Readonly<Record<string, unknown>>;
    const named = typeof $ref === 'string' ? forms[Number(REFERENCE.exec($ref)?.[1] ?? -1)] : undefined;
    const filled = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, fill(inner)]));
    return named === undefined ? filled : { ...formOf(named[0]), ...filled };
  };
  return fill(form) as JsonSchema;
};

/** A map with the fields of a table, and no others. */
const mapOf = (table: FieldTable): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(table).map(([name, { schema, about }]) => [
      name,
      { description: about, ...formOf(schema) },
    ]),
  ),
  required: Object.entries(table)
    .filter(([, { need }]) => need !== 'optional')
    .map(([name]) => name),
  additionalProperties: false,
});

const document = (title: string, schema: JsonSchema): string =>
  `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema }, null, 2)}\n`;

const questionOf = (kind: QuestionKind, table: FieldTable): JsonSchema => {
  const map = mapOf({ ...QUESTION_FIELDS, ...table });
  const properties = map['properties'] as Readonly<Record<string, object>>;
  return {
    ...map,
    properties: { ...properties, kind: { ...properties['kind'], enum: undefined, const: kind } },
  };
};

export const courseSchema = (): string => document('content/course.yaml of a course', mapOf(COURSE_FIELDS));

export const noteSchema = (): string =>
  document('Front matter of a note, content/<area>/<topic>.md', mapOf(NOTE_FIELDS));

export const questionsSchema = (): string =>
  document('A bank of questions, questions/<area>/<topic>.yaml', {
    type: 'array',
    items: {
      oneOf: [
        ...QUESTION_KINDS.map(kind => questionOf(kind, KIND_FIELDS[kind])),
        questionOf('numeric', TEMPLATE_FIELDS),
        questionOf('numeric', FORMULA_FIELDS),
      ],
    },
  });

export const blueprintSchema = (): string =>
  document('The blueprint of an exam, questions/exams/<blueprint>.yaml', mapOf(BLUEPRINT_FIELDS));

export const glossarySchema = (): string =>
  document('Words of a course, content/glossary.yaml', mapOf(GLOSSARY_FIELDS));

export const renamesSchema = (): string =>
  document('Keys that changed, content/renames.yaml', {
    type: 'object',
    description: 'old key: new key',
    additionalProperties: formOf(RENAMED_KEY),
  });
