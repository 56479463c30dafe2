import { add, ceil, divide, floor, max } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { S3_RATES } from '../facts/facts.ts';
import { rate } from '../inputs/quantity-inputs.ts';

/** Prefixes that a rate of requests needs. */
export const definition = calculator({
  source: {
    title: 'Optimizing Amazon S3 performance',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html',
    checked: '2026-11-20',
  },
  inputs: {
    writes: rate('requests', {
      help: 'PUT, COPY, POST and DELETE requests',
      default: '0',
      samples: ['5000', '9000', '12000', '20000', '30000'],
    }),
    reads: rate('requests', {
      help: 'GET and HEAD requests',
      default: '0',
      samples: ['8000', '15000', '25000', '33000', '60000'],
    }),
  },
  facts: S3_RATES,
})
  .step('byWrites', {
    label: 'Prefixes for the writes',
    unit: 'prefixes',
    formula: 'ceil({writes} / {prefixWrites})',
    compute: v => ceil(divide(v.writes, v.prefixWrites)),
  })
  .step('byReads', {
    label: 'Prefixes for the reads',
    unit: 'prefixes',
    formula: 'ceil({reads} / {prefixReads})',
    compute: v => ceil(divide(v.reads, v.prefixReads)),
  })
  .step('prefixes', {
    label: 'Prefixes',
    unit: 'prefixes',
    formula: 'max({byWrites}, {byReads})',
    compute: v => max(v.byWrites, v.byReads),
  })
  .results({ prefixes: 'count' }, 'prefixes')
  .mistake('added', 'Adds the prefixes for reads and writes; every prefix serves both at once.', {
    prefixes: v => add(v.byWrites, v.byReads),
  })
  .mistake('swapped', 'Swaps the limits: 3,500 are for writes, 5,500 for reads.', {
    byWrites: v => ceil(divide(v.writes, v.prefixReads)),
    byReads: v => ceil(divide(v.reads, v.prefixWrites)),
  })
  .mistake('one-limit', 'Adds reads and writes and divides by 5,500.', {
    prefixes: v => ceil(divide(add(v.reads, v.writes), v.prefixReads)),
  })
  .mistake('rounded-down', 'Rounds down, and the rest of the requests is slowed down with 503.', {
    byWrites: v => floor(divide(v.writes, v.prefixWrites)),
    byReads: v => floor(divide(v.reads, v.prefixReads)),
  })
  .mistake('only-reads', 'Looks at the reads alone.', { prefixes: v => v.byReads })
  .mistake('only-writes', 'Looks at the writes alone.', { prefixes: v => v.byWrites })
  .notes(() => [
    'S3 splits a prefix by itself while the load grows, within minutes; until then it answers 503 Slow Down. There is no limit on the number of prefixes.',
    'Random characters at the beginning of keys are no longer needed since 2018.',
  ])
  .question(
    'prefixes',
    'An application makes {writes} PUT and {reads} GET requests a second against one bucket. Over how many prefixes must the keys be spread at least?',
  )
  .question(
    'prefixes',
    'A job reads objects with {reads} GET requests a second and writes nothing. At 5,500 reads a second for a prefix, how many prefixes does it need?',
  )
  .question(
    'prefixes',
    'Sensors store {writes} objects a second in S3 while dashboards send {reads} GET requests a second. How many prefixes are needed at least?',
  )
  .example({ writes: '20000', reads: '33000' })
  .example({ reads: '5501' })
  .build();
