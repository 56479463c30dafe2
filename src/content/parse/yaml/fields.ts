import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { FieldTable, Given, Need } from './field-table.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { didYouMean } from '../../../core/base/suggest.ts';
import { entriesOf } from './safe-yaml.ts';
import { findYamlLine } from './yaml-lines.ts';

/** Where the fields of a map stand: lines of the file, from index `from` up to `to`. */
interface FieldPlace {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Reads the fields of one map, each checked by a schema; every finding of every field is reported. */
export interface Fields {
  /** Whether the field is there with a value. */
  has(key: string): boolean;
  /** The values of the fields of a table; what is missing or wrong is reported, and is `undefined`. */
  read<T extends FieldTable>(table: T): Given<T>;
  /** Line (from 1) of a field, as far as it can be followed. */
  line(...path: readonly (string | number)[]): number;
  /** Reports what is missing, and the fields nobody has asked for. Call it last. */
  finish(): void;
}

/** Findings on one field, and unknown fields, that are worth looking up their lines. */
const MOST_FINDINGS = 20;

/** What a schema may be made of, as far as names of fields stand in it. */
interface SchemaParts {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly pipe?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly item?: unknown;
  readonly wrapped?: unknown;
}

/** Names of the fields of all maps inside a value of a schema. */
const nestedKeys = (schema: unknown): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const { entries = {}, pipe = [], options = [], item, wrapped } = schema as SchemaParts;
  const parts = [...Object.values(entries), ...pipe, ...options, item, wrapped];
  return [...Object.keys(entries), ...parts.flatMap(nestedKeys)];
};

/** A plain scalar that YAML reads as nothing. */
const WRITTEN_NULL = /:\s+(?:null|Null|NULL|~)\s*(?:#.*)?$/;

/** Where a value stands, as its author finds it: `tasks.midterm[2]`. Entries of lists count from 1. */
const placeName = (path: readonly (string | number)[], given: unknown): string => {
  const [key = '', first, ...rest] = path;
  // A map that is read as a list of its entries: its keys are what the author knows.
  const own = entriesOf(given);
  const isEntry = own !== null && typeof first === 'number';
  const steps: readonly (string | number)[] =
    first === undefined ? [] : isEntry ? [own[first]?.[0] ?? first, ...rest.slice(1)] : [first, ...rest];
  return steps.reduce<string>(
    (name, step) => (typeof step === 'number' ? `${name}[${step + 1}]` : `${name}.${step}`),
    String(key),
  );
};

const isEmpty = (value: unknown): boolean => value === undefined || value === null;

/** `null` where the value is no map, which is then reported. */
export const readFields = (
  value: unknown,
  { lines, from, to }: FieldPlace,
  report: Report,
  what: string,
): Fields | null => {
  const entries = entriesOf(value);
  if (entries === null) {
    report('invalid-field', from + 1, `${what} must be a map of fields`);
    return null;
  }
  const map = new Map(entries);
  const known = new Set<string>();
  const line = (...path: readonly (string | number)[]): number => findYamlLine(lines, from, to, path) + 1;

  const readOne = <S extends GenericSchema>(key: string, schema: S): InferOutput<S> | undefined => {
    known.add(key);
    const given = map.get(key);
    if (isEmpty(given)) {
      // The word may have been meant as text; an empty field is none.
      if (map.has(key) && WRITTEN_NULL.test(lines[line(key) - 1] ?? ''))
        report(
          'invalid-field',
          line(key),
          `The value of ${quoted(key)} is the null of YAML, which is nothing`,
          'put the word in quotes if it is meant, or delete the field',
        );
      return undefined;
    }
    const result = safeParse(schema, given, { abortPipeEarly: true });
    if (result.success) return result.output;
    for (const issue of result.issues.slice(0, MOST_FINDINGS)) {
      const inner = (issue.path ?? []).map(({ key: step }) =>
        typeof step === 'number' ? step : String(step),
      );
      const name = placeName([key, ...inner], given);
      // An unknown field inside a value; often the rest of a text with a comma, in { }.
      if (issue.type === 'strict_object' && issue.expected === 'never') {
        const holder = placeName([key, ...inner.slice(0, -1)], given);
        const field = quoted(inner.at(-1) ?? '');
        const meant = didYouMean(String(inner.at(-1)), nestedKeys(schema));
        const hint =
          meant === undefined
            ? 'put a text with a comma or a colon in quotes, or delete the field'
            : `did you mean ${meant}? Correct the name or delete the field`;
        report('invalid-field', line(key, ...inner), `${quoted(holder)} has no field ${field}`, hint);
        continue;
      }
      const found =
        typeof issue.input === 'string' || typeof issue.input === 'number'
          ? `, not ${quoted(issue.input)}`
          : '';
      report('invalid-field', line(key, ...inner), `${quoted(name)} ${issue.message}${found}`);
    }
    return undefined;
  };
  const missing: Readonly<Record<Need, string[]>> = { required: [], expected: [], optional: [] };
  const has = (key: string): boolean => !isEmpty(map.get(key));

  return {
    has,
    line,
    read: <T extends FieldTable>(table: T): Given<T> => {
      const given: Record<string, unknown> = {};
      for (const [key, { need, schema }] of Object.entries(table)) {
        if (!has(key)) missing[need].push(key);
        given[key] = readOne(key, schema);
      }
      return given as Given<T>;
    },
    finish: () => {
      const list = (keys: readonly string[]): string => keys.map(quoted).join(', ');
      const unknown = [...map.keys()]
        .filter(key => !known.has(key))
        .map(key => ({ key, meant: didYouMean(key, known) }));
      // A field under a wrong name is one finding: that it is missing under the right one is the same.
      const misspelled = new Set(unknown.flatMap(({ meant }) => meant ?? []));
      const required = missing.required.filter(key => !misspelled.has(key));
      const expected = missing.expected.filter(key => !misspelled.has(key));
      if (required.length > 0)
        report('missing-field', from + 1, `${what} has no ${list(required)}, so it cannot be used`);
      if (expected.length > 0) report('incomplete', from + 1, `${what} has no ${list(expected)}`);
      // Which other fields there may be is not known where one is missing that decides about them.
      const isLost = missing.required.length > 0;
      for (const { key, meant } of unknown.slice(0, MOST_FINDINGS)) {
        if (meant === undefined) {
          if (!isLost) report('unknown-field', line(key), `${what} has no field ${quoted(key)}`);
          continue;
        }
        const rule = missing.required.includes(meant)
          ? 'missing-field'
          : missing.expected.includes(meant)
            ? 'incomplete'
            : 'unknown-field';
        const lost = rule === 'missing-field' ? ', so it cannot be used' : '';
        report(
          rule,
          line(key),
          rule === 'unknown-field'
            ? `${what} has no field ${quoted(key)}`
            : `${what} has a field ${quoted(key)} and no ${quoted(meant)}${lost}`,
          `did you mean ${meant}? Correct the name${rule === 'unknown-field' ? ' or delete the field' : ''}`,
        );
      }
    },
  };
};
