import type { Rational } from '../../number/rational.ts';
import {
  add,
  ceil,
  decimal,
  divide,
  isInteger,
  max,
  min,
  multiply,
  rational,
  subtract,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { LAMBDA } from '../facts/facts.ts';
import { count, duration, size } from '../inputs/quantity-inputs.ts';
import { choice, flag } from '../inputs/word-inputs.ts';

const THOUSAND = rational(1000);
const MILLION = rational(1_000_000);
const GB = rational(1024);
const FREE_STORAGE = rational(512);
/** Ends of the first and second price step, in GB-seconds a month. */
const TIERS = {
  x86: [decimal('6e9'), decimal('15e9')],
  arm: [decimal('7.5e9'), decimal('18.75e9')],
} as const;

/** How much of an amount lies between two bounds. */
const within = (amount: Rational, low: Rational, high: Rational | null): Rational =>
  max(ZERO, subtract(high === null ? amount : min(amount, high), low));

/** What a function costs a month. */
export const definition = calculator({
  source: {
    title: 'AWS Lambda pricing',
    url: 'https://aws.amazon.com/lambda/pricing/',
    checked: '2026-11-20',
  },
  inputs: {
    requests: count('requests', { help: 'invocations a month', samples: ['3M', '5M', '8M', '10M', '30M'] }),
    duration: duration('ms', {
      help: 'average duration of one invocation',
      max: '900000',
      samples: ['101ms', '120ms', '199.4ms', '250ms', '800ms'],
    }),
    memory: size('MB', {
      help: 'memory of the function, 128 to 10,240 MB',
      min: '128',
      max: '10240',
      samples: ['256MB', '512MB', '1024MB', '1536MB', '2048MB'],
    }),
    arch: choice({ x86: 'x86', arm: 'Arm (Graviton)' }, { help: 'processor', default: 'x86' }),
    'no-free-tier': flag({ help: 'without the monthly free tier' }),
    ephemeral: size('MB', { help: 'size of /tmp', default: '512', min: '512', max: '10240' }),
    provisioned: count('environments', { help: 'environments of provisioned concurrency', default: '0' }),
    'provisioned-hours': duration('h', {
      help: 'time for which they are kept in the month',
      default: '730',
      max: '744',
    }),
  },
  facts: LAMBDA,
})
  .rule(['memory'], v => (isInteger(v.memory) ? null : 'must be a whole number of MB'))
  .step('billedMs', {
    label: 'Billed duration of one invocation',
    unit: 'ms',
    formula: 'ceil({duration} / 1 ms)',
    compute: v => ceil(v.duration),
  })
  .step('gbSeconds', {
    label: 'GB-seconds a month',
    unit: 'GB-s',
    formula: '{requests} × {billedMs} / 1,000 × {memory} / 1,024',
    compute: v => multiply(v.requests, divide(v.billedMs, THOUSAND), divide(v.memory, GB)),
  })
  .step('billedGbSeconds', {
    label: 'GB-seconds that are billed',
    unit: 'GB-s',
    formula: v => (v['no-free-tier'] ? '{gbSeconds}' : 'max(0, {gbSeconds} - {freeGbSeconds})'),
    compute: v => (v['no-free-tier'] ? v.gbSeconds : max(ZERO, subtract(v.gbSeconds, v.freeGbSeconds))),
  })
  .step('computeUsd', {
    label: 'Compute',
    unit: 'USD',
    formula: v => {
      const [low, high] = TIERS[v.arch];
      const first = v.arch === 'x86' ? '{x86Price}' : '{armPrice}';
      const names = v.arch === 'x86' ? ['{x86Price2}', '{x86Price3}'] : ['{armPrice2}', '{armPrice3}'];
      const steps = [low, high].filter(bound => within(v.billedGbSeconds, bound, null).n > 0n).length;
      return steps === 0
        ? `{billedGbSeconds} × ${first}`
        : `{billedGbSeconds} in price steps of ${[first, ...names.slice(0, steps)].join(', ')}`;
    },
    compute: v => {
      const [low, high] = TIERS[v.arch];
      const prices =
        v.arch === 'x86' ? [v.x86Price, v.x86Price2, v.x86Price3] : [v.armPrice, v.armPrice2, v.armPrice3];
      const parts = [
        within(v.billedGbSeconds, ZERO, low),
        within(v.billedGbSeconds, low, high),
        within(v.billedGbSeconds, high, null),
      ];
      return parts.map((part, i) => multiply(part, prices[i] ?? ZERO)).reduce(add);
    },
  })
  .step('requestUsd', {
    label: 'Requests',
    unit: 'USD',
    formula: v =>
      v['no-free-tier']
        ? '{requests} / 1,000,000 × {requestPrice}'
        : 'max(0, {requests} - {freeRequests}) / 1,000,000 × {requestPrice}',
    compute: v => {
      const billed = v['no-free-tier'] ? v.requests : max(ZERO, subtract(v.requests, v.freeRequests));
      return multiply(divide(billed, MILLION), v.requestPrice);
    },
  })
  .step('storageUsd', {
    label: 'Storage in /tmp above 512 MB',
    unit: 'USD',
    formula: '{requests} × {billedMs} / 1,000 × ({ephemeral} - 512 MB) / 1,024 × {storagePrice}',
    compute: v =>
      multiply(
        v.requests,
        divide(v.billedMs, THOUSAND),
        divide(subtract(v.ephemeral, FREE_STORAGE), GB),
        v.storagePrice,
      ),
    shown: v => v.ephemeral.n > FREE_STORAGE.n,
  })
  .step('keptSeconds', {
    label: 'Provisioned time, rounded up to 5 minutes',
    unit: 's',
    formula: 'ceil({provisioned-hours} / 5 min) × 300',
    compute: v => multiply(ceil(multiply(v['provisioned-hours'], rational(12))), rational(300)),
    shown: v => v.provisioned.n > 0n,
  })
  .step('provisionedUsd', {
    label: 'Keeping provisioned concurrency',
    unit: 'USD',
    formula: '{provisioned} × {memory} / 1,024 × {keptSeconds} × {provisionedPrice}',
    compute: v => multiply(v.provisioned, divide(v.memory, GB), v.keptSeconds, v.provisionedPrice),
    shown: v => v.provisioned.n > 0n,
  })
  .step('totalUsd', {
    label: 'Total a month',
    unit: 'USD',
    formula: v =>
      [
        '{computeUsd} + {requestUsd}',
        ...(v.ephemeral.n > FREE_STORAGE.n ? ['{storageUsd}'] : []),
        ...(v.provisioned.n > 0n ? ['{provisionedUsd}'] : []),
      ].join(' + '),
    compute: v => [v.computeUsd, v.requestUsd, v.storageUsd, v.provisionedUsd].reduce(add),
  })
  .results({ gbSeconds: 'measure', requestUsd: 'usd', computeUsd: 'usd', totalUsd: 'usd' }, 'totalUsd')
  .mistake('old-rounding', 'Rounds each duration up to 100 ms, as Lambda did before December 2020.', {
    billedMs: v => multiply(ceil(divide(v.duration, rational(100))), rational(100)),
  })
  .mistake('no-rounding', 'Does not round the duration of an invocation up to a whole millisecond.', {
    billedMs: v => v.duration,
  })
  .mistake(
    'forgot-free-tier',
    'Bills everything, although 400,000 GB-seconds and a million requests are free.',
    {
      billedGbSeconds: v => v.gbSeconds,
      requestUsd: v => multiply(divide(v.requests, MILLION), v.requestPrice),
    },
  )
  .mistake('free-compute', 'Forgets that the requests are billed beside the compute time.', {
    requestUsd: () => ZERO,
  })
  .mistake('decimal-gb', 'Divides the memory by 1,000; a GB has 1,024 MB here.', {
    gbSeconds: v => multiply(v.requests, divide(v.billedMs, THOUSAND), divide(v.memory, THOUSAND)),
  })
  .mistake('no-memory', 'Counts seconds, not GB-seconds: the memory must be multiplied in.', {
    gbSeconds: v => multiply(v.requests, divide(v.billedMs, THOUSAND)),
  })
  .mistake('other-arch', 'Takes the price of the other processor architecture.', {
    computeUsd: v => multiply(v.billedGbSeconds, v.arch === 'x86' ? v.armPrice : v.x86Price),
  })
  .notes(v => [
    'Each invocation is billed by the millisecond; before December 2020 it was rounded up to 100 ms.',
    'CPU grows with memory: 1,769 MB are one vCPU; older material says 1,792.',
    'Since August 2025 the initialisation phase is billed too, for every kind of package.',
    v.provisioned.n > 0n &&
      'All requests are billed at the on-demand duration price here; those that provisioned environments serve cost less.',
    v['no-free-tier']
      ? false
      : 'The free tier is shared by all functions of the account, x86 and Arm together.',
  ])
  .question(
    'totalUsd',
    'An account runs one function on {arch} with {memory} of memory. It is invoked {requests} times a month and runs for {duration} each time. With the monthly free tier, what does it cost in us-east-1?',
  )
  .question(
    'gbSeconds',
    'A function with {memory} of memory runs {requests} times a month for {duration} each. How many GB-seconds is that, before the free tier?',
  )
  .question(
    'totalUsd',
    'Estimate the monthly bill of {requests} invocations of {duration} each on {arch} with {memory}. The free tier is used up elsewhere.',
    { 'no-free-tier': true },
  )
  .example({ requests: '3M', duration: '120ms', memory: '1536' })
  .example({ requests: '10M', duration: '101ms', memory: '1GB', arch: 'arm', 'no-free-tier': true })
  .build();
