/** The names of all calculators, light enough for every start; a definition is loaded when it is needed. */
import type { Definition } from './define.ts';

/** What stands in lists, help and search. */
export interface CatalogueEntry {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  /** What it tells, as a phrase without a final stop. */
  readonly summary: string;
  /** Heading in lists. */
  readonly service: string;
  /** The note that explains it: `topic` or `topic#section`. */
  readonly topic: string;
  readonly load: () => Promise<{ readonly definition: Definition }>;
}

/** A definition with its name and place. */
export type Calculator = Definition & CatalogueEntry;

/** In the order of the lists: by service. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'dynamodb-rcu',
    aliases: ['rcu'],
    title: 'DynamoDB read capacity units',
    summary: 'read capacity units that a rate of reads needs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-rcu.ts'),
  },
  {
    id: 'dynamodb-wcu',
    aliases: ['wcu'],
    title: 'DynamoDB write capacity units',
    summary: 'write capacity units that a rate of writes needs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-wcu.ts'),
  },
  {
    id: 'dynamodb-query',
    aliases: ['scan'],
    title: 'DynamoDB Query and Scan',
    summary: 'read units and pages that a Query or Scan costs',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-query.ts'),
  },
  {
    id: 'dynamodb-item-size',
    aliases: [],
    title: 'DynamoDB item size',
    summary: 'bytes that an item counts, attribute by attribute',
    service: 'DynamoDB',
    topic: 'dynamodb',
    load: () => import('./definitions/dynamodb-item-size.ts'),
  },
  {
    id: 'dynamodb-gsi',
    aliases: [],
    title: 'DynamoDB index writes',
    summary: 'write capacity that global secondary indexes add',
    service: 'DynamoDB',
    topic: 'dynamodb-secondary-indexes',
    load: () => import('./definitions/dynamodb-gsi.ts'),
  },
  {
    id: 'dynamodb-partitions',
    aliases: [],
    title: 'DynamoDB partitions',
    summary: 'partitions of a table by the classic estimate',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-partitions.ts'),
  },
  {
    id: 'dynamodb-cost',
    aliases: [],
    title: 'DynamoDB provisioned or on demand',
    summary: 'what both capacity modes cost, and the break-even',
    service: 'DynamoDB',
    topic: 'dynamodb-capacity-units',
    load: () => import('./definitions/dynamodb-cost.ts'),
  },
  {
    id: 'lambda-cost',
    aliases: ['lambda'],
    title: 'Lambda cost',
    summary: 'what a function costs a month',
    service: 'Lambda',
    topic: 'lambda',
    load: () => import('./definitions/lambda-cost.ts'),
  },
  {
    id: 'lambda-concurrency',
    aliases: [],
    title: 'Lambda concurrency',
    summary: 'executions at once, and how long scaling to them takes',
    service: 'Lambda',
    topic: 'lambda',
    load: () => import('./definitions/lambda-concurrency.ts'),
  },
  {
    id: 'sqs-visibility',
    aliases: [],
    title: 'SQS visibility timeout for Lambda',
    summary: 'visibility timeout for a queue that triggers Lambda',
    service: 'SQS',
    topic: 'sqs-visibility-timeout-dlq-and-delay',
    load: () => import('./definitions/sqs-visibility.ts'),
  },
  {
    id: 'sqs-cost',
    aliases: ['sqs'],
    title: 'SQS cost',
    summary: 'requests that are billed, and what a month costs',
    service: 'SQS',
    topic: 'sqs',
    load: () => import('./definitions/sqs-cost.ts'),
  },
  {
    id: 'sns-cost',
    aliases: ['sns'],
    title: 'SNS cost',
    summary: 'what publishing and delivering cost a month',
    service: 'SNS',
    topic: 'sns',
    load: () => import('./definitions/sns-cost.ts'),
  },
  {
    id: 'kinesis-shards',
    aliases: ['kinesis'],
    title: 'Kinesis shards',
    summary: 'shards that a stream needs, and what limits it',
    service: 'Kinesis',
    topic: 'kinesis-data-streams',
    load: () => import('./definitions/kinesis-shards.ts'),
  },
  {
    id: 'api-gateway-throttle',
    aliases: ['token-bucket'],
    title: 'API Gateway throttling',
    summary: 'requests that a bucket lets through',
    service: 'API Gateway',
    topic: 'api-throttling-quotas',
    load: () => import('./definitions/api-gateway-throttle.ts'),
  },
  {
    id: 'ebs-iops',
    aliases: ['ebs'],
    title: 'EBS performance',
    summary: 'IOPS, burst and throughput of a volume',
    service: 'EBS',
    topic: 'ebs',
    load: () => import('./definitions/ebs-iops.ts'),
  },
  {
    id: 's3-multipart',
    aliases: [],
    title: 'S3 multipart upload',
    summary: 'parts of an upload and the smallest part size',
    service: 'S3',
    topic: 's3-performance',
    load: () => import('./definitions/s3-multipart.ts'),
  },
  {
    id: 's3-prefixes',
    aliases: [],
    title: 'S3 prefixes',
    summary: 'prefixes that a rate of requests needs',
    service: 'S3',
    topic: 's3-performance',
    load: () => import('./definitions/s3-prefixes.ts'),
  },
  {
    id: 's3-storage-cost',
    aliases: [],
    title: 'S3 storage classes',
    summary: 'what each class costs, and the break-even',
    service: 'S3',
    topic: 's3-storage-classes',
    load: () => import('./definitions/s3-storage-cost.ts'),
  },
];

/** The entry with this id or alias. */
export const findCalculator = (name: string): CatalogueEntry | undefined =>
  CATALOGUE.find(({ id, aliases }) => id === name || aliases.includes(name));

export const loadCalculator = async (entry: CatalogueEntry): Promise<Calculator> => ({
  ...(await entry.load()).definition,
  ...entry,
});
