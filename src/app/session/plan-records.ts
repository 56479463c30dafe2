/** What a session of the plan records beside its answers. */
import { dayToDate } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { examPlanOf, examSet, isUnannounced } from '../../core/readiness/exam-plan.ts';
import type { SessionNotice } from '../../core/session/state.ts';
import { forecastToRecord } from '../learner/forecasts.ts';

/**
 * Says once that reviews follow the plan, to who set an exam before there was one. The plan begins with that day, which
 * an event tells all devices.
 */
export const announcePlan = (
  course: CourseReader,
  journal: Journal,
  day: number,
): readonly SessionNotice[] => {
  const { settings } = journal.progress(course.id);
  const exam = examSet(course, settings, day);
  if (exam === null || !isUnannounced(course, settings, day)) return [];
  try {
    journal.append(course.id, { type: 'configured', settings: { planFrom: dayToDate(day) } });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return [{ type: 'plan-begins', exam: exam.id }];
};

/** Once a day, what is forecast for the real exam is recorded, so that its result can judge it. */
export const recordDailyForecast = (course: CourseReader, journal: Journal, day: number): void => {
  const progress = journal.progress(course.id);
  if (progress.study.forecasts.some(each => each.sitting === null && each.day === day)) return;
  const plan = examPlanOf(course, progress, day);
  const forecast = plan === null ? null : forecastToRecord(plan, progress, null);
  if (forecast === null) return;
  try {
    journal.append(course.id, forecast);
  } catch (error) {
    // The next answer meets the same failure, and tells it.
    if (!(error instanceof Failure)) throw error;
  }
};
