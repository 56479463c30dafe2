/** Every definition at once, for code that cannot wait: practice questions in a session. `catalogue.ts` loads one. */
import type { Calculator } from './catalogue.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Definition } from './define.ts';
import { definition as apiGatewayThrottle } from './definitions/api-gateway-throttle.ts';
import { definition as dynamodbCost } from './definitions/dynamodb-cost.ts';
import { definition as dynamodbGsi } from './definitions/dynamodb-gsi.ts';
import { definition as dynamodbItemSize } from './definitions/dynamodb-item-size.ts';
import { definition as dynamodbPartitions } from './definitions/dynamodb-partitions.ts';
import { definition as dynamodbQuery } from './definitions/dynamodb-query.ts';
import { definition as dynamodbRcu } from './definitions/dynamodb-rcu.ts';
import { definition as dynamodbWcu } from './definitions/dynamodb-wcu.ts';
import { definition as ebsIops } from './definitions/ebs-iops.ts';
import { definition as kinesisShards } from './definitions/kinesis-shards.ts';
import { definition as lambdaConcurrency } from './definitions/lambda-concurrency.ts';
import { definition as lambdaCost } from './definitions/lambda-cost.ts';
import { definition as s3Multipart } from './definitions/s3-multipart.ts';
import { definition as s3Prefixes } from './definitions/s3-prefixes.ts';
import { definition as s3StorageCost } from './definitions/s3-storage-cost.ts';
import { definition as snsCost } from './definitions/sns-cost.ts';
import { definition as sqsCost } from './definitions/sqs-cost.ts';
import { definition as sqsVisibility } from './definitions/sqs-visibility.ts';

const DEFINITIONS: ReadonlyMap<string, Definition> = new Map([
  ['dynamodb-rcu', dynamodbRcu],
  ['dynamodb-wcu', dynamodbWcu],
  ['dynamodb-query', dynamodbQuery],
  ['dynamodb-item-size', dynamodbItemSize],
  ['dynamodb-gsi', dynamodbGsi],
  ['dynamodb-partitions', dynamodbPartitions],
  ['dynamodb-cost', dynamodbCost],
  ['lambda-cost', lambdaCost],
  ['lambda-concurrency', lambdaConcurrency],
  ['sqs-visibility', sqsVisibility],
  ['sqs-cost', sqsCost],
  ['sns-cost', snsCost],
  ['kinesis-shards', kinesisShards],
  ['api-gateway-throttle', apiGatewayThrottle],
  ['ebs-iops', ebsIops],
  ['s3-multipart', s3Multipart],
  ['s3-prefixes', s3Prefixes],
  ['s3-storage-cost', s3StorageCost],
]);

/** All calculators by id, in the order of the catalogue. */
export const CALCULATORS: ReadonlyMap<string, Calculator> = new Map(
  CATALOGUE.flatMap((entry): [string, Calculator][] => {
    const definition = DEFINITIONS.get(entry.id);
    return definition === undefined ? [] : [[entry.id, { ...definition, ...entry }]];
  }),
);
