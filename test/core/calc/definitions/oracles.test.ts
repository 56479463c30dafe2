import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calc } from '../../../support/calc.ts';

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

  it('sqs-cost, batch by batch', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.nat(100),
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(1, 2, 3),
        (n, kb, batch, actions) => {
          let requests = 0;
          for (let rest = n; rest > 0; rest -= batch) {
            const payload = Math.max(1, boxes(batch * kb, 64));
            requests += actions === 1 ? payload : actions === 2 ? 2 * payload : 2 * payload + 1;
          }
          const flags = {
            messages: `${n}`,
            'message-size': `${kb}KB`,
            batch: `${batch}`,
            actions: `${actions}`,
          };
          expect(calc('sqs', flags)['requests']).toBe(requests);
        },
      ),
    );
  });

  it('api-gateway-throttle, a thousandth of a second after the other', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(60), fc.nat(80), fc.nat(5), (rate, burst, offered, seconds) => {
        // Thousandths of requests, so that every step is whole. What came is served before new tokens overflow.
        let [tokens, allowed] = [burst * 1000, 0];
        for (let ms = 0; ms < seconds * 1000; ms++) {
          tokens += rate;
          const served = Math.min(offered, tokens);
          tokens = Math.min(burst * 1000 + rate, tokens - served);
          allowed += served;
        }
        fc.pre(offered >= rate || burst === 0);
        const flags = { rate: `${rate}`, burst: `${burst}`, offered: `${offered}`, seconds: `${seconds}s` };
        expect(calc('token-bucket', flags)['allowed']).toBe(Math.floor(allowed / 1000));
      }),
      { numRuns: 60 },
    );
  });

  it('ebs-iops, emptying the bucket second by second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), gib => {
        const baseline = Math.max(100, 3 * gib);
        let [credits, seconds] = [5_400_000, 0];
        while (credits >= 3000 - baseline) [credits, seconds] = [credits - 3000 + baseline, seconds + 1];
        const result = calc('ebs', { type: 'gp2', size: `${gib}` });
        expect(result['baselineIops']).toBe(baseline);
        expect(Math.abs(Number(result['burstSeconds']) - seconds)).toBeLessThanOrEqual(1.05);
      }),
      { numRuns: 25 },
    );
  });

  it('s3-multipart, adding part after part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 16, max: 500 }), (mib, part) => {
        fc.pre(mib / part <= 9999);
        expect(calc('s3-multipart', { 'object-size': `${mib}MiB`, 'part-size': `${part}MiB` })['parts']).toBe(
          boxes(mib, part),
        );
      }),
    );
  });

  it('s3-multipart, trying every whole MiB for the smallest part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), mib => {
        let part = 5;
        while (part * 10_000 < mib) part++;
        expect(calc('s3-multipart', { 'object-size': `${mib}MiB` })['minPartSizeBytes']).toBe(
          part * 1024 * 1024,
        );
      }),
    );
  });

  it('s3-prefixes and asg-queue-backlog, adding one after the other', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(50_000), fc.integer({ min: 1, max: 50 }), (writes, reads, ms) => {
        const prefixes = Math.max(boxes(writes, 3500), boxes(reads, 5500));
        expect(calc('s3-prefixes', { writes: `${writes}`, reads: `${reads}` })['prefixes']).toBe(prefixes);
        // An instance works off one message every `ms` within the 20,000 ms allowed.
        let instances = 0;
        while (instances * 20_000 < writes * ms) instances++;
        const queue = { messages: `${writes}`, processing: `${ms}ms`, latency: '20s', current: '1' };
        expect(calc('asg-queue-backlog', queue)['desired']).toBe(instances);
      }),
    );
  });

  it('cidr, counting addresses one by one', () => {
    for (let prefix = 20; prefix <= 28; prefix++) {
      const addresses = new Set<string>();
      const { first, last } = calc('cidr', { cidr: `172.16.240.0/${prefix}` });
      const number = (text: unknown): number =>
        String(text)
          .split('.')
          .reduce((all, part) => all * 256 + Number(part), 0);
      for (let address = number(first); address <= number(last); address++) addresses.add(String(address));
      expect(calc('cidr', { cidr: `172.16.240.0/${prefix}` })).toMatchObject({
        total: addresses.size,
        usable: addresses.size - 5,
      });
    }
  });

  it('availability, going through every case of parts up and down', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, parts, (series, redundant) => {
        const all = [...series, ...redundant];
        let works = 0n;
        for (let state = 0; state < 2 ** all.length; state++) {
          const up = all.map((_, i) => Math.floor(state / 2 ** i) % 2 === 1);
          const serves = up.slice(0, series.length).every(Boolean) && up.slice(series.length).some(Boolean);
          if (serves)
            works += all.reduce(
              (product, part, i) => product * BigInt(up[i] === true ? part : 100 - part),
              1n,
            );
        }
        const flags = { series: series.join(','), redundant: redundant.join(',') };
        const percent = Number((works * 10n ** 12n) / 100n ** BigInt(all.length)) / 1e10;
        expect(calc('availability', flags)['percent']).toBeCloseTo(percent, 3);
      }),
      { numRuns: 40 },
    );
  });

  it('dynamodb-partitions, filling one after the other', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(20_000), fc.nat(300), (rcu, wcu, gb) => {
        let partitions = 0;
        while (partitions * 3000 < rcu + 3 * wcu || partitions * 10 < gb) partitions++;
        expect(
          calc('dynamodb-partitions', { rcu: `${rcu}`, wcu: `${wcu}`, storage: `${gb}` })['partitions'],
        ).toBe(partitions);
      }),
    );
  });

  it('codedeploy-shift and beanstalk-deploy, walking through the minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 30 }), (step, every) => {
        let [moved, minute] = [step, 0];
        while (moved < 100) [moved, minute] = [moved + step, minute + every];
        expect(calc('codedeploy-shift', { step: `${step}`, every: `${every}` })['minutes']).toBe(minute);
        let [left, minutes] = [100, 0];
        while (left > 0) [left, minutes] = [left - step, minutes + every];
        const rolling = { policy: 'rolling', instances: '100', batch: `${step}`, minutes: `${every}` };
        expect(calc('beanstalk-deploy', rolling)['minutes']).toBe(minutes);
      }),
    );
  });

  it('dynamodb-item-size, with UTF-8 by Buffer', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean()), { maxKeys: 6 }),
        item => {
          const bytes = Object.entries(item).reduce(
            (sum, [name, part]) =>
              sum + Buffer.byteLength(name) + (typeof part === 'string' ? Buffer.byteLength(part) : 1),
            0,
          );
          expect(calc('dynamodb-item-size', { item: JSON.stringify(item) })).toEqual({ bytes });
        },
      ),
    );
  });

  it('cpu-credits, hour by hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(100), (utilisation, hours) => {
        // t3.medium: 2 vCPUs, 24 credits an hour, 576 at the most.
        let balance = 576;
        for (let hour = 0; hour < hours; hour++)
          balance = Math.min(576, Math.max(0, balance + 24 - 1.2 * utilisation));
        const flags = { type: 't3.medium', utilisation: `${utilisation}`, hours: `${hours}` };
        expect(calc('cpu-credits', flags)['balance']).toBeCloseTo(balance, 3);
      }),
    );
  });
});
