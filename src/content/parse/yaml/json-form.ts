import type { GenericSchema } from 'valibot';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a schema takes, as JSON Schema; it may ask for the forms of the schemas it is made of. */
type JsonForm = JsonSchema | ((formOf: (schema: GenericSchema) => JsonSchema) => JsonSchema);

const FORMS = new Map<GenericSchema, JsonForm>();

/**
 * Says what a schema takes where nothing can read that from the schema itself, because it changes a value before
 * it checks it. The schema stays the one that checks files; the form goes into `schemas/`.
 */
export const withForm = <S extends GenericSchema>(schema: S, form: JsonForm): S => {
  FORMS.set(schema, form);
  return schema;
};

/** The schemas that were given a form; every other one speaks for itself. */
export const givenForms = (): ReadonlyMap<GenericSchema, JsonForm> => FORMS;
