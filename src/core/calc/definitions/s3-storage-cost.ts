import type { Rational } from '../../number/rational.ts';
import { add, compare, divide, max, multiply, rational, subtract } from '../../number/rational.ts';
import { formatQuantity } from '../../number/quantity-format.ts';
import { roundBy } from '../engine/value.ts';
import { calculator } from '../engine/define.ts';
import { S3_CLASSES } from '../facts/facts.ts';
import { count, number, size } from '../inputs/quantity-inputs.ts';

const THIRTY = rational(30);
/** 128 KB in GB. */
const SMALLEST_OBJECT = rational(128, 1024 * 1024);

const usd = (amount: Rational): string => formatQuantity(roundBy(amount, 'usd'), 'USD');

type Facts = Readonly<Record<keyof typeof S3_CLASSES, Rational>>;

interface StorageClass {
  readonly name: string;
  readonly title: string;
  readonly price: keyof typeof S3_CLASSES;
  /** `free`: nothing is billed; `null`: there is no figure with a source. */
  readonly retrieval: keyof typeof S3_CLASSES | 'free' | null;
  /** Days that are billed at least. */
  readonly days: number;
  /** Objects are billed as 128 KB at least. */
  readonly minimum: boolean;
}

const CLASSES: readonly StorageClass[] = [
  {
    name: 'standard',
    title: 'S3 Standard',
    price: 'standardPrice',
    retrieval: 'free',
    days: 0,
    minimum: false,
  },
  {
    name: 'standard-ia',
    title: 'S3 Standard-IA',
    price: 'standardIaPrice',
    retrieval: 'iaRetrievalPrice',
    days: 30,
    minimum: true,
  },
  {
    name: 'one-zone-ia',
    title: 'S3 One Zone-IA',
    price: 'oneZonePrice',
    retrieval: 'iaRetrievalPrice',
    days: 30,
    minimum: true,
  },
  {
    name: 'glacier-instant',
    title: 'S3 Glacier Instant Retrieval',
    price: 'instantPrice',
    retrieval: 'instantRetrievalPrice',
    days: 90,
    minimum: true,
  },
  {
    name: 'glacier-flexible',
    title: 'S3 Glacier Flexible Retrieval',
    price: 'flexiblePrice',
    retrieval: null,
    days: 90,
    minimum: false,
  },
  {
    name: 'deep-archive',
    title: 'S3 Glacier Deep Archive',
    price: 'deepPrice',
    retrieval: null,
    days: 180,
    minimum: false,
  },
];

/** The name AWS gives a class. */
const titleOf = (name: string): string => CLASSES.find(entry => entry.name === name)?.title ?? name;

interface Use extends Facts {
  readonly storage: Rational;
  readonly retrieved: Rational;
  readonly objects: Rational | null;
  readonly days: Rational;
}

/** What a mistake leaves out. */
interface Skips {
  readonly retrieval?: true;
  readonly days?: true;
  readonly minimum?: true;
}

const billedGb = (use: Use, { minimum }: StorageClass, skips: Skips): Rational =>
  minimum && use.objects !== null && skips.minimum !== true
    ? max(use.storage, multiply(use.objects, SMALLEST_OBJECT))
    : use.storage;

/** Objects that stay for a month or more are not deleted early. */
const billedDays = (use: Use, { days }: StorageClass, skips: Skips): Rational =>
  compare(use.days, THIRTY) < 0 && skips.days !== true ? max(use.days, rational(days)) : use.days;

const costOf = (use: Use, storage: StorageClass, skips: Skips): Rational | null => {
  const kept = multiply(
    billedGb(use, storage, skips),
    use[storage.price],
    divide(billedDays(use, storage, skips), THIRTY),
  );
  if (skips.retrieval === true || use.retrieved.n === 0n || storage.retrieval === 'free') return kept;
  return storage.retrieval === null ? null : add(kept, multiply(use.retrieved, use[storage.retrieval]));
};

/** Cheapest first, those without a total last. */
const compareClasses = (use: Use, skips: Skips = {}) =>
  CLASSES.map(storage => ({ class: storage.name, totalUsd: costOf(use, storage, skips) })).toSorted(
    (a, b) => {
      if (a.totalUsd === null || b.totalUsd === null)
        return Number(a.totalUsd === null) - Number(b.totalUsd === null);
      return compare(a.totalUsd, b.totalUsd);
    },
  );

