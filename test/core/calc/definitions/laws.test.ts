import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calc } from '../../../support/calc.ts';

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

const indexes = fc.constantFrom('1KB:put', '3KB:change-key,2KB:none', '0.2KB:update');
const whole = (max: number, min = 0): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
/** Flags that take whole numbers or values that a half would make invalid. */
const WHOLE = new Set(['messages', 'publishes', 'http', 'rcu', 'retries', 'executions', 'instances']);

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
  {
    name: 'dynamodb-gsi',
    result: 'totalWcu',
    flag: 'writes',
    max: 1e5,
    others: { 'item-size': sizes, index: indexes },
  },
  {
    name: 'dynamodb-gsi',
    result: 'totalWcu',
    flag: 'item-size',
    max: 399,
    others: { writes: rates, index: indexes },
  },
  {
    name: 'dynamodb-partitions',
    result: 'partitions',
    flag: 'rcu',
    max: 1e6,
    others: { wcu: whole(1e5), storage: whole(1e4) },
  },
  {
    name: 'dynamodb-partitions',
    result: 'partitions',
    flag: 'storage',
    max: 1e6,
    others: { wcu: whole(1e5), rcu: whole(1e4) },
  },
  {
    name: 'dynamodb-cost',
    result: 'onDemandUsd',
    flag: 'utilisation',
    max: 99,
    others: { wcu: whole(1e5), rcu: whole(1e4) },
  },
  { name: 'dynamodb-cost', result: 'provisionedUsd', flag: 'rcu', max: 1e6, others: { wcu: whole(1e5) } },
  { name: 'sqs-visibility', result: 'visibilitySeconds', flag: 'function-timeout', max: 899, others: {} },
  {
    name: 'sqs',
    result: 'totalUsd',
    flag: 'messages',
    max: 1e10,
    others: { 'message-size': fc.constantFrom('0', '1KB', '64KB', '100KB'), batch: whole(9, 1) },
  },
  { name: 'sqs', result: 'requests', flag: 'message-size', max: 1023, others: { messages: whole(1e9) } },
  {
    name: 'sns',
    result: 'totalUsd',
    flag: 'publishes',
    max: 1e10,
    others: { http: whole(1e9), email: whole(1e6) },
  },
  { name: 'sns', result: 'totalUsd', flag: 'http', max: 1e10, others: { publishes: whole(1e9) } },
  {
    name: 'token-bucket',
    result: 'allowed',
    flag: 'seconds',
    max: 1e4,
    others: { rate: whole(1000), burst: whole(1000), offered: whole(3000) },
  },
  {
    name: 'token-bucket',
    result: 'throttled',
    flag: 'offered',
    max: 1e5,
    others: { rate: whole(1000), burst: whole(1000), seconds: whole(100) },
  },
  {
    name: 'ebs',
    result: 'baselineIops',
    flag: 'size',
    max: 16_000,
    others: { type: fc.constantFrom('gp2', 'gp3') },
  },
  { name: 's3-multipart', result: 'partSizeBytes', flag: 'object-size', max: 1e13, others: {} },
  { name: 's3-prefixes', result: 'prefixes', flag: 'reads', max: 1e6, others: { writes: rates } },
  { name: 'ec2-purchase', result: 'onDemandUsd', flag: 'hours', max: 729, others: {} },
  {
    name: 'asg-target-tracking',
    result: 'desired',
    flag: 'metric',
    max: 1e4,
    others: { current: whole(100), target: whole(90, 1), max: whole(1000, 1) },
  },
  {
    name: 'asg-queue-backlog',
    result: 'desired',
    flag: 'messages',
    max: 1e9,
    others: { current: whole(100), processing: whole(90, 1), latency: whole(1000, 1) },
  },
  {
    name: 'backoff',
    result: 'totalSeconds',
    flag: 'retries',
    max: 60,
    others: { base: whole(10), cap: whole(100) },
  },
  { name: 'kms-quota', result: 'percentOfQuota', flag: 'gets', max: 1e6, others: { puts: whole(1e5) } },
  {
    name: 'step-functions-cost',
    result: 'totalUsd',
    flag: 'executions',
    max: 1e9,
    others: { transitions: whole(100) },
  },
  {
    name: 'cache-latency',
    result: 'speedUp',
    flag: 'hit-ratio',
    max: 99,
    others: { cache: whole(10, 1), database: whole(100, 1) },
  },
  {
    name: 'xray-sampling',
    result: 'sampledPerSecond',
    flag: 'requests',
    max: 1e6,
    others: { reservoir: whole(100), 'fixed-rate': whole(100) },
  },
  { name: 'codedeploy-shift', result: 'minutes', flag: 'every', max: 1000, others: { step: whole(100, 1) } },
  { name: 'efs-throughput', result: 'baselineMiBps', flag: 'storage', max: 1e6, others: {} },
  { name: 'efs-throughput', result: 'burstMiBps', flag: 'storage', max: 1e6, others: {} },
  {
    name: 'beanstalk-deploy',
    result: 'minutes',
    flag: 'instances',
    max: 1000,
    others: {
      policy: fc.constantFrom('rolling', 'rolling-with-additional-batch', 'immutable'),
      minutes: whole(60),
    },
  },
  {
    name: 'route53-failover',
    result: 'seconds',
    flag: 'ttl',
    max: 86_400,
    others: { interval: fc.constantFrom('10', '30'), threshold: whole(9, 1) },
  },
  { name: 'transfer-time', result: 'days', flag: 'data', max: 1e6, others: { bandwidth: whole(10_000, 1) } },
  {
    name: 'cpu-credits',
    result: 'spent',
    flag: 'utilisation',
    max: 99,
    others: { type: fc.constantFrom('t2.micro', 't3.large', 't4g.2xlarge'), hours: whole(1000) },
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
            // Instances and sizes of volumes begin at 1.
            const [low, high] = [Math.max(1, Math.min(a, b)), Math.max(1, a, b)];
            const half = (flag === 'requests' && name === 'lambda') || WHOLE.has(flag) ? '' : fraction;
            const at = (n: number): number =>
              value(name, { ...rest, [flag]: n === max ? String(n) : `${n}${half}` }, result);
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

describe('scale', () => {
  it('of data and bandwidth cancels out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1000 }), (data, speed) => {
        const at = (factor: number): number =>
          value('transfer-time', { data: `${data * factor}GB`, bandwidth: `${speed * factor}` }, 'hours');
        expect(at(7)).toBe(at(1));
      }),
    );
  });

  it('of weights does not change their shares, which add up to 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 85 }), { minLength: 1, maxLength: 6 }), weights => {
        const shares = (factor: number): readonly number[] =>
          calc('route53-weights', { weights: weights.map(weight => weight * factor).join(',') })[
            'percents'
          ] as number[];
        expect(shares(3)).toEqual(shares(1));
        expect(shares(1).reduce((a, b) => a + b, 0)).toBeCloseTo(100, 2);
      }),
    );
  });

  it('of the instances scales what target tracking wants, but for rounding', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.nat(200),
        fc.integer({ min: 1, max: 100 }),
        (n, metric, target) => {
          const at = (current: number): number =>
            value(
              'asg-target-tracking',
              { current: `${current}`, metric: `${metric}`, target: `${target}`, min: '0' },
              'desired',
            );
          expect([2 * at(n), 2 * at(n) - 1]).toContain(at(2 * n));
        },
      ),
    );
  });
});

