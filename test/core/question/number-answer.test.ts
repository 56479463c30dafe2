import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { compareNumber, readNumber } from '../../../src/core/question/number-answer.ts';
import { parseDecimal } from '../../../src/core/number/rational.ts';

const valueOf = (line: string, unit = ''): string => {
  const reading = readNumber(line, unit);
  return reading.is === 'number' ? `${reading.value.n}/${reading.value.d}` : reading.is;
};

describe('a typed number', () => {
  it.each([
    ['24', '', '24/1'],
    ['340282366920938463463374607431768211456', '', '340282366920938463463374607431768211456/1'],
    ['24 RCU', 'RCU', '24/1'],
    ['24rcu', 'RCU', '24/1'],
    ['24 RCUs', 'RCU', '24/1'],
    [' 24 ', 'RCU', '24/1'],
    ['1,024', 'KB', '1024/1'],
    ['1 024', 'KB', '1024/1'],
    ["1'024'000", '', '1024000/1'],
    ['0.5', '', '1/2'],
    ['.5', '', '1/2'],
    ['12.', '', '12/1'],
    ['0,5', '', '1/2'],
    ['0,125', '', '1/8'],
    ['-3', '', '-3/1'],
    ['\u22123', '', '-3/1'],
    ['2e3', '', '2000/1'],
    ['$0.20', 'USD', '1/5'],
    ['0.20 dollars', '$', '1/5'],
    ['50 %', '%', '50/1'],
    ['50', '%', '50/1'],
    ['24 reads per second', 'reads/s', '24/1'],
    ['5 min', 'seconds', '300/1'],
    ['500 ms', 's', '1/2'],
    ['24 shards', '', '24/1'],
  ])('"%s" for the unit "%s" is %s', (line, unit, value) => {
    expect(valueOf(line, unit)).toBe(value);
  });

  it.each([
    [''],
    ['x'],
    ['RCU'],
    ['24 or 25'],
    ['1,2,3'],
    ['1.024,5'],
    ['--3'],
    ['1/2'],
    ['NaN'],
    ['9'.repeat(60)],
  ])('"%s" is none', line => {
    expect(valueOf(line, 'RCU')).toBe('none');
  });

  it('of another unit says which', () => {
    expect(readNumber('24 WCU', 'RCU')).toEqual({ is: 'unit', unit: 'WCU' });
    expect(readNumber('24 MB', 'GB')).toEqual({ is: 'unit', unit: 'MB' });
    expect(readNumber('$24', 'RCU')).toEqual({ is: 'unit', unit: '$' });
  });

  it('is read back exactly however its digits are grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.nat({ max: 9999 }),
        (whole, fraction) => {
          const digits = `${whole}.${String(fraction).padStart(4, '0')}`;
          const grouped = digits.replace(/\B(?=(\d{3})+\.)/g, ',');
          const reading = readNumber(`${grouped} RCU`, 'rcu');
          expect(reading).toEqual({ is: 'number', value: parseDecimal(digits) });
        },
      ),
    );
  });
});

describe('the tolerance', () => {
  it.each([
    ['0.3', '0.3', '0', 'equal'],
    ['0.30000000000000004', '0.3', '0', 'different'],
    ['24', '24.0', '0', 'equal'],
    ['24.5', '24', '0.5', 'near'],
    ['24.50001', '24', '0.5', 'different'],
    ['98', '100', '2%', 'near'],
    ['102', '100', '2%', 'near'],
    ['97.99', '100', '2%', 'different'],
    ['-102', '-100', '2%', 'near'],
    ['1', '0', '5%', 'different'],
    ['1', 'nonsense', '0', 'different'],
    ['1', '1.1', 'nonsense', 'different'],
  ])('%s against %s within %s is %s', (typed, answer, tolerance, outcome) => {
    const value = parseDecimal(typed);
    expect(value === null ? null : compareNumber(value, answer, tolerance)).toBe(outcome);
  });
});
