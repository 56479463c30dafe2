/** A mock exam as it is chosen before it starts, and what the choice comes to. */
import type { Blueprint, CourseReader, ItemEntry } from '../../core/course/course.ts';
import type { Only } from '../../core/lists/lists.ts';
import { isOnly, ONLY } from '../../core/lists/lists.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { domainShares } from '../../core/exam/draw-paper.ts';
import { poolsOf } from '../../core/exam/paper-pool.ts';
import type { PaperScope } from '../../core/exam/shorten.ts';
import { byStock, shortened } from '../../core/exam/shorten.ts';

/** How long a mock exam can be. */
export const LENGTHS = ['quick', 'half', 'full'] as const;

/** Which clock it can have. */
export const CLOCKS = ['real', 'practice'] as const;

/** When answers can be told: at the end, or after each question. */
export const ANSWERS = ['end', 'each'] as const;

/** Which questions it can be about. */
export const WHICH = ['any', ...ONLY] as const;

/** What was chosen for a mock exam. */
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

/** What stands there the first time. */
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
const keysOnly = (
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

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** A paper worked out in a course. */
export type PaperPlan = Omit<MockPlan, 'wanted' | 'counts'>;

/** What is missed or flagged is asked for learning; a paper on what is unseen is a sample of the exam like any other. */
const isForLearning = (only: Only | null): boolean => only === 'missed' || only === 'flagged';

/**
 * What a paper of a scope comes to, for lines and for the page before an exam alike: at the pace of the real exam, and
 * by its weights; one on what was missed or flagged goes by what there is.
 * @param only which questions it may draw; `null`: any
 */
export const planPaper = (
  course: Pick<CourseReader, 'items' | 'item'>,
  exam: Blueprint,
  scope: PaperScope,
  only: Only | null,
  progress: Pick<Progress, 'items'>,
  day: number,
): PaperPlan => {
  const keys = only === null ? null : keysOnly(course, only, progress, day);
  const asked = shortened(exam, scope);
  const pools = poolsOf(courseOf(course, keys), asked);
  const stock = new Map(pools.map(({ domain, units }) => [domain.id, units.length] as const));
  const paper = (isForLearning(only) ? byStock(exam, scope, stock) : null) ?? asked;
  const shares = domainShares(paper).map(({ domain, scored, unscored }) => ({
    title: domain.title,
    questions: Math.min(stock.get(domain.id) ?? 0, scored + unscored),
  }));
  const questions = sum(shares.map(share => share.questions));
  const slots = Math.max(1, exam.questions.scored + exam.questions.unscored);
  const minutes = Math.max(1, Math.ceil((exam.minutes * questions) / slots));
  const units = pools.flatMap(pool => pool.units);
  return {
    blueprint: { ...paper, minutes },
    questions,
    minutes,
    byDomain: shares,
    fit: units.length,
    unseen: units.filter(unit => unit.keys.every(key => isOnly('unseen', progress.items.get(key), day)))
      .length,
    keys,
  };
};

/** Whether a paper is evidence of readiness: timed, over the whole exam, and not on what went wrong before. */
export const isEvidence = (parts: readonly string[], only: Only | null): boolean =>
  parts.length === 0 && !isForLearning(only);

/** What a choice comes to. */
export const planMock = (
  course: Pick<CourseReader, 'items' | 'item'>,
  exam: Blueprint,
  { length, minutes, clock, answers, parts, only: which }: MockChoice,
  progress: Pick<Progress, 'items'>,
  day: number,
): MockPlan => {
  const wanted = lengthOf(exam, length);
  const only = which === 'any' ? null : which;
  const isWhole = length === 'full' && parts.length === 0;
  const plan = planPaper(course, exam, { count: isWhole ? null : wanted, parts }, only, progress, day);
  return {
    ...plan,
    wanted,
    minutes: minutes ?? plan.minutes,
    counts: isEvidence(parts, only) && answers === 'end' && clock === 'real' && plan.questions > 0,
  };
};
