/** Reads a number as a learner types it and compares it exactly. */
import { readQuantity } from '../number/quantity.ts';
import {
  abs,
  compare,
  divide,
  multiply,
  parseDecimal,
  rational,
  subtract,
  ZERO,
} from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { DURATION } from '../number/units.ts';
import { mayScale } from './scale-words.ts';

/** `unit`: a number, but with a unit that is not the one asked for; `scale`: what follows may change its value. */
type NumberReading =
  | { readonly is: 'number'; readonly value: Rational }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'scale'; readonly suffix: string }
  | { readonly is: 'none' };

const NONE: NumberReading = { is: 'none' };

/** Groups of three set apart by a comma, space, apostrophe or underscore, or digits alone; then a fraction. */
const NUMBER =
  /^([+\-\u2212]?)\s*([1-9]\d{0,2}(?:([,' _\u00a0\u2019\u202f])\d{3}(?:\3\d{3})*)(?!\d)|\d*)(?:\.(\d*)|,(\d+))?(?:[eE]([+-]?\d{1,2}))?(?!\d)/;

const WORDS: ReadonlyMap<string, string> = new Map([
  ['per', '/'],
  ['percent', '%'],
  ['pct', '%'],
  ['second', 's'],
  ['sec', 's'],
  ['minute', 'min'],
  ['hour', 'h'],
  ['hr', 'h'],
  ['day', 'd'],
  ['byte', 'b'],
  ['usd', '$'],
  ['dollar', '$'],
  ['us$', '$'],
]);

/** A unit without case, spacing, plural and the choice between `per second` and `/s`. */
const foldUnit = (unit: string): string =>
  (unit.toLowerCase().match(/[\p{L}$€£]+|[%/\d]/gu) ?? [])
    .map(word => {
      const singular = word.length > 2 ? word.replace(/s$/, '') : word;
      return WORDS.get(singular) ?? singular;
    })
    .join('');

const durationLabel = (unit: string): string | undefined =>
  DURATION.units.find(({ label, names }) => label === unit || names.includes(unit.toLowerCase()))?.label;

/**
 * Reads `24`, `24 RCU`, `24rcu`, `1,024`, `0.5`, `0,5`, `$0.20`. A span of time may be given in another unit of
 * time than the one asked for.
 * @param unit the unit asked for; `''`: none, and one that is typed is passed over unless it may scale the number
 */
export const readNumber = (line: string, unit: string): NumberReading => {
  const text = line.trim();
  const currency = /^[$€£]/.exec(text)?.[0] ?? '';
  const match = NUMBER.exec(text.slice(currency.length).trimStart());
  if (match === null) return NONE;
  const [all, sign = '', whole = '', , point, comma, exponent = '0'] = match;
  const fraction = point ?? comma ?? '';
  const value = parseDecimal(
    `${sign}${whole.replace(/\D/g, '')}${fraction === '' ? '' : `.${fraction}`}${exponent === '0' ? '' : `e${exponent}`}`,
  );
  if (value === null) return NONE;
  const typed = `${currency} ${text.slice(currency.length).trimStart().slice(all.length)}`.trim();
  if (typed === '') return { is: 'number', value };
  if (unit === '' && !/\d/.test(typed) && mayScale(typed)) return { is: 'scale', suffix: typed };
  if (foldUnit(typed) === foldUnit(unit)) return { is: 'number', value };
  // What is left is neither a number nor a unit: `24 or 25`.
  if (/\d/.test(typed) || typed.length > 40) return NONE;
  if (unit === '') return { is: 'number', value };
  const wanted = durationLabel(unit);
  if (wanted !== undefined) {
    const span = readQuantity(`1 ${typed}`, DURATION, wanted);
    if (span.ok) return { is: 'number', value: multiply(value, span.value.value) };
  }
  return { is: 'unit', unit: typed };
};

/** How far a number may be from the answer: an absolute decimal (`0.5`) or a share of the answer (`2%`). */
const allowance = (answer: Rational, tolerance: string): Rational => {
  const share = /^(.*)%$/.exec(tolerance.trim());
  const value = parseDecimal(share?.[1] ?? tolerance) ?? ZERO;
  return share === null ? value : divide(multiply(abs(answer), value), rational(100));
};

/** `near`: not equal, but within the tolerance. Both borders belong to it. */
export const compareNumber = (
  value: Rational,
  answer: string,
  tolerance: string,
): 'equal' | 'near' | 'different' => {
  const right = parseDecimal(answer);
  if (right === null) return 'different';
  const distance = abs(subtract(value, right));
  if (distance.n === 0n) return 'equal';
  return compare(distance, allowance(right, tolerance)) <= 0 ? 'near' : 'different';
};
