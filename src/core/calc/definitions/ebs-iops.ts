import { compare, decimal, divide, max, min, multiply, rational, subtract } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { formatQuantity } from '../../number/quantity-format.ts';
import { calculator } from '../engine/define.ts';
import { EBS } from '../facts/facts.ts';
import { count, size } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const TIB = rational(1024);

/** Smallest and largest volume of each type, in GiB. */
const SIZES = {
  gp2: ['1', '16384'],
  gp3: ['1', '65536'],
  io1: ['4', '16384'],
  io2: ['4', '65536'],
  st1: ['125', '16384'],
  sc1: ['125', '16384'],
} as const;

/** Fewest IOPS that can be provisioned. */
const LEAST_IOPS = { gp3: '3000', io1: '100', io2: '100' } as const;

type Type = keyof typeof SIZES;
const isProvisioned = (type: Type): type is keyof typeof LEAST_IOPS => type in LEAST_IOPS;
const isDisk = (type: Type): type is 'st1' | 'sc1' => type === 'st1' || type === 'sc1';

type Facts = Readonly<Record<keyof typeof EBS, Rational>>;

/** The most IOPS that a size allows, for the types whose IOPS are provisioned. */
const mostIops = (type: keyof typeof LEAST_IOPS, gib: Rational, facts: Facts): Rational =>
  min(facts[`${type}Most`], max(decimal(LEAST_IOPS[type]), multiply(facts[`${type}PerGib`], gib)));

