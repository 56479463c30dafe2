import type { Rational } from '../../number/rational.ts';
import { ceil, divide, min, multiply, rational, subtract, toNumber, ZERO } from '../../number/rational.ts';
import { formatNumber } from '../../number/quantity-format.ts';
import { calculator } from '../engine/define.ts';
import { duration, percent } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const HUNDRED = rational(100);

/** How traffic is moved: `every` minutes `step` percent more, the canary's rest after one interval. */
interface Shift {
  readonly kind: 'all-at-once' | 'canary' | 'linear';
  readonly step: Rational;
  readonly every: Rational;
}

const allAtOnce: Shift = { kind: 'all-at-once', step: HUNDRED, every: ZERO };
const canary = (minutes: number): Shift => ({ kind: 'canary', step: rational(10), every: rational(minutes) });
const linear = (minutes: number): Shift => ({ kind: 'linear', step: rational(10), every: rational(minutes) });

const CONFIGS = {
  LambdaAllAtOnce: allAtOnce,
  LambdaCanary10Percent5Minutes: canary(5),
  LambdaCanary10Percent10Minutes: canary(10),
  LambdaCanary10Percent15Minutes: canary(15),
  LambdaCanary10Percent30Minutes: canary(30),
  LambdaLinear10PercentEvery1Minute: linear(1),
  LambdaLinear10PercentEvery2Minutes: linear(2),
  LambdaLinear10PercentEvery3Minutes: linear(3),
  LambdaLinear10PercentEvery10Minutes: linear(10),
  ECSAllAtOnce: allAtOnce,
  ECSCanary10Percent5Minutes: canary(5),
  ECSCanary10Percent15Minutes: canary(15),
  ECSLinear10PercentEvery1Minutes: linear(1),
  ECSLinear10PercentEvery3Minutes: linear(3),
} satisfies Record<string, Shift>;

type Config = keyof typeof CONFIGS;

/** Each name stands for itself in a sentence. */
const NAMES = Object.fromEntries(Object.keys(CONFIGS).map(name => [name, name])) as Record<Config, string>;

/** How much traffic has moved at which minute. */
const planOf = ({ kind, step, every }: Shift) => {
  if (kind === 'all-at-once') return [{ minute: ZERO, percent: HUNDRED }];
  if (kind === 'canary') {
    return [
      { minute: ZERO, percent: step },
      { minute: every, percent: HUNDRED },
    ];
  }
  const steps = toNumber(ceil(divide(HUNDRED, step)));
  return Array.from({ length: steps }, (_, i) => ({
    minute: multiply(rational(i), every),
    percent: min(HUNDRED, multiply(rational(i + 1), step)),
  }));
};

/** How long a linear or canary shift takes. */
export const definition = calculator({
  source: {
    title: 'CodeDeploy deployment configurations',
    url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
    checked: '2026-11-20',
  },
  inputs: {
    config: choice(NAMES, {
      help: 'name of a predefined configuration for Lambda or ECS',
      optional: true,
      placeholder: '<name>',
      tidy: typed => typed.replace(/^CodeDeployDefault\./i, ''),
    }),
    step: percent({
      help: 'traffic moved in each step of a linear shift',
      optional: true,
      min: '1',
      samples: ['5%', '10%', '20%', '25%', '30%'],
    }),
    every: duration('min', {
      help: 'time between two steps',
      optional: true,
      max: '525600',
      samples: ['1min', '2min', '3min', '5min', '10min'],
    }),
  },
})
  .rule(['config', 'step', 'every'], v =>
    v.config === null && v.step === null && v.every === null
      ? 'is missing: give --config, or --step with --every'
      : v.config !== null && (v.step !== null || v.every !== null)
        ? 'cannot stand beside --step and --every'
        : null,
  )
  .rule(['step', 'every'], v => (v.step === null && v.every !== null ? 'is missing: --every needs it' : null))
  .rule(['every', 'step'], v => (v.every === null && v.step !== null ? 'is missing: --step needs it' : null))
  .step('schedule', {
    label: 'Traffic on the new version',
    formula: v => {
      const shift = v.config === null ? 'linear' : CONFIGS[v.config].kind;
      if (shift === 'all-at-once') return 'everything at once';
      if (shift === 'canary') return 'one step at once, the rest after the interval';
      return v.config === null
        ? '{step} at once, then as much again after {every}, up to 100 %'
        : '10 % at once, then as much again after every interval';
    },
    compute: v =>
      planOf(
        v.config === null
          ? { kind: 'linear', step: v.step ?? HUNDRED, every: v.every ?? ZERO }
          : CONFIGS[v.config],
      ),
    say: plan =>
      plan
        .map(({ minute, percent: moved }) => `${formatNumber(moved)} % at ${formatNumber(minute)} min`)
        .join(', '),
  })
  .step('minutes', {
    label: 'All traffic has moved after',
    unit: 'minutes',
    formula: v =>
      v.config !== null && CONFIGS[v.config].kind !== 'linear'
        ? 'the minute of the last step'
        : `(${v.schedule.length} steps - 1) × ${v.config === null ? '{every}' : `${toNumber(CONFIGS[v.config].every)} min`}`,
    compute: v => v.schedule.at(-1)?.minute ?? ZERO,
  })
  .results({ minutes: 'measure', schedule: 'plain' }, 'minutes')
  .mistake('last-interval', 'Waits once more after the last step; the first step moves traffic at once.', {
    minutes: v => {
      const [first, second] = v.schedule;
      const interval = subtract(second?.minute ?? ZERO, first?.minute ?? ZERO);
      return multiply(interval, rational(v.schedule.length));
    },
  })
  .mistake('one-interval', 'Moves the rest after the first interval, which is a canary.', {
    minutes: v => v.schedule[1]?.minute ?? ZERO,
  })
  .mistake('no-first-step', 'Begins after the first interval and counts one step less.', {
    minutes: v => v.schedule.at(-2)?.minute ?? ZERO,
  })
  .mistake('percent-as-minutes', 'Multiplies the interval by the percentage of a step.', {
    minutes: v => multiply(v.schedule[1]?.minute ?? ZERO, v.step ?? rational(10)),
  })
  .mistake('at-once', 'Moves everything at once.', { minutes: () => ZERO })
  .notes(v => [
    v.schedule.length > 2 &&
      'Many texts name the time with one interval more (10 minutes for ten steps of a minute); AWS gives no total, and the first step moves at once.',
    'A CloudWatch alarm or a failed hook during the shift rolls back by moving all traffic to the old version.',
    'Configurations for EC2 (OneAtATime, HalfAtATime, AllAtOnce) deploy to instances and shift no traffic this way.',
  ])
  .question(
    'minutes',
    'CodeDeploy shifts traffic to a new Lambda version linearly: {step} at once and again every {every}. After how many minutes has all traffic moved?',
  )
  .question(
    'minutes',
    'A linear deployment moves {step} of the traffic every {every}, the first part when it starts. How many minutes after the start does the new version take all traffic?',
    { every: ['2min', '3min', '4min', '6min', '10min'] },
  )
  .question(
    'minutes',
    'An ECS service is deployed with a custom linear configuration of {step} every {every}. How long, in minutes, do both versions serve requests?',
    { step: ['5%', '10%', '20%', '25%'] },
  )
  .example({ config: 'LambdaLinear10PercentEvery1Minute' })
  .example({ step: '30%', every: '5min' })
  .build();
