import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURE, JSON_OUTPUTS } from '../../scripts/lib/json-output/commands.ts';
import { jsonReference } from '../../scripts/lib/json-reference.ts';
import { ROOT } from '../support/run-study.ts';

/** A schema of valibot, as far as it is walked here. */
interface Walked {
  readonly type: string;
  readonly pipe?: readonly Walked[];
  readonly wrapped?: Walked;
  readonly item?: Walked;
  readonly value?: Walked;
  readonly entries?: Readonly<Record<string, Walked>>;
  readonly options?: readonly (Walked | string)[];
  readonly literal?: unknown;
}

/** The forms that a schema takes, without what may be absent or `null`. */
const formsOf = (schema: Walked): readonly Walked[] => {
  const [first] = schema.pipe ?? [];
  if (first !== undefined && first !== schema) return formsOf(first);
  if (schema.wrapped !== undefined) return formsOf(schema.wrapped);
  if (schema.type !== 'union' && schema.type !== 'variant') return [schema];
  return (schema.options ?? []).flatMap(each => (typeof each === 'string' ? [] : formsOf(each)));
};

const typeOf = ({ type, literal }: Walked): string => {
  if (type === 'picklist') return 'string';
  if (type === 'literal') return typeof literal;
  return /object$|^record$/.test(type) ? 'object' : type;
};

/** Whether a schema has a field: `.exams[].title`. */
const declares = (schema: Walked, path: string, type: string): boolean =>
  formsOf(schema).some(form => {
    if (form.type === 'unknown') return true;
    if (path === '') return typeOf(form) === type;
    if (path.startsWith('[]')) return form.item !== undefined && declares(form.item, path.slice(2), type);
    const name = /^\.[^.[]+/.exec(path)?.[0] ?? '';
    const below = form.entries?.[name.slice(1)] ?? form.value;
    return below !== undefined && declares(below, path.slice(name.length), type);
  });

/** The schema of a command, or of the lines of one type in it. */
const schemaOf = (name: string): Walked | undefined => {
  const output = [...JSON_OUTPUTS, FAILURE].find(each => each.name === name);
  if (output !== undefined) return output.schema as unknown as Walked;
  const [, command, type] = /^(.+) ([a-z-]+)$/.exec(name) ?? [];
  const lines = JSON_OUTPUTS.find(each => each.name === command)?.schema as unknown as Walked | undefined;
  return lines === undefined
    ? undefined
    : formsOf(lines).find(form => form.entries?.['type']?.literal === type);
};

/** Deprecated, and `null` since 0.2.0: CHANGELOG says so. */
const NULL_NOW = [
  'study stats.outlook.domains[].expected number',
  'study stats.outlook.expected number',
  'study.exam.expected number',
];

describe('the JSON', () => {
  it('is described in docs/json.md as the schemas say (node scripts/generate-json-reference.mjs)', () => {
    expect(readFileSync(join(ROOT, 'docs/json.md'), 'utf8')).toBe(jsonReference());
  });

  it('has every field that version 0.1.0 printed, with values of the same type', () => {
    const before = readFileSync(join(ROOT, 'test/golden/json-fields-0.1.txt'), 'utf8').trim().split('\n');
    expect(before.length).toBeGreaterThan(1000);
    const gone = before.filter(line => {
      const [, name = '', path = '', type = ''] = /^([^.[]+?)((?:\.|\[).*)? (\w+)$/.exec(line) ?? [];
      const schema = schemaOf(name);
      return schema === undefined || !declares(schema, path, type);
    });
    expect(gone).toEqual(NULL_NOW);
  });
});
