/** Every definition at once, for what needs most of them. `catalogue.ts` loads one. */
import type { Calculator } from './catalogue.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Definition } from './define.ts';
import { definition as apiGatewayThrottle } from './definitions/api-gateway-throttle.ts';
import { definition as asgQueueBacklog } from './definitions/asg-queue-backlog.ts';
import { definition as asgTargetTracking } from './definitions/asg-target-tracking.ts';
import { definition as auroraQuorum } from './definitions/aurora-quorum.ts';
import { definition as availability } from './definitions/availability.ts';
import { definition as backoff } from './definitions/backoff.ts';
import { definition as beanstalkDeploy } from './definitions/beanstalk-deploy.ts';
import { definition as cacheLatency } from './definitions/cache-latency.ts';
import { definition as cidr } from './definitions/cidr.ts';
import { definition as codedeployShift } from './definitions/codedeploy-shift.ts';
import { definition as cpuCredits } from './definitions/cpu-credits.ts';
import { definition as dynamodbCost } from './definitions/dynamodb-cost.ts';
import { definition as dynamodbGsi } from './definitions/dynamodb-gsi.ts';
import { definition as dynamodbItemSize } from './definitions/dynamodb-item-size.ts';
import { definition as dynamodbPartitions } from './definitions/dynamodb-partitions.ts';
import { definition as dynamodbQuery } from './definitions/dynamodb-query.ts';
import { definition as dynamodbRcu } from './definitions/dynamodb-rcu.ts';
import { definition as dynamodbWcu } from './definitions/dynamodb-wcu.ts';
import { definition as ebsIops } from './definitions/ebs-iops.ts';
import { definition as ec2Purchase } from './definitions/ec2-purchase.ts';
import { definition as efsThroughput } from './definitions/efs-throughput.ts';
import { definition as kinesisShards } from './definitions/kinesis-shards.ts';
import { definition as kmsQuota } from './definitions/kms-quota.ts';
import { definition as lambdaConcurrency } from './definitions/lambda-concurrency.ts';
import { definition as lambdaCost } from './definitions/lambda-cost.ts';
import { definition as route53Failover } from './definitions/route53-failover.ts';
import { definition as route53Weights } from './definitions/route53-weights.ts';
import { definition as s3Multipart } from './definitions/s3-multipart.ts';
import { definition as s3Prefixes } from './definitions/s3-prefixes.ts';
import { definition as s3StorageCost } from './definitions/s3-storage-cost.ts';
import { definition as snsCost } from './definitions/sns-cost.ts';
import { definition as sqsCost } from './definitions/sqs-cost.ts';
import { definition as sqsVisibility } from './definitions/sqs-visibility.ts';
import { definition as stepFunctionsCost } from './definitions/step-functions-cost.ts';
import { definition as transferTime } from './definitions/transfer-time.ts';
import { definition as xraySampling } from './definitions/xray-sampling.ts';

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
  ['ec2-purchase', ec2Purchase],
  ['cpu-credits', cpuCredits],
  ['asg-target-tracking', asgTargetTracking],
  ['asg-queue-backlog', asgQueueBacklog],
  ['cidr', cidr],
  ['aurora-quorum', auroraQuorum],
  ['backoff', backoff],
  ['availability', availability],
  ['kms-quota', kmsQuota],
  ['step-functions-cost', stepFunctionsCost],
  ['cache-latency', cacheLatency],
  ['xray-sampling', xraySampling],
  ['codedeploy-shift', codedeployShift],
  ['efs-throughput', efsThroughput],
  ['beanstalk-deploy', beanstalkDeploy],
  ['route53-weights', route53Weights],
  ['route53-failover', route53Failover],
  ['transfer-time', transferTime],
]);

/** All calculators by id, in the order of the catalogue. */
export const CALCULATORS: ReadonlyMap<string, Calculator> = new Map(
  CATALOGUE.flatMap((entry): [string, Calculator][] => {
    const definition = DEFINITIONS.get(entry.id);
    return definition === undefined ? [] : [[entry.id, { ...definition, ...entry }]];
  }),
);
