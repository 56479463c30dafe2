/** What a session says of the time after it: the day's minutes, when an item comes back, what is sensible next. */
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { reviewRequest } from '../../../app/session/session-request.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import { asShown } from '../../../core/session/choices.ts';
import { minutesOn } from '../../../core/plan/calendar.ts';
import { examPlanOf, isPlanned, minutesLeftToday, scheduleOf } from '../../../core/readiness/exam-plan.ts';
import { overviewOf } from '../../../core/stats/overview.ts';
import { dayText, waitText } from './end-page.ts';
import type { SessionFacts } from './session-facts.ts';

/** Minutes done today and planned for today; `null` where there is no plan. */
export const dayOf = (
  course: CourseReader,
  progress: Progress,
  { day }: Moment,
): { readonly done: number; readonly planned: number } | null => {
  if (!isPlanned(course, progress.settings, day)) return null;
  const schedule = scheduleOf(progress, day);
  // The plan ends on the eve of the exam.
  const planned = schedule.examDay === day ? 0 : minutesOn(schedule, day);
  // Time on notes is study time, here as on Home.
  const answering = progress.days.find(each => each.day === day)?.ms ?? 0;
  const ms = answering + (progress.study.readingMs.get(day) ?? 0);
  return planned === 0 ? null : { done: ms / 60_000, planned };
};

/** What is sensible next; `null`: the day is done. */
export const nextStep = (
  course: CourseReader,
  progress: Progress,
  moment: Moment,
  seed: () => number,
): { readonly title: string; readonly about: string; readonly request: SessionRequest } | null => {
  const request = reviewRequest(seed);
  const plan = examPlanOf(course, progress, moment.day);
  if (plan !== null) {
    if (plan.schedule.examDay === moment.day) return null;
    const minutes = Math.ceil(minutesLeftToday(plan));
    return minutes > 0 ? { title: 'Continue', about: `today's plan, ${minutes} min left`, request } : null;
  }
  const { counts } = overviewOf(course, progress, moment);
  return counts.due > 0 ? { title: 'Continue', about: `${counts.due} due`, request } : null;
};

type Studied = Pick<SessionFacts, 'session' | 'course' | 'progress' | 'moment'>;

/** Whether the learner studies by the plan for an exam, which ends with its day. */
export const studiesByPlan = ({
  course,
  progress,
  moment,
}: Pick<Studied, 'course' | 'progress' | 'moment'>): boolean =>
  isPlanned(course, progress.settings, moment.day);

/** When an item comes back, as a phrase; empty where nobody can say. */
export const comesBack = (item: string, facts: Studied): string => {
  const { session, progress, moment } = facts;
  const now = progress.items.get(item);
  if (now === undefined || now.state === null || now.suspended) return '';
  const { plan } = session;
  const isByPlan = studiesByPlan(facts);
  // With a plan for an exam a day is the least: a rating a study day counts, in quizzes too.
  const { dueAt, dueDay } = asShown(
    now,
    isByPlan ? { ...plan, exam: plan.exam ?? { kind: 'list', items: 0 } } : plan,
    moment,
  );
  if (now.buriedDay === moment.day) return 'comes back tomorrow';
  // From then on the plan may ask it; among what is due it takes what is worth most.
  return `${isByPlan ? 'due' : 'comes back'} ${dueAt > 0 && dueAt < moment.at + 86_400_000 ? waitText(dueAt - moment.at) : dayText(dueDay, moment.day)}`;
};
