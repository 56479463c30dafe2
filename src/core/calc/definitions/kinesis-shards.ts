import {
  add,
  ceil,
  compare,
  divide,
  max,
  min,
  multiply,
  ONE,
  rational,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { KINESIS } from '../facts/facts.ts';
import { count, number, rate, size } from '../inputs/quantity-inputs.ts';
import { flag } from '../inputs/word-inputs.ts';

const MB = rational(1024);

/** Shards that a stream needs, and what limits it. */
export const definition = calculator({
  source: {
    title: 'Kinesis Data Streams quotas and limits',
    url: 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
    checked: '2026-11-20',
  },
  inputs: {
    records: rate('records', {
      help: 'records that are written',
      optional: true,
      samples: ['1500', '2500', '4000', '6000', '7500', '9000'],
    }),
    'record-size': size('KB', {
      help: 'size of one record, at most 10 MB',
      optional: true,
      max: '10240',
      samples: ['0.5KB', '1.5KB', '2KB', '3KB', '5KB'],
    }),
    write: number('MB/s', {
      help: 'data that is written, in place of --record-size',
      optional: true,
      also: [
        ['KB/s', rational(1, 1024)],
        ['GB/s', rational(1024)],
      ],
      samples: ['2', '3.5', '5', '6.2', '9'],
    }),
    consumers: count('consumers', {
      help: 'applications that each read everything',
      default: '1',
      samples: ['1', '2', '3', '4', '5'],
    }),
    'enhanced-fan-out': flag({ help: 'every consumer has its own 2 MB/s for each shard' }),
  },
  facts: KINESIS,
})
  .rule(['records', 'record-size', 'write'], v =>
    v.records === null && v['record-size'] === null && v.write === null
      ? 'is missing: give --records with --record-size, or --write'
      : null,
  )
  .rule(['records', 'record-size'], v =>
    v.records === null && v['record-size'] !== null ? 'is missing: --record-size needs it' : null,
  )
  .rule(['record-size', 'records', 'write'], v =>
    v.records !== null && v['record-size'] === null && v.write === null
      ? 'is missing: --records needs it, or --write'
      : v['record-size'] !== null && v.write !== null
        ? 'cannot stand beside --write: both say how much is written'
        : null,
  )
  .step('bandwidth', {
    label: 'Written a second',
    unit: 'MB/s',
    formula: v => (v.write === null ? '{records} × {record-size} / 1,024' : '{write}'),
    compute: v => v.write ?? divide(multiply(v.records ?? ZERO, v['record-size'] ?? ZERO), MB),
  })
  .step('readBandwidth', {
    label: 'Read a second from shared throughput',
    unit: 'MB/s',
    formula: v =>
      v['enhanced-fan-out'] ? '{bandwidth}, for each consumer on its own' : '{bandwidth} × {consumers}',
    compute: v => multiply(v.bandwidth, v['enhanced-fan-out'] ? min(ONE, v.consumers) : v.consumers),
  })
  .step('byWriteBandwidth', {
    label: 'Shards for the data written',
    unit: 'shards',
    formula: 'ceil({bandwidth} / {shardWrite})',
    compute: v => ceil(divide(v.bandwidth, v.shardWrite)),
  })
  .step('byRecords', {
    label: 'Shards for the records',
    unit: 'shards',
    formula: v =>
      v.records === null ? '0, for the number of records is not given' : 'ceil({records} / {shardRecords})',
    compute: v => ceil(divide(v.records ?? ZERO, v.shardRecords)),
  })
  .step('byReadBandwidth', {
    label: 'Shards for the data read',
    unit: 'shards',
    formula: 'ceil({readBandwidth} / {shardRead})',
    compute: v => ceil(divide(v.readBandwidth, v.shardRead)),
  })
  .step('shards', {
    label: 'Shards',
    unit: 'shards',
    formula: 'max({byWriteBandwidth}, {byRecords}, {byReadBandwidth})',
    compute: v => max(v.byWriteBandwidth, v.byRecords, v.byReadBandwidth),
  })
  .step('limitedBy', {
    label: 'Limited by',
    formula: 'the limits that ask for {shards} shards',
    compute: v =>
      v.shards.n === 0n
        ? []
        : (
            [
              ['write-bandwidth', v.byWriteBandwidth],
              ['records', v.byRecords],
              ['read-bandwidth', v.byReadBandwidth],
            ] as const
          )
            .filter(([, needed]) => compare(needed, v.shards) === 0)
            .map(([limit]) => limit),
  })
  .results(
    {
      shards: 'count',
      byWriteBandwidth: 'count',
      byRecords: 'count',
      byReadBandwidth: 'count',
      limitedBy: 'plain',
    },
    'shards',
  )
  .mistake(
    'added',
    'Adds what the limits ask for; each shard gives all of them at once, so the largest decides.',
    {
      shards: v => add(add(v.byWriteBandwidth, v.byRecords), v.byReadBandwidth),
    },
  )
  .mistake('one-consumer', 'Counts the data read once, although the consumers share 2 MB/s for each shard.', {
    readBandwidth: v => v.bandwidth,
  })
  .mistake('shared-fan-out', 'Shares the read throughput among the consumers, as without enhanced fan-out.', {
    readBandwidth: v => multiply(v.bandwidth, v.consumers),
  })
  .mistake('only-bandwidth', 'Forgets the limit of 1,000 records a second for each shard.', {
    byRecords: () => ZERO,
  })
  .mistake('only-records', 'Looks at the number of records alone, not at their size.', {
    byWriteBandwidth: v => (v.records === null ? v.byWriteBandwidth : ZERO),
    byReadBandwidth: v => (v.records === null ? v.byReadBandwidth : ZERO),
  })
  .mistake('read-as-write', 'Takes 1 MB/s for reading; a shard gives 2 MB/s out and takes 1 MB/s in.', {
    byReadBandwidth: v => ceil(divide(v.readBandwidth, v.shardWrite)),
  })
  .mistake('write-as-read', 'Takes 2 MB/s for writing; a shard takes 1 MB/s in and gives 2 MB/s out.', {
    byWriteBandwidth: v => ceil(divide(v.bandwidth, v.shardRead)),
  })
  .notes(v => [
    'A stream that exists has at least one shard.',
    v.records === null &&
      'Without --records, the limit of {shardRecords} records a second for each shard is not looked at.',
    'This holds where partition keys are spread evenly; a hot key fills one shard.',
    'On-demand mode scales by itself and is paid by the GB.',
  ])
  .question(
    'shards',
    'Devices send {records} records a second of {record-size} each, with evenly spread keys. {consumers} consumers share the read throughput. How many shards does the stream need?',
    { consumers: ['2', '3', '4'] },
  )
  .question(
    'shards',
    'A stream takes {write} MB/s in {records} records a second. {consumers} applications read all of it without enhanced fan-out. How many shards are needed?',
    { consumers: ['2', '3', '4', '5'] },
  )
  .question(
    'shards',
    'You size a stream for {records} records a second of {record-size}, read by {consumers} consumers with enhanced fan-out. How many shards do you need?',
    { consumers: ['2', '3', '4', '5'], 'enhanced-fan-out': true },
  )
  .example({ records: '2000', write: '5', consumers: '3' })
  .example({ records: '4000', 'record-size': '1.5KB' })
  .build();
