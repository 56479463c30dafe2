import {
  add,
  ceil,
  compare,
  divide,
  max,
  multiply,
  ONE,
  rational,
  subtract,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count, duration } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const TWO = rational(2);

/** Time, capacity and instances of each policy. */
export const definition = calculator({
  source: {
    title: 'Elastic Beanstalk deployment policies and settings',
    url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html',
    checked: '2026-11-20',
  },
  inputs: {
    policy: choice(
      {
        'all-at-once': 'all at once',
        rolling: 'rolling',
        'rolling-with-additional-batch': 'rolling with additional batch',
        immutable: 'immutable',
        'traffic-splitting': 'traffic splitting',
      },
      { help: 'deployment policy' },
    ),
    instances: count('instances', {
      help: 'instances of the environment',
      min: '1',
      samples: ['4', '6', '8', '10', '12'],
    }),
    batch: count('instances', {
      help: 'instances of a batch',
      default: '1',
      min: '1',
      samples: ['2', '3', '4'],
    }),
    minutes: duration('min', { help: 'time one batch takes', samples: ['3min', '4min', '5min', '6min'] }),
    evaluation: duration('min', {
      help: 'time in which the new version gets part of the traffic',
      default: '5',
      samples: ['5min', '10min', '15min'],
    }),
  },
})
  .rule(['batch', 'instances'], v =>
    compare(v.batch, v.instances) > 0 ? 'must not be more than --instances' : null,
  )
  .step('batches', {
    label: 'Batches',
    unit: 'batches',
    formula: v => {
      switch (v.policy) {
        case 'all-at-once':
          return 'one, of everything';
        case 'rolling':
          return 'ceil({instances} / {batch})';
        case 'rolling-with-additional-batch':
          return 'ceil({instances} / {batch}) + 1';
        case 'immutable':
          return 'one of 1 instance, then one of the rest';
        case 'traffic-splitting':
          return 'one, of new instances';
      }
    },
    compute: v => {
      const rolling = ceil(divide(v.instances, v.batch));
      switch (v.policy) {
        case 'all-at-once':
        case 'traffic-splitting':
          return ONE;
        case 'rolling':
          return rolling;
        case 'rolling-with-additional-batch':
          return add(rolling, ONE);
        case 'immutable':
          return compare(v.instances, ONE) > 0 ? TWO : ONE;
      }
    },
  })
  .step('allMinutes', {
    label: 'Time of the deployment',
    unit: 'minutes',
    formula: v => `{batches} × {minutes}${v.policy === 'traffic-splitting' ? ' + {evaluation}' : ''}`,
    compute: v => add(multiply(v.batches, v.minutes), v.policy === 'traffic-splitting' ? v.evaluation : ZERO),
  })
  .step('minimumCapacity', {
    label: 'Instances in service at the least',
    unit: 'instances',
    formula: v =>
      v.policy === 'all-at-once' ? '0' : v.policy === 'rolling' ? '{instances} - {batch}' : '{instances}',
    compute: v =>
      v.policy === 'all-at-once'
        ? ZERO
        : v.policy === 'rolling'
          ? subtract(v.instances, v.batch)
          : v.instances,
  })
  .step('peakInstances', {
    label: 'Instances that run at the most',
    unit: 'instances',
    formula: v => {
      if (v.policy === 'rolling-with-additional-batch') return '{instances} + {batch}';
      return v.policy === 'immutable' || v.policy === 'traffic-splitting' ? '2 × {instances}' : '{instances}';
    },
    compute: v => {
      if (v.policy === 'rolling-with-additional-batch') return add(v.instances, v.batch);
      return v.policy === 'immutable' || v.policy === 'traffic-splitting'
        ? multiply(TWO, v.instances)
        : v.instances;
    },
  })
  .results({ minutes: 'measure', minimumCapacity: 'count', peakInstances: 'count' }, 'minutes', {
    minutes: 'allMinutes',
  })
  .mistake('one-by-one', 'Deploys to one instance after the other, whatever the batch.', {
    batches: v => (v.policy.startsWith('rolling') ? v.instances : v.batches),
  })
  .mistake('rounded-down', 'Forgets the last batch, which is smaller than the others.', {
    batches: v => max(ONE, subtract(v.batches, ONE)),
  })
  .mistake('one-batch-more', 'Counts one batch too many.', { batches: v => add(v.batches, ONE) })
  .mistake('all-together', 'Deploys everything in one batch.', { batches: () => ONE })
  .mistake('takes-out', 'Takes a batch out of service, although new instances are added first.', {
    minimumCapacity: v => subtract(v.instances, v.batch),
  })
  .mistake('keeps-all', 'Keeps every instance in service, although the batch is taken out.', {
    minimumCapacity: v => v.instances,
  })
  .mistake('only-batch', 'Leaves only the batch in service.', { minimumCapacity: v => v.batch })
  .mistake('none-left', 'Takes everything out of service at once.', { minimumCapacity: () => ZERO })
  .mistake('doubles', 'Doubles the environment, as immutable and traffic-splitting deployments do.', {
    peakInstances: v => multiply(TWO, v.instances),
  })
  .mistake('adds-batch', 'Adds one batch, as rolling with additional batch does.', {
    peakInstances: v => add(v.instances, v.batch),
  })
  .mistake('adds-one', 'Adds a single instance.', { peakInstances: v => add(v.instances, ONE) })
  .mistake('adds-nothing', 'Adds no instances while the new version is deployed.', {
    peakInstances: v => v.instances,
  })
  .notes(v => [
    v.policy === 'all-at-once' &&
      'The application is down while all instances are updated, and a failed version must be deployed over.',
    v.policy === 'rolling-with-additional-batch' &&
      'The time is approximate: the additional batch is launched first.',
    v.policy === 'immutable' &&
      'One new instance proves the version in a second Auto Scaling group, then the rest follow; a failure only ends the new instances.',
    v.policy === 'traffic-splitting' &&
      'Needs an Application Load Balancer; a failure sends all traffic back to the old instances.',
    'Blue/green means a second environment and a swap of the CNAMEs; it is no policy of one environment.',
  ])
  .question(
    'minutes',
    'An environment of {instances} instances is deployed in rolling batches of {batch}; each batch takes {minutes}. How many minutes does the deployment take?',
    { policy: 'rolling' },
  )
  .question(
    'minimumCapacity',
    'During a {policy} deployment of {instances} instances in batches of {batch}, how many instances are in service at the least?',
    { policy: ['rolling', 'rolling-with-additional-batch'], minutes: '5' },
  )
  .question(
    'peakInstances',
    'How many instances run at the most during a deployment of the policy "{policy}" to {instances} instances with batches of {batch}?',
    { policy: ['rolling-with-additional-batch', 'immutable', 'rolling'], minutes: '5' },
  )
  .example({ policy: 'rolling', instances: '10', batch: '3', minutes: '5' })
  .example({ policy: 'immutable', instances: '4', minutes: '5' })
  .build();
