import { compare, divide, isZero, multiply, rational, subtract } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { HOURS_PER_MONTH } from '../../number/units.ts';
import { calculator } from '../engine/define.ts';
import { EC2 } from '../facts/facts.ts';
import { number } from '../inputs/quantity-inputs.ts';

const HUNDRED = rational(100);

/** The first of the options that costs least. */
const cheapestOf = (options: readonly (readonly [name: string, usd: Rational])[]): string =>
  options.reduce((best, option) => (compare(option[1], best[1]) < 0 ? option : best))[0];

/** On demand, committed and Spot, and the break-even. */
export const definition = calculator({
  source: { title: 'Amazon EC2 pricing', url: 'https://aws.amazon.com/ec2/pricing/', checked: '2026-11-20' },
  inputs: {
    hours: number('hours', {
      help: 'hours of use in a month, at most 730',
      max: '730',
      samples: ['120', '200', '300', '400', '500', '650'],
    }),
    'on-demand': number('USD/h', {
      help: 'on-demand price of an hour',
      default: EC2.onDemandHour.amount,
      samples: ['0.08', '0.10', '0.12', '0.20'],
    }),
    reserved: number('USD/h', {
      help: 'price of an hour with a commitment (Reserved Instance or Savings Plan)',
      default: EC2.reservedHour.amount,
      samples: ['0.05', '0.06', '0.07'],
    }),
    spot: number('USD/h', {
      help: 'Spot price of an hour',
      default: EC2.spotHour.amount,
      samples: ['0.025', '0.03', '0.04'],
    }),
  },
  facts: EC2,
})
  .step('onDemandUsd', {
    label: 'On demand',
    unit: 'USD',
    formula: '{hours} × {on-demand}',
    compute: v => multiply(v.hours, v['on-demand']),
  })
  .step('reservedUsd', {
    label: 'With a commitment, paid for all 730 hours',
    unit: 'USD',
    formula: '730 × {reserved}',
    compute: v => multiply(HOURS_PER_MONTH, v.reserved),
  })
  .step('spotUsd', {
    label: 'Spot',
    unit: 'USD',
    formula: '{hours} × {spot}',
    compute: v => multiply(v.hours, v.spot),
  })
  .step('breakEvenHours', {
    label: 'The commitment pays off above',
    unit: 'hours',
    formula: '730 × {reserved} / {on-demand}',
    compute: v => (isZero(v['on-demand']) ? null : divide(v.reservedUsd, v['on-demand'])),
    nothing: 'never',
  })
  .step('savingPercent', {
    label: 'Saving of the commitment when it runs all the time',
    unit: '%',
    formula: '(1 - {reserved} / {on-demand}) × 100',
    compute: v =>
      isZero(v['on-demand'])
        ? null
        : multiply(subtract(rational(1), divide(v.reserved, v['on-demand'])), HUNDRED),
  })
  .step('cheapest', {
    label: 'Cheapest',
    formula: 'the smallest of {onDemandUsd}, {reservedUsd} and {spotUsd}',
    compute: v =>
      cheapestOf([
        ['on-demand', v.onDemandUsd],
        ['reserved', v.reservedUsd],
        ['spot', v.spotUsd],
      ]),
  })
  .results(
    { onDemandUsd: 'usd', reservedUsd: 'usd', spotUsd: 'usd', breakEvenHours: 'measure', cheapest: 'plain' },
    'breakEvenHours',
  )
  .mistake(
    'pay-per-use',
    'Bills the commitment for the hours used; it is paid for every hour of the month.',
    {
      reservedUsd: v => multiply(v.hours, v.reserved),
    },
  )
  .mistake('full-month', 'Bills on demand for the whole month; only the hours used are paid.', {
    onDemandUsd: v => multiply(HOURS_PER_MONTH, v['on-demand']),
    spotUsd: v => multiply(HOURS_PER_MONTH, v.spot),
  })
  .mistake(
    'saving-as-hours',
    'Takes the saving for the share of the month; the break-even is what is left.',
    {
      breakEvenHours: v =>
        isZero(v['on-demand'])
          ? null
          : multiply(HOURS_PER_MONTH, subtract(rational(1), divide(v.reserved, v['on-demand']))),
    },
  )
  .mistake('upside-down', 'Divides the on-demand price by the other one.', {
    breakEvenHours: v =>
      isZero(v.reserved) ? null : multiply(HOURS_PER_MONTH, divide(v['on-demand'], v.reserved)),
  })
  .mistake('half', 'Guesses half of the month.', { breakEvenHours: () => rational(365) })
  .mistake('swapped', 'Takes the on-demand price for the commitment and the other way round.', {
    onDemandUsd: v => multiply(v.hours, v.reserved),
    reservedUsd: v => multiply(HOURS_PER_MONTH, v['on-demand']),
  })
  .mistake('thirty-days', 'Counts a month as 672 hours, which is four weeks.', {
    reservedUsd: v => multiply(rational(672), v.reserved),
  })
  .notes(v => [
    v.breakEvenHours !== null &&
      'The answer flips at {breakEvenHours} hours a month: below them on demand is cheaper than the commitment, above them dearer.',
    'Defaults are examples, not current prices: {onDemandHour} on demand, {reservedHour} reserved, {spotHour} Spot.',
    'Spot capacity can be taken back with two minutes of notice; bidding ended in 2017, and Spot Blocks and Scheduled Reserved Instances are gone.',
    'Billing is by the second, with at least 60 seconds.',
  ])
  .question(
    'breakEvenHours',
    'An instance costs {on-demand} an hour on demand and {reserved} an hour with a one-year commitment without upfront payment. Above how many hours of use in a month (730 hours) does the commitment pay off?',
    { hours: '730', 'on-demand': ['0.09', '0.10', '0.12', '0.20'] },
  )
  .question(
    'onDemandUsd',
    'A test server runs {hours} hours a month at {on-demand} an hour on demand. What does it cost in the month?',
  )
  .question(
    'reservedUsd',
    'An instance is reserved at {reserved} an hour without upfront payment and used for {hours} hours of a month of 730 hours. What is billed?',
  )
  .example({ hours: '730' })
  .example({ hours: '120', 'on-demand': '0.10', reserved: '0.062', spot: '0.032' })
  .build();
