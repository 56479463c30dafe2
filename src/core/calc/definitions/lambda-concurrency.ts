import { ceil, divide, floor, max, multiply, ONE, rational, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { LAMBDA_SCALING } from '../facts/facts.ts';
import { duration, rate } from '../inputs/quantity-inputs.ts';

const THOUSAND = rational(1000);
const TEN = rational(10);

/** Executions at once, and how long scaling to them takes. */
export const definition = calculator({
  source: {
    title: 'Understanding Lambda function scaling',
    url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
    checked: '2026-11-20',
  },
  inputs: {
    requests: rate('requests', {
      help: 'invocations',
      samples: ['50', '80', '120', '200', '450', '1000', '3000'],
    }),
    duration: duration('ms', {
      help: 'average duration of one invocation',
      max: '900000',
      samples: ['20ms', '250ms', '350ms', '500ms', '1.2s', '1.5s', '3s'],
    }),
  },
  facts: LAMBDA_SCALING,
})
  .step('exact', {
    label: 'Executions at once, on average',
    unit: 'executions',
    formula: '{requests} × {duration} / 1,000',
    compute: v => multiply(v.requests, divide(v.duration, THOUSAND)),
  })
  .step('concurrency', {
    label: 'Concurrency',
    unit: 'executions',
    formula: 'ceil({exact})',
    compute: v => ceil(v.exact),
  })
  .step('rateLimitConcurrency', {
    label: 'Environments for the request rate',
    unit: 'environments',
    formula: 'ceil({requests} / {requestsPerEnvironment})',
    compute: v => ceil(divide(v.requests, v.requestsPerEnvironment)),
  })
  .step('needed', {
    label: 'Needed',
    unit: 'environments',
    formula: 'max({concurrency}, {rateLimitConcurrency})',
    compute: v => max(v.concurrency, v.rateLimitConcurrency),
  })
  .step('secondsToReach', {
    label: 'Time to scale up to it',
    unit: 's',
    formula: 'max(0, 10 × (ceil({needed} / {scalingStep}) - 1))',
    compute: v => max(ZERO, multiply(TEN, subtract(ceil(divide(v.needed, v.scalingStep)), ONE))),
  })
  .results(
    { concurrency: 'count', rateLimitConcurrency: 'count', needed: 'count', secondsToReach: 'measure' },
    'needed',
  )
  .mistake('rate-as-concurrency', 'Takes the requests a second for the concurrency, whatever the duration.', {
    concurrency: v => ceil(v.requests),
  })
  .mistake('divided', 'Divides by the duration instead of multiplying by it.', {
    exact: v => (v.duration.n === 0n ? ZERO : divide(v.requests, divide(v.duration, THOUSAND))),
  })
  .mistake('rounded-duration', 'Rounds the duration up to whole seconds before multiplying.', {
    exact: v => multiply(v.requests, ceil(divide(v.duration, THOUSAND))),
  })
  .mistake('rounded-down', 'Rounds down, and some requests would find no environment.', {
    concurrency: v => floor(v.exact),
  })
  .mistake('per-minute', 'Counts the requests of a minute instead of those of a second.', {
    exact: v => multiply(v.requests, rational(60), divide(v.duration, THOUSAND)),
  })
  .mistake('only-littles-law', 'Forgets that an environment takes at most 10 requests a second.', {
    needed: v => v.concurrency,
  })
  .mistake('slow-start', 'Counts 10 seconds for the first thousand too, which start at once.', {
    secondsToReach: v => multiply(TEN, ceil(divide(v.needed, v.scalingStep))),
  })
  .notes(v => [
    'An account has {accountConcurrency} executions at once by default, new accounts fewer; at least 100 of them stay unreserved.',
    v.rateLimitConcurrency.n > v.concurrency.n &&
      'The invocations are short, so the limit of {requestsPerEnvironment} requests a second for one environment decides.',
    'Each function gains up to {scalingStep} environments every 10 seconds; texts from before the end of 2023 name bursts of 500 to 3,000.',
  ])
  .question(
    'concurrency',
    'A function receives {requests} requests per second and runs for {duration} on average. How many executions run at the same time?',
    { duration: ['250ms', '350ms', '500ms', '1.2s', '1.5s', '3s'] },
  )
  .question(
    'needed',
    'An API calls a function {requests} times a second; a call takes {duration} on average. Which concurrency must be free for it?',
  )
  .question(
    'secondsToReach',
    'Traffic on an idle function jumps to {requests} requests a second of {duration} each. After how many seconds can Lambda have scaled up to it at the earliest?',
    { requests: ['4000', '6000', '8000', '9000'], duration: ['500ms', '750ms', '900ms', '1.5s'] },
  )
  .example({ requests: '200', duration: '500ms' })
  .example({ requests: '100', duration: '20ms' })
  .build();
