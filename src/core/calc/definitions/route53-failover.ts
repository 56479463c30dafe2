import { add, compare, divide, multiply, rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { ROUTE53 } from '../facts/facts.ts';
import { count, duration } from '../inputs/quantity-inputs.ts';

const TEN = rational(10);
const THIRTY = rational(30);

/** Time until clients are sent elsewhere. */
export const definition = calculator({
  source: {
    title: 'How Route 53 determines whether a health check is healthy',
    url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
    checked: '2026-11-20',
  },
  inputs: {
    interval: duration('s', {
      help: 'time between two checks, 10 or 30 seconds',
      default: ROUTE53.interval.amount,
      samples: ['10s', '30s'],
    }),
    threshold: count('checks', {
      help: 'checks in a row that must fail, 1 to 10',
      default: ROUTE53.threshold.amount,
      min: '1',
      max: '10',
      samples: ['2', '3', '4', '5'],
    }),
    ttl: duration('s', {
      help: 'time for which resolvers keep an answer',
      default: '0',
      max: '2147483647',
      samples: ['20s', '60s', '120s', '300s'],
    }),
  },
  facts: ROUTE53,
})
  .rule(['interval'], v =>
    compare(v.interval, TEN) === 0 || compare(v.interval, THIRTY) === 0 ? null : 'must be 10 s or 30 s',
  )
  .step('detection', {
    label: 'Until the endpoint counts as unhealthy',
    unit: 's',
    formula: '{interval} × {threshold}',
    compute: v => multiply(v.interval, v.threshold),
  })
  .step('seconds', {
    label: 'Until clients are sent elsewhere',
    unit: 's',
    formula: '{detection} s + {ttl}',
    compute: v => add(v.detection, v.ttl),
  })
  .results({ seconds: 'measure' }, 'seconds')
  .mistake('no-ttl', 'Forgets the time for which resolvers keep the old answer.', {
    seconds: v => v.detection,
  })
  .mistake('one-check', 'Takes one failed check for enough.', { detection: v => v.interval })
  .mistake('only-ttl', 'Counts the TTL alone.', { seconds: v => v.ttl })
  .mistake('other-interval', 'Takes the other interval: 30 s is the default, 10 s costs more.', {
    detection: v => multiply(compare(v.interval, TEN) === 0 ? THIRTY : TEN, v.threshold),
  })
  .mistake('added', 'Adds the threshold instead of multiplying by it.', {
    detection: v => add(v.interval, v.threshold),
  })
  .mistake('half-ttl', 'Takes half of the TTL, which is the mean and not the longest time.', {
    seconds: v => add(v.detection, divide(v.ttl, rational(2))),
  })
  .notes(v => [
    v.ttl.n === 0n && 'Without --ttl, only the time until Route 53 changes its answer is counted.',
    'By default a check comes every {interval} s and {threshold} must fail; clients that ignore the TTL take longer.',
    'A calculated health check watches up to 256 other checks.',
  ])
  .question(
    'seconds',
    'A health check runs every {interval} with a failure threshold of {threshold}; the failover record has a TTL of {ttl}. After how many seconds at most have clients moved to the standby?',
  )
  .question(
    'seconds',
    'An endpoint fails. Route 53 checks it every {interval} and needs {threshold} failures in a row, and resolvers keep answers for {ttl}. How long, in seconds, can clients be sent to the failed endpoint?',
  )
  .question(
    'seconds',
    'With fast health checks (every 10 seconds), a threshold of {threshold} and a TTL of {ttl}, how many seconds pass at most until clients use the other endpoint?',
    { interval: '10s' },
  )
  .example({ ttl: '60s' })
  .example({ interval: '10s', threshold: '3' })
  .build();
