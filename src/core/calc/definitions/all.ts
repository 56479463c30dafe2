/** Every definition at once, for what needs most of them. `catalogue.ts` loads one. */
import type { Calculator } from '../catalogue.ts';
import { CATALOGUE } from '../catalogue.ts';
import type { Definition } from '../engine/define.ts';
import { definition as apiGatewayThrottle } from './api-gateway-throttle.ts';
import { definition as asgQueueBacklog } from './asg-queue-backlog.ts';
import { definition as asgTargetTracking } from './asg-target-tracking.ts';
import { definition as auroraQuorum } from './aurora-quorum.ts';
import { definition as availability } from './availability.ts';
import { definition as backoff } from './backoff.ts';
import { definition as beanstalkDeploy } from './beanstalk-deploy.ts';
import { definition as cacheLatency } from './cache-latency.ts';
import { definition as cidr } from './cidr.ts';
import { definition as codedeployShift } from './codedeploy-shift.ts';
import { definition as cpuCredits } from './cpu-credits.ts';
import { definition as dynamodbCost } from './dynamodb-cost.ts';
import { definition as dynamodbGsi } from './dynamodb-gsi.ts';
import { definition as dynamodbItemSize } from './dynamodb-item-size.ts';
import { definition as dynamodbPartitions } from './dynamodb-partitions.ts';
import { definition as dynamodbQuery } from './dynamodb-query.ts';
import { definition as dynamodbRcu } from './dynamodb-rcu.ts';
import { definition as dynamodbWcu } from './dynamodb-wcu.ts';
import { definition as ebsIops } from './ebs-iops.ts';
import { definition as ec2Purchase } from './ec2-purchase.ts';
import { definition as efsThroughput } from './efs-throughput.ts';
import { definition as kinesisShards } from './kinesis-shards.ts';
import { definition as kmsQuota } from './kms-quota.ts';
import { definition as lambdaConcurrency } from './lambda-concurrency.ts';
import { definition as lambdaCost } from './lambda-cost.ts';
import { definition as route53Failover } from './route53-failover.ts';
import { definition as route53Weights } from './route53-weights.ts';
import { definition as s3Multipart } from './s3-multipart.ts';
import { definition as s3Prefixes } from './s3-prefixes.ts';
import { definition as s3StorageCost } from './s3-storage-cost.ts';
import { definition as snsCost } from './sns-cost.ts';
import { definition as sqsCost } from './sqs-cost.ts';
import { definition as sqsVisibility } from './sqs-visibility.ts';
import { definition as stepFunctionsCost } from './step-functions-cost.ts';
import { definition as transferTime } from './transfer-time.ts';
import { definition as xraySampling } from './xray-sampling.ts';

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
