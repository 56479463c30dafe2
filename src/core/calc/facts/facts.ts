/**
 * Prices, quotas and defaults of AWS that calculators use, each with its source, the day it was checked and how
 * sure it is. Prices are those of us-east-1. Whatever AWS changes is changed here and nowhere else.
 */
import type { FactStatus, Fact } from './fact.ts';

/** Region of all prices. */
export const PRICE_REGION = 'us-east-1';

/** The day all figures were last compared with their sources. */
const CHECKED = '2026-11-20';

const price = (amount: string, label: string, source: string, confidence: FactStatus = 'quoted'): Fact => ({
  kind: 'price',
  amount,
  unit: 'USD',
  label,
  source,
  checked: CHECKED,
  confidence,
});

const quota = (
  amount: string,
  unit: string,
  label: string,
  source: string,
  confidence: FactStatus = 'official',
): Fact => ({ kind: 'quota', amount, unit, label, source, checked: CHECKED, confidence });

const DOCS = 'https://docs.aws.amazon.com';
const DYNAMODB_PARTITIONS = `${DOCS}/amazondynamodb/latest/developerguide/bp-partition-key-design.html`;
const LAMBDA_PRICING = 'https://aws.amazon.com/lambda/pricing/';
const LAMBDA_SCALING_PAGE = `${DOCS}/lambda/latest/dg/scaling-behavior.html`;
const SQS_PRICING = 'https://aws.amazon.com/sqs/pricing/';
const SNS_PRICING = 'https://aws.amazon.com/sns/pricing/';
const API_THROTTLING = `${DOCS}/apigateway/latest/developerguide/api-gateway-request-throttling.html`;
const EBS_TYPES = `${DOCS}/ebs/latest/userguide/ebs-volume-types.html`;
const CREATE_VOLUME = `${DOCS}/AWSEC2/latest/APIReference/API_CreateVolume.html`;
const S3_UPLOAD = `${DOCS}/AmazonS3/latest/userguide/qfacts.html`;
const S3_PERFORMANCE = `${DOCS}/AmazonS3/latest/userguide/optimizing-performance.html`;
const S3_PRICING = 'https://aws.amazon.com/s3/pricing/';
const EC2_PRICING = 'https://aws.amazon.com/ec2/pricing/';
const VPC_SUBNETS = `${DOCS}/vpc/latest/userguide/subnet-sizing.html`;
const KMS_QUOTAS = `${DOCS}/kms/latest/developerguide/requests-per-second.html`;
const STEP_FUNCTIONS_PRICING = 'https://aws.amazon.com/step-functions/pricing/';
const XRAY_SAMPLING = `${DOCS}/xray/latest/devguide/xray-console-sampling.html`;
const EFS_PERFORMANCE = `${DOCS}/efs/latest/ug/performance.html`;
const ROUTE53_CHECKS = `${DOCS}/Route53/latest/DeveloperGuide/health-checks-creating-values.html`;
const KINESIS_LIMITS = `${DOCS}/streams/latest/dev/service-sizes-and-limits.html`;

/** What one partition of a DynamoDB table carries. */
export const DYNAMODB_PARTITION = {
  partitionReads: quota('3000', 'RCU', 'at most for one partition', DYNAMODB_PARTITIONS),
  partitionWrites: quota('1000', 'WCU', 'at most for one partition', DYNAMODB_PARTITIONS),
  partitionSize: quota(
    '10',
    'GB',
    'at most in one partition, the classic estimate',
    DYNAMODB_PARTITIONS,
    'unconfirmed',
  ),
} satisfies Record<string, Fact>;

