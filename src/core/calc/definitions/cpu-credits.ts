import {
  add,
  compare,
  decimal,
  divide,
  max,
  min,
  multiply,
  rational,
  subtract,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { BURSTABLE, BURSTABLE_CHECKED } from '../facts/burstable.ts';
import type { BurstableType } from '../facts/burstable.ts';
import { number, percent } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const HUNDRED = rational(100);
const HOUR_MINUTES = rational(60);
const DAY = rational(24);

const NAMES = Object.fromEntries(Object.keys(BURSTABLE).map(name => [name, name])) as Record<
  BurstableType,
  string
>;

/** Credits a burstable instance earns and spends. */
export const definition = calculator({
  source: {
    title: 'Key concepts for burstable performance instances',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html',
    checked: '2026-11-20',
  },
  inputs: {
    type: choice(NAMES, { help: 'instance type (t2, t3, t3a or t4g)', placeholder: '<t3.micro>' }),
    utilisation: percent({
      help: 'average use of all its vCPUs',
      samples: ['5%', '8%', '15%', '25%', '30%', '40%', '50%'],
    }),
    hours: number('hours', {
      help: 'hours it runs so',
      default: '24',
      max: '87600',
      samples: ['6', '8', '12', '24'],
    }),
  },
})
  .step('vcpus', {
    label: 'vCPUs',
    unit: 'vCPUs',
    formula: '{type}',
    compute: v => rational(BURSTABLE[v.type].vcpus),
  })
  .step('earnedPerHour', {
    label: 'Credits earned an hour',
    unit: 'credits',
    formula: '{type}',
    compute: v => decimal(BURSTABLE[v.type].credits),
  })
  .step('spentPerHour', {
    label: 'Credits spent an hour',
    unit: 'credits',
    formula: '{vcpus} × {utilisation} × 60 minutes',
    compute: v => divide(multiply(v.vcpus, v.utilisation, HOUR_MINUTES), HUNDRED),
  })
  .step('earned', {
    label: 'Earned',
    unit: 'credits',
    formula: '{earnedPerHour} × {hours}',
    compute: v => multiply(v.earnedPerHour, v.hours),
  })
  .step('spent', {
    label: 'Spent at that use',
    unit: 'credits',
    formula: '{spentPerHour} × {hours}',
    compute: v => multiply(v.spentPerHour, v.hours),
  })
  .step('full', {
    label: 'Full balance: what is earned in 24 hours',
    unit: 'credits',
    formula: '{earnedPerHour} × 24',
    compute: v => multiply(v.earnedPerHour, DAY),
  })
  .step('balance', {
    label: 'Balance at the end, from a full one',
    unit: 'credits',
    formula: 'min({full}, max(0, {full} + {earned} - {spent}))',
    compute: v => min(v.full, max(ZERO, subtract(add(v.full, v.earned), v.spent))),
  })
  .step('hoursUntilEmpty', {
    label: 'A full balance is empty after',
    unit: 'hours',
    formula: v =>
      compare(v.spentPerHour, v.earnedPerHour) <= 0
        ? 'no more is spent than earned'
        : '{full} / ({spentPerHour} - {earnedPerHour})',
    compute: v =>
      compare(v.spentPerHour, v.earnedPerHour) <= 0
        ? null
        : divide(v.full, subtract(v.spentPerHour, v.earnedPerHour)),
    nothing: 'never',
  })
  .results({ earned: 'measure', spent: 'measure', balance: 'measure', hoursUntilEmpty: 'measure' }, 'balance')
  .mistake('one-vcpu', 'Counts one vCPU; a credit is one vCPU at 100 % for a minute.', {
    spentPerHour: v => divide(multiply(v.utilisation, HOUR_MINUTES), HUNDRED),
  })
  .mistake('no-earning', 'Forgets that credits are earned while they are spent.', {
    balance: v => max(ZERO, subtract(v.full, v.spent)),
    hoursUntilEmpty: v => (v.hoursUntilEmpty === null ? null : divide(v.full, v.spentPerHour)),
  })
  .mistake('from-empty', 'Begins with an empty balance.', {
    balance: v => min(v.full, max(ZERO, subtract(v.earned, v.spent))),
  })
  .mistake('a-day', 'Counts a whole day, whatever the hours.', {
    earned: v => multiply(v.earnedPerHour, DAY),
    spent: v => multiply(v.spentPerHour, DAY),
  })
  .mistake('no-percent', 'Forgets to multiply by the use, as if the vCPUs were busy all the time.', {
    spentPerHour: v => multiply(v.vcpus, HOUR_MINUTES),
  })
  .mistake('stays-full', 'Takes the balance for full, although more is spent than earned.', {
    balance: v => v.full,
  })
  .mistake('earned-twice', 'Counts the credits of 24 hours twice: as the balance and on top of it.', {
    hoursUntilEmpty: v =>
      v.hoursUntilEmpty === null
        ? null
        : divide(add(v.full, v.full), subtract(v.spentPerHour, v.earnedPerHour)),
  })
  .mistake('double-earning', 'Lets every vCPU earn the credits of the instance.', {
    earnedPerHour: v => multiply(v.earnedPerHour, v.vcpus),
  })
  .notes(v => [
    'A credit is one vCPU at full use for one minute. The balance begins full here and never exceeds what 24 hours earn.',
    v.hoursUntilEmpty !== null &&
      'With an empty balance a standard instance falls to its baseline; an unlimited one (the default of t3, t3a and t4g) goes on and pays for surplus credits.',
    `Credits an hour are quoted from the table in the EC2 user guide, as of ${BURSTABLE_CHECKED}.`,
  ])
  .question(
    'spent',
    'A {type} instance runs at an average CPU use of {utilisation} for {hours} hours. How many CPU credits does it spend?',
    { type: ['t3.micro', 't3.medium', 't3.large', 't3.xlarge'], hours: ['6', '8', '10', '12'] },
  )
  .question(
    'hoursUntilEmpty',
    'A {type} instance with a full balance (what it earns in 24 hours) runs at {utilisation} CPU use. It has 2 vCPUs. After how many hours is the balance empty?',
    { type: ['t3.micro', 't3.small', 't3.medium'], utilisation: ['25%', '30%', '40%', '50%'] },
  )
  .question('earned', 'How many CPU credits does a {type} instance earn in {hours} hours?', {
    type: ['t3.nano', 't3.micro', 't3.small', 't3.large'],
    utilisation: '10%',
    hours: ['6', '8', '12', '18'],
  })
  .example({ type: 't3.micro', utilisation: '20%' })
  .example({ type: 't3.medium', utilisation: '10%', hours: '8' })
  .build();
