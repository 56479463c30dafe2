import type { Random } from '../../base/random.ts';
import { makeRandom } from '../../base/random.ts';
import type { Rational } from '../../number/rational.ts';
import {
  add,
  compare,
  divide,
  max,
  min,
  multiply,
  rational,
  roundHalfUp,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '../../number/rational.ts';
import { calculator } from '../engine/define.ts';
import { count, duration } from '../inputs/quantity-inputs.ts';
import { choice } from '../inputs/word-inputs.ts';

const TWO = rational(2);
const THREE = rational(3);
const FINENESS = 1_000_000;

type Jitter = 'none' | 'full' | 'equal' | 'decorrelated';

interface Schedule {
  readonly base: Rational;
  readonly cap: Rational | null;
  readonly retries: Rational;
  readonly jitter: Jitter;
  readonly seed: Rational;
}

/** A random value between two bounds, in whole microseconds. */
const between = (low: Rational, high: Rational, random: Random): Rational => {
  const share = rational(random.int(FINENESS + 1), FINENESS);
  return roundHalfUp(add(low, multiply(share, subtract(high, low))), 6);
};

const capped = (delay: Rational, { cap }: Schedule): Rational => (cap === null ? delay : min(cap, delay));

/** The delays before each retry; `factor` is what each is multiplied by. */
const plan = (schedule: Schedule, factor = TWO): readonly Rational[] => {
  const random = makeRandom(toNumber(schedule.seed));
  const delays: Rational[] = [];
  let [plain, previous] = [schedule.base, schedule.base];
  for (let retry = 0n; retry < schedule.retries.n; retry++) {
    const ceiling = capped(plain, schedule);
    if (schedule.jitter === 'none') previous = ceiling;
    else if (schedule.jitter === 'full') previous = between(ZERO, ceiling, random);
    else if (schedule.jitter === 'equal') {
      const half = divide(ceiling, TWO);
      previous = between(half, ceiling, random);
    } else {
      previous = capped(between(schedule.base, multiply(previous, THREE), random), schedule);
    }
    delays.push(previous);
    plain = multiply(plain, factor);
  }
  return delays;
};

/** Delays of retries, with or without jitter. */
export const definition = calculator({
  source: {
    title: 'Exponential backoff and jitter',
    url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
    checked: '2026-11-20',
  },
  inputs: {
    base: duration('s', { help: 'first delay', samples: ['100ms', '200ms', '0.5s', '1s', '2s'] }),
    cap: duration('s', { help: 'longest delay', optional: true, samples: ['4s', '5s', '8s', '10s', '20s'] }),
    retries: count('retries', {
      help: 'number of retries, at most 100',
      max: '100',
      samples: ['4', '5', '6', '7', '8'],
    }),
    jitter: choice(
      {
        none: 'without jitter',
        full: 'with full jitter',
        equal: 'with equal jitter',
        decorrelated: 'with decorrelated jitter',
      },
      { help: 'how delays are spread at random', default: 'none' },
    ),
    seed: count('', { help: 'seed of the random delays, below 2^32', default: '0', max: '4294967295' }),
  },
})
  .step('delays', {
    label: 'Delays',
    unit: 's',
    formula: v => {
      const limit = v.cap === null ? '{base} × 2^i' : 'min({cap}, {base} × 2^i)';
      switch (v.jitter) {
        case 'none':
          return `${limit} for i = 0 to {retries} - 1`;
        case 'full':
          return `random between 0 and ${limit}`;
        case 'equal':
          return `half of ${limit}, and at random up to as much again`;
        case 'decorrelated':
          return `random between {base} and 3 × the delay before${v.cap === null ? '' : ', at most {cap}'}`;
      }
    },
    compute: v => plan(v),
  })
  .step('totalSeconds', {
    label: 'Waiting in all',
    unit: 's',
    formula: 'the sum of the delays',
    compute: v => sum(v.delays),
  })
  .results({ delays: 'measure', totalSeconds: 'measure' }, 'totalSeconds')
  .mistake('linear', 'Adds the first delay each time instead of doubling.', {
    delays: v => v.delays.map((_, i) => capped(multiply(v.base, rational(i + 1)), v)),
  })
  .mistake('constant', 'Waits the first delay every time.', { delays: v => v.delays.map(() => v.base) })
  .mistake('one-more', 'Waits once more, as if the first attempt were a retry too.', {
    delays: v => plan({ ...v, retries: add(v.retries, rational(1)) }),
  })
  .mistake('one-less', 'Waits once less: so many retries have as many delays before them.', {
    delays: v => plan({ ...v, retries: max(ZERO, subtract(v.retries, rational(1))) }),
  })
  .mistake('no-cap', 'Forgets the longest delay.', { delays: v => plan({ ...v, cap: null }) })
  .mistake('tripled', 'Triples the delay each time instead of doubling it.', { delays: v => plan(v, THREE) })
  .mistake('last-only', 'Gives the last delay, not the sum of all.', {
    totalSeconds: v => v.delays.at(-1) ?? ZERO,
  })
  .notes(v => [
    v.jitter !== 'none' &&
      'Jitter is drawn from --seed, so that the same seed gives the same delays; the mean of full jitter is half of the plain delay.',
    v.cap !== null &&
      compare(v.cap, v.base) < 0 &&
      'The longest delay is shorter than the first one, so every delay is the longest.',
    'Retry throttling, server errors and timeouts; other client errors come back the same.',
    'Jitter keeps many clients from trying again at the same moment.',
  ])
  .question(
    'totalSeconds',
    'A client retries {retries} times with exponential backoff: the first delay is {base}, each next one is twice as long, without cap or jitter. How many seconds does it wait in all?',
  )
  .question(
    'totalSeconds',
    'Backoff doubles from {base} up to a cap of {cap}, without jitter. How many seconds are waited before {retries} retries together?',
    { base: ['0.5s', '1s', '2s'], retries: ['5', '6', '7', '8'] },
  )
  .question(
    'totalSeconds',
    'An SDK is configured with {retries} retries, a base delay of {base} and a longest delay of {cap}, doubling and without jitter. How long does it wait at most before it gives up, in seconds?',
    { base: ['200ms', '0.5s', '1s'], cap: ['4s', '5s', '8s'], retries: ['6', '7', '8'] },
  )
  .example({ base: '1s', retries: '5' })
  .example({ base: '100ms', cap: '8s', retries: '8', jitter: 'full', seed: '7' })
  .build();
