import { compare, rational, subtract } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count } from '../inputs/quantity-inputs.ts';

const COPIES = rational(6);
const WRITE = rational(4);
const READ = rational(3);

const OUTCOMES = {
  both: 'reads and writes',
  reads: 'reads only',
  writes: 'writes only',
  neither: 'neither reads nor writes',
} as const;

const outcome = (canRead: boolean, canWrite: boolean): string =>
  canWrite ? (canRead ? OUTCOMES.both : OUTCOMES.writes) : canRead ? OUTCOMES.reads : OUTCOMES.neither;

/** What a cluster serves after losing copies. */
export const definition = calculator({
  source: {
    title: 'Amazon Aurora storage',
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html',
    checked: '2026-11-20',
  },
  inputs: {
    'lost-copies': count('copies', {
      help: 'copies of the data that are lost, 0 to 6',
      max: '6',
      samples: ['2', '3', '4', '5'],
    }),
  },
})
  .step('remaining', {
    label: 'Copies that are left',
    unit: 'copies',
    formula: '6 - {lost-copies}',
    compute: v => subtract(COPIES, v['lost-copies']),
  })
  .step('canWrite', {
    label: 'Write quorum of 4 reached',
    formula: '{remaining} of at least 4',
    compute: v => compare(v.remaining, WRITE) >= 0,
  })
  .step('canRead', {
    label: 'Read quorum of 3 reached',
    formula: '{remaining} of at least 3',
    compute: v => compare(v.remaining, READ) >= 0,
  })
  .step('available', {
    label: 'The cluster still serves',
    formula: 'by both quorums',
    compute: v => outcome(v.canRead, v.canWrite),
    others: v =>
      Object.values(OUTCOMES).flatMap(text =>
        text === v.answer
          ? []
          : [
              {
                text,
                why:
                  text === OUTCOMES.writes
                    ? 'Impossible: writing needs more copies than reading.'
                    : 'Writing needs 4 of the 6 copies, reading 3 of them.',
              },
            ],
      ),
  })
  .results({ canWrite: 'plain', canRead: 'plain', available: 'plain' }, 'available')
  .mistake('majority', 'Takes a plain majority of four for reads as well.', {
    canRead: v => compare(v.remaining, WRITE) >= 0,
  })
  .mistake('any-copy', 'Takes a single copy for enough to read.', { canRead: v => v.remaining.n > 0n })
  .mistake('all-copies', 'Wants every copy for a write.', {
    canWrite: v => compare(v.remaining, COPIES) === 0,
  })
  .mistake('half', 'Takes half of the copies for enough to write.', {
    canWrite: v => compare(v.remaining, READ) >= 0,
  })
  .notes(() => [
    'Six copies lie in three Availability Zones, two in each: a lost zone leaves reads and writes, a zone and one more copy leaves reads.',
    'In general a read and a write quorum must overlap (4 + 3 > 6), and two write quorums too (4 > 3).',
  ])
  .question(
    'available',
    'Aurora keeps six copies of the data in three Availability Zones. {lost-copies} of the six are lost. What does the cluster still serve?',
  )
  .question(
    'available',
    'Storage nodes with {lost-copies} of the six copies of an Aurora volume fail at once. What can clients still do?',
  )
  .question(
    'available',
    'With a write quorum of 4 and a read quorum of 3 out of 6 copies, what is left when {lost-copies} are gone?',
  )
  .example({ 'lost-copies': '2' })
  .example({ 'lost-copies': '3' })
  .build();
