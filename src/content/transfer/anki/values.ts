/** Values as columns and JSON of Anki have them, where none can be trusted to be of its kind. */
import type { SqlValue } from '../sqlite.ts';

/** A value of a column as text. */
export const text = (value: SqlValue | undefined): string =>
  typeof value === 'string'
    ? value
    : value instanceof Uint8Array
      ? Buffer.from(value).toString('utf8')
      : String(value ?? '');

/** A value as a number; 0 for what is none. */
export const number = (value: unknown): number => {
  const found = Number(value ?? 0);
  return Number.isFinite(found) ? found : 0;
};

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is an object or a list. */
export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** An object of JSON; `{}` for anything else. */
export const readJson = (source: string): Json => {
  try {
    const value: unknown = JSON.parse(source);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
};

/** The objects of a list. */
export const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

/** A text; `''` for anything else. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');
