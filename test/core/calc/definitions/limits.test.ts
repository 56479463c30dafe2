import { describe, expect, it } from 'vitest';
import { calc, problemsOf } from '../../../support/calc.ts';

describe('what is refused', () => {
  it.each([
    ['rcu', '--reads x --item-size 4Kb', { reads: 'must be a rate', 'item-size': 'means bits' }],
    ['rcu', '--reads 1 --item-size 401KB', { 'item-size': 'must be between 0 and 400 KB' }],
    ['rcu', '--reads 1 --item-size 4parsec', { 'item-size': 'has the unknown unit "parsec"' }],
    ['rcu', '--reads -1 --item-size 4KB', { reads: 'must be at least 0 reads/s' }],
    [
      'rcu',
      '--reads 1 --item-size 1 --consistency sometimes',
      { consistency: 'must be one of strong, eventual' },
    ],
    ['wcu', '', { writes: 'is missing', 'item-size': 'is missing' }],
    ['scan', '--items 1.5 --item-size 1KB', { items: 'must be a whole number' }],
    ['scan', '', { items: 'is missing: give --items with --item-size, or --total' }],
    ['scan', '--items 5', { 'item-size': 'is missing' }],
    ['scan', '--item-size 5', { items: 'is missing' }],
    ['scan', '--items 5 --item-size 5 --total 5', { total: 'must stand alone' }],
    [
      'lambda',
      '--requests 1 --duration 901s --memory 127.5',
      { duration: 'must be between 0', memory: 'must be between 128' },
    ],
    ['lambda', '--requests 1 --duration 1s --memory 128.5', { memory: 'must be a whole number of MB' }],
    ['kinesis', '', { records: 'is missing' }],
    ['kinesis', '--records 5', { 'record-size': 'is missing' }],
    ['kinesis', '--records 5 --record-size 1KB --write 5', { 'record-size': 'cannot stand beside --write' }],
    ['dynamodb-item-size', '--item [1]', { item: 'must be a JSON object' }],
    ['dynamodb-item-size', '--item {"a":{"B":"x"}}', { item: 'that is not base64' }],
    ['dynamodb-item-size', '--item {"a":{"N":"x"}}', { item: 'that is no number' }],
    ['dynamodb-item-size', '--item {"a":{"L":[1]}}', { item: 'mixes DynamoDB JSON with plain JSON' }],
    ['dynamodb-item-size', '--item {"a":01}', { item: 'must be JSON such as' }],
    ['dynamodb-gsi', '--writes 1 --item-size 1 --index 1KB:drop', { index: 'must be a size and one of put' }],
    [
      'dynamodb-gsi',
      '--writes 1 --item-size 1 --index 1KB:put,500KB:put',
      { index: 'has "500KB:put", which must be' },
    ],
    ['dynamodb-cost', '--rcu 1 --wcu 1 --utilisation 101%', { utilisation: 'must be between 0 and 100 %' }],
    ['sqs', '--messages 1 --message-size 200KB --batch 10', { 'message-size': 'is too large for the batch' }],
    [
      'sqs',
      '--messages 1 --message-size 1 --batch 11 --actions 4',
      { batch: 'between 1 and 10', actions: 'one of 1, 2, 3' },
    ],
    ['sns', '--publishes 1 --message-size 257KB', { 'message-size': 'must be between 0 and 256 KB' }],
    ['ebs', '--type gp4 --size 1', { type: 'must be one of gp2, gp3' }],
    ['ebs', '--type st1 --size 100', { size: 'must be between 125 and 16,384 GiB for st1' }],
    ['ebs', '--type gp2 --size 100 --iops 3000', { iops: 'cannot be chosen for gp2' }],
    ['ebs', '--type io1 --size 10 --iops 501', { iops: 'must be between 100 and 500 IOPS' }],
    [
      's3-multipart',
      '--object-size 5TiB --part-size 100MiB',
      { 'part-size': 'makes 52,429 parts, more than 10,000: take at least 525 MiB' },
    ],
    [
      's3-multipart',
      '--object-size 5TiB --part-size 4MiB',
      { 'part-size': 'must be between 5 and 5,120 MiB' },
    ],
    ['s3-multipart', '--object-size 49TiB', { 'object-size': 'must be between 1 and' }],
    ['ec2-purchase', '--hours 731', { hours: 'must be between 0 and 730 hours' }],
    [
      'asg-target-tracking',
      '--current 1 --metric 1 --target 0 --min 3 --max 2',
      { target: 'must be more than 0', max: 'must not be less than --min' },
    ],
    [
      'asg-queue-backlog',
      '--messages 1 --processing 0 --latency 0 --current 1',
      { processing: 'more than 0', latency: 'more than 0' },
    ],
    ['cidr', '10.0.0.0/15', { cidr: 'must have a prefix between /16 and /28' }],
    ['cidr', '10.0.0.0/29', { cidr: 'must have a prefix between /16 and /28' }],
    ['cidr', '10.0.0.256/24', { cidr: 'must be an IPv4 block' }],
    ['cidr', '10.0.0/24', { cidr: 'must be an IPv4 block' }],
    ['cidr', '010.0.0.0/24', { cidr: 'must be an IPv4 block' }],
    ['cidr', '2001:db8::/56', { cidr: 'is IPv6' }],
    ['cidr', '10.0.0.0/20 --into 18', { into: 'must not be shorter than /20' }],
    [
      'cidr',
      '--into 24 --hosts 70000',
      { hosts: 'must be between 0 and 65,531', into: 'needs a block to divide' },
    ],
    ['aurora-quorum', '--lost-copies 7', { 'lost-copies': 'must be between 0 and 6' }],
    ['backoff', '--base 1 --retries 101', { retries: 'must be between 0 and 100' }],
    ['availability', '', { series: 'is missing' }],
    ['availability', '--series 99,101', { series: 'has "101", which must be between 0 and 100 %' }],
    ['kms-quota', '--quota 0', { quota: 'must be at least 1' }],
    ['codedeploy-shift', '', { config: 'is missing' }],
    ['codedeploy-shift', '--step 10', { every: 'is missing' }],
    ['codedeploy-shift', '--config LambdaAllAtOnce --step 10 --every 1', { config: 'cannot stand beside' }],
    ['codedeploy-shift', '--config OneAtATime', { config: 'must be one of LambdaAllAtOnce' }],
    [
      'beanstalk-deploy',
      '--policy rolling --instances 2 --batch 3 --minutes 1',
      { batch: 'must not be more than --instances' },
    ],
    ['beanstalk-deploy', '--policy rolling --instances 0 --minutes 1', { instances: 'must be at least 1' }],
    ['route53-weights', '--weights 1,256', { weights: 'has "256"' }],
    ['route53-failover', '--interval 20', { interval: 'must be 10 s or 30 s' }],
    ['transfer-time', '--data 1GB --bandwidth 0', { bandwidth: 'must be at least' }],
    ['transfer-time', '--data 1GB --bandwidth 5mb/s', { bandwidth: 'has the unknown unit "mb/s"' }],
    ['cpu-credits', '--type m5.large --utilisation 10', { type: 'must be one of t2.nano' }],
  ] as const)('%s %s', (name, flags, wanted) => {
    const problems = problemsOf(name, flags);
    expect(problems.map(({ flag }) => flag)).toEqual(Object.keys(wanted));
    problems.forEach(({ message }, i) => expect(message).toContain(Object.values(wanted)[i]));
  });

  it('blames the flag that makes a count larger than JSON can carry', () => {
    expect(problemsOf('rcu', '--reads 1e17 --item-size 400KB')).toEqual([
      {
        flag: 'reads',
        given: '1e17',
        message:
          '"1e17" makes rcu 5,000,000,000,000,000,000 RCU, more than the largest count, 9,007,199,254,740,991',
      },
    ]);
    expect(problemsOf('wcu', '--writes 1 --item-size 400KB')).toEqual([]);
    expect(problemsOf('wcu', '--writes 1e18/min --item-size 400KB').map(({ flag }) => flag)).toEqual([
      'writes',
    ]);
    expect(calc('rcu', '--reads 9007199254740991 --item-size 4KB --consistency strong')).toEqual({
      rcu: Number.MAX_SAFE_INTEGER,
    });
  });
});
