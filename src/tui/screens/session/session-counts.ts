/** How much of a session is left. Nothing here goes up but what a miss puts back in line. */
import type { CourseReader, ItemEntry } from '../../../core/course/course.ts';
import { LEARN_AHEAD } from '../../../core/memory/evidence.ts';
import { dueStatus } from '../../../core/memory/schedule.ts';
import { paceOf, secondsFor } from '../../../core/memory/pace.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import type { SessionState } from '../../../core/session/state.ts';
import { LONGEST_ANSWER_MS } from '../../../core/session/summary.ts';
import type { PlannedSession } from '../../../app/session/build-session.ts';

/** What an item is when it is put: a question asked again is a review. */
export type Category = 'review' | 'learning' | 'new' | 'question';

/** A number and what it counts. */
export interface Count {
  readonly name: string;
  readonly left: number;
}

const statusOf = (progress: Progress, key: string, moment: Moment): Category => {
  const status = dueStatus(progress.items.get(key), moment);
  return status === 'new' ? 'new' : status.startsWith('learning') ? 'learning' : 'review';
};

/** What the item at hand is. */
export const categoryOf = ({ turn, plan }: SessionState, progress: Progress, moment: Moment): Category => {
  if (turn === null) return 'review';
  const { key, type } = turn.entry;
  if (plan.exam === undefined) return statusOf(progress, key, moment);
  const isSeen = (progress.items.get(key)?.trace ?? null) !== null;
  return isSeen ? 'review' : type === 'question' ? 'question' : 'new';
};

/** Something that was answered: what it was when it was put, and how long it took. */
export interface Done {
  readonly category: Category;
  readonly ms: number;
}

/** What gives way to more questions or reviews than were planned, the first that is left. */
const GIVES_WAY = ['new', 'question', 'review'] as const;

/**
 * Of the plan for an exam: what it held at first, less what was answered of it. The minutes are what is fixed: what is
 * asked beyond a count takes the place of what would have had its time.
 */
const planCounts = ({ due, fresh, exam }: PlannedSession, answered: readonly Done[]): readonly Count[] => {
  const left: Record<Exclude<Category, 'learning'>, number> = {
    review: due,
    new: fresh,
    question: exam?.questions ?? 0,
  };
  const items = left.review + left.new + left.question;
  const msOfOne = items === 0 ? 0 : ((exam?.minutes ?? 0) * 60_000) / items;
  for (const { category, ms } of answered) {
    if (category !== 'learning' && left[category] > 0) {
      left[category]--;
      continue;
    }
    let places = msOfOne === 0 ? 1 : Math.max(1, Math.round(Math.min(ms, LONGEST_ANSWER_MS) / msOfOne));
    for (const other of GIVES_WAY) {
      const taken = Math.min(places, left[other]);
      left[other] -= taken;
      places -= taken;
    }
  }
  return [
    { name: 'reviews', left: left.review },
    { name: 'new', left: left.new },
    { name: 'questions', left: left.question },
  ];
};

/** Of a review: what is due, on learning steps and new, the item at hand included. */
const reviewCounts = (
  { plan, position, postponed, learning, turn }: SessionState,
  progress: Progress,
  moment: Moment,
): readonly Count[] => {
  const counts: Record<Category, number> = { review: 0, learning: 0, new: 0, question: 0 };
  const add = (key: string): void => void counts[statusOf(progress, key, moment)]++;
  for (const key of plan.queue.slice(position)) add(key);
  for (const key of postponed) add(key);
  if (turn !== null) add(turn.entry.key);
  const steps = learning.filter(
    ({ key, dueAt }) => key !== turn?.entry.key && dueAt <= moment.at + LEARN_AHEAD,
  ).length;
  return [
    { name: 'due', left: counts.review },
    { name: 'learning', left: counts.learning + steps },
    { name: 'new', left: counts.new },
  ];
};

/** What is left, by name. */
export const countsOf = (
  planned: PlannedSession,
  answered: readonly Done[],
  state: SessionState,
  progress: Progress,
  moment: Moment,
): readonly Count[] =>
  state.plan.exam?.kind === 'plan' ? planCounts(planned, answered) : reviewCounts(state, progress, moment);

/** Minutes that what is left will take at the learner's pace; of a plan those that it has left. */
export const minutesLeft = (
  { plan, position, learning, turn }: SessionState,
  course: Pick<CourseReader, 'entry'>,
  progress: Progress,
  { at, day }: Moment,
): number => {
  if (turn === null) return 0;
  const pace = paceOf(progress.days, day);
  const secondsOf = (type: ItemEntry['type']): number => secondsFor(type, pace);
  if (plan.until !== null && plan.exam !== undefined)
    return Math.max(0, Math.ceil((plan.until - at) / 60_000));
  const left = Math.max(0, turn.total - turn.number);
  const queued = plan.queue.slice(position, position + left);
  const steps = learning.slice(0, left - queued.length);
  let seconds = secondsOf(turn.entry.type);
  if (pace === null) {
    for (const key of queued) seconds += secondsOf(course.entry(key)?.type ?? 'card');
    for (const { key } of steps) seconds += secondsOf(course.entry(key)?.type ?? 'card');
  } else {
    // The learner's own pace is one for cards and questions: thousands of items need not be looked up.
    seconds += pace * (queued.length + steps.length);
  }
  return Math.max(1, Math.round(seconds / 60));
};