/** IOPS, burst and throughput of a volume. */
export const definition = calculator({
  source: {
    title: 'Amazon EBS volume types',
    url: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
    checked: '2026-11-20',
  },
  inputs: {
    type: choice(
      { gp2: 'gp2', gp3: 'gp3', io1: 'io1', io2: 'io2', st1: 'st1', sc1: 'sc1' },
      { help: 'volume type' },
    ),
    size: size('GiB', {
      help: 'size of the volume',
      min: '1',
      max: '65536',
      samples: ['20GiB', '30GiB', '50GiB', '100GiB', '200GiB', '250GiB', '400GiB', '500GiB', '800GiB'],
    }),
    iops: count('IOPS', { help: 'provisioned IOPS (gp3, io1, io2)', optional: true }),
  },
  facts: EBS,
})
  .rule(['size', 'type'], v => {
    const [low, high] = SIZES[v.type];
    const fits = compare(v.size, decimal(low)) >= 0 && compare(v.size, decimal(high)) <= 0;
    return fits ? null : `must be between ${low} and ${formatQuantity(decimal(high), 'GiB')} for ${v.type}`;
  })
  .rule(['iops', 'type', 'size'], v => {
    if (v.iops === null) return null;
    if (!isProvisioned(v.type)) return `cannot be chosen for ${v.type}: its IOPS follow from its size`;
    const [least, most] = [decimal(LEAST_IOPS[v.type]), mostIops(v.type, v.size, v)];
    return compare(v.iops, least) >= 0 && compare(v.iops, most) <= 0
      ? null
      : `must be between ${formatQuantity(least, '')} and ${formatQuantity(most, 'IOPS')} for this volume`;
  })
  .step('maxIops', {
    label: 'IOPS at most',
    unit: 'IOPS',
    formula: v => {
      if (v.type === 'gp2') return 'max({gp2Burst}, min({gp2Most}, {gp2PerGib} × {size} / 1 GiB))';
      if (v.type === 'st1') return 'min({st1Most}, {st1Burst} × {size} / 1,024 GiB), in operations of 1 MiB';
      if (v.type === 'sc1') return 'min({sc1Most}, {sc1Burst} × {size} / 1,024 GiB), in operations of 1 MiB';
      if (v.type === 'gp3') return 'min({gp3Most}, max({gp3Included}, {gp3PerGib} × {size} / 1 GiB))';
      return v.type === 'io1'
        ? 'min({io1Most}, {io1PerGib} × {size} / 1 GiB)'
        : 'min({io2Most}, {io2PerGib} × {size} / 1 GiB)';
    },
    compute: v => {
      if (v.type === 'gp2') return max(v.gp2Burst, min(v.gp2Most, multiply(v.gp2PerGib, v.size)));
      if (isProvisioned(v.type)) return mostIops(v.type, v.size, v);
      return v.type === 'st1'
        ? min(v.st1Most, multiply(v.st1Burst, divide(v.size, TIB)))
        : min(v.sc1Most, multiply(v.sc1Burst, divide(v.size, TIB)));
    },
  })
  .step('baselineIops', {
    label: 'Baseline IOPS',
    unit: 'IOPS',
    formula: v => {
      if (v.type === 'gp2') return 'min({gp2Most}, max({gp2Least}, {gp2PerGib} × {size} / 1 GiB))';
      if (v.type === 'st1')
        return 'min({st1Most}, {st1Baseline} × {size} / 1,024 GiB), in operations of 1 MiB';
      if (v.type === 'sc1')
        return 'min({sc1Most}, {sc1Baseline} × {size} / 1,024 GiB), in operations of 1 MiB';
      if (v.iops !== null) return '{iops}, as provisioned';
      return v.type === 'gp3' ? '{gp3Included}, included' : '{maxIops}, the most the size allows';
    },
    compute: v => {
      if (v.type === 'gp2') return min(v.gp2Most, max(v.gp2Least, multiply(v.gp2PerGib, v.size)));
      if (v.type === 'st1') return min(v.st1Most, multiply(v.st1Baseline, divide(v.size, TIB)));
      if (v.type === 'sc1') return min(v.sc1Most, multiply(v.sc1Baseline, divide(v.size, TIB)));
      return v.iops ?? (v.type === 'gp3' ? v.gp3Included : v.maxIops);
    },
  })
  .step('burstSeconds', {
    label: 'Burst from a full bucket lasts',
    unit: 's',
    formula: v =>
      v.type === 'gp2' && compare(v.baselineIops, v.gp2Burst) < 0
        ? '{gp2Credits} / ({gp2Burst} - {baselineIops})'
        : 'does not burst',
    compute: v =>
      v.type === 'gp2' && compare(v.baselineIops, v.gp2Burst) < 0
        ? divide(v.gp2Credits, subtract(v.gp2Burst, v.baselineIops))
        : null,
    nothing: 'no burst',
    shown: v => v.type === 'gp2',
  })
  .step('refillSeconds', {
    label: 'An empty bucket fills again in',
    unit: 's',
    formula: '{gp2Credits} / {baselineIops}',
    compute: v => divide(v.gp2Credits, v.baselineIops),
    shown: v => v.burstSeconds !== null,
  })
  .step('throughputMiBps', {
    label: 'Throughput',
    unit: 'MiB/s',
    formula: v =>
      v.type === 'gp3'
        ? '{gp3Throughput}, included'
        : isDisk(v.type)
          ? '{baselineIops} × 1 MiB'
          : 'not stated here',
    compute: v => (v.type === 'gp3' ? v.gp3Throughput : isDisk(v.type) ? v.baselineIops : null),
    nothing: 'no figure with a source',
    shown: v => v.type === 'gp3' || isDisk(v.type),
  })
  .results(
    { baselineIops: 'measure', maxIops: 'measure', burstSeconds: 'measure', throughputMiBps: 'measure' },
    'baselineIops',
  )
  .mistake('no-floor', 'Forgets that a gp2 volume has at least 100 IOPS.', {
    baselineIops: v => (v.type === 'gp2' ? min(v.gp2Most, multiply(v.gp2PerGib, v.size)) : v.baselineIops),
  })
  .mistake('burst-as-baseline', 'Takes the 3,000 IOPS of the burst for the baseline.', {
    baselineIops: v => (v.type === 'gp2' ? v.gp2Burst : v.baselineIops),
  })
  .mistake('ten-a-gib', 'Counts 10 IOPS for each GiB; gp2 has 3.', {
    baselineIops: v => (v.type === 'gp2' ? multiply(rational(10), v.size) : v.baselineIops),
  })
  .mistake('one-a-gib', 'Counts 1 IOPS for each GiB; gp2 has 3.', {
    baselineIops: v => (v.type === 'gp2' ? max(v.gp2Least, v.size) : v.baselineIops),
  })
  .mistake('no-refill', 'Divides the bucket by 3,000, as if no credits came in while it empties.', {
    burstSeconds: v => (v.burstSeconds === null ? null : divide(v.gp2Credits, v.gp2Burst)),
  })
  .mistake('refill-as-burst', 'Divides the bucket by the baseline, which is the time it takes to fill.', {
    burstSeconds: v => (v.burstSeconds === null ? null : divide(v.gp2Credits, v.baselineIops)),
  })
  .mistake('minutes', 'Gives minutes for seconds.', {
    burstSeconds: v => (v.burstSeconds === null ? null : divide(v.burstSeconds, rational(60))),
  })
  .mistake('no-cap', 'Forgets the most that the volume type allows, whatever the size.', {
    maxIops: v => (isProvisioned(v.type) ? multiply(v.size, v[`${v.type}PerGib`]) : v.maxIops),
  })
  .mistake('other-ratio', 'Takes the ratio of io1, 50 IOPS for each GiB, for every type.', {
    maxIops: v => (v.type === 'gp3' || v.type === 'io2' ? multiply(v.io1PerGib, v.size) : v.maxIops),
  })
  .mistake('gp2-ratio', 'Takes the ratio of gp2, 3 IOPS for each GiB.', {
    maxIops: v => (isProvisioned(v.type) ? multiply(v.gp2PerGib, v.size) : v.maxIops),
  })
  .notes(v => [
    v.type === 'gp2' && 'With gp3, 3,000 IOPS are included at any size, and IOPS are bought apart from size.',
    v.type === 'gp3' &&
      'Throughput can be raised to 2,000 MiB/s (a quarter of a MiB/s for each IOPS); before September 2025 the limits were 16,000 IOPS and 1,000 MiB/s.',
    v.type === 'io2' &&
      'More than 32,000 IOPS need an instance of the Nitro system; all io2 volumes are Block Express today.',
    (v.type === 'io1' || v.type === 'io2') &&
      v.iops === null &&
      'Without --iops, the most that the size allows is taken: these volumes have no baseline of their own.',
    isDisk(v.type) &&
      'Disks are measured in throughput; IOPS are counted in operations of 1 MiB here. They cannot be boot volumes.',
    !isDisk(v.type) &&
      v.type !== 'gp3' &&
      'Throughput is IOPS times the size of an operation: 16,000 × 16 KiB are 250 MiB/s. No figure of its own is given here.',
  ])
  .question('baselineIops', 'What is the baseline performance, in IOPS, of a gp2 volume of {size}?', {
    type: 'gp2',
  })
  .question(
    'burstSeconds',
    'A gp2 volume of {size} has a full bucket of 5.4 million I/O credits. For how many seconds can it burst to 3,000 IOPS?',
    { type: 'gp2' },
  )
  .question('maxIops', 'How many IOPS can be provisioned at most for an io1 volume of {size}?', {
    type: 'io1',
  })
  .example({ type: 'gp2', size: '100GiB' })
  .example({ type: 'gp3', size: '500GiB', iops: '6000' })
  .build();
