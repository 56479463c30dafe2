/** The plan of days, and how ready a learner is, as lines. */
import type { PlannedDay } from '../../core/plan/days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import { alignColumns, percent, plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { dayAndYear, dayText } from '../stats/dates.ts';
import { figureLines, judgmentLines, pointsText } from './figures.ts';
import { examName } from './words.ts';

/** A day of the plan with the score that studying until its end would give, 0 to 1. */
export interface ScoredDay extends PlannedDay {
  readonly projected: number;
}

/** Few days are left: said plainly. */
const FEW_DAYS = 3;

const headline = ({ blueprint, examDay, schedule, today }: ExamPlan): string => {
  const days = examDay - today;
  const exam = `${examName(blueprint)} (${blueprint.id})`;
  if (schedule.examDay === null)
    return `${exam}, no date set: planned four weeks ahead, ${plural(schedule.minutesPerDay, 'minute')} a day.`;
  if (days === 0) return `${exam} today. Good luck!`;
  const when = `in ${plural(days, 'day')}, on ${dayAndYear(examDay)}`;
  return `${exam} ${when}: ${plural(schedule.minutesPerDay, 'minute')} a day.`;
};

/** What is worth saying besides the figures: too little time, minutes not done, nothing left to gain. */
const remarks = (plan: ExamPlan, readiness: Readiness): readonly string[] => {
  const { today, examDay, schedule } = plan;
  const days = examDay - today;
  const { adherence, allKnown, minutesLeft, hour, whatIf } = readiness;
  const now = whatIf.find(({ minutes }) => minutes === schedule.minutesPerDay)?.score;
  const gain = now === undefined ? 0 : now - readiness.scoreNow;
  const gone = today - schedule.startDay;
  return [
    ...(days <= FEW_DAYS && minutesLeft > 0
      ? [
          `${plural(days, 'day')} of ${plural(schedule.minutesPerDay, 'minute')}: about ${Math.round(100 * gain)} points. The plan takes what counts most.`,
        ]
      : []),
    ...(days > 0 && gone >= FEW_DAYS && adherence < 0.8
      ? [`You did ${percent(adherence)} of the planned minutes; the figure counts on that.`]
      : []),
    ...(allKnown
      ? [
          `Little is left to gain here (${pointsText(hour)} an hour). Questions and a mock exam are the better use: study exam.`,
        ]
      : []),
  ];
};

const dayRow = (day: ScoredDay, isProjected: boolean): readonly string[] => {
  if (day.off) return [dayText(day.day), 'off', '', '', '', '', ''];
  return [
    dayText(day.day),
    String(day.minutes),
    String(day.reviews),
    String(day.fresh),
    String(day.questions),
    day.mock > 0 ? plural(day.mock, 'question') : '',
    isProjected ? percent(day.projected) : '',
  ];
};

/** `study plan`. */
export const planLines = (
  plan: ExamPlan,
  readiness: Readiness,
  days: readonly ScoredDay[],
  style: Style,
): readonly string[] => {
  const { blueprint, schedule } = plan;
  const isProjected = readiness.projected !== null;
  const head = ['Day', 'Minutes', 'Reviews', 'New cards', 'Questions', 'Mock', isProjected ? 'Score' : ''];
  const rows = alignColumns(
    [head, ...days.map(day => dayRow(day, isProjected))],
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  );
  const { minutesNeeded, whatIf, aim } = readiness;
  const need =
    minutesNeeded === null
      ? `No number of minutes a day gives an even chance of ${percent(aim)} until then.`
      : `For an even chance of ${percent(aim)} you would need about ${plural(minutesNeeded, 'minute')} a day.`;
  return [
    style.heading(headline(plan)),
    ...figureLines(readiness, blueprint, schedule.minutesPerDay),
    ...remarks(plan, readiness),
    ...(days.length === 0 ? [] : ['', ...rows.map((row, index) => (index === 0 ? style.strong(row) : row))]),
    ...(isProjected && days.length > 0
      ? [
          '',
          style.strong('Minutes a day'),
          ...alignColumns(
            whatIf.map(({ minutes, score }) => [`  ${minutes}`, percent(score)]),
            ['right', 'right'],
          ),
          need,
        ]
      : []),
    '',
    ...(days.length === 0
      ? []
      : [
          'Reviews, new cards and questions are estimates: what a day asks depends on the answers of the days before.',
        ]),
    `Next: ${style.code('study review')}`,
  ];
};

/** `study readiness`. */
export const readinessLines = (plan: ExamPlan, readiness: Readiness, style: Style): readonly string[] => {
  const { domains, minutesNeeded, aim, hour, projected } = readiness;
  const rows = domains.map(({ id, title, weight, score, hour: worth }) => [
    `  ${id} ${title}`,
    `${weight} %`,
    score === null ? 'not known yet' : percent(score),
    `${pointsText(worth)} an hour`,
  ]);
  return [
    style.heading(headline(plan)),
    ...figureLines(readiness, plan.blueprint, plan.schedule.minutesPerDay),
    ...remarks(plan, readiness),
    '',
    style.strong('Domain, weight, readiness today, what the next hour is worth'),
    ...alignColumns(rows, ['left', 'right', 'right', 'right']),
    ...(projected === null
      ? []
      : [
          '',
          `The next hour of the plan: ${pointsText(hour)}.`,
          minutesNeeded === null
            ? `No number of minutes a day gives an even chance of ${percent(aim)} until then.`
            : `For an even chance of ${percent(aim)} you would need about ${plural(minutesNeeded, 'minute')} a day.`,
        ]),
    ...judgmentLines(readiness),
  ];
};
