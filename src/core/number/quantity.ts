/** Reads sizes, rates, durations and numbers as people write them, exactly, and says how they were converted. */
import {
  groupThousands,
  multiply,
  divide,
  isInteger,
  ONE,
  parseDecimal,
  rational,
  toExact,
} from './rational.ts';
import type { Rational } from './rational.ts';

/** One way to write a unit. */
export interface Unit {
  /** As it is shown: `KB`, `/min`. */
  readonly label: string;
  /** Other spellings, in small letters. */
  readonly names: readonly string[];
  /** How many of the scale's base units it is. */
  readonly size: Rational;
  /** `in KB`, `per minute`: names it in a conversion. */
  readonly phrase: string;
}

/** A family of units that convert into each other. */
export interface Scale {
  readonly units: readonly Unit[];
  /** `k`, `M` and `G` may stand behind the number. */
  readonly multipliers: boolean;
  /** What is accepted: `a size such as 512B or 4.5KB`. */
  readonly accepts: string;
  /** A message for a unit that looks right and is not. */
  readonly misread?: (unit: string) => string | null;
}

/** How what was written became the wanted unit. */
export interface Conversion {
  /** In words: `per minute / 60`. */
  readonly formula: string;
  /** `120 / 60`. */
  readonly substituted: string;
}

/** A number that was read: exact, in the wanted unit. */
interface Quantity {
  readonly value: Rational;
  /** As written, tidied: `120/min`, `4.5 KB`. */
  readonly text: string;
  /** `null` where it was written in the wanted unit. */
  readonly conversion: Conversion | null;
}

/** A value, or why there is none: a message to be read after what was typed. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

const THOUSAND = rational(1000);
const MULTIPLIERS: ReadonlyMap<string, Rational> = new Map([
  ['k', THOUSAND],
  ['K', THOUSAND],
  ['M', rational(1_000_000)],
  ['G', rational(1_000_000_000)],
]);

const NUMBER_THEN_UNIT = /^([+-]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/;

/** Longest text of one quantity. */
const LONGEST = 80;

/** One-letter units mean different things in capitals (`m` and `M`), longer ones do not. */
const isNamed = (unit: Unit, written: string): boolean =>
  unit.label === written || unit.names.includes(written.length > 1 ? written.toLowerCase() : written);

/** `× 1,000`, `/ 60`, `× 3 / 7`; empty for 1. */
const factorText = (factor: Rational): string =>
  (factor.n === 1n ? '' : ` × ${groupThousands(String(factor.n))}`) +
  (factor.d === 1n ? '' : ` / ${groupThousands(String(factor.d))}`);

/**
 * Reads a number with an optional unit. A bare number takes the wanted unit.
 * @param wanted label of a unit of the scale: the unit of the value
 */
export const readQuantity = (text: string, scale: Scale, wanted: string): Parsed<Quantity> => {
  const refuse = (message: string): Parsed<Quantity> => ({ ok: false, message });
  const trimmed = text.trim();
  const match = trimmed.length > LONGEST ? null : NUMBER_THEN_UNIT.exec(trimmed);
  const number = match === null ? null : parseDecimal(match[1] ?? '');
  if (match === null || number === null) return refuse(`must be ${scale.accepts}`);

  const target = scale.units.find(unit => unit.label === wanted);
  if (target === undefined) throw new RangeError(`${wanted} is no unit of this scale`);
  const rest = (match[2] ?? '').replace(/^per\s+/i, '/').replace(/\s+/g, '');
  const find = (written: string): Unit | undefined =>
    written === '' ? target : scale.units.find(unit => isNamed(unit, written));

  const wrong = scale.misread?.(rest) ?? null;
  if (wrong !== null) return refuse(wrong);
  let unit = find(rest);
  let multiplier = ONE;
  if (unit === undefined && scale.multipliers) {
    const tail = rest.slice(1).replace(/^per(?=[a-z])/i, '/');
    multiplier = MULTIPLIERS.get(rest.charAt(0)) ?? ONE;
    if (multiplier !== ONE) unit = find(tail);
  }
  if (unit === undefined) return refuse(`has the unknown unit "${rest}": it must be ${scale.accepts}`);

  const scaled = multiplier === ONE ? '' : rest.charAt(0);
  const shownUnit = /^[A-Za-z]/.test(unit.label) ? ` ${unit.label}` : unit.label;
  const shownNumber = groupThousands(toExact(number) ?? '');
  const factor = divide(unit.size, target.size);
  const converts = multiplier !== ONE || !(isInteger(factor) && factor.n === 1n);
  return {
    ok: true,
    value: {
      value: multiply(number, multiplier, factor),
      text: `${shownNumber}${scaled}${shownUnit}`,
      conversion: converts
        ? {
            formula: `${unit === target ? 'number' : unit.phrase}${factorText(multiplier)}${factorText(factor)}`,
            substituted: `${shownNumber}${factorText(multiplier)}${factorText(factor)}`,
          }
        : null,
    },
  };
};
