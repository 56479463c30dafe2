import { describe, expect, it } from 'vitest';
import { calc, problemsOf } from '../../support/calc.ts';

describe('what is refused', () => {
  it.each([
    ['rcu', '--reads x --item-size 4Kb', { reads: 'must be a rate', 'item-size': 'means bits' }],
    ['rcu', '--reads 1 --item-size 401KB', { 'item-size': 'must be between 0 and 400 KB' }],
    ['rcu', '--reads 1 --item-size 4parsec', { 'item-size': 'has the unknown unit "parsec"' }],
    ['rcu', '--reads -1 --item-size 4KB', { reads: 'must be at least 0 reads/s' }],
    [
      'rcu',
      '--reads 1 --item-size 1 --consistency sometimes',
      { consistency: 'must be one of strong, eventual' },
    ],
    ['wcu', '', { writes: 'is missing', 'item-size': 'is missing' }],
    ['scan', '--items 1.5 --item-size 1KB', { items: 'must be a whole number' }],
    ['scan', '', { items: 'is missing: give --items with --item-size, or --total' }],
    ['scan', '--items 5', { 'item-size': 'is missing' }],
    ['scan', '--item-size 5', { items: 'is missing' }],
    ['scan', '--items 5 --item-size 5 --total 5', { total: 'must stand alone' }],
    [
      'lambda',
      '--requests 1 --duration 901s --memory 127.5',
      { duration: 'must be between 0', memory: 'must be between 128' },
    ],
    ['lambda', '--requests 1 --duration 1s --memory 128.5', { memory: 'must be a whole number of MB' }],
    ['kinesis', '', { records: 'is missing' }],
    ['kinesis', '--records 5', { 'record-size': 'is missing' }],
    ['kinesis', '--records 5 --record-size 1KB --write 5', { 'record-size': 'cannot stand beside --write' }],
  ] as const)('%s %s', (name, flags, wanted) => {
    const problems = problemsOf(name, flags);
    expect(problems.map(({ flag }) => flag)).toEqual(Object.keys(wanted));
    problems.forEach(({ message }, i) => expect(message).toContain(Object.values(wanted)[i]));
  });

  it('blames the flag that makes a count larger than JSON can carry', () => {
    expect(problemsOf('rcu', '--reads 1e17 --item-size 400KB')).toEqual([
      {
        flag: 'reads',
        given: '1e17',
        message:
          '"1e17" makes rcu 5,000,000,000,000,000,000 RCU, more than the largest count, 9,007,199,254,740,991',
      },
    ]);
    expect(problemsOf('wcu', '--writes 1 --item-size 400KB')).toEqual([]);
    expect(problemsOf('wcu', '--writes 1e18/min --item-size 400KB').map(({ flag }) => flag)).toEqual([
      'writes',
    ]);
    expect(calc('rcu', '--reads 9007199254740991 --item-size 4KB --consistency strong')).toEqual({
      rcu: Number.MAX_SAFE_INTEGER,
    });
  });
});
