import type { Parsed } from '../../number/quantity.ts';
import type { Rational } from '../../number/rational.ts';
import { add, ceil, max, multiply, ONE, rational, sum, toExact } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { rate, size } from '../inputs/quantity-inputs.ts';
import { list, text } from '../inputs/word-inputs.ts';

const CASES = ['put', 'change-key', 'remove-key', 'update', 'none'] as const;
type Case = (typeof CASES)[number];

interface Index {
  /** KB of an entry in the index. */
  readonly size: Rational;
  readonly change: Case;
}

/** Writes to the index for one write to the table. */
const WRITES: Readonly<Record<Case, Rational>> = {
  put: ONE,
  'change-key': rational(2),
  'remove-key': ONE,
  update: ONE,
  none: rational(0),
};

const entrySize = size('KB', { help: 'size of an entry', max: '400' });

const readIndex = (typed: string): Parsed<Index> => {
  const [written = '', change = '', ...rest] = typed.split(':').map(part => part.trim());
  const known = CASES.find(name => name === change.toLowerCase());
  const reading = entrySize.read([written]);
  if (known === undefined || rest.length > 0) {
    return { ok: false, message: `must be a size and one of ${CASES.join(', ')}, such as 1KB:put` };
  }
  return reading.ok ? { ok: true, value: { size: reading.value.value, change: known } } : reading;
};

const blocks = (kilobytes: Rational): Rational => max(ONE, ceil(kilobytes));

/** Write capacity that global secondary indexes add. */
export const definition = calculator({
  source: {
    title: 'Using global secondary indexes in DynamoDB',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html',
    checked: '2026-11-20',
  },
  inputs: {
    writes: rate('writes', { help: 'writes to the table', samples: ['20', '50', '80', '100', '250'] }),
    'item-size': size('KB', {
      help: 'size of one item in the table',
      max: '400',
      samples: ['1KB', '2KB', '2.5KB', '3KB', '4.2KB'],
    }),
    index: list(
      text<Index>({
        help: 'one index',
        placeholder: '<size KB:case>',
        parse: readIndex,
        show: ({ size: entry, change }) => `${toExact(entry) ?? ''}KB:${change}`,
        toJson: ({ size: entry, change }) => `${toExact(entry) ?? ''}KB:${change}`,
      }),
      {
        help: `size of an entry in an index and what a write does there (${CASES.join(', ')}); repeatable`,
        optional: true,
      },
    ),
  },
})
  .step('baseExact', {
    label: 'Write units a second for the table',
    unit: 'write units/s',
    formula: '{writes} × ceil({item-size} / 1 KB)',
    compute: v => multiply(v.writes, blocks(v['item-size'])),
  })
  .step('baseWcu', {
    label: 'WCU of the table',
    unit: 'WCU',
    formula: 'ceil({baseExact})',
    compute: v => ceil(v.baseExact),
  })
  .step('indexWrites', {
    label: 'Writes to each index for one write to the table',
    unit: 'writes',
    formula:
      'put 1, change of the key 2 (delete and put), removal of the key 1, update 1, nothing relevant 0',
    compute: v => (v.index ?? []).map(({ change }) => WRITES[change]),
  })
  .step('indexBlocks', {
    label: '1 KB blocks in an entry of each index',
    unit: 'blocks',
    formula: 'ceil(entry / 1 KB), at least 1',
    compute: v => (v.index ?? []).map(entry => blocks(entry.size)),
  })
  .step('eachWcu', {
    label: 'WCU of each index',
    unit: 'WCU',
    formula: 'for each index ceil({writes} × its writes × its blocks)',
    compute: v =>
      v.indexBlocks.map((entry, i) => ceil(multiply(v.writes, v.indexWrites[i] ?? rational(0), entry))),
  })
  .step('indexWcu', {
    label: 'WCU of all indexes',
    unit: 'WCU',
    formula: 'sum({eachWcu})',
    compute: v => sum(v.eachWcu),
  })
  .step('totalWcu', {
    label: 'WCU in all',
    unit: 'WCU',
    formula: '{baseWcu} + {indexWcu}',
    compute: v => add(v.baseWcu, v.indexWcu),
  })
  .results({ baseWcu: 'count', indexWcu: 'count', totalWcu: 'count' }, 'totalWcu')
  .mistake('base-only', 'Forgets that every index needs write capacity of its own.', {
    indexWcu: () => rational(0),
  })
  .mistake(
    'one-write',
    'Counts a change of the index key once; the old entry is deleted and a new one put.',
    {
      indexWrites: v => (v.index ?? []).map(({ change }) => (change === 'none' ? rational(0) : ONE)),
    },
  )
  .mistake('whole-item', 'Counts the whole item in the index, which holds the projected attributes alone.', {
    indexBlocks: v => (v.index ?? []).map(() => blocks(v['item-size'])),
  })
  .mistake('always-put', 'Writes to every index, also where no projected attribute changes.', {
    indexWrites: v => (v.index ?? []).map(({ change }) => (change === 'none' ? ONE : WRITES[change])),
  })
  .mistake('no-rounding', 'Does not round items and entries up to whole KB.', {
    baseExact: v => multiply(v.writes, v['item-size']),
    indexBlocks: v => (v.index ?? []).map(entry => entry.size),
  })
  .mistake('index-only', 'Forgets the write to the table itself.', { baseWcu: () => rational(0) })
  .notes(() => [
    'An index that is throttled throttles the writes to its table.',
    'A table may have 20 global secondary indexes by default and 5 local ones; a local index shares the capacity of its table.',
  ])
  .question(
    'totalWcu',
    'A table takes {writes} new items of {item-size} a second. It has two global secondary indexes that project the keys alone, 1 KB an entry, and every item appears in both. How many WCU are needed in all?',
    { index: ['1KB:put,1KB:put'] },
  )
  .question(
    'totalWcu',
    'Updates arrive at {writes} a second on items of {item-size}. Each one changes the key of an item in a global secondary index with entries of 3 KB. How many WCU do table and index need together?',
    { index: ['3KB:change-key'] },
  )
  .question(
    'totalWcu',
    'At {writes} writes a second, items of {item-size} are updated in attributes that one index projects (entries of 1.5 KB) and another does not. How many WCU does that take in all?',
    { index: ['1.5KB:update,1KB:none'] },
  )
  .example({ writes: '100', 'item-size': '1KB', index: ['1KB:put', '1KB:put'] })
  .example({ writes: '50', 'item-size': '3KB', index: ['3KB:change-key'] })
  .build();
