import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rational } from '../../../src/core/number/rational.ts';
import {
  abs,
  add,
  ceil,
  compare,
  decimal,
  divide,
  equals,
  floor,
  groupThousands,
  isRational,
  max,
  min,
  multiply,
  negate,
  parseDecimal,
  power,
  rational,
  roundHalfUp,
  roundSignificant,
  subtract,
  sum,
  toDecimal,
  toExact,
  toFixed,
  toNumber,
  toSignificant,
} from '../../../src/core/number/rational.ts';

/** `-1/8`; test tables hold text because the runner cannot send BigInt between its processes. */
const fraction = (text: string): Rational => {
  const [n = '', d = '1'] = text.split('/');
  return rational(BigInt(n), BigInt(d));
};

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => rational(n, d));
const nonZero = fractions.filter(value => value.n !== 0n);

describe('parseDecimal', () => {
  it.each([
    ['12', '12/1'],
    [' 12 ', '12/1'],
    ['-0.5', '-1/2'],
    ['\u22121', '-1/1'],
    ['+3', '3/1'],
    ['.5', '1/2'],
    ['5.', '5/1'],
    ['0.1', '1/10'],
    ['1,500.25', '6001/4'],
    ['1,234,567', '1234567/1'],
    ['1e6', '1000000/1'],
    ['1.5E-3', '3/2000'],
    ['-0', '0/1'],
    ['0000000000000000000007', '7/1'],
  ])('reads %j exactly as %s', (text, value) => {
    expect(parseDecimal(text)).toEqual(fraction(value));
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    'e5',
    'NaN',
    'Infinity',
    '1e400',
    '1e31',
    '0x10',
    '1_000',
    '1,5',
    '1,0000',
    ',100',
    '1 000',
    '1.2.3',
    '--1',
    '१२',
    '１２',
    '⅓',
    '1/2',
    '9'.repeat(41),
    '1'.repeat(100_000),
  ])('refuses %j', text => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('reads back what toFixed prints', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(12), (n, decimals) => {
        const value = rational(n, 10n ** BigInt(decimals));
        expect(parseDecimal(toFixed(value, decimals))).toEqual(value);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const value = parseDecimal(text);
        expect(value === null || isRational(value)).toBe(true);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('keeps fractions in lowest terms with the sign above', () => {
    expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(rational(0, -7)).toEqual({ n: 0n, d: 1n });
  });

  it('refuses what is no fraction', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
    expect(() => rational(2 ** 53)).toThrow(RangeError);
    expect(() => divide(rational(1), rational(0))).toThrow(RangeError);
    expect(() => decimal('x')).toThrow(RangeError);
  });

  it('computes 31 a minute for a minute as exactly 31', () => {
    expect(multiply(divide(rational(31), rational(60)), rational(60))).toEqual(rational(31));
    expect((31 / 60) * 60).not.toBe(31);
  });

  it('follows the laws of a field', () => {
    fc.assert(
      fc.property(fractions, fractions, nonZero, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(subtract(add(a, b), b)).toEqual(a);
        expect(multiply(c, add(a, b))).toEqual(add(multiply(c, a), multiply(c, b)));
        expect(divide(multiply(a, c), c)).toEqual(a);
        expect(add(a, negate(a)).n).toBe(0n);
        expect(sum([a, b, c])).toEqual(add(a, add(b, c)));
      }),
    );
  });

  it('orders as subtraction does', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const difference = subtract(a, b).n;
        expect(Math.sign(compare(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
        expect(equals(a, b)).toBe(difference === 0n);
        expect([a, b]).toContainEqual(min(a, b));
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
        expect(abs(a).n >= 0n).toBe(true);
      }),
    );
  });

  it('raises to whole powers', () => {
    expect(power(rational(2, 3), 3)).toEqual(rational(8, 27));
    expect(power(rational(5), 0)).toEqual(rational(1));
  });
});

describe('rounding', () => {
  it('puts floor and ceil around the value, less than one apart', () => {
    fc.assert(
      fc.property(fractions, a => {
        const [low, high] = [floor(a), ceil(a)];
        expect(low.d).toBe(1n);
        expect(high.d).toBe(1n);
        expect(compare(low, a)).toBeLessThanOrEqual(0);
        expect(compare(high, a)).toBeGreaterThanOrEqual(0);
        expect(subtract(high, low).n).toBe(a.d === 1n ? 0n : 1n);
      }),
    );
  });

  it('is never further off than half of the last place', () => {
    fc.assert(
      fc.property(fractions, fc.nat(8), (a, decimals) => {
        const off = abs(subtract(roundHalfUp(a, decimals), a));
        expect(compare(off, rational(1n, 2n * 10n ** BigInt(decimals)))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['1/8', 2, '0.13', '0.13'],
    ['-1/8', 2, '-0.13', '-0.13'],
    ['1/2', 2, '0.50', '0.5'],
    ['2665/1000', 2, '2.67', '2.67'],
    ['-1/1000', 2, '0.00', '0'],
    ['100', 0, '100', '100'],
    ['100', 2, '100.00', '100'],
    ['5/2', 0, '3', '3'],
  ])('prints %s with %i decimals', (value, decimals, fixed, short) => {
    expect(toFixed(fraction(value), decimals)).toBe(fixed);
    expect(toDecimal(fraction(value), decimals)).toBe(short);
  });

  it.each([
    ['2/3', 3, '0.667'],
    ['1/3000', 2, '0.00033'],
    ['123456789', 6, '123457000'],
    ['9999996', 6, '10000000'],
    ['99999/100000', 3, '1'],
    ['0', 6, '0'],
    ['-12345/10', 3, '-1230'],
    ['1/10', 6, '0.1'],
    ['1001/1000', 3, '1'],
  ])('prints %s with %i significant digits', (value, digits, text) => {
    expect(toSignificant(fraction(value), digits)).toBe(text);
    expect(decimal(text)).toEqual(roundSignificant(fraction(value), digits));
  });

  it('knows which expansions end', () => {
    expect(toExact(rational(3, 8))).toBe('0.375');
    expect(toExact(rational(96000, 1024))).toBe('93.75');
    expect(toExact(rational(1, 3))).toBeNull();
    expect(toExact(rational(7))).toBe('7');
  });

  it('gives the nearest double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), x => {
        const scaled = rational(BigInt(Math.round(x)), 1n);
        expect(toNumber(scaled)).toBe(Math.round(x) + 0);
      }),
    );
    expect(toNumber(rational(1, 3))).toBe(1 / 3);
    expect(toNumber(decimal('0.1'))).toBe(0.1);
  });
});

it('groups thousands', () => {
  expect(['7', '999', '1000', '1310720.5', '-12345', '0.00012345'].map(groupThousands)).toEqual([
    '7',
    '999',
    '1,000',
    '1,310,720.5',
    '-12,345',
    '0.00012345',
  ]);
});