/** What DynamoDB costs, Standard table class. */
export const DYNAMODB = {
  onDemandReadPrice: price(
    '0.125',
    'a million read request units',
    'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  ),
  onDemandWritePrice: price(
    '0.625',
    'a million write request units',
    'https://aws.amazon.com/dynamodb/pricing/on-demand/',
  ),
  rcuPrice: price('0.00013', 'an RCU-hour', 'https://aws.amazon.com/dynamodb/pricing/provisioned/'),
  wcuPrice: price('0.00065', 'a WCU-hour', 'https://aws.amazon.com/dynamodb/pricing/provisioned/'),
} satisfies Record<string, Fact>;

/** What Lambda costs. */
export const LAMBDA = {
  requestPrice: price('0.20', 'a million requests', LAMBDA_PRICING),
  x86Price: price('0.0000166667', 'a GB-second on x86, the first 6 billion a month', LAMBDA_PRICING),
  x86Price2: price('0.000015', 'a GB-second on x86, the next 9 billion', LAMBDA_PRICING),
  x86Price3: price('0.0000133334', 'a GB-second on x86, above 15 billion', LAMBDA_PRICING),
  armPrice: price('0.0000133334', 'a GB-second on Arm, the first 7.5 billion a month', LAMBDA_PRICING),
  armPrice2: price('0.0000120001', 'a GB-second on Arm, the next 11.25 billion', LAMBDA_PRICING),
  armPrice3: price('0.0000106667', 'a GB-second on Arm, above 18.75 billion', LAMBDA_PRICING, 'unconfirmed'),
  storagePrice: price('0.0000000309', 'a GB-second of /tmp above 512 MB', LAMBDA_PRICING),
  provisionedPrice: price('0.0000041667', 'a GB-second of provisioned concurrency', LAMBDA_PRICING),
  freeRequests: quota('1000000', 'requests', 'free a month', LAMBDA_PRICING, 'quoted'),
  freeGbSeconds: quota('400000', 'GB-s', 'free a month', LAMBDA_PRICING, 'quoted'),
} satisfies Record<string, Fact>;

/** How Lambda scales. */
export const LAMBDA_SCALING = {
  requestsPerEnvironment: quota(
    '10',
    'requests/s',
    'at most for one execution environment',
    LAMBDA_SCALING_PAGE,
  ),
  accountConcurrency: quota('1000', 'executions', 'at once for an account and Region', LAMBDA_SCALING_PAGE),
  scalingStep: quota('1000', 'environments', 'more every 10 seconds for each function', LAMBDA_SCALING_PAGE),
} satisfies Record<string, Fact>;

/** What one shard carries. */
export const KINESIS = {
  shardWrite: quota('1', 'MB/s', 'into one shard', KINESIS_LIMITS),
  shardRecords: quota('1000', 'records/s', 'into one shard', KINESIS_LIMITS),
  shardRead: quota('2', 'MB/s', 'out of one shard, shared by its consumers', KINESIS_LIMITS),
} satisfies Record<string, Fact>;

/** What SQS costs. */
export const SQS = {
  chunk: quota('64', 'KB', 'of payload for each request that is billed', SQS_PRICING, 'quoted'),
  standardPrice: price('0.40', 'a million requests, standard queue', SQS_PRICING),
  fifoPrice: price('0.50', 'a million requests, FIFO queue', SQS_PRICING),
  freeRequests: quota('1000000', 'requests', 'free a month', SQS_PRICING, 'quoted'),
} satisfies Record<string, Fact>;

/** Limits of an SQS queue. */
export const SQS_QUEUE = {
  longestVisibility: quota(
    '43200',
    's',
    'at most for a visibility timeout',
    `${DOCS}/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html`,
  ),
} satisfies Record<string, Fact>;

/** What SNS costs. */
export const SNS = {
  chunk: quota('64', 'KB', 'of payload for each request that is billed', SNS_PRICING, 'quoted'),
  publishPrice: price('0.50', 'a million publishes', SNS_PRICING),
  httpPrice: price('0.60', 'a million HTTP deliveries', SNS_PRICING),
  emailPrice: price('2.00', '100,000 e-mail deliveries', SNS_PRICING),
  freePublishes: quota('1000000', 'publishes', 'free a month', SNS_PRICING, 'quoted'),
  freeHttp: quota('100000', 'HTTP deliveries', 'free a month', SNS_PRICING, 'quoted'),
  freeEmails: quota('1000', 'e-mail deliveries', 'free a month', SNS_PRICING, 'quoted'),
} satisfies Record<string, Fact>;

/** Throttling of API Gateway. */
export const API_GATEWAY = {
  accountRate: quota('10000', 'requests/s', 'for an account and Region by default', API_THROTTLING, 'quoted'),
  accountBurst: quota(
    '5000',
    'requests',
    'of burst for an account and Region by default',
    API_THROTTLING,
    'quoted',
  ),
} satisfies Record<string, Fact>;

/** What EBS volumes do. */
export const EBS = {
  gp2PerGib: quota('3', 'IOPS', 'for each GiB of a gp2 volume', EBS_TYPES, 'quoted'),
  gp2Least: quota('100', 'IOPS', 'at least for a gp2 volume', EBS_TYPES, 'quoted'),
  gp2Most: quota('16000', 'IOPS', 'at most for a gp2 volume', EBS_TYPES, 'quoted'),
  gp2Burst: quota('3000', 'IOPS', 'while a gp2 volume bursts', EBS_TYPES, 'quoted'),
  gp2Credits: quota('5400000', 'I/O credits', 'in the full bucket of a gp2 volume', EBS_TYPES, 'quoted'),
  gp3Included: quota('3000', 'IOPS', 'included with a gp3 volume', CREATE_VOLUME),
  gp3PerGib: quota('500', 'IOPS', 'at most for each GiB of a gp3 volume', EBS_TYPES, 'unconfirmed'),
  gp3Most: quota('80000', 'IOPS', 'at most for a gp3 volume', CREATE_VOLUME),
  gp3Throughput: quota('125', 'MiB/s', 'included with a gp3 volume', CREATE_VOLUME),
  io1PerGib: quota('50', 'IOPS', 'at most for each GiB of an io1 volume', EBS_TYPES, 'unconfirmed'),
  io1Most: quota('64000', 'IOPS', 'at most for an io1 volume', CREATE_VOLUME),
  io2PerGib: quota('1000', 'IOPS', 'at most for each GiB of an io2 volume', EBS_TYPES, 'unconfirmed'),
  io2Most: quota('256000', 'IOPS', 'at most for an io2 volume', CREATE_VOLUME),
  st1Baseline: quota('40', 'MiB/s', 'for each TiB of an st1 volume', EBS_TYPES, 'unconfirmed'),
  st1Burst: quota('250', 'MiB/s', 'for each TiB while an st1 volume bursts', EBS_TYPES, 'unconfirmed'),
  st1Most: quota('500', 'MiB/s', 'at most for an st1 volume', EBS_TYPES, 'unconfirmed'),
  sc1Baseline: quota('12', 'MiB/s', 'for each TiB of an sc1 volume', EBS_TYPES, 'unconfirmed'),
  sc1Burst: quota('80', 'MiB/s', 'for each TiB while an sc1 volume bursts', EBS_TYPES, 'unconfirmed'),
  sc1Most: quota('250', 'MiB/s', 'at most for an sc1 volume', EBS_TYPES, 'unconfirmed'),
} satisfies Record<string, Fact>;

/** Limits of a multipart upload to S3. */
export const S3_MULTIPART = {
  mostParts: quota('10000', 'parts', 'at most', S3_UPLOAD),
  leastPart: quota('5', 'MiB', 'at least for a part that is not the last', S3_UPLOAD),
} satisfies Record<string, Fact>;

/** Request rates of S3. */
export const S3_RATES = {
  prefixWrites: quota(
    '3500',
    'requests/s',
    'PUT, COPY, POST, DELETE for a partitioned prefix',
    S3_PERFORMANCE,
  ),
  prefixReads: quota('5500', 'requests/s', 'GET, HEAD for a partitioned prefix', S3_PERFORMANCE),
} satisfies Record<string, Fact>;

/** What a GB-month in the storage classes of S3 costs, and a GB that is retrieved. */
export const S3_CLASSES = {
  standardPrice: price('0.023', 'a GB-month in Standard', S3_PRICING),
  standardIaPrice: price('0.0125', 'a GB-month in Standard-IA', S3_PRICING),
  oneZonePrice: price('0.01', 'a GB-month in One Zone-IA', S3_PRICING),
  instantPrice: price('0.004', 'a GB-month in Glacier Instant Retrieval', S3_PRICING),
  flexiblePrice: price('0.0036', 'a GB-month in Glacier Flexible Retrieval', S3_PRICING),
  deepPrice: price('0.00099', 'a GB-month in Glacier Deep Archive', S3_PRICING),
  iaRetrievalPrice: price(
    '0.01',
    'a GB retrieved from Standard-IA or One Zone-IA',
    S3_PRICING,
    'unconfirmed',
  ),
  instantRetrievalPrice: price(
    '0.03',
    'a GB retrieved from Glacier Instant Retrieval',
    S3_PRICING,
    'unconfirmed',
  ),
} satisfies Record<string, Fact>;

/** Prices of one instance as an example: an m4.large as the course's notes have it. */
export const EC2 = {
  onDemandHour: price('0.10', 'an hour on demand, an m4.large as an example', EC2_PRICING, 'unconfirmed'),
  reservedHour: price(
    '0.062',
    'an hour reserved for a year without upfront payment, the same example',
    EC2_PRICING,
    'unconfirmed',
  ),
  spotHour: price('0.045', 'an hour on Spot, the same example', EC2_PRICING, 'unconfirmed'),
} satisfies Record<string, Fact>;

/** Addresses of a subnet. */
export const VPC = {
  reserved: quota('5', 'addresses', 'reserved in every subnet: the first four and the last', VPC_SUBNETS),
} satisfies Record<string, Fact>;

/** Request quotas of KMS for symmetric keys, shared by an account in a Region. */
export const KMS = {
  requestQuota: quota('10000', 'requests/s', 'in most Regions', KMS_QUOTAS, 'quoted'),
  largeQuota: quota('100000', 'requests/s', 'in us-east-1, us-west-2 and eu-west-1', KMS_QUOTAS, 'quoted'),
} satisfies Record<string, Fact>;

/** What Step Functions standard workflows cost. */
export const STEP_FUNCTIONS = {
  transitionPrice: price('0.025', 'a thousand state transitions', STEP_FUNCTIONS_PRICING),
  freeTransitions: quota('4000', 'transitions', 'free a month', STEP_FUNCTIONS_PRICING, 'quoted'),
} satisfies Record<string, Fact>;

/** The default sampling rule of X-Ray. */
export const XRAY = {
  defaultReservoir: quota('1', 'requests/s', 'traced in full by the default rule', XRAY_SAMPLING),
  defaultRate: quota('5', '%', 'of the further requests by the default rule', XRAY_SAMPLING),
} satisfies Record<string, Fact>;

/** Bursting throughput of EFS. */
export const EFS = {
  baselinePerGib: quota('50', 'KiB/s', 'for each GiB stored', EFS_PERFORMANCE),
  leastBurst: quota('100', 'MiB/s', 'at least while it bursts', EFS_PERFORMANCE),
  burstPerTib: quota('100', 'MiB/s', 'for each TiB while it bursts', EFS_PERFORMANCE),
} satisfies Record<string, Fact>;

/** Defaults of a Route 53 health check. */
export const ROUTE53 = {
  interval: quota('30', 's', 'between checks by default; 10 s are possible', ROUTE53_CHECKS),
  threshold: quota('3', 'checks', 'that must fail by default', ROUTE53_CHECKS),
} satisfies Record<string, Fact>;