/** What each class costs, and the break-even. */
export const definition = calculator({
  source: { title: 'Amazon S3 pricing', url: 'https://aws.amazon.com/s3/pricing/', checked: '2026-11-20' },
  inputs: {
    storage: size('GB', { help: 'data that is stored', samples: ['100GB', '500GB', '1TB', '5TB', '10TB'] }),
    retrieved: size('GB', {
      help: 'data that is read in the month',
      default: '0',
      samples: ['50GB', '200GB', '1TB', '2TB', '20TB'],
    }),
    objects: count('objects', {
      help: 'number of objects, for the smallest size that is billed',
      optional: true,
      samples: ['100000', '1M', '5M', '50M'],
    }),
    days: number('days', {
      help: 'days until the objects are deleted; from 30 on they are taken to stay',
      default: '30',
      max: '36500',
      samples: ['5', '7', '10', '14'],
    }),
  },
  facts: S3_CLASSES,
})
  .step('classes', {
    label: 'Cost of each class',
    formula: v =>
      [
        'GB × (standard at {standardPrice}, standard-ia at {standardIaPrice}, one-zone-ia at {oneZonePrice}, glacier-instant at {instantPrice}, glacier-flexible at {flexiblePrice}, deep-archive at {deepPrice}) × days / 30',
        ...(v.objects === null
          ? []
          : ['at least 128 KB for each of {objects} objects in the first three after standard']),
        ...(compare(v.days, THIRTY) < 0 ? ['at least 30, 90 or 180 days where a class asks for it'] : []),
        ...(v.retrieved.n === 0n
          ? []
          : [
              'and {retrieved} × ({iaRetrievalPrice} from the IA classes, {instantRetrievalPrice} from glacier-instant)',
            ]),
      ].join(', '),
    compute: v => compareClasses(v),
    say: entries =>
      entries
        .map(({ class: name, totalUsd }) => `${name} ${totalUsd === null ? 'not known' : usd(totalUsd)}`)
        .join(', '),
  })
  .step('cheapest', {
    label: 'Cheapest',
    formula: 'the first of them',
    compute: v => v.classes[0]?.class ?? 'standard',
    say: titleOf,
    others: v =>
      v.classes.flatMap(entry =>
        entry.class === v.answer
          ? []
          : [
              {
                text: titleOf(entry.class),
                why:
                  entry.totalUsd === null
                    ? 'Something is retrieved, which makes this archive slow and dear to read from.'
                    : `Costs ${usd(entry.totalUsd)} with these figures, which is more.`,
              },
            ],
      ),
  })
  .step('breakEvenReads', {
    label: 'Standard-IA costs as much as Standard when all data is read so often a month',
    unit: 'times',
    formula: '({standardPrice} - {standardIaPrice}) / {iaRetrievalPrice}',
    compute: v => divide(subtract(v.standardPrice, v.standardIaPrice), v.iaRetrievalPrice),
  })
  .results({ classes: 'plain', cheapest: 'plain' }, 'cheapest')
  .mistake('ignores-retrieval', 'Compares the price of a GB alone and forgets what reading it costs.', {
    classes: v => compareClasses(v, { retrieval: true }),
  })
  .mistake(
    'ignores-size',
    'Forgets that the infrequent-access classes bill every object as 128 KB at least.',
    {
      classes: v => compareClasses(v, { minimum: true }),
    },
  )
  .mistake('ignores-days', 'Forgets that the cheaper classes bill 30, 90 or 180 days at least.', {
    classes: v => compareClasses(v, { days: true }),
  })
  .mistake('all-three', 'Looks at nothing but the price of a GB-month.', {
    classes: v => compareClasses(v, { retrieval: true, minimum: true, days: true }),
  })
  .notes(v => [
    'The answer between Standard and Standard-IA flips where all data is read {breakEvenReads} times a month.',
    v.retrieved.n > 0n &&
      'Retrieval from Flexible Retrieval and Deep Archive depends on speed and has no figure with a source here, so their total is not known.',
    v.days.n < 30n * v.days.d
      ? 'Deleted early: Standard-IA and One Zone-IA bill 30 days, Instant and Flexible Retrieval 90, Deep Archive 180.'
      : 'The objects are taken to stay, so no smallest duration is billed.',
    'Requests, monitoring and transfer are left out, and the metadata that the archives add to each object.',
    'One Zone-IA keeps data in one Availability Zone; the archives need hours before they can be read, except Instant Retrieval.',
  ])
  .question(
    'cheapest',
    '{storage} of large objects must be readable within milliseconds, and {retrieved} are read in a month. Which S3 storage class is cheapest, by storage and retrieval? The objects stay.',
  )
  .question(
    'cheapest',
    '{storage} of data in {objects} objects of equal size must be readable at once; {retrieved} are read in a month. Which class costs least, by storage and retrieval?',
    { storage: ['100GB', '200GB', '500GB'], retrieved: ['10GB', '100GB', '500GB'] },
  )
  .question(
    'cheapest',
    '{storage} of large temporary files are deleted after {days} days, and {retrieved} of them are read at once before. Which storage class is cheapest?',
    { retrieved: ['10GB', '50GB', '1TB'] },
  )
  .example({ storage: '1TB' })
  .example({ storage: '1TB', retrieved: '1TB', objects: '1M' })
  .build();
