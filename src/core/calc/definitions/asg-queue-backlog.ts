import { add, ceil, divide, isZero, max, multiply, ONE, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count, duration } from '../inputs/quantity-inputs.ts';

/** Instances that a queue needs. */
export const definition = calculator({
  source: {
    title: 'Scaling policy based on Amazon SQS',
    url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html',
    checked: '2026-11-20',
  },
  inputs: {
    messages: count('messages', {
      help: 'messages in the queue (ApproximateNumberOfMessages)',
      samples: ['1500', '3000', '5000', '8000', '12000'],
    }),
    processing: duration('s', {
      help: 'average time to process a message',
      samples: ['100ms', '200ms', '250ms', '500ms'],
    }),
    latency: duration('s', {
      help: 'longest time a message may wait',
      samples: ['10s', '20s', '30s', '60s'],
    }),
    current: count('instances', { help: 'instances now', samples: ['5', '8', '10', '12'] }),
  },
})
  .rule(['processing'], v => (v.processing.n > 0n ? null : 'must be more than 0'))
  .rule(['latency'], v => (v.latency.n > 0n ? null : 'must be more than 0'))
  .step('acceptable', {
    label: 'Backlog one instance may have',
    unit: 'messages',
    formula: '{latency} / {processing}',
    compute: v => divide(v.latency, v.processing),
  })
  .step('backlogPerInstance', {
    label: 'Backlog one instance has now',
    unit: 'messages',
    formula: v => (isZero(v.current) ? 'there is no instance' : '{messages} / {current}'),
    compute: v => (isZero(v.current) ? null : divide(v.messages, v.current)),
    nothing: 'no instance',
  })
  .step('desired', {
    label: 'Instances for the acceptable backlog',
    unit: 'instances',
    formula: 'ceil({messages} / {acceptable})',
    compute: v => ceil(divide(v.messages, v.acceptable)),
  })
  .step('change', {
    label: 'To add (or to remove, if negative)',
    unit: 'instances',
    formula: '{desired} - {current}',
    compute: v => subtract(v.desired, v.current),
  })
  .results({ backlogPerInstance: 'measure', acceptable: 'measure', desired: 'count' }, 'desired')
  .mistake('added-current', 'Adds the instances for the whole queue to those that run already.', {
    desired: v => add(v.desired, v.current),
  })
  .mistake('only-missing', 'Gives the instances to add, not how many there should be.', {
    desired: v => max(ZERO, subtract(v.desired, v.current)),
  })
  .mistake('no-latency', 'Takes what an instance does in one second for what may wait.', {
    acceptable: v => divide(ONE, v.processing),
    backlogPerInstance: v => (v.backlogPerInstance === null ? null : multiply(v.messages, v.processing)),
  })
  .mistake(
    'not-divided',
    'Takes the whole queue for the backlog, or the latency for the number of messages.',
    {
      acceptable: v => v.latency,
      backlogPerInstance: v => (v.backlogPerInstance === null ? null : v.messages),
    },
  )
  .mistake('multiplied', 'Multiplies where the rule divides.', {
    acceptable: v => multiply(v.latency, v.processing),
    backlogPerInstance: v => (v.backlogPerInstance === null ? null : multiply(v.messages, v.current)),
  })
  .mistake('keeps', 'Takes the backlog there is for the acceptable one, and so keeps the present size.', {
    desired: v => v.current,
  })
  .notes(() => [
    'A target tracking policy on the backlog per instance does this by itself; the number of messages alone is a bad metric, for it does not fall in proportion.',
  ])
  .question(
    'desired',
    'A queue holds {messages} messages; one takes {processing} to process, and none may wait longer than {latency}. {current} instances work now. How many instances are needed?',
  )
  .question(
    'acceptable',
    'Messages take {processing} each and may wait {latency} at most. Which backlog per instance is acceptable as the target of a scaling policy?',
    { messages: '1500', current: '10' },
  )
  .question(
    'backlogPerInstance',
    'An Auto Scaling group of {current} instances works on a queue with {messages} messages. What is the backlog per instance that a target tracking policy compares with its target?',
    { processing: '100ms', latency: '10s' },
  )
  .example({ messages: '1500', processing: '100ms', latency: '10s', current: '10' })
  .example({ messages: '10000', processing: '0.5s', latency: '300s', current: '5' })
  .build();
