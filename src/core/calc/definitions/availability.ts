import type { Rational } from '../../number/rational.ts';
import { divide, max, min, multiply, ONE, rational, subtract, sum } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { percent } from '../inputs/quantity-inputs.ts';
import { list } from '../inputs/word-inputs.ts';

const HUNDRED = rational(100);
const MINUTES_A_YEAR = rational(525_600);

const share = (percentage: Rational): Rational => divide(percentage, HUNDRED);
const product = (shares: readonly Rational[]): Rational => multiply(...shares);
const chanceAllFail = (parts: readonly Rational[]): Rational =>
  product(parts.map(part => subtract(ONE, share(part))));

/** Of parts in series and redundant parts. */
export const definition = calculator({
  source: {
    title: 'Reliability Pillar: availability',
    url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/availability.html',
    checked: '2026-11-20',
  },
  inputs: {
    series: list(percent({ help: 'availability of a part' }), {
      help: 'availabilities of parts that must all work',
      optional: true,
      samples: ['99.9,99.95', '99.99,99.9', '99.95,99.9,99.5', '99.99,99.95', '99.9,99.9,99.9'],
    }),
    redundant: list(percent({ help: 'availability of a part' }), {
      help: 'availabilities of parts of which one must work',
      optional: true,
      samples: ['99,99', '99.5,99.5', '95,95,95', '98,99', '99.9,99.9'],
    }),
  },
})
  .rule(['series', 'redundant'], v =>
    v.series === null && v.redundant === null ? 'is missing: give --series, --redundant or both' : null,
  )
  .step('seriesShare', {
    label: 'All parts in series work',
    formula: 'the product of {series}',
    compute: v => product((v.series ?? []).map(share)),
    shown: v => v.series !== null,
  })
  .step('redundantShare', {
    label: 'At least one redundant part works',
    formula: '1 - the product of (100 % - each of {redundant})',
    compute: v => (v.redundant === null ? ONE : subtract(ONE, chanceAllFail(v.redundant))),
    shown: v => v.redundant !== null,
  })
  .step('percent', {
    label: 'Availability',
    unit: '%',
    formula: v =>
      v.series === null
        ? '{redundantShare} × 100'
        : v.redundant === null
          ? '{seriesShare} × 100'
          : '{seriesShare} × {redundantShare} × 100',
    compute: v => multiply(v.seriesShare, v.redundantShare, HUNDRED),
  })
  .step('downtimeMinutesPerYear', {
    label: 'Down in a year of 525,600 minutes',
    unit: 'minutes',
    formula: '(1 - {percent} / 100) × 525,600',
    compute: v => multiply(subtract(ONE, share(v.percent)), MINUTES_A_YEAR),
  })
  .results({ percent: 'percent', downtimeMinutesPerYear: 'measure' }, 'percent')
  .mistake('weakest', 'Takes the weakest part for the whole; each further part lowers it.', {
    seriesShare: v => (v.series === null ? ONE : share(min(...(v.series as [Rational, ...Rational[]])))),
    redundantShare: v =>
      v.redundant === null ? ONE : share(max(...(v.redundant as [Rational, ...Rational[]]))),
  })
  .mistake('all-weakest', 'Gives every part the availability of the weakest.', {
    seriesShare: v =>
      v.series === null
        ? ONE
        : product(v.series.map(() => share(min(...(v.series as [Rational, ...Rational[]]))))),
  })
  .mistake('average', 'Takes the average of the parts.', {
    seriesShare: v => (v.series === null ? ONE : share(divide(sum(v.series), rational(v.series.length)))),
    redundantShare: v =>
      v.redundant === null ? ONE : share(divide(sum(v.redundant), rational(v.redundant.length))),
  })
  .mistake('redundant-as-series', 'Multiplies redundant parts as if all of them had to work.', {
    redundantShare: v => (v.redundant === null ? ONE : product(v.redundant.map(share))),
  })
  .mistake(
    'series-as-redundant',
    'Multiplies the failures of parts in series as if one of them were enough.',
    {
      seriesShare: v => (v.series === null ? ONE : subtract(ONE, chanceAllFail(v.series))),
    },
  )
  .mistake('a-day-off', 'Counts the downtime of a year of 360 days of 24 hours.', {
    downtimeMinutesPerYear: v => multiply(subtract(ONE, share(v.percent)), rational(518_400)),
  })
  .mistake('hours', 'Gives hours for minutes.', {
    downtimeMinutesPerYear: v => divide(v.downtimeMinutesPerYear, rational(60)),
  })
  .mistake('ignores-series', 'Forgets the parts in series in front of the redundant ones.', {
    seriesShare: v => (v.redundant === null ? v.seriesShare : ONE),
  })
  .notes(() => [
    'The parts are taken to fail independently; a shared zone, deployment or configuration makes them fail together.',
    'From mean times: availability is MTBF / (MTBF + MTTR). 99.9 % is 525.6 minutes a year, 99.99 % is 52.56.',
  ])
  .question(
    'percent',
    'A request passes through parts with availabilities of {series}, and all of them must work. What is the availability of the whole, in percent?',
  )
  .question(
    'percent',
    'Redundant parts are available {redundant} of the time, fail independently, and one of them is enough. What is the availability of the group, in percent?',
  )
  .question(
    'downtimeMinutesPerYear',
    'A service depends on parts with availabilities of {series}, all needed. How many minutes a year (525,600 minutes) is it down?',
  )
  .example({ series: '99.99,99.99,99.99' })
  .example({ series: '99.99', redundant: '99.95,99.95' })
  .build();
