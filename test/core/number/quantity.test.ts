import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatQuantity, withUnit } from '../../../src/core/number/quantity-format.ts';
import type { Scale } from '../../../src/core/number/quantity.ts';
import { readQuantity } from '../../../src/core/number/quantity.ts';
import { decimal, divide, multiply, rational, toExact } from '../../../src/core/number/rational.ts';
import {
  BINARY_SIZE,
  DECIMAL_SIZE,
  DURATION,
  numberScale,
  PERCENT,
  RATE,
} from '../../../src/core/number/units.ts';

const bandwidth = numberScale(
  [
    ['MB/s', rational(1)],
    ['KB/s', rational(1, 1024)],
  ],
  'megabytes a second such as 5',
);

/** Value as decimal text, or the message. */
const read = (text: string, scale: Scale, wanted: string): string => {
  const reading = readQuantity(text, scale, wanted);
  return reading.ok ? (toExact(reading.value.value) ?? 'endless') : `! ${reading.message}`;
};

describe('sizes', () => {
  it.each([
    ['512', 'B', '512'],
    ['512B', 'B', '512'],
    ['512 bytes', 'KB', '0.5'],
    ['4.5KB', 'B', '4608'],
    ['4.5 KiB', 'B', '4608'],
    ['4.5 kb', 'KB', '4.5'],
    ['1MB', 'B', '1048576'],
    ['2GiB', 'B', '2147483648'],
    ['10TB', 'GB', '10240'],
    ['12', 'KB', '12'],
    ['1,024 B', 'KB', '1'],
    ['-0', 'KB', '0'],
  ])('reads %j in %s as %s with powers of 1,024', (text, unit, value) => {
    expect(read(text, BINARY_SIZE, unit)).toBe(value);
  });

  it.each([
    ['4.5KB', 'B', '4500'],
    ['4.5KiB', 'B', '4608'],
    ['10TB', 'B', '10000000000000'],
    ['16', 'MiB', '16'],
  ])('reads %j in %s as %s with powers of 1,000', (text, unit, value) => {
    expect(read(text, DECIMAL_SIZE, unit)).toBe(value);
  });

  it('keeps bits and bytes apart', () => {
    expect(read('4Kb', BINARY_SIZE, 'KB')).toBe('! ends in Kb, which means bits: write KB for bytes');
  });
});

describe('rates', () => {
  it.each([
    ['80', '80'],
    ['80/s', '80'],
    ['80 / s', '80'],
    ['80 per second', '80'],
    ['120/min', '2'],
    ['120 per minute', '2'],
    ['3600/h', '1'],
    ['864000/day', '10'],
    ['8.64M/day', '100'],
    ['2.628M/month', '1'],
    ['2k', '2000'],
    ['1G', '1000000000'],
    ['2k per min', 'endless'],
  ])('reads %j as %s a second', (text, value) => {
    expect(read(text, RATE, '/s')).toBe(value);
  });

  it('agrees with itself whatever the unit', () => {
    const units = [
      ['/s', 1],
      ['/min', 60],
      ['/h', 3600],
      ['/day', 86_400],
      ['/month', 2_628_000],
    ] as const;
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(...units), (perSecond, [unit, seconds]) => {
        const reading = readQuantity(`${perSecond * seconds}${unit}`, RATE, '/s');
        expect(reading.ok && reading.value.value).toEqual(rational(perSecond));
      }),
    );
  });
});

describe('durations, percentages and numbers', () => {
  it.each([
    ['30', DURATION, 's', '30'],
    ['250ms', DURATION, 's', '0.25'],
    ['0.5s', DURATION, 'ms', '500'],
    ['15min', DURATION, 's', '900'],
    ['15m', DURATION, 's', '900'],
    ['12h', DURATION, 's', '43200'],
    ['7d', DURATION, 'h', '168'],
    ['100µs', DURATION, 'ms', '0.1'],
    ['95', PERCENT, '%', '95'],
    ['95%', PERCENT, '%', '95'],
    ['99.95 %', PERCENT, '%', '99.95'],
    ['5', bandwidth, 'MB/s', '5'],
    ['512KB/s', bandwidth, 'MB/s', '0.5'],
    ['1e3', bandwidth, 'MB/s', '1000'],
  ])('reads %j', (text, scale, unit, value) => {
    expect(read(text, scale, unit)).toBe(value);
  });
});

