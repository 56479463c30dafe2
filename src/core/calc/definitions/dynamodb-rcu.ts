import { ceil, decimal, divide, max, multiply, ONE, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { rate, size } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const BLOCK = rational(4);
const FACTORS = { strong: ONE, eventual: decimal('0.5'), transactional: rational(2) };

/** Read capacity units that a rate of reads needs. */
export const definition = calculator({
  source: {
    title: 'DynamoDB read and write operations',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html',
    checked: '2026-11-20',
  },
  inputs: {
    reads: rate('reads', { help: 'reads of one item each', samples: ['10', '16', '25', '40', '80', '120'] }),
    'item-size': size('KB', {
      help: 'size of one item, names and values, at most 400 KB',
      max: '400',
      samples: ['1.5KB', '3KB', '5KB', '6KB', '9KB', '10KB', '12KB', '17KB'],
    }),
    consistency: choice(
      {
        strong: 'strongly consistent',
        eventual: 'eventually consistent',
        transactional: 'transactional',
      },
      { help: 'how fresh a read must be', default: 'eventual' },
    ),
  },
})
  .step('blocks', {
    label: '4 KB blocks in one item',
    unit: 'blocks',
    formula: 'ceil({item-size} / 4 KB), at least 1',
    compute: v => max(ONE, ceil(divide(v['item-size'], BLOCK))),
  })
  .step('factor', {
    label: 'Read units for one block',
    unit: 'read units',
    formula: '{consistency}',
    compute: v => FACTORS[v.consistency],
  })
  .step('exact', {
    label: 'Read units a second',
    unit: 'read units/s',
    formula: '{reads} × {blocks} × {factor}',
    compute: v => multiply(v.reads, v.blocks, v.factor),
  })
  .step('rcu', {
    label: 'Read capacity units',
    unit: 'RCU',
    formula: 'ceil({exact})',
    compute: v => ceil(v.exact),
  })
  .results({ rcu: 'count' }, 'rcu')
  .mistake(
    'total-first',
    'Divides all the bytes by 4 KB and rounds once, instead of rounding each item up.',
    {
      blocks: v => divide(v['item-size'], BLOCK),
    },
  )
  .mistake('write-block', 'Takes blocks of 1 KB, which is the rule for writes; a read unit covers 4 KB.', {
    blocks: v => max(ONE, ceil(v['item-size'])),
  })
  .mistake('no-size', 'Counts one unit for a read whatever the size of the item.', { blocks: () => ONE })
  .mistake('as-strong', 'Counts the reads as strongly consistent: one unit for each 4 KB.', {
    factor: () => ONE,
  })
  .mistake('as-eventual', 'Halves as for eventually consistent reads, which these are not.', {
    factor: () => FACTORS.eventual,
  })
  .mistake('as-transactional', 'Doubles as for transactional reads, which these are not.', {
    factor: () => FACTORS.transactional,
  })
  .mistake('rounded-rate', 'Rounds the reads a second up to a whole number before multiplying.', {
    exact: v => multiply(ceil(v.reads), v.blocks, v.factor),
  })
  .notes(v => [
    'A projection or filter lowers nothing: the whole item is read. An item that does not exist costs as much as 4 KB.',
    v.consistency === 'strong' &&
      'A global secondary index gives eventually consistent reads only; asking it for strong ones is an error.',
  ])
  .question(
    'rcu',
    'A table serves {reads} {consistency} reads per second of items of {item-size}. How many read capacity units does it need?',
  )
  .question(
    'rcu',
    'An application calls GetItem {reads} times a minute. Every item is {item-size} and every read is {consistency}. Which read capacity must the table have?',
    { reads: ['90/min', '120/min', '300/min', '450/min', '600/min'], consistency: ['strong', 'eventual'] },
  )
  .question(
    'rcu',
    'You size a provisioned table for a peak of {reads} reads a second. Items are {item-size}, and reads are {consistency}. How many RCU do you set?',
  )
  .example({ reads: '16', 'item-size': '12KB', consistency: 'eventual' })
  .example({ reads: '120/min', 'item-size': '2KB', consistency: 'strong' })
  .build();
