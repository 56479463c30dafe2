/** What calculators compute with, and how it becomes JSON and text. */
import { formatQuantity, isShownWhole } from '../../number/quantity-format.ts';
import type { Rational } from '../../number/rational.ts';
import {
  abs,
  compare,
  isRational,
  rational,
  roundHalfUp,
  roundSignificant,
  toNumber,
} from '../../number/rational.ts';

/** A computed value: an exact number, words, yes or no, nothing, or lists and records of these. */
export type Value =
  | Rational
  | string
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };

/** The same as plain JSON. */
export type Json = number | string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * How a result is rounded at the end. `count`: must be whole and safe; `exact`: as it is (half units);
 * `usd`: cents; `measure`: 6 significant digits; `percent`: as `measure`, above 99 to 6 decimals; `plain`:
 * words, yes or no and lists, where money (`...Usd`) and numbers in records are rounded by the same rules;
 * `number`: whole numbers and those with few decimals as they are, others as people read them.
 */
export type Rounding = 'count' | 'exact' | 'usd' | 'measure' | 'percent' | 'plain' | 'number';

const MEASURE_DIGITS = 6;
const MILLION = rational(1_000_000);

/** A number by a rule of rounding; halves go up. */
export const roundBy = (value: Rational, rounding: Rounding): Rational => {
  switch (rounding) {
    case 'count':
    case 'exact':
      return value;
    case 'usd':
      return roundHalfUp(value, 2);
    case 'percent':
      return value.n > 99n * value.d
        ? roundHalfUp(value, MEASURE_DIGITS)
        : roundSignificant(value, MEASURE_DIGITS);
    case 'number':
      if (isShownWhole(value)) return value;
      return compare(abs(value), MILLION) >= 0
        ? roundHalfUp(value, 2)
        : roundSignificant(value, MEASURE_DIGITS);
    case 'measure':
    case 'plain':
      return roundSignificant(value, MEASURE_DIGITS);
  }
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** The value with every number in it rounded. */
export const roundValue = (value: Value, rounding: Rounding): Value => {
  if (isRational(value)) return roundBy(value, rounding);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(part => roundValue(part, rounding));
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      roundValue(part, rounding === 'plain' && name.endsWith('Usd') ? 'usd' : rounding),
    ]),
  );
};

/** Numbers become doubles, everything else stays. */
export const toJson = (value: Value): Json => {
  if (isRational(value)) return toNumber(value);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toJson);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toJson(part)]));
};

/** For people: `24 RCU`, `yes`, `0.1 s, 0.2 s`; records are their values, words first as they stand. */
const formatValue = (value: Value, unit: string, nothing = 'none'): string => {
  if (isRational(value)) return formatQuantity(value, unit);
  if (value === null) return nothing;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (isList(value)) {
    return value.length === 0 ? nothing : value.map(part => formatValue(part, unit, nothing)).join(', ');
  }
  return Object.entries(value)
    .map(([name, part]) => {
      const money = name.endsWith('Usd') ? 'USD' : unit;
      return typeof part === 'string' ? part : `${name} ${formatValue(part, money, nothing)}`;
    })
    .join(' ');
};

/** How a step speaks of its value. */
export interface Wording {
  readonly unit: string;
  readonly nothing: string;
  readonly say: ((value: Value) => string) | null;
}

/** A value in the words of its step; numbers are shown as they are, for they are rounded already. */
export const formatResult = (value: Value, { unit, nothing, say }: Wording): string =>
  say === null || value === null ? formatValue(value, unit, nothing) : say(value);

/** As {@link formatValue}, with `~` before a number whose expansion is cut. */
export const formatStep = (value: Value, unit: string, nothing?: string): string =>
  isRational(value) && !isShownWhole(value)
    ? formatQuantity(value, unit).replace(/^\$?/, sign => `~${sign}`)
    : formatValue(value, unit, nothing);

/** In a formula: numbers without their unit, money with its sign. */
export const formatOperand = (value: Value, unit: string): string =>
  formatStep(value, unit.startsWith('USD') ? 'USD' : '');
