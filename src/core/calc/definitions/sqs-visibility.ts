import { add, max, multiply, rational, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { SQS_QUEUE } from '../facts/facts.ts';
import { duration } from '../inputs/quantity-inputs.ts';

const SIX = rational(6);

/** Visibility timeout for a queue that triggers Lambda. */
export const definition = calculator({
  source: {
    title: 'Using Lambda with Amazon SQS',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    checked: '2026-11-20',
  },
  inputs: {
    'function-timeout': duration('s', {
      help: 'timeout of the function that is triggered, at most 15 minutes',
      max: '900',
      samples: ['10s', '20s', '30s', '45s', '60s', '90s', '120s'],
    }),
    'batch-window': duration('s', {
      help: 'longest time a batch is gathered (MaximumBatchingWindowInSeconds)',
      default: '0',
      max: '300',
      samples: ['5s', '10s', '20s', '30s', '60s'],
    }),
  },
  facts: SQS_QUEUE,
})
  .step('sixTimes', {
    label: 'Six times the timeout',
    unit: 's',
    formula: '6 × {function-timeout}',
    compute: v => multiply(SIX, v['function-timeout']),
  })
  .step('visibilitySeconds', {
    label: 'Visibility timeout, at least',
    unit: 's',
    formula: '{sixTimes} s + {batch-window}',
    compute: v => add(v.sixTimes, v['batch-window']),
  })
  .results({ visibilitySeconds: 'measure' }, 'visibilitySeconds')
  .mistake(
    'equal',
    'Takes the timeout of the function alone, so a throttled batch comes back before its retry.',
    {
      sixTimes: v => v['function-timeout'],
    },
  )
  .mistake('no-window', 'Forgets the time in which the batch is gathered; the messages are hidden already.', {
    visibilitySeconds: v => v.sixTimes,
  })
  .mistake('window-too', 'Multiplies the batching window by six as well; it is added once.', {
    visibilitySeconds: v => multiply(SIX, add(v['function-timeout'], v['batch-window'])),
  })
  .mistake('default', 'Keeps the default of 30 seconds.', { visibilitySeconds: () => rational(30) })
  .mistake('twice', 'Doubles the timeout; AWS advises six times.', {
    sixTimes: v => multiply(rational(2), v['function-timeout']),
  })
  .mistake('only-window', 'Takes the longer of timeout and window.', {
    visibilitySeconds: v => max(v['function-timeout'], v['batch-window'], ZERO),
  })
  .notes(() => [
    'A visibility timeout is at most {longestVisibility} s (12 hours); it must never be shorter than the timeout of the function.',
    'For a consumer without Lambda, take longer than nearly all messages need, and extend it with ChangeMessageVisibility.',
  ])
  .question(
    'visibilitySeconds',
    'A function with a timeout of {function-timeout} is triggered by an SQS queue; batches are not gathered. Which visibility timeout, in seconds, does AWS advise at least?',
  )
  .question(
    'visibilitySeconds',
    'An event source mapping gathers messages for up to {batch-window} before it invokes a function whose timeout is {function-timeout}. What is the smallest advisable visibility timeout of the queue, in seconds?',
  )
  .question(
    'visibilitySeconds',
    'Messages are processed twice under load. The function times out after {function-timeout}, and MaximumBatchingWindowInSeconds is {batch-window}. To how many seconds should the visibility timeout be raised at least?',
  )
  .example({ 'function-timeout': '30s' })
  .example({ 'function-timeout': '60s', 'batch-window': '20s' })
  .build();
