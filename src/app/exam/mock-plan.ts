/** A mock exam as it is chosen before it starts, and what the choice comes to. */
import type { Blueprint, CourseReader, ItemEntry } from '../../core/course/course.ts';
import type { Only } from '../../core/lists/lists.ts';
import { isOnly, ONLY } from '../../core/lists/lists.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { shareOut } from '../../core/queue/quiz-draw.ts';
import type { DomainPool } from '../../core/exam/paper-pool.ts';
import { poolsOf } from '../../core/exam/paper-pool.ts';
import { shortened } from '../../core/exam/shorten.ts';

export const LENGTHS = ['quick', 'half', 'full'] as const;
export const CLOCKS = ['real', 'practice'] as const;
export const ANSWERS = ['end', 'each'] as const;
export const WHICH = ['any', ...ONLY] as const;

export interface MockChoice {
  readonly length: (typeof LENGTHS)[number];
  /** `null`: at the pace of the real exam. */
  readonly minutes: number | null;
  /** `practice`: it can be paused. */
  readonly clock: (typeof CLOCKS)[number];
  /** When answers are told; `each`: after each question, without a clock. */
  readonly answers: (typeof ANSWERS)[number];
  /** Ids of domains or tasks; empty: the whole exam. */
  readonly parts: readonly string[];
  readonly only: (typeof WHICH)[number];
}

export const USUAL_CHOICE: MockChoice = {
  length: 'quick',
  minutes: null,
  clock: 'real',
  answers: 'end',
  parts: [],
  only: 'any',
};

/** Questions of a quick exam. */
const QUICK = 15;

const oneOf = <T extends string>(values: readonly T[], value: unknown, usual: T): T =>
  values.find(each => each === value) ?? usual;

/** A choice from what was kept; what is none of it is as usual. */
export const readChoice = (kept: unknown): MockChoice => {
  const fields = (typeof kept === 'object' && kept !== null ? kept : {}) as Readonly<Record<string, unknown>>;
  const { parts, minutes } = fields;
  return {
    length: oneOf(LENGTHS, fields['length'], USUAL_CHOICE.length),
    minutes: typeof minutes === 'number' && minutes >= 1 && minutes <= 1440 ? Math.round(minutes) : null,
    clock: oneOf(CLOCKS, fields['clock'], USUAL_CHOICE.clock),
    answers: oneOf(ANSWERS, fields['answers'], USUAL_CHOICE.answers),
    parts: Array.isArray(parts) ? parts.filter((part): part is string => typeof part === 'string') : [],
    only: oneOf(WHICH, fields['only'], USUAL_CHOICE.only),
  };
};

/** How many questions a length asks for. */
export const lengthOf = ({ questions }: Blueprint, length: MockChoice['length']): number => {
  const slots = questions.scored + questions.unscored;
  if (length === 'full') return slots;
  return length === 'half' ? Math.ceil(slots / 2) : Math.min(QUICK, slots);
};

/** A choice worked out in a course. */
export interface MockPlan {
  /** What the paper is drawn by. */
  readonly blueprint: Blueprint;
  /** Questions in the paper. */
  readonly questions: number;
  /** Questions that were asked for; more than `questions` where too few fit. */
  readonly wanted: number;
  readonly minutes: number;
  readonly byDomain: readonly { readonly title: string; readonly questions: number }[];
  /** Questions of the course that fit, and those of them never asked. */
  readonly fit: number;
  readonly unseen: number;
  /** Over the whole exam and timed: evidence of readiness. */
  readonly counts: boolean;
  /** Keys that may be drawn; `null`: any. */
  readonly keys: ReadonlySet<string> | null;
}

/** Keys of the questions that an exam can be limited to. */
export const keysOnly = (
  course: Pick<CourseReader, 'items'>,
  only: Only,
  { items }: Pick<Progress, 'items'>,
  day: number,
): ReadonlySet<string> =>
  new Set(
    course.items
      .filter(({ key, type }) => type === 'question' && isOnly(only, items.get(key), day))
      .map(({ key }: ItemEntry) => key),
  );

/** A course with these questions alone. */
export const courseOf = <C extends Pick<CourseReader, 'items'>>(
  course: C,
  keys: ReadonlySet<string> | null,
): C => (keys === null ? course : { ...course, items: course.items.filter(({ key }) => keys.has(key)) });

/** Each part's share of so many questions: by its weight, and no more than it has. */
const sharesOf = (pools: readonly DomainPool[], wanted: number): readonly number[] => {
  const shares = shareOut(
    pools.map(({ domain }) => domain.weight),
    wanted,
  );
  return pools.map(({ units }, i) => Math.min(units.length, shares[i] ?? 0));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * What a choice comes to. A paper on what was missed or flagged goes by what there is, and not by the weights of the
 * exam: it is for learning, and is no sample of anything.
 */
export const planMock = (
  course: Pick<CourseReader, 'items' | 'item'>,
  exam: Blueprint,
  { length, minutes, clock, answers, parts, only }: MockChoice,
  progress: Pick<Progress, 'items'>,
  day: number,
): MockPlan => {
  const wanted = lengthOf(exam, length);
  const keys = only === 'any' ? null : keysOnly(course, only, progress, day);
  const isWhole = length === 'full' && parts.length === 0;
  const asked = shortened(exam, { count: isWhole ? null : wanted, parts });
  const pools = poolsOf(courseOf(course, keys), asked);
  const fit = sum(pools.map(({ units }) => units.length));
  const unseen = pools
    .flatMap(({ units }) => units)
    .filter(unit => unit.keys.every(key => (progress.items.get(key)?.attemptDay ?? -1) === -1)).length;
  const byStock = only === 'missed' || only === 'flagged';
  const weighed: Blueprint = byStock
    ? {
        ...asked,
        domains: asked.domains.map((domain, i) => ({
          ...domain,
          weight: fit === 0 ? domain.weight : (100 * (pools[i]?.units.length ?? 0)) / fit,
        })),
      }
    : asked;
  const count = Math.min(wanted, fit);
  const shares = sharesOf(
    pools.map((pool, i) => ({ ...pool, domain: weighed.domains[i] ?? pool.domain })),
    byStock ? count : wanted,
  );
  const questions = sum(shares);
  const slots = Math.max(1, exam.questions.scored + exam.questions.unscored);
  const isShort = questions < wanted || !isWhole;
  const pace = Math.max(1, Math.ceil((exam.minutes * questions) / slots));
  return {
    blueprint: {
      ...weighed,
      ...(isShort ? { questions: { scored: byStock ? count : wanted, unscored: 0 }, minutes: pace } : {}),
    },
    questions,
    wanted,
    minutes: minutes ?? (isShort ? pace : exam.minutes),
    byDomain: weighed.domains.map(({ title }, i) => ({ title, questions: shares[i] ?? 0 })),
    fit,
    unseen,
    counts:
      parts.length === 0 &&
      (only === 'any' || only === 'unseen') &&
      answers === 'end' &&
      clock === 'real' &&
      questions > 0,
    keys,
  };
};
