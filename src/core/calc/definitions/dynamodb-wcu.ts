import { ceil, max, multiply, ONE, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { rate, size } from '../inputs/quantity-inputs.ts';
import { flag } from '../inputs/word-inputs.ts';

const TWO = rational(2);

/** Write capacity units that a rate of writes needs. */
export const definition = calculator({
  source: {
    title: 'DynamoDB read and write operations',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html',
    checked: '2026-11-20',
  },
  inputs: {
    writes: rate('writes', {
      help: 'writes of one item each',
      samples: ['6', '10', '25', '40', '60', '150'],
    }),
    'item-size': size('KB', {
      help: 'size of one item, names and values, at most 400 KB',
      max: '400',
      samples: ['1.5KB', '2.5KB', '3KB', '4.5KB', '5.2KB', '7KB'],
    }),
    transactional: flag({ help: 'the writes are transactional' }),
  },
})
  .step('blocks', {
    label: '1 KB blocks in one item',
    unit: 'blocks',
    formula: 'ceil({item-size} / 1 KB), at least 1',
    compute: v => max(ONE, ceil(v['item-size'])),
  })
  .step('factor', {
    label: 'Write units for one block',
    unit: 'write units',
    formula: v => (v.transactional ? '2, transactional' : '1, not transactional'),
    compute: v => (v.transactional ? TWO : ONE),
  })
  .step('exact', {
    label: 'Write units a second',
    unit: 'write units/s',
    formula: '{writes} × {blocks} × {factor}',
    compute: v => multiply(v.writes, v.blocks, v.factor),
  })
  .step('wcu', {
    label: 'Write capacity units',
    unit: 'WCU',
    formula: 'ceil({exact})',
    compute: v => ceil(v.exact),
  })
  .results({ wcu: 'count' }, 'wcu')
  .mistake(
    'total-first',
    'Multiplies the exact size and rounds once, instead of rounding each item up to whole KB.',
    {
      blocks: v => v['item-size'],
    },
  )
  .mistake('read-block', 'Takes blocks of 4 KB, which is the rule for reads; a write unit covers 1 KB.', {
    blocks: v => max(ONE, ceil(multiply(v['item-size'], rational(1, 4)))),
  })
  .mistake('read-rounding', 'Rounds the item up to a multiple of 4 KB, as for reads, and then counts KB.', {
    blocks: v => max(ONE, multiply(ceil(multiply(v['item-size'], rational(1, 4))), rational(4))),
  })
  .mistake('no-size', 'Counts one unit for a write whatever the size of the item.', { blocks: () => ONE })
  .mistake('forgot-transaction', 'Forgets that a transactional write costs two units for each KB.', {
    factor: () => ONE,
  })
  .mistake('as-transactional', 'Doubles as for transactional writes, which these are not.', {
    factor: () => TWO,
  })
  .mistake('halved', 'Halves as for eventually consistent reads; there is no such discount for writes.', {
    factor: v => multiply(v.factor, rational(1, 2)),
  })
  .mistake('rounded-rate', 'Rounds the writes a second up to a whole number before multiplying.', {
    exact: v => multiply(ceil(v.writes), v.blocks, v.factor),
  })
  .notes(() => [
    'An update counts the larger of the item before and after, whole; a delete counts the deleted item.',
    'A conditional write that fails still consumes write units.',
  ])
  .question(
    'wcu',
    'A table takes {writes} writes per second of items of {item-size}. How many write capacity units does it need?',
  )
  .question(
    'wcu',
    'An importer makes {writes} PutItem calls a minute with items of {item-size}. Which write capacity must the table have?',
    { writes: ['31/min', '90/min', '120/min', '300/min', '450/min'] },
  )
  .question(
    'wcu',
    'Orders are booked by TransactWriteItems: {writes} items a second, {item-size} each. How many WCU does that take?',
    { transactional: true },
  )
  .example({ writes: '120/min', 'item-size': '4.5KB' })
  .example({ writes: '10', 'item-size': '1.5KB', transactional: true })
  .build();
