import { add, compare, divide, isZero, multiply, ONE, rational } from '../../number/rational.ts';
import { HOURS_PER_MONTH } from '../../number/units.ts';
import { calculator } from '../engine/define.ts';
import { DYNAMODB } from '../facts/facts.ts';
import { count, percent } from '../inputs/quantity-inputs.ts';

const HUNDRED = rational(100);
/** Request units that one capacity unit can serve in a month, in millions. */
const MILLIONS_A_UNIT = rational(3600 * 730, 1_000_000);

/** What both capacity modes cost, and the break-even. */
export const definition = calculator({
  source: {
    title: 'Amazon DynamoDB pricing',
    url: 'https://aws.amazon.com/dynamodb/pricing/',
    checked: '2026-11-20',
  },
  inputs: {
    rcu: count('RCU', { help: 'read capacity', samples: ['50', '100', '200', '400', '1000'] }),
    wcu: count('WCU', { help: 'write capacity', samples: ['20', '50', '100', '250', '500'] }),
    utilisation: percent({
      help: 'how much of the capacity is used on average',
      default: '100',
      samples: ['10%', '20%', '25%', '40%', '60%'],
    }),
  },
  facts: DYNAMODB,
})
  .step('provisionedUsd', {
    label: 'Provisioned, a month of 730 hours',
    unit: 'USD',
    formula: '({rcu} × {rcuPrice} + {wcu} × {wcuPrice}) × 730',
    compute: v => multiply(add(multiply(v.rcu, v.rcuPrice), multiply(v.wcu, v.wcuPrice)), HOURS_PER_MONTH),
  })
  .step('fullOnDemandUsd', {
    label: 'On demand, if all of it were used',
    unit: 'USD',
    formula: '({rcu} × {onDemandReadPrice} + {wcu} × {onDemandWritePrice}) × 3,600 × 730 / 1,000,000',
    compute: v =>
      multiply(
        add(multiply(v.rcu, v.onDemandReadPrice), multiply(v.wcu, v.onDemandWritePrice)),
        MILLIONS_A_UNIT,
      ),
  })
  .step('onDemandUsd', {
    label: 'On demand, for what is used',
    unit: 'USD',
    formula: '{fullOnDemandUsd} × {utilisation}',
    compute: v => multiply(v.fullOnDemandUsd, divide(v.utilisation, HUNDRED)),
  })
  .step('cheaper', {
    label: 'Cheaper',
    formula: 'compare {provisionedUsd} with {onDemandUsd}',
    compute: v => {
      const order = compare(v.provisionedUsd, v.onDemandUsd);
      return order < 0 ? 'provisioned' : order > 0 ? 'on-demand' : 'equal';
    },
  })
  .step('breakEvenPercent', {
    label: 'Equal at an average use of',
    unit: '%',
    formula: '{provisionedUsd} / {fullOnDemandUsd} × 100',
    compute: v =>
      isZero(v.fullOnDemandUsd) ? null : multiply(divide(v.provisionedUsd, v.fullOnDemandUsd), HUNDRED),
  })
  .results(
    { provisionedUsd: 'usd', onDemandUsd: 'usd', cheaper: 'plain', breakEvenPercent: 'percent' },
    'onDemandUsd',
  )
  .mistake(
    'ignores-use',
    'Bills on demand for all that could be served, although only what is used counts.',
    {
      onDemandUsd: v => v.fullOnDemandUsd,
    },
  )
  .mistake(
    'hours-not-seconds',
    'Takes a capacity unit for one request an hour; it serves one every second.',
    {
      fullOnDemandUsd: v => divide(v.fullOnDemandUsd, rational(3600)),
    },
  )
  .mistake('swapped', 'Swaps the prices of reads and writes.', {
    provisionedUsd: v =>
      multiply(add(multiply(v.rcu, v.wcuPrice), multiply(v.wcu, v.rcuPrice)), HOURS_PER_MONTH),
    fullOnDemandUsd: v =>
      multiply(
        add(multiply(v.rcu, v.onDemandWritePrice), multiply(v.wcu, v.onDemandReadPrice)),
        MILLIONS_A_UNIT,
      ),
  })
  .mistake(
    'scaled-provisioned',
    'Bills provisioned capacity for what is used; it is paid whether used or not.',
    {
      provisionedUsd: v => multiply(v.provisionedUsd, divide(v.utilisation, HUNDRED)),
    },
  )
  .mistake('writes-free', 'Forgets the writes, which cost five times as much as reads.', {
    provisionedUsd: v => multiply(v.rcu, v.rcuPrice, HOURS_PER_MONTH),
    fullOnDemandUsd: v => multiply(v.rcu, v.onDemandReadPrice, MILLIONS_A_UNIT),
  })
  .mistake(
    'old-on-demand',
    'Takes the on-demand prices from before November 2024, which were twice as high.',
    {
      fullOnDemandUsd: v => multiply(v.fullOnDemandUsd, rational(2)),
    },
  )
  .mistake('a-day', 'Counts one day instead of a month.', {
    provisionedUsd: v => multiply(v.provisionedUsd, divide(rational(24), HOURS_PER_MONTH)),
  })
  .notes(v => [
    v.breakEvenPercent !== null &&
      'The answer flips where the average use reaches {breakEvenPercent} %: below it on demand is cheaper, above it provisioned.',
    'Without the free tier of 25 RCU, 25 WCU and 25 GB; auto scaling and reserved capacity change the comparison.',
    'On-demand prices were halved in November 2024; older texts call on demand about seven times as dear.',
    v.utilisation.n !== ONE.n * 100n &&
      'Provisioned capacity is paid whether it is used or not; on demand only what is used.',
  ])
  .question(
    'onDemandUsd',
    'A table with {rcu} RCU and {wcu} WCU is used to {utilisation} on average. What would the same requests cost on demand in a month (730 hours) at $0.125 a million reads and $0.625 a million writes?',
  )
  .question(
    'provisionedUsd',
    'What do {rcu} RCU and {wcu} WCU cost in provisioned mode for a month of 730 hours, at $0.00013 an RCU-hour and $0.00065 a WCU-hour, if {utilisation} of it is used?',
  )
  .question(
    'onDemandUsd',
    'Traffic uses {utilisation} of {rcu} RCU and {wcu} WCU, spread over a month of 730 hours. At $0.125 a million read and $0.625 a million write request units, what is the on-demand bill?',
  )
  .example({ rcu: '100', wcu: '50', utilisation: '10%' })
  .example({ rcu: '100', wcu: '50' })
  .build();
