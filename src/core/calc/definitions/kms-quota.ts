import { add, divide, max, multiply, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { KMS } from '../facts/facts.ts';
import { count, rate } from '../inputs/quantity-inputs.ts';
import { flag } from '../inputs/word-inputs.ts';

const HUNDRED = rational(100);

/** Requests to KMS that S3 with SSE-KMS makes. */
export const definition = calculator({
  source: {
    title: 'AWS KMS request quotas',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html',
    checked: '2026-11-20',
  },
  inputs: {
    puts: rate('requests', {
      help: 'uploads encrypted with SSE-KMS',
      default: '0',
      samples: ['500', '1200', '2000', '3000', '4500'],
    }),
    gets: rate('requests', {
      help: 'downloads of objects encrypted with SSE-KMS',
      default: '0',
      samples: ['800', '2500', '4000', '6000', '15000'],
    }),
    quota: count('requests/s', {
      help: 'quota of the account in the Region',
      default: KMS.requestQuota.amount,
      min: '1',
      samples: ['10000', '20000', '100000'],
    }),
    'bucket-key': flag({ help: 'the bucket uses an S3 Bucket Key' }),
  },
  facts: KMS,
})
  .step('requestsPerSecond', {
    label: 'Requests to KMS',
    unit: 'requests/s',
    formula: '{puts} GenerateDataKey + {gets} Decrypt',
    compute: v => add(v.puts, v.gets),
  })
  .step('percentOfQuota', {
    label: 'Share of the quota',
    unit: '%',
    formula: '{requestsPerSecond} / {quota} × 100',
    compute: v => multiply(divide(v.requestsPerSecond, v.quota), HUNDRED),
  })
  .results({ requestsPerSecond: 'measure', percentOfQuota: 'percent' }, 'percentOfQuota')
  .mistake('only-puts', 'Counts the uploads alone; every download needs a Decrypt.', {
    requestsPerSecond: v => v.puts,
  })
  .mistake('only-gets', 'Counts the downloads alone; every upload needs a GenerateDataKey.', {
    requestsPerSecond: v => v.gets,
  })
  .mistake('larger', 'Takes the larger of uploads and downloads; they share one quota.', {
    requestsPerSecond: v => max(v.puts, v.gets),
  })
  .mistake('twice', 'Counts two requests for each object.', {
    requestsPerSecond: v => multiply(rational(2), v.requestsPerSecond),
  })
  .mistake('old-quota', 'Takes the former quota of 5,500 requests a second.', {
    percentOfQuota: v => multiply(divide(v.requestsPerSecond, rational(5500)), HUNDRED),
  })
  .notes(v => [
    v['bucket-key'] &&
      'An S3 Bucket Key lowers the requests to KMS by up to 99 %; the figure above is without it.',
    v.percentOfQuota.n > 100n * v.percentOfQuota.d &&
      'The quota is exceeded: KMS throttles, and S3 answers with errors. Use a Bucket Key, ask for a higher quota, or SSE-S3.',
    'The quota is shared by all keys and callers of the account in a Region: {requestQuota} requests a second in most, {largeQuota} in us-east-1, us-west-2 and eu-west-1. Older texts say 5,500.',
    'Objects encrypted with SSE-S3 need no request to KMS.',
  ])
  .question(
    'percentOfQuota',
    'With SSE-KMS, {puts} uploads and {gets} downloads a second reach a bucket. The quota of KMS requests is {quota} a second. Which percentage of it do they use?',
  )
  .question(
    'requestsPerSecond',
    'A bucket with SSE-KMS and no Bucket Key takes {puts} uploads and {gets} downloads a second. How many requests a second reach KMS?',
  )
  .question(
    'percentOfQuota',
    'An application downloads {gets} objects a second and uploads {puts}, all encrypted with SSE-KMS. How much of a quota of {quota} requests a second is that, in percent?',
  )
  .example({ puts: '3000', gets: '4000' })
  .example({ gets: '15000', quota: '100000' })
  .build();
