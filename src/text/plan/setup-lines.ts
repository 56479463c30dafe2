import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import { plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { dayAndYear } from '../stats/dates.ts';

/** Minutes of a plan from which a placement is worth its five. */
const PLACEMENT_FROM = 60;

/** What `study setup` says when it is done. */
export const setupLines = (plan: ExamPlan, readiness: Readiness, style: Style): readonly string[] => {
  const { blueprint, schedule, examDay, today } = plan;
  const { minutesLeft, today: figure } = readiness;
  const days = examDay - today;
  const hours = minutesLeft / 60;
  const amount = hours < 2 ? plural(minutesLeft, 'minute') : `about ${Math.round(hours)} hours`;
  const when =
    schedule.examDay === null
      ? 'no date set; the plan looks four weeks ahead'
      : days === 0
        ? 'today'
        : `on ${dayAndYear(examDay)}, in ${plural(days, 'day')}`;
  return [
    `${blueprint.title} (${blueprint.id}): ${when}.`,
    `${plural(schedule.minutesPerDay, 'minute')} a day, ${amount} in all.`,
    'study review now follows the plan: reviews, new cards and questions by what gains most points a minute.',
    ...(figure === null && minutesLeft >= PLACEMENT_FROM
      ? [`Next: ${style.code('study diagnose')}  (20 cards, 5 minutes, a first figure)`]
      : [`Next: ${style.code('study review')}`]),
  ];
};
