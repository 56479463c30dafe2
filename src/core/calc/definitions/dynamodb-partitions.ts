import { add, ceil, divide, max } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { DYNAMODB_PARTITION } from '../facts/facts.ts';
import { count, size } from '../inputs/quantity-inputs.ts';

/** Partitions of a table by the classic estimate. */
export const definition = calculator({
  source: {
    title: 'Best practices for partition keys in DynamoDB',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html',
    checked: '2026-11-20',
  },
  inputs: {
    rcu: count('RCU', {
      help: 'read capacity of the table',
      samples: ['500', '3000', '5000', '7500', '9000'],
    }),
    wcu: count('WCU', {
      help: 'write capacity of the table',
      samples: ['500', '1000', '2000', '3000', '4500'],
    }),
    storage: size('GB', { help: 'size of the table', samples: ['8GB', '25GB', '40GB', '64GB', '95GB'] }),
  },
  facts: DYNAMODB_PARTITION,
})
  .step('throughputShare', {
    label: 'Partitions that the capacity fills',
    unit: 'partitions',
    formula: '{rcu} / {partitionReads} + {wcu} / {partitionWrites}',
    compute: v => add(divide(v.rcu, v.partitionReads), divide(v.wcu, v.partitionWrites)),
  })
  .step('byThroughput', {
    label: 'Partitions for the capacity',
    unit: 'partitions',
    formula: 'ceil({throughputShare})',
    compute: v => ceil(v.throughputShare),
  })
  .step('bySize', {
    label: 'Partitions for the size',
    unit: 'partitions',
    formula: 'ceil({storage} / {partitionSize} GB)',
    compute: v => ceil(divide(v.storage, v.partitionSize)),
  })
  .step('partitions', {
    label: 'Partitions',
    unit: 'partitions',
    formula: 'max({byThroughput}, {bySize})',
    compute: v => max(v.byThroughput, v.bySize),
  })
  .results({ partitions: 'count', byThroughput: 'count', bySize: 'count' }, 'partitions')
  .mistake('added', 'Adds the partitions for capacity and for size; the larger of them decides.', {
    partitions: v => add(v.byThroughput, v.bySize),
  })
  .mistake('rounded-each', 'Rounds reads and writes up one by one before adding them.', {
    byThroughput: v => add(ceil(divide(v.rcu, v.partitionReads)), ceil(divide(v.wcu, v.partitionWrites))),
  })
  .mistake(
    'larger-rate',
    'Takes the larger of reads and writes; a partition shares both, so they are added.',
    {
      throughputShare: v => max(divide(v.rcu, v.partitionReads), divide(v.wcu, v.partitionWrites)),
    },
  )
  .mistake('only-size', 'Looks at the size alone.', { partitions: v => v.bySize })
  .mistake('only-capacity', 'Looks at the capacity alone.', { partitions: v => v.byThroughput })
  .notes(() => [
    'This is the classic estimate; adaptive capacity and splitting of hot partitions have changed how tables really grow.',
    'A table has at least one partition.',
    'One value of the partition key gets at most {partitionReads} RCU (twice as many eventually consistent reads of 4 KB) and {partitionWrites} WCU.',
  ])
  .question(
    'partitions',
    'By the classic estimate (3,000 RCU, 1,000 WCU and 10 GB a partition), how many partitions has a table with {rcu} RCU, {wcu} WCU and {storage} of data?',
  )
  .question(
    'byThroughput',
    'A table is provisioned with {rcu} RCU and {wcu} WCU. A partition serves at most 3,000 RCU and 1,000 WCU. How many partitions does the capacity alone ask for?',
    { storage: '1GB' },
  )
  .question(
    'partitions',
    'You estimate how a table is split: {storage} of data, {rcu} RCU, {wcu} WCU, with the classic limits of 10 GB, 3,000 RCU and 1,000 WCU a partition. How many partitions do you expect?',
  )
  .example({ rcu: '5000', wcu: '2000', storage: '8GB' })
  .example({ rcu: '500', wcu: '500', storage: '95GB' })
  .build();
