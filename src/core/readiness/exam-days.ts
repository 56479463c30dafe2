/** The days until the exam, and what is left of today. */
import { finish } from '../base/in-turn.ts';
import type { Progress } from '../journal/progress.ts';
import { minutesOn } from '../plan/calendar.ts';
import type { PlannedDay } from '../plan/days.ts';
import { planDaysInTurn } from '../plan/days.ts';
import type { ExamPlan } from './exam-plan.ts';
import { copyLearner, minutesLeftToday } from './exam-plan.ts';

/** Answers are drawn as the model expects them; the same seed gives the same days. */
const SEED = 1;

/** What is not asked on a study day: suspended, buried for it, or asked on it already. */
export const blockedOn =
  ({ items }: Progress, day: number) =>
  (key: string): boolean => {
    const item = items.get(key);
    return item !== undefined && (item.suspended || item.buriedDay === day || item.attemptDay === day);
  };

const daysOf = (
  plan: ExamPlan,
  progress: Progress,
  more: { readonly lastDay: number; readonly topics: ReadonlySet<string> | null; readonly minutes?: number },
): Generator<undefined, readonly PlannedDay[]> => {
  const { today, examDay, schedule, questionShare, lately, doneToday, mock, mockSeconds } = plan;
  return planDaysInTurn(
    copyLearner(plan),
    {
      today,
      examDay,
      lastDay: more.lastDay,
      schedule:
        more.minutes === undefined
          ? schedule
          : { ...schedule, minutesPerDay: more.minutes, daysOff: [], weekdaysOff: [] },
      questionShare,
      lately,
      doneToday: more.minutes === undefined ? doneToday : 0,
      mock: more.minutes === undefined ? mock : null,
      mockSeconds,
      blocked: blockedOn(progress, today),
      topics: more.topics,
    },
    SEED,
  );
};

/** The days from today to another one, both included. */
export const daysAhead = (plan: ExamPlan, progress: Progress, lastDay: number): readonly PlannedDay[] =>
  finish(daysOf(plan, progress, { lastDay, topics: null }));

/** Every day from today to the eve of the exam, one at a time. */
export const examDaysInTurn = (
  plan: ExamPlan,
  progress: Progress,
): Generator<undefined, readonly PlannedDay[]> =>
  daysOf(plan, progress, { lastDay: plan.examDay - 1, topics: null });

/** Every day from today to the eve of the exam. */
export const examDays = (plan: ExamPlan, progress: Progress): readonly PlannedDay[] =>
  daysAhead(plan, progress, plan.examDay - 1);

/** About what so many minutes of today hold. */
export interface DayLoad extends Pick<PlannedDay, 'reviews' | 'fresh' | 'questions'> {
  readonly minutes: number;
  /** Minutes that the plan has for the whole of today. */
  readonly planned: number;
  /** The item that comes first; `null`: there is nothing to ask. */
  readonly first: string | null;
}

/** About what so many minutes hold today. */
export const loadOf = (
  plan: ExamPlan,
  progress: Progress,
  minutes: number,
  topics: ReadonlySet<string> | null,
): DayLoad => {
  const [day] = finish(daysOf(plan, progress, { lastDay: plan.today, topics, minutes }));
  const { reviews = 0, fresh = 0, questions = 0, first = -1 } = day ?? {};
  const planned = minutesOn(plan.schedule, plan.today);
  return { minutes, planned, reviews, fresh, questions, first: plan.map.items[first]?.key ?? null };
};

/** What is left of today's plan. */
export const todaysLoad = (plan: ExamPlan, progress: Progress): DayLoad =>
  loadOf(plan, progress, Math.ceil(minutesLeftToday(plan)), null);
