/**
 * The names of all calculators, light enough for every start; a definition is loaded when it is needed.
 * More than 300 lines because it is one table, nine lines for each calculator.
 */
import type { Definition } from './engine/define.ts';

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
    topic: 'lambda-concurrency',
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
  {
    id: 'ec2-purchase',
    aliases: [],
    title: 'EC2 purchase options',
    summary: 'on demand, committed and Spot, and the break-even',
    service: 'EC2',
    topic: 'ec2-purchasing-options',
    load: () => import('./definitions/ec2-purchase.ts'),
  },
  {
    id: 'cpu-credits',
    aliases: [],
    title: 'CPU credits',
    summary: 'credits a burstable instance earns and spends',
    service: 'EC2',
    topic: 'ec2-instances',
    load: () => import('./definitions/cpu-credits.ts'),
  },
  {
    id: 'asg-target-tracking',
    aliases: [],
    title: 'Target tracking',
    summary: 'instances that a target tracking policy wants',
    service: 'Auto Scaling',
    topic: 'auto-scaling-groups',
    load: () => import('./definitions/asg-target-tracking.ts'),
  },
  {
    id: 'asg-queue-backlog',
    aliases: [],
    title: 'Scaling by queue backlog',
    summary: 'instances that a queue needs',
    service: 'Auto Scaling',
    topic: 'auto-scaling-groups',
    load: () => import('./definitions/asg-queue-backlog.ts'),
  },
  {
    id: 'cidr',
    aliases: ['subnet'],
    title: 'CIDR blocks and subnets',
    summary: 'addresses of a block, subnets, smallest prefix',
    service: 'VPC',
    topic: 'vpc',
    load: () => import('./definitions/cidr.ts'),
  },
  {
    id: 'aurora-quorum',
    aliases: [],
    title: 'Aurora quorum',
    summary: 'what a cluster serves after losing copies',
    service: 'Aurora',
    topic: 'aurora',
    load: () => import('./definitions/aurora-quorum.ts'),
  },
  {
    id: 'backoff',
    aliases: [],
    title: 'Exponential backoff',
    summary: 'delays of retries, with or without jitter',
    service: 'Reliability',
    topic: 'api-throttling-quotas',
    load: () => import('./definitions/backoff.ts'),
  },
  {
    id: 'availability',
    aliases: ['sla'],
    title: 'Availability',
    summary: 'of parts in series and redundant parts',
    service: 'Reliability',
    topic: 'well-architected-design',
    load: () => import('./definitions/availability.ts'),
  },
  {
    id: 'kms-quota',
    aliases: [],
    title: 'KMS request quota',
    summary: 'requests to KMS that S3 with SSE-KMS makes',
    service: 'KMS',
    topic: 's3-encryption',
    load: () => import('./definitions/kms-quota.ts'),
  },
  {
    id: 'step-functions-cost',
    aliases: [],
    title: 'Step Functions cost',
    summary: 'transitions of a workflow and what they cost',
    service: 'Step Functions',
    topic: 'step-functions',
    load: () => import('./definitions/step-functions-cost.ts'),
  },
  {
    id: 'cache-latency',
    aliases: [],
    title: 'Cache latency',
    summary: 'average time and load left, by the hit ratio',
    service: 'ElastiCache',
    topic: 'caching-strategies',
    load: () => import('./definitions/cache-latency.ts'),
  },
  {
    id: 'xray-sampling',
    aliases: [],
    title: 'X-Ray sampling',
    summary: 'requests that a sampling rule traces',
    service: 'X-Ray',
    topic: 'x-ray',
    load: () => import('./definitions/xray-sampling.ts'),
  },
  {
    id: 'codedeploy-shift',
    aliases: [],
    title: 'CodeDeploy traffic shifting',
    summary: 'how long a linear or canary shift takes',
    service: 'CodeDeploy',
    topic: 'codedeploy-deployments',
    load: () => import('./definitions/codedeploy-shift.ts'),
  },
  {
    id: 'efs-throughput',
    aliases: [],
    title: 'EFS throughput',
    summary: 'baseline, burst and its length',
    service: 'EFS',
    topic: 'efs-instance-store',
    load: () => import('./definitions/efs-throughput.ts'),
  },
  {
    id: 'beanstalk-deploy',
    aliases: [],
    title: 'Elastic Beanstalk deployments',
    summary: 'time, capacity and instances of each policy',
    service: 'Elastic Beanstalk',
    topic: 'elastic-beanstalk-deployments',
    load: () => import('./definitions/beanstalk-deploy.ts'),
  },
  {
    id: 'route53-weights',
    aliases: [],
    title: 'Route 53 weights',
    summary: 'share of each weighted record',
    service: 'Route 53',
    topic: 'route53-routing-policies',
    load: () => import('./definitions/route53-weights.ts'),
  },
  {
    id: 'route53-failover',
    aliases: [],
    title: 'Route 53 failover',
    summary: 'time until clients are sent elsewhere',
    service: 'Route 53',
    topic: 'route53-health-checks',
    load: () => import('./definitions/route53-failover.ts'),
  },
  {
    id: 'transfer-time',
    aliases: [],
    title: 'Transfer time',
    summary: 'how long data takes over a line',
    service: 'Networking',
    topic: 's3-performance',
    load: () => import('./definitions/transfer-time.ts'),
  },
];

/** Every calculator, by id: for what needs most of them. */
export const loadCalculators = async (): Promise<ReadonlyMap<string, Calculator>> =>
  new Map((await Promise.all(CATALOGUE.map(loadCalculator))).map(calculator => [calculator.id, calculator]));

/** The entry with this id or alias. */
export const findCalculator = (name: string): CatalogueEntry | undefined =>
  CATALOGUE.find(({ id, aliases }) => id === name || aliases.includes(name));

/** Loads the definition of an entry. */
export const loadCalculator = async (entry: CatalogueEntry): Promise<Calculator> => ({
  ...(await entry.load()).definition,
  ...entry,
});
