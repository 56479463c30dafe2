/** Options that are all quantities stand in ascending order, as exams print them. */
import { readQuantity } from '../number/quantity.ts';
import type { Scale } from '../number/quantity.ts';
import { compare, parseDecimal } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { BINARY_SIZE, DURATION, RATE } from '../number/units.ts';

const SCALES: readonly (readonly [Scale, string])[] = [
  [DURATION, 's'],
  [BINARY_SIZE, 'B'],
  [RATE, '/s'],
];

/** Number and what stands around it: `$`, ` RCU`, `%`. */
const MEASURED = /^([$€£]?)([+\-\u2212]?(?:\d[\d,]*(?:\.\d+)?|\.\d+))\s*(\D{0,40})$/;

/** `3 shards` and `1 shard` have the same unit. */
const unitOf = (before: string, after: string): string =>
  `${before.trim()}|${after.trim().toLowerCase().replace(/s\b/g, '')}`;

const valuesIn = (texts: readonly string[], scale: Scale, unit: string): readonly Rational[] | null => {
  const values: Rational[] = [];
  for (const text of texts) {
    const reading = readQuantity(text, scale, unit);
    if (!reading.ok) return null;
    values.push(reading.value.value);
  }
  return values;
};

const valuesOfOneUnit = (texts: readonly string[]): readonly Rational[] | null => {
  const values: Rational[] = [];
  let unit: string | undefined;
  for (const text of texts) {
    const [, before = '', number = '', after = ''] = MEASURED.exec(text.trim()) ?? [];
    const value = parseDecimal(number);
    unit ??= unitOf(before, after);
    if (value === null || unit !== unitOf(before, after)) return null;
    values.push(value);
  }
  return values;
};

/**
 * Indexes of the texts in ascending order of their quantities; `null` where not all of them are quantities that
 * compare: numbers with one and the same unit, or sizes, durations or rates in any of theirs.
 */
export const ascendingOrder = (texts: readonly string[]): readonly number[] | null => {
  let values = valuesOfOneUnit(texts);
  for (const [scale, unit] of SCALES) values ??= valuesIn(texts, scale, unit);
  if (values === null) return null;
  const keyed = values.map((value, index) => ({ value, index }));
  return keyed.sort((a, b) => compare(a.value, b.value) || a.index - b.index).map(({ index }) => index);
};
