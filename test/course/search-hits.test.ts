import { describe, expect, it } from 'vitest';
import { FIND_TYPES, searchCourse } from '../../src/app/search/search-course.ts';
import { openReader } from '../../src/content/compiled/course-reader.ts';
import { memorySource } from '../../src/disk/byte-source.ts';
import { compileCourse } from '../../src/content/parse/compile.ts';
import { loadCourse } from '../../src/content/parse/load-course.ts';
import { ROOT } from '../support/run-study.ts';

/** What is typed, and the topic whose section must be the first hit; after `#` the section too. */
const QUERIES: readonly (readonly [query: string, first: string])[] = [
  ['sqs', 'sqs'],
  ['sts', 'sts'],
  ['iam', 'iam'],
  ['ses', 'ses'],
  ['ebs', 'ebs'],
  ['rds', 'rds'],
  ['kms', 'kms'],
  ['vpc', 'vpc'],
  ['sns', 'sns'],
  ['lambda', 'lambda'],
  ['ecs', 'ecs'],
  ['eks', 'eks'],
  ['ecr', 'ecr'],
  ['acm', 'acm'],
  ['cors', 'cors#what-cors-is'],
  ['dynamodb', 'dynamodb'],
  ['acl', 's3-access-control#acls'],
  ['nacl', 'vpc#network-acls'],
  ['efs', 'efs-instance-store#amazon-efs'],
  ['dax', 'dynamodb-accelerator#what-dax-is'],
  ['dlq', 'sqs-visibility-timeout-dlq-and-delay'],
  ['gsi', 'dynamodb-secondary-indexes'],
  ['alb', 'elastic-load-balancing'],
  ['waf', 'waf-and-shield#aws-waf'],
  ['scp', 'organizations-and-scp'],
  ['cdn', 'cloudfront#what-a-cdn-is-for'],
  ['s3', 's3-buckets-and-versioning'],
  ['ec2', 'ec2-instances'],
  ['ami', 'ami-and-snapshots'],
  ['asg', 'auto-scaling-groups'],
  ['cdk', 'sam-and-cdk#cdk'],
  ['Amazon SQS', 'sqs'],
  ['simple queue service', 'sqs'],
  ['security token service', 'sts'],
  ['presigned url', 's3-access-control#pre-signed-urls'],
  ['presigned urls', 's3-access-control#pre-signed-urls'],
  ['pre-signed URL', 's3-access-control#pre-signed-urls'],
  ['xray', 'x-ray'],
  ['X-Ray', 'x-ray'],
  ['x ray', 'x-ray'],
  ['400KB', 'dynamodb-item-operations#batches'],
  ['dead letter queue', 'sqs-visibility-timeout-dlq-and-delay#dead-letter-queues'],
  ['dead-letter queues', 'sqs-visibility-timeout-dlq-and-delay#dead-letter-queues'],
  ['ondemand', 'ec2-purchasing-options#on-demand'],
  ['cold starts', 'lambda-concurrency#cold-starts'],
  ['secret manager rotation', 'secrets-manager-and-parameter-store#rotation'],
  ['visibility timeout', 'sqs-visibility-timeout-dlq-and-delay#visibility-timeout'],
  ['visibilty timout', 'sqs-visibility-timeout-dlq-and-delay#visibility-timeout'],
  ['long polling', 'sqs-polling-and-api#long-polling'],
  ['fifo queue', 'sqs-fifo-queue'],
  ['multi az', 'rds-read-replicas-multi-az#multi-az'],
  ['read replica', 'rds-read-replicas-multi-az#read-replicas'],
  ['reserved concurrency', 'lambda-concurrency#reserved-concurrency'],
  ['lambda layers', 'lambda-packaging-and-deployment#layers'],
  ['lambda@edge', 'lambda-at-edge'],
  ['envelope encryption', 'kms#envelope-encryption'],
  ['assume role', 'sts#assuming-a-role'],
  ['signed cookies', 'cloudfront-signed-urls'],
  ['sticky session', 'elb-sticky-sessions-draining#sticky-sessions'],
  ['health check', 'route53-health-checks'],
  ['cache-aside', 'caching-strategies#lazy-loading'],
  ['multipart upload', 's3-performance#multipart-upload'],
  ['buildspec.yml', 'codebuild#the-buildspec'],
  ['exponential backoff', 'api-throttling-quotas#exponential-backoff'],
];

describe('search of the shipped course', () => {
  const loaded = loadCourse(ROOT);
  const course = openReader(memorySource(compileCourse(loaded, '')), { root: null, origin: 'shipped' });
  const find = (query: string) => searchCourse(course, query, { limit: 5, types: FIND_TYPES, excerpt: 80 });

  it.each(QUERIES)('%s finds %s first', (query, first) => {
    const [hit] = find(query).finds.filter(({ type }) => type === 'section');
    expect(first.includes('#') ? hit?.ref : hit?.topic).toBe(first);
  });

  it('is for at least 60 queries that a table says the first hit of', () => {
    expect(new Set(QUERIES.map(([query]) => query)).size).toBeGreaterThanOrEqual(60);
  });

  it('finds as much, however numbers and hyphens are written', () => {
    const total = (query: string): number => [...find(query).totals.values()].reduce((a, b) => a + b, 0);
    for (const [one, other] of [
      ['10 GB', '10GB'],
      ['400 KB', '400KB'],
      ['x-ray', 'xray'],
      ['presigned url', 'pre-signed URLs'],
      ['dead-letter', 'deadletter'],
    ] as const) {
      expect([other, total(other)]).toEqual([other, total(one)]);
    }
  });
});
