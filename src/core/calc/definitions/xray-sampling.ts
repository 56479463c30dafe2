import { add, divide, isZero, max, min, multiply, rational, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { XRAY } from '../facts/facts.ts';
import { number, percent, rate } from '../inputs/quantity-inputs.ts';

const HUNDRED = rational(100);
const SECONDS_A_MONTH = rational(730 * 3600);

/** Requests that a sampling rule traces. */
export const definition = calculator({
  source: {
    title: 'Configuring sampling rules in AWS X-Ray',
    url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html',
    checked: '2026-11-20',
  },
  inputs: {
    requests: rate('requests', {
      help: 'requests that the rule matches',
      samples: ['20', '50', '100', '250', '1000'],
    }),
    reservoir: number('requests/s', {
      help: 'requests a second that are traced in full',
      default: XRAY.defaultReservoir.amount,
      samples: ['2', '5', '10'],
    }),
    'fixed-rate': percent({
      help: 'share of the further requests that is traced',
      default: XRAY.defaultRate.amount,
      samples: ['2%', '5%', '10%', '20%'],
    }),
  },
  facts: XRAY,
})
  .step('full', {
    label: 'Traced from the reservoir',
    unit: 'requests/s',
    formula: 'min({requests}, {reservoir})',
    compute: v => min(v.requests, v.reservoir),
  })
  .step('further', {
    label: 'Requests beyond it',
    unit: 'requests/s',
    formula: 'max(0, {requests} - {reservoir})',
    compute: v => max(ZERO, subtract(v.requests, v.reservoir)),
  })
  .step('sampledPerSecond', {
    label: 'Traced a second',
    unit: 'requests/s',
    formula: '{full} + {further} × {fixed-rate}',
    compute: v => add(v.full, multiply(v.further, divide(v['fixed-rate'], HUNDRED))),
  })
  .step('sampledPercent', {
    label: 'Share of the requests that is traced',
    unit: '%',
    formula: v => (isZero(v.requests) ? 'there are no requests' : '{sampledPerSecond} / {requests} × 100'),
    compute: v => (isZero(v.requests) ? ZERO : multiply(divide(v.sampledPerSecond, v.requests), HUNDRED)),
  })
  .step('perMonth', {
    label: 'Traces a month of 730 hours',
    unit: 'traces',
    formula: '{sampledPerSecond} × 2,628,000',
    compute: v => multiply(v.sampledPerSecond, SECONDS_A_MONTH),
  })
  .results({ sampledPerSecond: 'measure', sampledPercent: 'percent' }, 'sampledPerSecond')
  .mistake('rate-of-all', 'Takes the fixed rate of all requests and adds the reservoir.', {
    further: v => v.requests,
  })
  .mistake('no-reservoir', 'Forgets the reservoir, which is traced before the rate applies.', {
    full: () => ZERO,
    further: v => v.requests,
  })
  .mistake('only-reservoir', 'Forgets the share of the further requests.', { further: () => ZERO })
  .mistake('replaced', 'Takes the rate of the further requests alone.', { full: () => ZERO })
  .mistake('no-percent', 'Takes the percentage for a number of requests.', {
    sampledPerSecond: v => add(v.full, v['fixed-rate']),
  })
  .notes(() => [
    'The default rule traces the first request each second and 5 % of the others.',
    'Processes that poll the rules share one reservoir for each rule; those without use the rate alone.',
  ])
  .question(
    'sampledPerSecond',
    'A service takes {requests} requests a second and uses the default sampling rule of X-Ray (1 request a second, then 5 %). How many requests are traced each second?',
  )
  .question(
    'sampledPerSecond',
    'A sampling rule has a reservoir of {reservoir} and a fixed rate of {fixed-rate}; it matches {requests} requests a second. How many of them are traced a second?',
  )
  .question(
    'sampledPercent',
    'X-Ray traces the first {reservoir} requests of each second and {fixed-rate} of the others. At {requests} requests a second, which percentage of the requests is traced?',
  )
  .example({ requests: '100' })
  .example({ requests: '1000', reservoir: '10', 'fixed-rate': '10%' })
  .build();
