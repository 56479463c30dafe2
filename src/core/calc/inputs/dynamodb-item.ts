/** Reads a DynamoDB item, written as plain JSON or as DynamoDB JSON, for counting its bytes. */
import type { Parsed } from '../../number/quantity.ts';
import { sanitizeLine } from '../../base/sanitize.ts';

/** A value of an attribute; numbers keep their digits as written. */
export type ItemValue =
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'binary'; readonly bytes: number }
  | { readonly type: 'boolean' | 'null' }
  | { readonly type: 'set'; readonly elements: readonly ItemValue[] }
  | { readonly type: 'list'; readonly elements: readonly ItemValue[] }
  | { readonly type: 'map'; readonly entries: readonly ItemAttribute[] };

/** A name with its value. */
interface ItemAttribute {
  readonly name: string;
  readonly value: ItemValue;
}

/** An item that was read. */
export interface Item {
  /** As typed. */
  readonly text: string;
  readonly attributes: readonly ItemAttribute[];
}

/** DynamoDB's own limit. */
const DEEPEST = 32;

/** Thrown while reading; becomes the message. */
class ItemProblem extends Error {}

/** Stands for a number of the source, whose digits a double would lose. */
const NUMBER_KEY = '\u0000number';
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(
      text.replace(STRING_OR_NUMBER, part =>
        part.startsWith('"') ? part : JSON.stringify({ [NUMBER_KEY]: part }),
      ),
    );
  } catch {
    throw new ItemProblem('must be JSON such as {"UserId":"u1"}');
  }
};

type Entries = readonly (readonly [string, unknown])[];

/** The entries of an object; `null` for anything else. */
const entriesOf = (value: unknown): Entries | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;

const numberText = (value: unknown): string | null => {
  const [entry, ...rest] = entriesOf(value) ?? [];
  return entry !== undefined && rest.length === 0 && entry[0] === NUMBER_KEY ? String(entry[1]) : null;
};

const descend = (depth: number): number => {
  if (depth >= DEEPEST) throw new ItemProblem(`must not be nested deeper than ${DEEPEST} levels`);
  return depth + 1;
};

const plainValue = (value: unknown, depth: number): ItemValue => {
  const digits = numberText(value);
  if (digits !== null) return { type: 'number', digits };
  if (typeof value === 'string') return { type: 'string', text: value };
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (value === null) return { type: 'null' };
  const deeper = descend(depth);
  if (Array.isArray(value)) return { type: 'list', elements: value.map(part => plainValue(part, deeper)) };
  const entries = entriesOf(value) ?? [];
  return { type: 'map', entries: entries.map(([name, part]) => ({ name, value: plainValue(part, deeper) })) };
};

const stringIn = (tag: string, value: unknown): string => {
  if (typeof value === 'string') return value;
  throw new ItemProblem(`has a value of type ${tag} that is no string`);
};

const listIn = (tag: string, value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw new ItemProblem(`has a value of type ${tag} that is no list`);
};

const binary = (text: string): ItemValue => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    throw new ItemProblem('has a value of type B that is not base64');
  }
  return { type: 'binary', bytes: (text.length / 4) * 3 - (/=*$/.exec(text)?.[0].length ?? 0) };
};

const decimal = (text: string): ItemValue => {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) {
    throw new ItemProblem('has a value of type N that is no number');
  }
  return { type: 'number', digits: text };
};

type Typed = (value: unknown, depth: number) => ItemValue;

/** By type descriptor of DynamoDB JSON. */
const TYPED: ReadonlyMap<string, Typed> = new Map<string, Typed>([
  ['S', value => ({ type: 'string', text: stringIn('S', value) })],
  ['N', value => decimal(stringIn('N', value))],
  ['B', value => binary(stringIn('B', value))],
  ['BOOL', () => ({ type: 'boolean' })],
  ['NULL', () => ({ type: 'null' })],
  [
    'SS',
    value => ({
      type: 'set',
      elements: listIn('SS', value).map(part => ({ type: 'string', text: stringIn('SS', part) })),
    }),
  ],
  [
    'NS',
    value => ({ type: 'set', elements: listIn('NS', value).map(part => decimal(stringIn('NS', part))) }),
  ],
  ['BS', value => ({ type: 'set', elements: listIn('BS', value).map(part => binary(stringIn('BS', part))) })],
  [
    'L',
    (value, depth) => ({
      type: 'list',
      elements: listIn('L', value).map(part => typedValue(part, descend(depth))),
    }),
  ],
  [
    'M',
    (value, depth) => ({
      type: 'map',
      entries: (entriesOf(value) ?? []).map(([name, part]) => ({
        name,
        value: typedValue(part, descend(depth)),
      })),
    }),
  ],
]);

/** The type descriptor where a value looks like one of DynamoDB JSON. */
const tagOf = (value: unknown): string | null => {
  const entries = entriesOf(value);
  const [entry] = entries ?? [];
  return entry !== undefined && entries?.length === 1 && TYPED.has(entry[0]) ? entry[0] : null;
};

const typedValue = (value: unknown, depth: number): ItemValue => {
  const tag = tagOf(value);
  const read = tag === null ? undefined : TYPED.get(tag);
  if (read === undefined) throw new ItemProblem('mixes DynamoDB JSON with plain JSON');
  return read((entriesOf(value) ?? [])[0]?.[1], depth);
};

/** Reads an item; it is DynamoDB JSON where every attribute has a type descriptor such as `{"S": "text"}`. */
export const readItem = (text: string): Parsed<Item> => {
  try {
    const entries = entriesOf(parseJson(text));
    if (entries === null) throw new ItemProblem('must be a JSON object with the attributes of an item');
    const typed = entries.length > 0 && entries.every(([, value]) => tagOf(value) !== null);
    const read = typed ? typedValue : plainValue;
    const attributes = entries.map(([name, value]) => ({ name, value: read(value, 0) }));
    return { ok: true, value: { text: sanitizeLine(text), attributes } };
  } catch (error) {
    if (error instanceof ItemProblem) return { ok: false, message: error.message };
    // JSON nested so deep that reading it runs out of stack.
    if (error instanceof RangeError)
      return { ok: false, message: `must not be nested deeper than ${DEEPEST} levels` };
    throw error;
  }
};

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};

/** Digits of a number without leading and trailing zeros, at most the 38 that DynamoDB keeps. */
export const significantDigits = (digits: string): number => {
  const [mantissa = ''] = digits.replace('-', '').toLowerCase().split('e');
  const significant = mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.min(38, Math.max(1, significant.length));
};
