/** Numbers and units for people: thousands in groups, money with a dollar sign, one thing in the singular. */
import {
  abs,
  compare,
  groupThousands,
  rational,
  toDecimal,
  toExact,
  toFixed,
  toSignificant,
} from './rational.ts';
import type { Rational } from './rational.ts';

/** Longest exact expansion that is still easy to read. */
const READABLE = 14;
const MILLION = rational(1_000_000);

/** Whether {@link formatNumber} shows all of it. */
export const isShownWhole = (value: Rational): boolean =>
  value.d === 1n || (toExact(value)?.length ?? Number.POSITIVE_INFINITY) <= READABLE;

/** Exact where the expansion is short, otherwise to 6 significant digits (2 decimals from a million on). */
export const formatNumber = (value: Rational): string => {
  if (isShownWhole(value)) return groupThousands(toExact(value) ?? '');
  return groupThousands(compare(abs(value), MILLION) >= 0 ? toDecimal(value, 2) : toSignificant(value, 6));
};

/** `read units` to `read unit`, `addresses` to `address`; units without a plural stay. */
const singular = (unit: string): string =>
  unit.replace(/\b([a-z]{2,}?)(ies|(?<=ss|ch|x)es|s)\b/, (_, stem: string, ending: string) =>
    ending === 'ies' ? `${stem}y` : stem,
  );

/** A number that is already text, with its unit: `24 RCU`, `$2.73`, `95 %`, `1 shard`. */
export const withUnit = (number: string, unit: string): string => {
  if (unit === 'USD' || unit.startsWith('USD ') || unit.startsWith('USD/'))
    return `$${number}${unit.slice(3)}`;
  if (unit === '') return number;
  return `${number} ${number === '1' ? singular(unit) : unit}`;
};

/** A value with its unit; money shows cents, and more decimals where it has them. */
export const formatQuantity = (value: Rational, unit: string): string => {
  const cents = unit.startsWith('USD') && 100n % value.d === 0n;
  return withUnit(cents ? groupThousands(toFixed(value, 2)) : formatNumber(value), unit);
};
