import { CORE_SCHEMA, Type } from 'js-yaml';

/**
 * A type of plain scalars that takes only texts which its value would be written as again. What it does not take
 * stays a string.
 */
const asWritten = (tag: string, valueOf: (text: string) => unknown): Type =>
  new Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (text: unknown) => typeof text === 'string' && String(valueOf(text)) === text,
    construct: (text: string) => valueOf(text),
  });

const wholeOf = (text: string): number | undefined => (/^-?\d+$/.test(text) ? Number(text) : undefined);
const fractionOf = (text: string): number | undefined =>
  /^-?\d+\.\d+$/.test(text) ? Number(text) : undefined;

/**
 * YAML's core schema without its rewriting: `24`, `0.5` and `true` are a number and a truth value, but `0755`, `1.0`,
 * `1e3`, `0x1F`, `True` and a number with more digits than a double holds stay the text that was written. A field
 * that takes numbers reads such text by its own schema; a field that takes text keeps it.
 */
export const WRITTEN_SCHEMA = CORE_SCHEMA.extend({
  implicit: [
    asWritten('bool', text => (text === 'true' ? true : text === 'false' ? false : undefined)),
    asWritten('int', wholeOf),
    asWritten('float', fractionOf),
  ],
});
