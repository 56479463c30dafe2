/** Exact fractions on BigInt: everything that is rounded up is computed here, for `31 / 60 * 60` is not 31 in doubles. */

/** `n / d` in lowest terms with `d > 0`, so equal fractions have equal fields. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};

/**
 * The fraction `n / d`; numbers must be whole and safe.
 * @throws RangeError for a zero denominator or a number that is no safe integer
 */
export const rational = (n: bigint | number, d: bigint | number = 1n): Rational => {
  let [top, bottom] = [n, d].map(part => {
    if (typeof part === 'number' && !Number.isSafeInteger(part)) {
      throw new RangeError(`${part} is no safe integer`);
    }
    return BigInt(part);
  }) as [bigint, bigint];
  if (bottom === 0n) throw new RangeError('division by zero');
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const divisor = gcd(top, bottom);
  return divisor === 1n ? { n: top, d: bottom } : { n: top / divisor, d: bottom / divisor };
};

/** 0. */
export const ZERO: Rational = { n: 0n, d: 1n };
/** 1. */
export const ONE: Rational = { n: 1n, d: 1n };

/** Whether a value of unknown kind is a fraction of ours. */
export const isRational = (value: unknown): value is Rational =>
  typeof value === 'object' &&
  value !== null &&
  'n' in value &&
  'd' in value &&
  typeof value.n === 'bigint' &&
  typeof value.d === 'bigint';

/** Longest number worth reading; longer ones are no slip but an attack on BigInt. */
const LONGEST_NUMBER = 40;
/** Largest power of ten in `1.5e6`. */
const LARGEST_EXPONENT = 30;

const DECIMAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Reads `12`, `-0.5`, `.5`, `1,500.25`, `1e6` exactly. `null` for anything else: empty, NaN, other digits
 * than 0 to 9, more than 40 characters, an exponent beyond 30.
 */
export const parseDecimal = (text: string): Rational | null => {
  const trimmed = text.trim().replace(/^\u2212/, '-');
  if (trimmed.length > LONGEST_NUMBER) return null;
  const match = DECIMAL.exec(trimmed);
  if (match === null) return null;
  const [, sign, grouped = '', fraction = '', exponent = '0'] = match;
  const digits = grouped.replaceAll(',', '') + fraction;
  const power = Number(exponent) - fraction.length;
  if (digits === '' || Math.abs(Number(exponent)) > LARGEST_EXPONENT) return null;
  const value = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return power >= 0 ? rational(value * 10n ** BigInt(power)) : rational(value, 10n ** BigInt(-power));
};

/**
 * A fraction from decimal text that we wrote ourselves.
 * @throws RangeError where it is no number
 */
export const decimal = (text: string): Rational => {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`${text} is no decimal number`);
  return value;
};

/** The sum of two. */
export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
/** The first without the second. */
export const subtract = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
/** With the other sign. */
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
/** The sum of all; 0 without any. */
export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);

/** The product of all factors; 1 without any. */
export const multiply = (...factors: readonly Rational[]): Rational =>
  factors.reduce((a, b) => rational(a.n * b.n, a.d * b.d), ONE);

/** @throws RangeError for a zero divisor */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);

/** `a` to a whole, non-negative power. */
export const power = (a: Rational, exponent: number): Rational => ({
  n: a.n ** BigInt(exponent),
  d: a.d ** BigInt(exponent),
});

/** Negative, zero or positive, as for sorting. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
/** Whether both are the same number. */
export const equals = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d;
/** The smallest. */
export const min = (first: Rational, ...rest: readonly Rational[]): Rational =>
  rest.reduce((a, b) => (compare(b, a) < 0 ? b : a), first);
/** The largest. */
export const max = (first: Rational, ...rest: readonly Rational[]): Rational =>
  rest.reduce((a, b) => (compare(b, a) > 0 ? b : a), first);
/** Without its sign. */
export const abs = (a: Rational): Rational => (a.n < 0n ? negate(a) : a);

/** Whether it is 0. */
export const isZero = (a: Rational): boolean => a.n === 0n;
/** Whether it is below 0. */
export const isNegative = (a: Rational): boolean => a.n < 0n;
/** Whether it is a whole number. */
export const isInteger = (a: Rational): boolean => a.d === 1n;

/** Largest whole number that is not above it. */
export const floor = (a: Rational): Rational => {
  const cut = a.n / a.d;
  return rational(a.n < 0n && cut * a.d !== a.n ? cut - 1n : cut);
};

/** Smallest whole number that is not below it. */
export const ceil = (a: Rational): Rational => negate(floor(negate(a)));

/** Nearest value with so many decimals (0: whole numbers); halves go away from zero. */
export const roundHalfUp = (a: Rational, decimals = 0): Rational => {
  const scale = 10n ** BigInt(decimals);
  const twice = abs(a).n * scale * 2n + a.d;
  const scaled = twice / (a.d * 2n);
  return rational(a.n < 0n ? -scaled : scaled, scale);
};

/** Power of ten of the first digit: 0 for 1 to 9.99, -1 for 0.1, 3 for 1,000; 0 for zero. */
const magnitude = (a: Rational): number => {
  if (a.n === 0n) return 0;
  const { n, d } = abs(a);
  const guess = String(n).length - String(d).length;
  const reached = guess >= 0 ? n >= d * 10n ** BigInt(guess) : n * 10n ** BigInt(-guess) >= d;
  return reached ? guess : guess - 1;
};

/** Nearest value with so many significant digits; halves go away from zero. */
export const roundSignificant = (a: Rational, digits: number): Rational => {
  const decimals = digits - 1 - magnitude(a);
  if (decimals >= 0) return roundHalfUp(a, decimals);
  const scale = rational(10n ** BigInt(-decimals));
  return multiply(roundHalfUp(divide(a, scale)), scale);
};

/** Exactly so many decimals, half up: `toFixed(1/8, 2)` is `0.13`. */
export const toFixed = (a: Rational, decimals: number): string => {
  const rounded = roundHalfUp(a, decimals);
  const scaled = String(abs(rounded).n * (10n ** BigInt(decimals) / rounded.d)).padStart(decimals + 1, '0');
  const sign = rounded.n < 0n ? '-' : '';
  const whole = scaled.slice(0, scaled.length - decimals);
  return decimals === 0 ? sign + whole : `${sign}${whole}.${scaled.slice(-decimals)}`;
};

/** At most so many decimals, half up, without zeros at the end: `1/8` to 2 is `0.13`, `1/2` is `0.5`. */
export const toDecimal = (a: Rational, decimals: number): string => {
  const text = toFixed(a, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '').replace(/^-0$/, '0') : text;
};

/** So many significant digits, half up, without zeros behind the point: `2/3` to 3 is `0.667`. */
export const toSignificant = (a: Rational, digits: number): string => {
  const rounded = roundSignificant(a, digits);
  return toDecimal(rounded, Math.max(0, digits - 1 - magnitude(rounded)));
};

/** The whole decimal expansion, or `null` where it never ends. */
export const toExact = (a: Rational): string | null => {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? toDecimal(a, Math.max(twos, fives)) : null;
};

/** The nearest double, as for JSON; 17 digits name every double. */
export const toNumber = (a: Rational): number => Number(toSignificant(a, 17));

/** Digits in groups of three: `1310720.5` is `1,310,720.5`. */
export const groupThousands = (text: string): string => {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};
