/** The plan for the exam, for commands that show it. */
import { dateToDay } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import { examPlanOf, examSet } from '../../core/readiness/exam-plan.ts';
import { dayAndYear } from '../../text/stats/dates.ts';
import type { OpenedProgress } from '../learner/open-progress.ts';

/** @throws Failure `usage` where no exam is set, the one set is over or unknown, or the plan is turned off */
export const requirePlan = ({ course, journal, progress, moment }: OpenedProgress): ExamPlan => {
  const plan = examPlanOf(course, progress, moment.day, journal.msElsewhere(course.id, moment.day));
  if (plan !== null) return plan;
  const { settings } = progress;
  const set = examSet(course, settings, moment.day);
  const examDay = dateToDay(settings.examDate);
  if (set !== null && !settings.plan)
    throw new Failure('usage', 'The plan is turned off', {
      code: 'plan-off',
      try: 'study config set plan on',
    });
  if (set !== null && examDay !== null && examDay < moment.day)
    throw new Failure('usage', `The exam was on ${dayAndYear(examDay)}`, {
      code: 'exam-over',
      try: 'study exam --result pass (or fail, or the percent); study setup --on <date> plans for another day',
    });
  if (set !== null)
    throw new Failure('usage', `The course has no questions for ${set.id}`, {
      code: 'no-questions',
      try: 'study setup --exam <exam> with another one',
    });
  throw new Failure('usage', 'No exam is set', {
    code: 'no-exam',
    try: 'study setup, or study setup --exam dva-c03 --on 2026-12-20 --minutes 30',
  });
};
