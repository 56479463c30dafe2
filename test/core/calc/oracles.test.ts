import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calc } from '../../support/calc.ts';

/*
 * The same results by other means: counting in the smallest units with BigInt or plain integers, one unit after
 * the other, instead of fractions and one division.
 */

const bytes = fc.integer({ min: 0, max: 400 * 1024 });
const perMinute = fc.nat(20_000);

/** How many boxes of a size hold an amount, by filling one after the other. */
const boxes = (amount: number, box: number): number => {
  let count = 0;
  for (let held = 0; held < amount; held += box) count++;
  return count;
};

/** Smallest whole number whose product with `by` reaches `need`, by trying from the double's guess. */
const reach = (need: bigint, by: bigint): bigint => {
  let guess = need / by;
  while (guess > 0n && (guess - 1n) * by >= need) guess--;
  while (guess * by < need) guess++;
  return guess;
};

describe('an independent computation agrees with', () => {
  it('dynamodb-rcu', () => {
    fc.assert(
      fc.property(
        perMinute,
        bytes,
        fc.constantFrom('strong', 'eventual', 'transactional'),
        (n, size, consistency) => {
          const halves = { strong: 2n, eventual: 1n, transactional: 4n }[consistency] ?? 0n;
          // Half units a minute; a capacity unit gives 120 of them.
          const need = BigInt(n) * BigInt(Math.max(1, boxes(size, 4096))) * halves;
          const flags = { reads: `${n}/min`, 'item-size': `${size}B`, consistency };
          expect(calc('rcu', flags)).toEqual({ rcu: Number(reach(need, 120n)) });
        },
      ),
    );
  });

  it('dynamodb-wcu, for every pair of rate and size that doubles get wrong', () => {
    let wrong = 0;
    for (let n = 1; n < 500; n++) {
      for (let kb = 1; kb <= 400; kb++) {
        const right = Math.floor((n * kb + 59) / 60);
        if (Math.ceil((n / 60) * kb) === right) continue;
        wrong++;
        expect(calc('wcu', { writes: `${n}/min`, 'item-size': `${kb}KB` })).toEqual({ wcu: right });
      }
    }
    expect(wrong).toBeGreaterThan(300);
  });

  it('dynamodb-wcu', () => {
    fc.assert(
      fc.property(perMinute, bytes, fc.boolean(), (n, size, transactional) => {
        const need = BigInt(n) * BigInt(Math.max(1, boxes(size, 1024))) * (transactional ? 2n : 1n);
        const flags = {
          writes: `${n}/min`,
          'item-size': `${size}B`,
          ...(transactional ? { transactional: true as const } : {}),
        };
        expect(calc('wcu', flags)).toEqual({ wcu: Number(reach(need, 60n)) });
      }),
    );
  });

  it('dynamodb-query, reading page by page', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(20_000), fc.boolean(), (items, size, strong) => {
        let [rest, pages, blocks] = [items * size, 0, 0];
        while (rest > 0) {
          const page = Math.min(rest, 1024 * 1024);
          blocks += boxes(page, 4096);
          rest -= page;
          pages++;
        }
        const flags = {
          items: String(items),
          'item-size': String(size),
          consistency: strong ? 'strong' : 'eventual',
        };
        expect(calc('scan', flags)).toEqual({ readUnits: strong ? blocks : blocks / 2, pages });
      }),
    );
  });

  it('lambda-cost, in units of ten thousand-millionths of a dollar', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 20_000_000n }),
        fc.integer({ min: 1, max: 9_000_000 }),
        fc.bigInt({ min: 128n, max: 10_240n }),
        fc.boolean(),
        (requests, tenths, mb, arm) => {
          const ms = BigInt(boxes(tenths, 10));
          // MB-milliseconds: 1,024,000 of them are a GB-second.
          const used = requests * ms * mb;
          const billed = used > 400_000n * 1_024_000n ? used - 400_000n * 1_024_000n : 0n;
          fc.pre(billed < 6_000_000_000n * 1_024_000n);
          const compute = billed * (arm ? 133_334n : 166_667n); // / 1_024_000 / 1e10 dollars
          const paid = requests > 1_000_000n ? requests - 1_000_000n : 0n;
          const total = compute + paid * 2000n * 1_024_000n;
          const cents = (total * 2n + 100_000_000n * 1_024_000n) / (2n * 100_000_000n * 1_024_000n);
          const flags = {
            requests: String(requests),
            duration: `${tenths / 10}ms`,
            memory: String(mb),
            arch: arm ? 'arm' : 'x86',
          };
          expect(calc('lambda', flags)['totalUsd']).toBe(Number(cents) / 100);
        },
      ),
    );
  });

  it('lambda-concurrency, in millisecond-requests', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(900_000), (requests, ms) => {
        const concurrency = Number(reach(BigInt(requests) * BigInt(ms), 1000n));
        const byRate = boxes(requests, 10);
        const needed = Math.max(concurrency, byRate);
        let [seconds, environments] = [0, 1000];
        while (environments < needed) [seconds, environments] = [seconds + 10, environments + 1000];
        expect(calc('lambda-concurrency', { requests: String(requests), duration: String(ms) })).toEqual({
          concurrency,
          rateLimitConcurrency: byRate,
          needed,
          secondsToReach: seconds,
        });
      }),
      { numRuns: 50 },
    );
  });

  it('kinesis-shards, adding shards until every limit is kept', () => {
    fc.assert(
      fc.property(
        fc.nat(20_000),
        fc.nat(300),
        fc.nat(6),
        fc.boolean(),
        (records, tenths, consumers, fanOut) => {
          // A tenth of a MB/s is the unit: a shard takes 10 and gives 20 of them.
          const read = fanOut ? Math.min(1, consumers) * tenths : consumers * tenths;
          let shards = 0;
          while (shards * 1000 < records || shards * 10 < tenths || shards * 20 < read) shards++;
          const flags = {
            records: String(records),
            write: String(tenths / 10),
            consumers: String(consumers),
            ...(fanOut ? { 'enhanced-fan-out': true as const } : {}),
          };
          expect(calc('kinesis', flags)['shards']).toBe(shards);
        },
      ),
    );
  });
});
