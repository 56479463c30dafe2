import {
  add,
  ceil,
  compare,
  divide,
  floor,
  max,
  min,
  multiply,
  ONE,
  roundHalfUp,
  subtract,
} from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count, number } from '../inputs/quantity-inputs.ts';

const clamp = (value: Rational, low: Rational, high: Rational | null): Rational =>
  max(low, high === null ? value : min(value, high));

/** Instances that a target tracking policy wants. */
export const definition = calculator({
  source: {
    title: 'Target tracking scaling policies for Amazon EC2 Auto Scaling',
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-target-tracking.html',
    checked: '2026-11-20',
  },
  inputs: {
    current: count('instances', { help: 'instances now', samples: ['3', '4', '6', '8', '10', '12'] }),
    metric: number('', { help: 'value of the metric now', samples: ['35', '72', '80', '85', '90'] }),
    target: number('', { help: 'value it should have', samples: ['40', '50', '60', '65'] }),
    min: count('instances', { help: 'smallest size of the group', default: '1', samples: ['2', '3'] }),
    max: count('instances', {
      help: 'largest size of the group',
      optional: true,
      samples: ['8', '10', '12'],
    }),
  },
})
  .rule(['target'], v => (v.target.n > 0n ? null : 'must be more than 0'))
  .rule(['max', 'min'], v =>
    v.max !== null && compare(v.max, v.min) < 0 ? 'must not be less than --min' : null,
  )
  .step('exact', {
    label: 'Instances for the target',
    unit: 'instances',
    formula: '{current} × {metric} / {target}',
    compute: v => divide(multiply(v.current, v.metric), v.target),
  })
  .step('rounded', {
    label: 'Whole instances, rounded up',
    unit: 'instances',
    formula: 'ceil({exact})',
    compute: v => ceil(v.exact),
  })
  .step('desired', {
    label: 'Desired capacity',
    unit: 'instances',
    formula: v => (v.max === null ? 'max({rounded}, {min})' : 'min(max({rounded}, {min}), {max})'),
    compute: v => clamp(v.rounded, v.min, v.max),
  })
  .results({ desired: 'count' }, 'desired')
  .mistake('rounded-down', 'Rounds down, which leaves the metric above its target.', {
    rounded: v => floor(v.exact),
  })
  .mistake('rounded-half', 'Rounds to the nearest number; scaling rounds up.', {
    rounded: v => roundHalfUp(v.exact),
  })
  .mistake('upside-down', 'Divides the target by the metric.', {
    exact: v => (v.metric.n === 0n ? v.current : divide(multiply(v.current, v.target), v.metric)),
  })
  .mistake('one-step', 'Moves by a single instance, as a simple scaling step would.', {
    rounded: v =>
      compare(v.metric, v.target) > 0 ? add(v.current, ONE) : max(v.min, subtract(v.current, ONE)),
  })
  .mistake('squared', 'Applies the ratio twice.', {
    exact: v => divide(multiply(v.exact, v.metric), v.target),
  })
  .mistake('no-limit', 'Forgets the smallest or largest size of the group.', { desired: v => v.rounded })
  .notes(() => [
    'The metric must fall as instances are added, such as average CPU use or requests an instance.',
    'Target tracking scales in more slowly than out; the cooldown of 300 seconds belongs to simple scaling, others use a warm-up.',
  ])
  .question(
    'desired',
    'A group of {current} instances has an average CPU use of {metric} %. Its target tracking policy aims at {target} %. How many instances does it want?',
  )
  .question(
    'desired',
    'Average CPU use of {current} instances is {metric} %, the target {target} %, and the group may have at most {max} instances. What becomes the desired capacity?',
    { metric: ['72', '80', '85', '90'], current: ['4', '6', '8'], max: ['8', '10', '12'] },
  )
  .question(
    'desired',
    'At night {current} instances run at {metric} % CPU use with a target of {target} %. The group keeps at least {min}. How many instances does target tracking ask for?',
    { metric: ['15', '22', '28', '35'], current: ['6', '8', '10', '12'] },
  )
  .example({ current: '4', metric: '80', target: '50' })
  .example({ current: '10', metric: '35', target: '60', min: '2', max: '12' })
  .build();
