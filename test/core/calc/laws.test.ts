import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calc } from '../../support/calc.ts';

const value = (name: string, flags: Record<string, string | true>, result: string): number =>
  Number(calc(name, flags)[result]);

/** Calculator, result, a flag in which it must not fall, and the others with what they may be. */
interface Rising {
  readonly name: string;
  readonly result: string;
  readonly flag: string;
  readonly max: number;
  readonly others: Readonly<Record<string, fc.Arbitrary<string>>>;
}

const sizes = fc.integer({ min: 0, max: 400 * 1024 }).map(bytes => `${bytes}B`);
const rates = fc.integer({ min: 0, max: 200_000 }).map(reads => `${reads}/min`);

const RISING: readonly Rising[] = [
  {
    name: 'rcu',
    result: 'rcu',
    flag: 'reads',
    max: 100_000,
    others: { 'item-size': sizes, consistency: fc.constantFrom('strong', 'eventual', 'transactional') },
  },
  { name: 'rcu', result: 'rcu', flag: 'item-size', max: 400, others: { reads: rates } },
  { name: 'wcu', result: 'wcu', flag: 'writes', max: 100_000, others: { 'item-size': sizes } },
  { name: 'wcu', result: 'wcu', flag: 'item-size', max: 400, others: { writes: rates } },
  { name: 'scan', result: 'readUnits', flag: 'total', max: 1e12, others: {} },
  { name: 'scan', result: 'pages', flag: 'total', max: 1e12, others: {} },
  {
    name: 'lambda',
    result: 'totalUsd',
    flag: 'requests',
    max: 1e12,
    others: { duration: fc.constantFrom('0.3ms', '101ms', '9s'), memory: fc.constantFrom('128', '10240') },
  },
  {
    name: 'lambda',
    result: 'totalUsd',
    flag: 'duration',
    max: 900_000,
    others: { requests: fc.constantFrom('1', '3M', '9G'), memory: fc.constantFrom('128', '1769') },
  },
  {
    name: 'lambda-concurrency',
    result: 'needed',
    flag: 'requests',
    max: 1e6,
    others: { duration: fc.constantFrom('1ms', '100ms', '900s') },
  },
  {
    name: 'kinesis',
    result: 'shards',
    flag: 'write',
    max: 1e5,
    others: { consumers: fc.constantFrom('0', '1', '7'), records: fc.constantFrom('0', '5000') },
  },
];

describe('more never needs less', () => {
  it.each(RISING.map(rising => [`${rising.name} ${rising.result}`, rising.flag, rising] as const))(
    '%s, the more --%s',
    (_name, _flag, { name, result, flag, max, others }) => {
      fc.assert(
        fc.property(
          fc.record(others),
          fc.tuple(fc.nat(max), fc.nat(max), fc.constantFrom('', '.5')),
          (rest, [a, b, fraction]) => {
            const [low, high] = [Math.min(a, b), Math.max(a, b)];
            const whole = flag === 'requests' && name === 'lambda' ? '' : fraction;
            const at = (n: number): number =>
              value(name, { ...rest, [flag]: n === max ? String(n) : `${n}${whole}` }, result);
            expect(at(low)).toBeLessThanOrEqual(at(high));
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

describe('capacity', () => {
  it('is never below the exact need, and less than one unit above it', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 400 * 1024 }), (perMinute, bytes) => {
        const flags = { 'item-size': `${bytes}B` };
        const wcu = BigInt(value('wcu', { ...flags, writes: `${perMinute}/min` }, 'wcu'));
        const exact = BigInt(perMinute) * BigInt(Math.ceil(bytes / 1024));
        expect(wcu * 60n >= exact).toBe(true);
        expect((wcu - 1n) * 60n < exact).toBe(true);
      }),
    );
  });

  it('doubles with the rate, but for rounding', () => {
    fc.assert(
      fc.property(fc.nat(100_000), sizes, (reads, size) => {
        const at = (rate: number): number =>
          value('rcu', { reads: `${rate}/h`, 'item-size': size, consistency: 'strong' }, 'rcu');
        expect([2 * at(reads), 2 * at(reads) - 1]).toContain(at(2 * reads));
      }),
    );
  });

  it('is the same however the rate is written', () => {
    fc.assert(
      fc.property(fc.nat(5000), sizes, (n, size) => {
        const at = (reads: string): number => value('rcu', { reads, 'item-size': size }, 'rcu');
        const perSecond = at(String(n));
        for (const same of [
          `${n * 60}/min`,
          `${n * 3600}/h`,
          `${n * 86_400}/day`,
          `${n * 2_628_000}/month`,
        ]) {
          expect(at(same)).toBe(perSecond);
        }
      }),
    );
  });

  it('of transactional reads is twice that of strong ones, which is twice that of eventual ones but for rounding', () => {
    fc.assert(
      fc.property(rates, sizes, (reads, size) => {
        const at = (consistency: string): number =>
          value('rcu', { reads, 'item-size': size, consistency }, 'rcu');
        expect([2 * at('strong'), 2 * at('strong') - 1]).toContain(at('transactional'));
        expect([2 * at('eventual'), 2 * at('eventual') - 1]).toContain(at('strong'));
      }),
    );
  });
});

describe('Lambda', () => {
  it('costs the same for half the memory and twice the time, without rounding', () => {
    fc.assert(
      fc.property(
        fc.nat(1e7),
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 128, max: 5120 }),
        (n, ms, mb) => {
          const at = (duration: number, memory: number): number =>
            value(
              'lambda',
              { requests: String(n), duration: `${duration}ms`, memory: String(memory) },
              'totalUsd',
            );
          expect(at(2 * ms, mb)).toBe(at(ms, 2 * mb));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never costs more on Arm', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.integer({ min: 128, max: 10_240 }), (n, mb) => {
        const flags = { requests: String(n), duration: '1s', memory: String(mb) };
        expect(value('lambda', { ...flags, arch: 'arm' }, 'totalUsd')).toBeLessThanOrEqual(
          value('lambda', flags, 'totalUsd'),
        );
      }),
      { numRuns: 60 },
    );
  });
});