describe('availability', () => {
  const parts = fc.array(
    fc.integer({ min: 9000, max: 9999 }).map(n => `${n / 100}`),
    { minLength: 1, maxLength: 5 },
  );

  it('falls with every part in series and rises with every redundant one', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 9000, max: 9999 }), (list, more) => {
        const at = (flag: string, values: readonly string[]): number =>
          value('availability', { [flag]: values.join(',') }, 'percent');
        const longer = [...list, `${more / 100}`];
        expect(at('series', longer)).toBeLessThanOrEqual(at('series', list));
        expect(at('redundant', longer)).toBeGreaterThanOrEqual(at('redundant', list));
        expect(at('series', list)).toBeLessThanOrEqual(at('redundant', list));
      }),
    );
  });
});

describe('a subnet', () => {
  it('holds the hosts it was chosen for, and the next smaller one does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 65_531 }), hosts => {
        const prefix = value('cidr', { hosts: `${hosts}` }, 'smallestPrefix');
        expect(value('cidr', { cidr: `10.0.0.0/${prefix}` }, 'usable')).toBeGreaterThanOrEqual(hosts);
        expect(value('cidr', { cidr: `10.0.0.0/${prefix + 1}` }, 'usable')).toBeLessThan(hosts);
      }),
    );
  });
});

describe('a volume', () => {
  it('never has more IOPS than its type and size allow', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gp2', 'gp3', 'io1', 'io2'),
        fc.integer({ min: 4, max: 16_384 }),
        (type, gib) => {
          const { baselineIops, maxIops } = calc('ebs', { type, size: `${gib}` });
          expect(Number(baselineIops)).toBeLessThanOrEqual(Number(maxIops));
        },
      ),
    );
  });
});

describe('jitter', () => {
  it('stays within its bounds and follows its seed', () => {
    fc.assert(
      fc.property(fc.constantFrom('full', 'equal', 'decorrelated'), fc.nat(4_294_967_295), (jitter, seed) => {
        const flags = { base: '100ms', cap: '5s', retries: '12', jitter, seed: `${seed}` };
        const delays = calc('backoff', flags)['delays'] as number[];
        expect(calc('backoff', flags)['delays']).toEqual(delays);
        delays.forEach((delay, i) => {
          const plain = Math.min(5, 0.1 * 2 ** i);
          const least = jitter === 'full' ? 0 : jitter === 'equal' ? plain / 2 : 0.1;
          const most = jitter === 'decorrelated' ? Math.min(5, 3 * (delays[i - 1] ?? 0.1)) : plain;
          expect(delay).toBeGreaterThanOrEqual(least - 1e-5);
          expect(delay).toBeLessThanOrEqual(most + 1e-5);
        });
      }),
    );
  });
});
