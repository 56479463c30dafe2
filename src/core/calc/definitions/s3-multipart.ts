import { formatNumber, formatQuantity } from '../../number/quantity-format.ts';
import type { Rational } from '../../number/rational.ts';
import { ceil, compare, decimal, divide, floor, max, multiply, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { S3_MULTIPART } from '../facts/facts.ts';
import { size } from '../inputs/quantity-inputs.ts';

const MIB = rational(1024 * 1024);
/** 10,000 parts of 5 GiB, in bytes. */
const LARGEST_OBJECT = String(10_000n * 5n * 1024n ** 3n);

type Facts = Readonly<Record<keyof typeof S3_MULTIPART, Rational>>;

/** Smallest part in whole MiB with which an object fits. */
const smallestPart = (object: Rational, { mostParts, leastPart }: Facts): Rational =>
  max(leastPart, ceil(divide(object, multiply(mostParts, MIB))));

/** Parts of an upload and the smallest part size. */
export const definition = calculator({
  source: {
    title: 'Amazon S3 multipart upload limits',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html',
    checked: '2026-11-20',
  },
  inputs: {
    'object-size': size('B', {
      help: 'size of the object, at most 10,000 parts of 5 GiB',
      kilo: 1000,
      min: '1',
      max: LARGEST_OBJECT,
      samples: ['20GiB', '50GiB', '100GiB', '250GiB', '1TiB', '2TiB', '5TiB'],
    }),
    'part-size': size('MiB', {
      help: 'size of a part, 5 MiB to 5 GiB; without it, the smallest that fits',
      kilo: 1000,
      optional: true,
      min: '5',
      max: '5120',
      samples: ['16MiB', '32MiB', '64MiB', '100MiB'],
    }),
  },
  facts: S3_MULTIPART,
})
  .rule(['part-size', 'object-size'], v => {
    if (v['part-size'] === null) return null;
    const parts = ceil(divide(v['object-size'], multiply(v['part-size'], MIB)));
    return compare(parts, v.mostParts) <= 0
      ? null
      : `makes ${formatNumber(parts)} parts, more than ${formatNumber(v.mostParts)}: take at least ${formatQuantity(smallestPart(v['object-size'], v), 'MiB')}`;
  })
  .step('minPartSize', {
    label: 'Smallest part that fits, in whole MiB',
    unit: 'MiB',
    formula: 'max({leastPart}, ceil({object-size} / {mostParts} / 1,048,576))',
    compute: v => smallestPart(v['object-size'], v),
  })
  .step('minPartSizeBytes', {
    label: 'The same in bytes',
    unit: 'B',
    formula: '{minPartSize} × 1,048,576',
    compute: v => multiply(v.minPartSize, MIB),
  })
  .step('partSizeBytes', {
    label: 'Size of a part',
    unit: 'B',
    formula: v => (v['part-size'] === null ? '{minPartSize} × 1,048,576' : '{part-size} × 1,048,576'),
    compute: v => floor(multiply(v['part-size'] ?? v.minPartSize, MIB)),
  })
  .step('parts', {
    label: 'Parts',
    unit: 'parts',
    formula: 'ceil({object-size} / {partSizeBytes})',
    compute: v => ceil(divide(v['object-size'], v.partSizeBytes)),
  })
  .results({ parts: 'count', partSizeBytes: 'count', minPartSizeBytes: 'count' }, 'parts')
  .mistake('rounded-down', 'Rounds down and loses the last part, which may be smaller than the others.', {
    parts: v => floor(divide(v['object-size'], v.partSizeBytes)),
  })
  .mistake('decimal-parts', 'Takes a MiB for 1,000,000 bytes; it has 1,048,576.', {
    partSizeBytes: v => multiply(v['part-size'] ?? v.minPartSize, rational(1_000_000)),
  })
  .mistake('most-parts', 'Takes the limit of 10,000 parts for the number of parts.', {
    parts: v => v.mostParts,
  })
  .mistake('least-part', 'Takes the smallest part that S3 allows, 5 MiB, whatever is set.', {
    parts: v => ceil(divide(v['object-size'], multiply(v.leastPart, MIB))),
  })
  .mistake('thousand-parts', 'Divides by 1,000 parts; S3 allows 10,000.', {
    minPartSize: v => max(v.leastPart, ceil(divide(v['object-size'], multiply(rational(1000), MIB)))),
  })
  .mistake('not-whole', 'Rounds the size of a part down to whole MiB, which makes more than 10,000 parts.', {
    minPartSize: v => max(v.leastPart, floor(divide(v['object-size'], multiply(v.mostParts, MIB)))),
  })
  .notes(v => [
    compare(v['object-size'], decimal('5e9')) <= 0 &&
      'The object also fits a single PUT, which takes up to 5 GB.',
    'AWS advises multipart uploads from 100 MB on. The last part may be smaller than 5 MiB.',
    'The largest object is 48.8 TiB (10,000 parts of 5 GiB); older texts say 5 TB.',
  ])
  .question(
    'parts',
    'An object of {object-size} is uploaded to S3 in parts of {part-size}. How many parts are that?',
    { 'object-size': ['20GiB', '50GiB', '75GiB', '100GiB', '150GiB'] },
  )
  .question(
    'parts',
    'A backup of {object-size} is uploaded with the smallest part size, in whole MiB, that S3 accepts for it. How many parts does the upload have?',
    { 'object-size': ['200GiB', '500GiB', '1TiB', '2TiB', '5TiB'] },
  )
  .question(
    'parts',
    'You split a file of {object-size} into parts of {part-size} for a multipart upload. How many UploadPart calls do you make?',
    { 'object-size': ['10GiB', '25GiB', '60GiB', '120GiB'] },
  )
  .example({ 'object-size': '100GiB', 'part-size': '16MiB' })
  .example({ 'object-size': '5TiB' })
  .build();
