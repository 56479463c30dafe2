/** The days until the exam, and what is left of today. */
import type { Progress } from '../journal/progress.ts';
import type { PlannedDay } from '../plan/days.ts';
import { planDays } from '../plan/days.ts';
import type { ExamPlan } from './exam-plan.ts';
import { copyLearner } from './exam-plan.ts';

/** Answers are drawn as the model expects them; the same seed gives the same days. */
const SEED = 1;

const blockedIn =
  ({ items }: Progress, day: number) =>
  (key: string): boolean => {
    const item = items.get(key);
    return item !== undefined && (item.suspended || item.buriedDay === day || item.attemptDay === day);
  };

const daysOf = (
  plan: ExamPlan,
  progress: Progress,
  more: { readonly lastDay: number; readonly topics: ReadonlySet<string> | null; readonly minutes?: number },
): readonly PlannedDay[] => {
  const { today, examDay, schedule, questionShare, lately, doneToday, mock, mockSeconds } = plan;
  return planDays(
    copyLearner(plan, progress),
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
      blocked: blockedIn(progress, today),
      topics: more.topics,
    },
    SEED,
  );
};

/** The days from today to another one, both included. */
export const daysAhead = (plan: ExamPlan, progress: Progress, lastDay: number): readonly PlannedDay[] =>
  daysOf(plan, progress, { lastDay, topics: null });

/** Every day from today to the eve of the exam. */
export const examDays = (plan: ExamPlan, progress: Progress): readonly PlannedDay[] =>
  daysAhead(plan, progress, plan.examDay - 1);

/** About what so many minutes hold today. */
export const todaysItems = (
  plan: ExamPlan,
  progress: Progress,
  day: number,
  minutes: number,
  topics: ReadonlySet<string> | null,
): Pick<PlannedDay, 'reviews' | 'fresh' | 'questions'> =>
  daysOf(plan, progress, { lastDay: day, topics, minutes })[0] ?? { reviews: 0, fresh: 0, questions: 0 };
