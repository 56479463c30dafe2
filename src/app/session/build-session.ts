/** Plans a session: what is asked, in which order, and how much of it. */
import type { Moment } from '../../core/base/civil-day.ts';
import type { Blueprint, CourseReader, ItemEntry, Level, QuestionKind } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import { rowsOf } from '../../core/base/item-rows.ts';
import type { Only } from '../../core/lists/lists.ts';
import { isOnly } from '../../core/lists/lists.ts';
import { examPlanOf, isPlanned, minutesLeftToday } from '../../core/readiness/exam-plan.ts';
import type { DayLoad } from '../../core/readiness/exam-days.ts';
import { loadOf } from '../../core/readiness/exam-days.ts';
import { placementOf } from '../../core/plan/placement.ts';
import { itemsWithin, cardQueue, reviewQueue } from '../../core/queue/queue.ts';
import type { Pool } from '../../core/queue/queue.ts';
import { paceOf } from '../../core/memory/pace.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { drawQuiz, eligibleQuestions, templateForm } from '../../core/queue/quiz-draw.ts';
import { seedFor } from '../../core/base/random.ts';
import type { SessionPlan } from '../../core/session/state.ts';

/** Where a session is planned. */
export interface SessionSource {
  readonly course: CourseReader;
  readonly progress: Progress;
  readonly moment: Moment;
  /** Only these topics; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
  /** Gives what is left of today's plan where it is known already (app/learner/plan-cache.ts). */
  readonly load?: () => DayLoad | null;
}

/** How much a learner wants at most; `null`: no limit. */
interface Bounds {
  readonly count: number | null;
  readonly minutes: number | null;
}

/** A plan, and what it is made of. */
export interface PlannedSession {
  readonly plan: SessionPlan;
  /** Items of the queue that are due and new; 0 where the session is no review. */
  readonly due: number;
  readonly fresh: number;
  /** What the limits of the day hold back from a review. */
  readonly heldBack: { readonly due: number; readonly fresh: number };
  /** The learner chose the seed, and nothing else decides: the same session can be had again. */
  readonly repeatable: boolean;
  /** Where the session follows the plan for an exam: the minutes it may take, and those of the day. */
  readonly exam?: { readonly minutes: number; readonly planned: number; readonly questions: number };
}

const poolOf = ({ course, progress, moment, topics }: SessionSource): Pool => ({
  rows: rowsOf(course),
  progress,
  moment,
  topics,
  ...(course.order && { order: course.order }),
});

const NOTHING = { due: 0, fresh: 0 } as const;

interface ReviewOptions extends Bounds {
  readonly seed: number;
}

/** A review: the plan for the exam where there is one, else what is due and then new items. */
export const planReview = (source: SessionSource, options: ReviewOptions): PlannedSession => {
  const { course, progress, moment, topics, load } = source;
  const { minutes } = options;
  if (!isPlanned(course, progress.settings, moment.day)) return planDueFirst(source, options);
  // All that is left of today may be known already.
  const known = minutes === null && topics === null ? (load?.() ?? null) : null;
  if (known !== null) return planForExam(source, known, options);
  const exam = examPlanOf(course, progress, moment.day);
  if (exam === null) return planDueFirst(source, options);
  const length = minutes ?? Math.ceil(minutesLeftToday(exam));
  return planForExam(source, loadOf(exam, progress, length, topics), options);
};

/** A review that follows the plan for the exam: so many minutes, or what is left of those of today. */
const planForExam = (
  { moment }: SessionSource,
  { minutes, planned, reviews, fresh, questions, first }: DayLoad,
  { count, seed }: ReviewOptions,
): PlannedSession => ({
  plan: {
    mode: 'review',
    seed,
    queue: [],
    learning: [],
    limit: count,
    until: moment.at + minutes * 60_000,
    form: null,
    exam: { kind: 'plan', items: Math.min(count ?? Infinity, reviews + fresh + questions), first },
  },
  due: reviews,
  fresh,
  heldBack: NOTHING,
  repeatable: false,
  exam: { minutes, planned, questions },
});

