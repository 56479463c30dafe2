import { compare, divide, isZero, max, multiply, rational, sum } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count } from '../inputs/quantity-inputs.ts';
import { list } from '../inputs/word-inputs.ts';

const HUNDRED = rational(100);

const shares = (weights: readonly Rational[], total: Rational): readonly Rational[] =>
  weights.map(weight => multiply(divide(weight, total), HUNDRED));

/** Share of each weighted record. */
export const definition = calculator({
  source: {
    title: 'Values specific for weighted records',
    url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html',
    checked: '2026-11-20',
  },
  inputs: {
    weights: list(count('', { help: 'weight of a record', max: '255' }), {
      help: 'weights of the records of one name, 0 to 255 each',
      samples: ['3,1,1', '70,20,10', '1,3', '2,3,5', '90,10', '4,3,1', '5,2,1'],
    }),
  },
})
  .step('total', {
    label: 'All weights',
    formula: 'the sum of {weights}',
    compute: v => sum(v.weights),
  })
  .step('percents', {
    label: 'Share of the answers for each record',
    unit: '%',
    formula: v =>
      isZero(v.total) ? '100 / number of records, for all weights are 0' : 'weight / {total} × 100',
    compute: v =>
      isZero(v.total)
        ? v.weights.map(() => divide(HUNDRED, rational(v.weights.length)))
        : shares(v.weights, v.total),
  })
  .step('firstPercent', {
    label: 'Share of the first record',
    unit: '%',
    formula: 'the first of them',
    compute: v => v.percents[0] ?? rational(0),
  })
  .step('largestPercent', {
    label: 'Largest share',
    unit: '%',
    formula: 'the largest of them',
    compute: v => v.percents.reduce((a, b) => max(a, b), rational(0)),
  })
  .results({ percents: 'percent', firstPercent: 'percent', largestPercent: 'percent' }, 'percents')
  .mistake('weight-as-percent', 'Takes the weight itself for the percentage.', { percents: v => v.weights })
  .mistake('others-only', 'Divides by the weights of the other records, not by all of them.', {
    percents: v =>
      v.weights.map(weight => {
        const others = sum(v.weights.filter(other => other !== weight));
        return isZero(others) ? HUNDRED : multiply(divide(weight, others), HUNDRED);
      }),
  })
  .mistake('equal', 'Shares equally among the records, whatever their weights.', {
    percents: v => v.weights.map(() => divide(HUNDRED, rational(v.weights.length))),
  })
  .mistake('of-255', 'Divides by 255, the largest weight there is.', {
    percents: v => shares(v.weights, rational(255)),
  })
  .mistake('winner', 'Sends everything to the largest weight, as failover would.', {
    percents: v => {
      const largest = v.weights.reduce((a, b) => max(a, b), rational(0));
      return v.weights.map(weight => (compare(weight, largest) === 0 ? HUNDRED : rational(0)));
    },
  })
  .notes(() => [
    'A weight of 0 gets no answers, unless all weights are 0: then all records get the same share.',
    'Shares hold for DNS answers; resolvers cache them for the TTL, so traffic follows only on average.',
  ])
  .question(
    'firstPercent',
    'Weighted records of one name have the weights {weights}. Which percentage of the answers names the first of them?',
  )
  .question(
    'largestPercent',
    'Route 53 answers for a name with weighted records of {weights}. Which percentage of the answers does the record with the largest weight get?',
  )
  .question(
    'firstPercent',
    "To try out a new version, records with the weights {weights} are created, the first one for the version that runs today. Which share of the DNS answers, in percent, does today's version get?",
    { weights: ['90,10', '95,5', '9,1', '3,1', '19,1', '7,1'] },
  )
  .example({ weights: '3,1,1' })
  .example({ weights: '70,20,10' })
  .build();
