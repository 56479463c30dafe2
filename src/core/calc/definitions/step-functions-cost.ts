import { add, divide, max, multiply, ONE, rational, subtract, ZERO } from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { STEP_FUNCTIONS } from '../facts/facts.ts';
import { count } from '../inputs/quantity-inputs.ts';
import { flag } from '../inputs/word-inputs.ts';

const THOUSAND = rational(1000);
const MILLION = rational(1_000_000);

/** Transitions of a workflow and what they cost. */
export const definition = calculator({
  source: {
    title: 'AWS Step Functions pricing',
    url: 'https://aws.amazon.com/step-functions/pricing/',
    checked: '2026-11-20',
  },
  inputs: {
    executions: count('executions', {
      help: 'executions of a standard workflow a month',
      samples: ['20000', '50000', '100000', '250000', '1M'],
    }),
    transitions: count('transitions', {
      help: 'state transitions in one execution, retries included',
      samples: ['4', '5', '8', '10', '12'],
    }),
    'no-free-tier': flag({ help: 'without the free transitions of the month' }),
  },
  facts: STEP_FUNCTIONS,
})
  .step('allTransitions', {
    label: 'Transitions a month',
    unit: 'transitions',
    formula: '{executions} × {transitions}',
    compute: v => multiply(v.executions, v.transitions),
  })
  .step('paid', {
    label: 'Transitions beyond the free ones',
    unit: 'transitions',
    formula: v => (v['no-free-tier'] ? '{allTransitions}' : 'max(0, {allTransitions} - {freeTransitions})'),
    compute: v =>
      v['no-free-tier'] ? v.allTransitions : max(ZERO, subtract(v.allTransitions, v.freeTransitions)),
  })
  .step('totalUsd', {
    label: 'Cost a month',
    unit: 'USD',
    formula: '{paid} / 1,000 × {transitionPrice}',
    compute: v => multiply(divide(v.paid, THOUSAND), v.transitionPrice),
  })
  .results({ transitions: 'count', totalUsd: 'usd' }, 'totalUsd', { transitions: 'allTransitions' })
  .mistake('forgot-free-tier', 'Bills the 4,000 transitions that are free every month.', {
    paid: v => v.allTransitions,
  })
  .mistake('per-execution', 'Bills executions; a standard workflow is paid by its transitions.', {
    allTransitions: v => v.executions,
  })
  .mistake('per-million', 'Takes the price of a thousand transitions for a million.', {
    totalUsd: v => multiply(divide(v.paid, MILLION), v.transitionPrice),
  })
  .mistake('express', 'Takes the price of an express workflow, $1.00 a million requests.', {
    totalUsd: v => divide(v.executions, MILLION),
  })
  .mistake('one-less', 'Counts one transition less for each execution; the first state is entered too.', {
    allTransitions: v => multiply(v.executions, max(ZERO, subtract(v.transitions, ONE))),
  })
  .mistake('one-more', 'Counts the end of an execution as a transition.', {
    allTransitions: v => multiply(v.executions, add(v.transitions, ONE)),
  })
  .notes(() => [
    'Every retry of a state is a transition too.',
    'Express workflows are paid by requests and GB-seconds and run for 5 minutes at most; standard ones run up to a year.',
  ])
  .question(
    'totalUsd',
    'A standard workflow runs {executions} times a month with {transitions} state transitions each. At $0.025 a thousand transitions after 4,000 free ones, what does the month cost?',
  )
  .question(
    'totalUsd',
    'What is the monthly bill of {executions} executions of a standard workflow of {transitions} transitions, if the free tier is used up ($0.025 a thousand transitions)?',
    { 'no-free-tier': true },
  )
  .question(
    'transitions',
    'A standard workflow is executed {executions} times a month and goes through {transitions} transitions each time. How many transitions are counted, the free ones not yet subtracted?',
  )
  .example({ executions: '100000', transitions: '5' })
  .example({ executions: '1M', transitions: '10' })
  .build();
