import { dayToDate } from '../../core/base/civil-day.ts';
import { readinessBy } from '../../app/learner/plan-cache.ts';
import { figuresJson } from '../../text/plan/figures.ts';
import { readinessLines } from '../../text/plan/plan-lines.ts';
import { openProgress } from '../learner/open-progress.ts';
import type { CommandModule } from '../program/command.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { requirePlan } from './open-plan.ts';

const HELP = `
Every figure comes with its 80 % interval and with what it rests on. It is a forecast by a model that judges itself:
mock exams and the result of the real one (study exam --result) show how good it was, and correct the next.

Examples:
  study readiness
  study readiness --as-of 2026-12-01`;

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .option('--as-of <date>', 'as it stood at the end of that day, YYYY-MM-DD')
      .addHelpText('after', HELP)
      .action(async (flags: { asOf?: string }) => {
        const opened = context();
        const { options, out } = opened;
        const source = await openProgress(opened, flags.asOf);
        const { course, journal } = source;
        const plan = requirePlan(source);
        const readiness = readinessBy({ ...source, runtime: opened.runtime }, plan);
        journal.close();
        const spoken = spokenOf(opened);
        if (spoken !== null)
          return (await import('../accessible/reports.ts')).tellReadiness(opened, plan, readiness, spoken);
        if (!options.json) {
          for (const line of readinessLines(plan, readiness, out.style)) out.line(line);
          return;
        }
        const { domains, hour, minutesNeeded, adherence, judgment } = readiness;
        const points = (share: number): number => Math.round(1000 * share) / 10;
        out.json({
          course: course.id,
          exam: plan.blueprint.id,
          provisional: plan.blueprint.provisional,
          date: plan.schedule.examDay === null ? null : dayToDate(plan.examDay),
          until: dayToDate(plan.examDay),
          aim: Math.round(100 * plan.aim),
          ...figuresJson(readiness),
          topics: { seen: readiness.basis.topics, inExam: readiness.basis.topicsInExam },
          adherence,
          pointsAnHour: points(hour),
          minutesNeeded: readiness.projected === null ? null : minutesNeeded,
          domains: domains.map(({ score, hour: worth, ...domain }) => ({
            ...domain,
            points: score === null ? null : Math.round(100 * score),
            pointsAnHour: points(worth),
          })),
          judgment,
        });
      });
  },
};
