import type { GenericSchema, InferOutput } from 'valibot';

/**
 * How much a field is needed. `required`: without it, what holds it cannot be used. `expected`: it is used, and
 * the missing field is an error. `optional`: nothing is said.
 */
export type Need = 'required' | 'expected' | 'optional';

interface FieldRule<S extends GenericSchema = GenericSchema> {
  readonly need: Need;
  readonly schema: S;
  /** What an editor shows for the field: a phrase without a final stop. */
  readonly about: string;
}

/** The fields of one map: what checks a file, what reads it and its JSON Schema all come from the same table. */
export type FieldTable = Readonly<Record<string, FieldRule>>;

/** The values of a table's fields; `undefined` where one is missing or wrong. */
export type Given<T extends FieldTable> = {
  readonly [K in keyof T]: InferOutput<T[K]['schema']> | undefined;
};

const rule =
  (need: Need) =>
  <S extends GenericSchema>(schema: S, about: string): FieldRule<S> => ({ need, schema, about });

/** A field that must be there. */
export const required = rule('required');

/** A field that should be there; without it a warning. */
export const expected = rule('expected');

/** A field that may be there. */
export const optional = rule('optional');
