import { ceil, decimal, divide, multiply, ONE, rational, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count, size } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const BLOCK = rational(4096);
const PAGE = rational(1024 * 1024);
const HALF = decimal('0.5');

/** Read units and pages that a Query or Scan costs. */
export const definition = calculator({
  source: {
    title: 'DynamoDB read and write operations',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html',
    checked: '2026-11-20',
  },
  inputs: {
    items: count('items', {
      help: 'items that are read, before any filter',
      optional: true,
      samples: ['20', '50', '80', '120', '300', '1500'],
    }),
    'item-size': size('B', {
      help: 'average size of one item',
      optional: true,
      max: '409600',
      samples: ['64B', '200B', '300B', '900B', '1.5KB', '2.5KB'],
    }),
    total: size('B', {
      help: 'size of everything that is read, in place of --items and --item-size',
      optional: true,
      samples: ['40.8KB', '93KB', '350KB', '1MB', '2.5MB'],
    }),
    consistency: choice(
      { strong: 'strongly consistent', eventual: 'eventually consistent' },
      { help: 'how fresh the read must be', default: 'eventual' },
    ),
  },
})
  .rule(['items', 'item-size', 'total'], v =>
    v.items === null && v['item-size'] === null && v.total === null
      ? 'is missing: give --items with --item-size, or --total'
      : null,
  )
  .rule(['items', 'item-size'], v =>
    v.items === null && v['item-size'] !== null ? 'is missing: --item-size needs it' : null,
  )
  .rule(['item-size', 'items'], v =>
    v['item-size'] === null && v.items !== null ? 'is missing: --items needs it' : null,
  )
  .rule(['total', 'items', 'item-size'], v =>
    v.total !== null && (v.items !== null || v['item-size'] !== null)
      ? 'must stand alone: leave it out, or --items and --item-size'
      : null,
  )
  .step('bytes', {
    label: 'Bytes that are read',
    unit: 'B',
    formula: v => (v.total === null ? '{items} × {item-size}' : '{total}'),
    compute: v => v.total ?? multiply(v.items ?? ZERO, v['item-size'] ?? ZERO),
  })
  .step('blocks', {
    label: '4 KB blocks, rounded once',
    unit: 'blocks',
    formula: 'ceil({bytes} / 4,096)',
    compute: v => ceil(divide(v.bytes, BLOCK)),
  })
  .step('factor', {
    label: 'Read units for one block',
    unit: 'read units',
    formula: '{consistency}',
    compute: v => (v.consistency === 'strong' ? ONE : HALF),
  })
  .step('readUnits', {
    label: 'Read units',
    unit: 'read units',
    formula: '{blocks} × {factor}',
    compute: v => multiply(v.blocks, v.factor),
  })
  .step('pages', {
    label: 'Pages of at most 1 MB',
    unit: 'pages',
    formula: 'ceil({bytes} / 1,048,576)',
    compute: v => ceil(divide(v.bytes, PAGE)),
  })
  .results({ readUnits: 'exact', pages: 'count' }, 'readUnits')
  .mistake(
    'per-item',
    'Rounds every item up to 4 KB, as BatchGetItem does; a Query or Scan is rounded once.',
    {
      blocks: v =>
        v.items === null || v['item-size'] === null
          ? v.blocks
          : multiply(v.items, ceil(divide(v['item-size'], BLOCK))),
    },
  )
  .mistake('as-strong', 'Counts the read as strongly consistent: one unit for each 4 KB.', {
    factor: () => ONE,
  })
  .mistake('as-eventual', 'Halves as for an eventually consistent read, which this is not.', {
    factor: () => HALF,
  })
  .mistake('write-block', 'Takes blocks of 1 KB, which is the rule for writes; a read unit covers 4 KB.', {
    blocks: v => ceil(divide(v.bytes, rational(1024))),
  })
  .mistake('one-page', 'Stops after the first page of 1 MB, although the rest is read and paid for too.', {
    blocks: v => (v.bytes.n > PAGE.n * v.bytes.d ? rational(256) : v.blocks),
    pages: () => ONE,
  })
  .notes(() => [
    'A FilterExpression, a projection or Select=COUNT lowers nothing: what was read before the filter counts.',
    'A request that finds nothing still consumes the smallest amount.',
  ])
  .question(
    'readUnits',
    'A Query reads {items} items of {item-size} each, and the read is {consistency}. How many read units does it consume?',
  )
  .question(
    'readUnits',
    'A Scan with a FilterExpression goes through {items} items of {item-size} on average and returns 5 of them. The read is {consistency}. How many read units does it consume?',
  )
  .question(
    'readUnits',
    'A Query evaluates {total} of items in one partition; the read is {consistency}. What does it consume in read units?',
  )
  .example({ items: '1500', 'item-size': '64B', consistency: 'strong' })
  .example({ total: '10GB' })
  .build();
