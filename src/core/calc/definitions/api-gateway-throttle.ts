import { add, compare, divide, floor, min, multiply, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { API_GATEWAY } from '../facts/facts.ts';
import { count, duration, rate } from '../inputs/quantity-inputs.ts';

/** Requests that a bucket lets through. */
export const definition = calculator({
  source: {
    title: 'Throttle requests to your REST APIs',
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
    checked: '2026-11-20',
  },
  inputs: {
    rate: rate('requests', {
      help: 'steady rate at which tokens come back',
      samples: ['50', '100', '200', '500'],
    }),
    burst: count('requests', { help: 'size of the bucket', samples: ['100', '200', '400', '1000'] }),
    offered: rate('requests', { help: 'rate at which clients send', samples: ['300', '400', '700', '900'] }),
    seconds: duration('s', { help: 'how long they send', default: '1', samples: ['2s', '3s', '5s', '10s'] }),
  },
  facts: API_GATEWAY,
})
  .step('asked', {
    label: 'Requests sent',
    unit: 'requests',
    formula: 'floor({offered} × {seconds} / 1 s)',
    compute: v => floor(multiply(v.offered, v.seconds)),
  })
  .step('tokens', {
    label: 'Tokens in that time',
    unit: 'requests',
    formula: '{burst} + {rate} × {seconds} / 1 s',
    compute: v => add(v.burst, multiply(v.rate, v.seconds)),
  })
  .step('allowed', {
    label: 'Allowed',
    unit: 'requests',
    formula: 'floor(min({asked}, {tokens}))',
    compute: v => floor(min(v.asked, v.tokens)),
  })
  .step('throttled', {
    label: 'Throttled with 429',
    unit: 'requests',
    formula: '{asked} - {allowed}',
    compute: v => subtract(v.asked, v.allowed),
  })
  .step('firstThrottleSeconds', {
    label: 'First throttled after',
    unit: 's',
    formula: v =>
      compare(v.offered, v.rate) <= 0
        ? 'the offered rate does not exceed {rate}'
        : '{burst} / ({offered} - {rate})',
    compute: v => (compare(v.offered, v.rate) <= 0 ? null : divide(v.burst, subtract(v.offered, v.rate))),
    nothing: 'never',
  })
  .results({ allowed: 'count', throttled: 'count', firstThrottleSeconds: 'measure' }, 'allowed')
  .mistake('no-burst', 'Allows the steady rate alone and forgets the bucket that is full at the start.', {
    tokens: v => multiply(v.rate, v.seconds),
  })
  .mistake(
    'burst-each-second',
    'Grants the burst again every second; the bucket fills at the steady rate only.',
    {
      tokens: v => multiply(add(v.burst, v.rate), v.seconds),
    },
  )
  .mistake('burst-as-rate', 'Takes the burst for what passes each second; it is there once.', {
    tokens: v => multiply(v.burst, v.seconds),
  })
  .mistake('only-burst', 'Allows no more than the bucket holds, although tokens keep coming.', {
    tokens: v => v.burst,
  })
  .mistake('no-refill', 'Empties the bucket at the full offered rate, as if no tokens came back.', {
    firstThrottleSeconds: v => (v.firstThrottleSeconds === null ? null : divide(v.burst, v.offered)),
  })
  .mistake('rate-over-rate', 'Divides the burst by the steady rate.', {
    firstThrottleSeconds: v =>
      v.firstThrottleSeconds === null || v.rate.n === 0n ? v.firstThrottleSeconds : divide(v.burst, v.rate),
  })
  .mistake('summed-rates', 'Adds the rates; only what exceeds the steady rate empties the bucket.', {
    firstThrottleSeconds: v =>
      v.firstThrottleSeconds === null ? null : divide(v.burst, add(v.offered, v.rate)),
  })
  .mistake('at-once', 'Throttles at once when the offered rate exceeds the steady one.', {
    tokens: () => ZERO,
  })
  .notes(() => [
    'An account has {accountRate} requests a second and a burst of {accountBurst} by default in each Region.',
    'The limits of the usage plan are tried first, then those of method and stage, then those of the account.',
  ])
  .question(
    'allowed',
    'A stage is limited to {rate} requests a second with a burst of {burst}. Clients send {offered} requests a second for {seconds}. How many requests get through?',
  )
  .question(
    'throttled',
    'An API with a steady limit of {rate} a second and a full bucket of {burst} receives {offered} requests a second for {seconds}. How many are answered with 429?',
  )
  .question(
    'firstThrottleSeconds',
    'Requests arrive at {offered} a second at an API limited to {rate} a second with a burst of {burst}. After how many seconds is the first one throttled?',
  )
  .example({ rate: '100', burst: '200', offered: '300', seconds: '2s' })
  .example({ rate: '10000', burst: '5000', offered: '12000', seconds: '5s' })
  .build();