/** Learning steps and due items, then new ones. */
const planDueFirst = (source: SessionSource, { count, minutes, seed }: ReviewOptions): PlannedSession => {
  const { course, progress, moment } = source;
  const { learning, due, fresh, heldBack } = reviewQueue(poolOf(source));
  const learningDue = learning.filter(({ dueAt }) => dueAt <= moment.at).length;
  const all = [...due, ...fresh];
  const typeOf = (key: string): ItemEntry['type'] => course.entry(key)?.type ?? 'card';
  const fits = (within: number): number => {
    const keys = [...learning.slice(0, learningDue).map(({ key }) => key), ...all];
    return itemsWithin(keys.map(typeOf), within, paceOf(progress.days, moment.day));
  };
  const queue = all.slice(
    0,
    Math.max(0, Math.min(count ?? Infinity, minutes === null ? Infinity : fits(minutes)) - learningDue),
  );
  const dueTaken = Math.min(queue.length, due.length);
  return {
    plan: {
      mode: 'review',
      seed,
      queue,
      learning,
      limit: count,
      until: minutes === null ? null : moment.at + minutes * 60_000,
      form: null,
    },
    due: Math.min(learningDue, count ?? Infinity) + dueTaken,
    fresh: queue.length - dueTaken,
    heldBack,
    repeatable: false,
  };
};

/** The placement: first attempts at cards that count most in the exam. */
export const planPlacement = (source: SessionSource, count: number, seed: number): PlannedSession => {
  const { course, progress, moment } = source;
  const exam = examPlanOf(course, progress, moment.day);
  const queue =
    exam === null
      ? []
      : placementOf(exam.map, count, number => {
          const item = progress.items.get(exam.map.items[number]?.key ?? '');
          return (
            item === undefined || (item.trace === null && !item.suspended && item.buriedDay !== moment.day)
          );
        }).map(number => exam.map.items[number]?.key ?? '');
  return {
    plan: {
      mode: 'review',
      seed,
      queue,
      learning: [],
      limit: queue.length,
      until: null,
      form: null,
      exam: { kind: 'placement', items: queue.length, first: queue[0] ?? null },
    },
    due: 0,
    fresh: queue.length,
    heldBack: NOTHING,
    repeatable: false,
    ...(exam === null ? {} : { exam: { minutes: 5, planned: 5, questions: 0 } }),
  };
};

interface CardsOptions {
  readonly count: number | null;
  readonly seed: number;
  readonly order: 'shuffled' | 'file';
}

/** A drill of cards, due or not. */
export const planCards = (source: SessionSource, { count, seed, order }: CardsOptions): PlannedSession => {
  const queue = cardQueue(poolOf(source), order === 'file' ? null : seedFor(seed, 'cards'));
  return {
    plan: {
      mode: 'cards',
      seed,
      queue: queue.slice(0, count ?? queue.length),
      learning: [],
      limit: count,
      until: null,
      form: null,
    },
    ...NOTHING,
    heldBack: NOTHING,
    repeatable: false,
  };
};

interface QuizOptions {
  readonly count: number;
  readonly seed: number;
  /** The learner chose the seed: the same quiz again, whatever was answered meanwhile. */
  readonly seedChosen: boolean;
  readonly weak: boolean;
  readonly kinds: ReadonlySet<QuestionKind> | null;
  readonly levels: ReadonlySet<Level> | null;
  readonly blueprint: Blueprint | null;
  /** Only questions that are not seen yet, were missed or are flagged; absent: all. */
  readonly only?: Only | null;
}

/** A quiz. An empty queue means that no question passes the filters. */
export const planQuiz = (source: SessionSource, options: QuizOptions): PlannedSession => {
  const { course } = source;
  const { blueprint, count, seed, only = null } = options;
  const pool = poolOf(source);
  const { items } = source.progress;
  const passes =
    only === null
      ? undefined
      : (entry: ItemEntry): boolean => isOnly(only, items.get(entry.key), source.moment.day);
  const eligible = eligibleQuestions(pool, { ...options, ...(passes && { passes }) }, key => {
    const item = course.item(key);
    return item !== undefined && isTemplate(item) ? item.ask : [];
  });
  const preference = options.weak ? 'weak' : options.seedChosen ? 'any' : 'unseen';
  return {
    plan: {
      mode: 'quiz',
      seed,
      queue: drawQuiz(pool, eligible, blueprint, preference, count, seedFor(seed, 'quiz')),
      learning: [],
      limit: count,
      until: null,
      form: templateForm(options),
    },
    ...NOTHING,
    heldBack: NOTHING,
    repeatable: preference === 'any',
  };
};
