import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { FieldTable, Given, Need } from './field-table.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import { didYouMean } from '../../../core/base/suggest.ts';
import { entriesOf } from './safe-yaml.ts';
import { findYamlLine } from './yaml-lines.ts';

/** Where the fields of a map stand: lines of the file, from index `from` up to `to`. */
export interface FieldPlace {
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
    if (isEmpty(given)) return undefined;
    const result = safeParse(schema, given, { abortPipeEarly: true });
    if (result.success) return result.output;
    for (const issue of result.issues.slice(0, MOST_FINDINGS)) {
      const inner = (issue.path ?? []).map(({ key: step }) =>
        typeof step === 'number' ? step : String(step),
      );
      const name = [key, ...inner.map(step => (typeof step === 'number' ? step + 1 : step))].join(' ');
      // An unknown field inside a value; often the rest of a text with a comma, in { }.
      if (issue.type === 'strict_object' && issue.expected === 'never') {
        const holder = name.slice(0, name.lastIndexOf(` ${String(inner.at(-1))}`));
        const field = quoted(inner.at(-1) ?? '');
        const hint = 'put a text with a comma or a colon in quotes, or delete the field';
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
      if (missing.required.length > 0) {
        report('missing-field', from + 1, `${what} has no ${list(missing.required)}, so it cannot be used`);
      }
      if (missing.expected.length > 0)
        report('incomplete', from + 1, `${what} has no ${list(missing.expected)}`);
      const unknown = [...map.keys()].filter(key => !known.has(key));
      for (const key of unknown.slice(0, MOST_FINDINGS)) {
        const meant = didYouMean(key, known);
        const hint =
          meant === undefined ? undefined : `did you mean ${meant}? Correct the name or delete the field`;
        report('unknown-field', line(key), `${what} has no field ${quoted(key)}`, hint);
      }
    },
  };
};
