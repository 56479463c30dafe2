/**
 * Prices, quotas and defaults of AWS that calculators use, each with its source, the day it was checked and how
 * sure it is. Prices are those of us-east-1. Whatever AWS changes is changed here and nowhere else.
 */
import type { Confidence, Fact } from './fact.ts';

/** Region of all prices. */
export const PRICE_REGION = 'us-east-1';

/** The day all figures were last compared with their sources. */
const CHECKED = '2026-11-20';

const price = (amount: string, label: string, source: string, confidence: Confidence = 'quoted'): Fact => ({
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
  confidence: Confidence = 'official',
): Fact => ({ kind: 'quota', amount, unit, label, source, checked: CHECKED, confidence });

const DOCS = 'https://docs.aws.amazon.com';
const DYNAMODB_PARTITIONS = `${DOCS}/amazondynamodb/latest/developerguide/bp-partition-key-design.html`;
const LAMBDA_PRICING = 'https://aws.amazon.com/lambda/pricing/';
const LAMBDA_SCALING_PAGE = `${DOCS}/lambda/latest/dg/scaling-behavior.html`;
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
