import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  blueprintSchema,
  courseSchema,
  glossarySchema,
  noteSchema,
  questionsSchema,
  renamesSchema,
} from '../../scripts/lib/json-schemas.ts';
import { KIND_FIELDS, QUESTION_FIELDS } from '../../src/content/parse/banks/question-fields.ts';
import { ROOT } from '../support/run-study.ts';

interface QuestionSchema {
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required: readonly string[];
}

describe('the JSON Schemas', () => {
  it.each([
    ['course', courseSchema],
    ['note', noteSchema],
    ['questions', questionsSchema],
    ['blueprint', blueprintSchema],
    ['glossary', glossarySchema],
    ['renames', renamesSchema],
  ])(
    'schemas/%s.schema.json is what the checks say (node scripts/generate-json-schemas.mjs)',
    (name, schema) => {
      expect(readFileSync(join(ROOT, `schemas/${name}.schema.json`), 'utf8')).toBe(schema());
    },
  );

  it('have the fields of every kind of question, those needed among them, and no others', () => {
    const bank = JSON.parse(questionsSchema()) as {
      items: { oneOf: readonly QuestionSchema[] };
    };
    const { oneOf } = bank.items;
    expect(oneOf).toHaveLength(Object.keys(KIND_FIELDS).length + 2);
    for (const [kind, table] of Object.entries(KIND_FIELDS)) {
      const form = oneOf.find(({ properties }) => properties['kind']?.['const'] === kind);
      const fields = { ...QUESTION_FIELDS, ...table };
      expect(Object.keys(form?.properties ?? {}).sort()).toEqual(Object.keys(fields).sort());
      const needed = Object.entries(fields).filter(([, { need }]) => need !== 'optional');
      expect([...(form?.required ?? [])].sort()).toEqual(needed.map(([name]) => name).sort());
    }
  });

  it('keep what a schema inside of another one asks', () => {
    const blueprint = blueprintSchema();
    expect(blueprint).toContain('"pattern": "^[A-Za-z0-9][A-Za-z0-9.-]{0,30}$"');
    expect(blueprint).not.toContain('$ref');
    expect(blueprint).not.toContain('{}');
  });
});
