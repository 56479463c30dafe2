/** What the end of a session needs to know beyond the session: the day's minutes, the figures, what comes next. */
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { reviewRequest } from '../../../app/session/session-request.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import { minutesOn } from '../../../core/plan/calendar.ts';
import { examPlanOf, isPlanned, minutesLeftToday, scheduleOf } from '../../../core/readiness/exam-plan.ts';
import { overviewOf } from '../../../core/stats/overview.ts';

/** Minutes done today and planned for today; `null` where there is no plan. */
export const dayOf = (
  course: CourseReader,
  progress: Progress,
  { day }: Moment,
): { readonly done: number; readonly planned: number } | null => {
  if (!isPlanned(course, progress.settings, day)) return null;
  const planned = minutesOn(scheduleOf(progress, day), day);
  const ms = progress.days.find(each => each.day === day)?.ms ?? 0;
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
    const minutes = Math.ceil(minutesLeftToday(plan));
    return minutes > 0 ? { title: 'Continue', about: `today's plan, ${minutes} min left`, request } : null;
  }
  const { counts } = overviewOf(course, progress, moment);
  return counts.due > 0 ? { title: 'Continue', about: `${counts.due} due`, request } : null;
};
