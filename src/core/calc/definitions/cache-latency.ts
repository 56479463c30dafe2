import { add, divide, isZero, multiply, ONE, rational, subtract } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { duration, percent } from '../inputs/quantity-inputs.ts';

const HUNDRED = rational(100);

/** Average time and load left, by the hit ratio. */
export const definition = calculator({
  source: {
    title: 'Database caching strategies using Redis',
    url: 'https://docs.aws.amazon.com/whitepapers/latest/database-caching-strategies-using-redis/welcome.html',
    checked: '2026-11-20',
  },
  inputs: {
    'hit-ratio': percent({
      help: 'requests that the cache answers',
      samples: ['60%', '75%', '80%', '90%', '95%'],
    }),
    cache: duration('ms', { help: 'time of a look-up in the cache', samples: ['0.5ms', '1ms', '2ms'] }),
    database: duration('ms', {
      help: 'time of a query to the database',
      samples: ['10ms', '20ms', '40ms', '50ms'],
    }),
  },
})
  .step('missRatio', {
    label: 'Requests that miss',
    unit: '%',
    formula: '100 % - {hit-ratio}',
    compute: v => subtract(HUNDRED, v['hit-ratio']),
  })
  .step('missMs', {
    label: 'Time of a miss: cache, then database',
    unit: 'ms',
    formula: '{cache} + {database}',
    compute: v => add(v.cache, v.database),
  })
  .step('effectiveMs', {
    label: 'Average time',
    unit: 'ms',
    formula: '{hit-ratio} × {cache} + {missRatio} % × {missMs} ms',
    compute: v => divide(add(multiply(v['hit-ratio'], v.cache), multiply(v.missRatio, v.missMs)), HUNDRED),
  })
  .step('databaseLoadPercent', {
    label: 'Load that is left on the database',
    unit: '%',
    formula: '{missRatio} %',
    compute: v => v.missRatio,
  })
  .step('speedUp', {
    label: 'Times as fast as without the cache',
    unit: 'times',
    formula: '{database} / {effectiveMs} ms',
    compute: v => (isZero(v.effectiveMs) ? null : divide(v.database, v.effectiveMs)),
    nothing: 'not defined',
  })
  .results({ effectiveMs: 'measure', databaseLoadPercent: 'percent', speedUp: 'measure' }, 'effectiveMs')
  .mistake('no-lookup', 'Forgets that a miss has already spent the time of the look-up in the cache.', {
    missMs: v => v.database,
  })
  .mistake('swapped', 'Swaps hits and misses.', {
    effectiveMs: v =>
      divide(add(multiply(v.missRatio, v.cache), multiply(v['hit-ratio'], v.missMs)), HUNDRED),
    databaseLoadPercent: v => v['hit-ratio'],
  })
  .mistake('plain-average', 'Takes the mean of both times, whatever the hit ratio.', {
    effectiveMs: v => divide(add(v.cache, v.missMs), rational(2)),
  })
  .mistake('only-hits', 'Counts the hits alone.', {
    effectiveMs: v => divide(multiply(v['hit-ratio'], v.cache), HUNDRED),
  })
  .mistake('ratio-of-times', 'Divides the two times; misses still go to the database.', {
    speedUp: v => (isZero(v.cache) ? null : divide(v.database, v.cache)),
  })
  .mistake('from-hits', 'Takes 1 / (1 - hit ratio), which holds only where the cache costs no time.', {
    speedUp: v => (isZero(v.missRatio) ? null : divide(HUNDRED, v.missRatio)),
  })
  .notes(v => [
    v.speedUp !== null &&
      v.speedUp.n < ONE.n * v.speedUp.d &&
      'Slower than without the cache: too few requests hit to pay for the look-ups.',
    'The database keeps only the misses, which is often worth more than the time.',
  ])
  .question(
    'effectiveMs',
    'A cache answers {hit-ratio} of the requests in {cache}; a miss costs the look-up and a database query of {database}. What is the average time in milliseconds?',
  )
  .question(
    'speedUp',
    'Queries take {database}. A cache with look-ups of {cache} and a hit ratio of {hit-ratio} is put in front, and misses go on to the database. How many times as fast is it on average?',
  )
  .question(
    'effectiveMs',
    'With cache-aside, {hit-ratio} of the reads are hits of {cache}; the others then ask the database, which takes {database}. Which latency do readers see on average, in milliseconds?',
  )
  .example({ 'hit-ratio': '90%', cache: '1ms', database: '20ms' })
  .example({ 'hit-ratio': '95', cache: '0.5', database: '10' })
  .build();
