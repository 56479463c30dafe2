import { dayToDate } from '../../core/base/civil-day.ts';
import { readinessBy } from '../../app/learner/plan-cache.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { Failure } from '../../core/base/failure.ts';
import { examDays } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import { projectedScores } from '../../core/readiness/readiness.ts';
import { figuresJson } from '../../text/plan/figures.ts';
import { calendarOf } from '../../text/plan/ics.ts';
import type { ScoredDay } from '../../text/plan/plan-lines.ts';
import { planLines } from '../../text/plan/plan-lines.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { CommandModule } from '../program/command.ts';
import { printPage } from '../terminal/print-page.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { requirePlan } from './open-plan.ts';

const HELP = `
What a day asks is chosen on the day; the plan says about how much, and where the score is heading. Nothing is ever
overdue: a day left out changes only what the others bring.

Examples:
  study plan
  study plan --ics study.ics         one event a day for a calendar, at 18:00
  study plan --ics - --at 07:30`;

const MINUTES_A_DAY = 1440;

/** `18:00` as minutes. */
const minuteOf = (time: string): number => {
  const [, hour = '', minute = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === '')
    throw new Failure('usage', `--at takes a time such as 18:00, not "${time}"`, { code: 'bad-time' });
  return (Number(hour) * 60 + Number(minute)) % MINUTES_A_DAY;
};

/** The days with the score that each would lead to. */
const scoredDays = (plan: ExamPlan, progress: Progress): readonly ScoredDay[] => {
  const days = examDays(plan, progress);
  const scores = projectedScores(
    plan,
    progress,
    days.map(({ minutes }) => minutes),
  );
  return days.map((day, index) => ({ ...day, projected: scores[index] ?? 0 }));
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .option('--ics <file>', 'write the plan as a calendar file; - prints it')
      .option('--at <time>', 'time at which the events of the calendar begin', '18:00')
      .option('--force', 'replace a file that study did not write, without asking')
      .addHelpText('after', HELP)
      .action(async (flags: { ics?: string; at: string; force?: true }) => {
        const opened = context();
        const { options, out } = opened;
        const startsAt = minuteOf(flags.at);
        const source = await openProgress(opened);
        const { course, journal, progress, moment } = source;
        journal.close();
        const plan = requirePlan(source);
        const days = scoredDays(plan, progress);
        if (flags.ics !== undefined) {
          const { blueprint, schedule } = plan;
          const { examDay } = schedule;
          const text = calendarOf({
            course: course.id,
            exam: blueprint,
            examDay,
            days,
            startsAt,
            now: moment.at,
          });
          await printPage(opened, text, { path: flags.ics, force: flags.force === true });
          return;
        }
        const readiness = readinessBy({ ...source, runtime: opened.runtime }, plan);
        const spoken = spokenOf(opened);
        if (spoken !== null)
          return (await import('../accessible/reports.ts')).tellPlan(opened, plan, readiness, days, spoken);
        if (!options.json) {
          for (const line of planLines(plan, readiness, days, out.style)) out.line(line);
          return;
        }
        out.json({
          course: course.id,
          exam: plan.blueprint.id,
          provisional: plan.blueprint.provisional,
          date: plan.schedule.examDay === null ? null : dayToDate(plan.examDay),
          until: dayToDate(plan.examDay),
          aim: Math.round(100 * plan.aim),
          minutesPerDay: plan.schedule.minutesPerDay,
          ...figuresJson(readiness),
          days: days.map(({ day, minutes, off, reviews, fresh, questions, mock, topics, projected }) => ({
            date: dayToDate(day),
            minutes,
            off,
            reviews,
            questions,
            mock,
            new: fresh,
            topics: topics.map(topic => plan.map.topics[topic]?.id ?? ''),
            projected: readiness.projected === null ? null : Math.round(100 * projected),
          })),
          minutesNeeded: readiness.projected === null ? null : readiness.minutesNeeded,
          whatIf:
            readiness.projected === null
              ? []
              : readiness.whatIf.map(({ minutes, score }) => ({ minutes, points: Math.round(100 * score) })),
        });
      });
  },
};