describe('conversions', () => {
  const conversion = (text: string, scale: Scale, wanted: string): unknown => {
    const reading = readQuantity(text, scale, wanted);
    return reading.ok && [reading.value.text, reading.value.conversion];
  };

  it('are shown where the unit changes, and only there', () => {
    expect(conversion('120/min', RATE, '/s')).toEqual([
      '120/min',
      { formula: 'per minute / 60', substituted: '120 / 60' },
    ]);
    expect(conversion('1.5M/day', RATE, '/s')).toEqual([
      '1.5M/day',
      { formula: 'per day × 1,000,000 / 86,400', substituted: '1.5 × 1,000,000 / 86,400' },
    ]);
    expect(conversion('512', BINARY_SIZE, 'KB')).toEqual(['512 KB', null]);
    expect(conversion('12KiB', BINARY_SIZE, 'KB')).toEqual(['12 KiB', null]);
    expect(conversion('512b', BINARY_SIZE, 'KB')).toEqual([
      '512 B',
      { formula: 'bytes / 1,024', substituted: '512 / 1,024' },
    ]);
    expect(conversion('3k', RATE, '/s')).toEqual([
      '3k/s',
      { formula: 'number × 1,000', substituted: '3 × 1,000' },
    ]);
  });
});

describe('what is no quantity', () => {
  const HOSTILE = [
    '',
    ' ',
    'NaN',
    'Infinity',
    '1e400',
    '1e-400',
    '१२',
    '１２KB',
    'x',
    '4 5',
    '1.2.3',
    '1,5',
    '12 parsecs',
    '/s',
    '5//s',
    '5 per',
    '\u202e12',
    '12\u0000',
    '9'.repeat(1_000_000),
    '__proto__',
    '5constructor',
    '5M',
  ];

  it.each(HOSTILE)('refuses %j with a message, without being slow', text => {
    expect(read(text, BINARY_SIZE, 'KB')).toMatch(/^! /);
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{1,3}[a-zA-Z/% ]{0,4}$/)),
        fc.constantFrom<[Scale, string]>(
          [RATE, '/s'],
          [DURATION, 'ms'],
          [DECIMAL_SIZE, 'GB'],
          [PERCENT, '%'],
        ),
        (text, [scale, unit]) => {
          expect(() => readQuantity(text, scale, unit)).not.toThrow();
        },
      ),
    );
  });
});

describe('formatting', () => {
  it('is exact where that is short', () => {
    expect(formatNumber(decimal('1310720.5'))).toBe('1,310,720.5');
    expect(formatNumber(decimal('0.0000166667'))).toBe('0.0000166667');
    expect(formatNumber(rational(2, 3))).toBe('0.666667');
    expect(formatNumber(multiply(rational(2, 3), rational(10_000_000)))).toBe('6,666,666.67');
    expect(formatNumber(rational(10n ** 30n))).toBe('1,000,000,000,000,000,000,000,000,000,000');
    expect(formatNumber(divide(rational(1), rational(2n ** 40n)))).toBe('0.000000000000909495');
  });

  it('puts the unit where people put it', () => {
    expect(formatQuantity(rational(24), 'RCU')).toBe('24 RCU');
    expect(formatQuantity(decimal('2.5'), 'USD')).toBe('$2.50');
    expect(formatQuantity(decimal('33.215'), 'USD')).toBe('$33.215');
    expect(formatQuantity(rational(30), 'USD')).toBe('$30.00');
    expect(formatQuantity(decimal('0.1'), 'USD an hour')).toBe('$0.10 an hour');
    expect(formatQuantity(decimal('99.95'), '%')).toBe('99.95 %');
    expect(formatQuantity(rational(3), '')).toBe('3');
  });

  it('speaks of one thing in the singular', () => {
    expect(
      ['shards', 'read units', 'reads a second', 'addresses', 'queries', 'batches', 'ms', 'RCU', 'GB-s'].map(
        unit => withUnit('1', unit),
      ),
    ).toEqual([
      '1 shard',
      '1 read unit',
      '1 read a second',
      '1 address',
      '1 query',
      '1 batch',
      '1 ms',
      '1 RCU',
      '1 GB-s',
    ]);
  });
});
