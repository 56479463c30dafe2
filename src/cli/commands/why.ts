import { lastAnswer } from '../../app/lists/last-answer.ts';
import { loadFiller } from '../../app/session/template-filler.ts';
import { lastAnswerLines, lastAnswerSentence, lastAnswerShape } from '../../text/lists/last-answer-lines.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { tagsOfItem } from '../../app/course/find.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import { keyIn } from '../../core/fold/families.ts';
import { reportItem } from '../../core/memory/item-report.ts';
import { examPlanOf } from '../../core/readiness/exam-plan.ts';
import { itemValueOf } from '../../core/readiness/item-value.ts';
import { itemValueLines } from '../../text/plan/item-value.ts';
import { whyLines } from '../../text/stats/why.ts';
import type { CommandModule } from '../program/command.ts';
import { openProgress } from '../learner/open-progress.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { didYouMean } from '../../core/base/suggest.ts';

const unknownItem = (course: CourseReader, key: string): Failure => {
  const guess = didYouMean(
    key,
    course.items.map(item => item.key),
  );
  return new Failure('usage', `There is no card or question "${key}" in this course`, {
    code: 'unknown-item',
    try: guess === undefined ? `study search ${key}` : `study why ${guess}`,
  });
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('<item>', 'key of a card or question, as the Q line of a session shows it')
      .addHelpText('after', '\nExample:\n  study why sqs-retention/4-days')
      .action(async (key: string) => {
        const opened = context();
        const { options, out } = opened;
        const { course, journal, progress, moment } = await openProgress(opened);
        const entry = course.entry(keyIn(course, progress.families, key));
        if (entry === undefined) throw unknownItem(course, key);
        const report = reportItem(
          entry,
          tagsOfItem(course, entry),
          progress.items.get(entry.key),
          journal.history(course.id, entry.key),
          progress.settings,
          moment,
        );
        const { instantiate } = await loadFiller(course, [entry.key]);
        const last = lastAnswer({ course, journal, instantiate }, entry.key);
        journal.close();
        const plan = examPlanOf(course, progress, moment.day);
        const value = plan === null ? null : itemValueOf(plan, progress, entry.key);
        if (options.json) {
          out.json({
            course: course.id,
            item: report.key,
            ...report,
            lastAnswer: last === null ? null : lastAnswerShape(last),
            plan:
              value === null
                ? null
                : {
                    ...value,
                    examDay: dayToDate(value.examDay),
                    first: value.first === null ? null : { item: value.first.key, ...value.first },
                  },
          });
          return;
        }
        const spoken = spokenOf(opened);
        if (spoken !== null) {
          const lines = [
            ...(last === null ? [] : [lastAnswerSentence(last)]),
            ...(value === null ? [] : itemValueLines(value, entry.key, dayToDate)),
          ];
          (await import('../accessible/reports.ts')).tellWhy(opened, report, lines, moment.day, spoken);
          return;
        }
        for (const line of whyLines(
          report,
          out.style,
          last === null ? [] : lastAnswerLines(last, out.columns),
        ))
          out.line(line);
        if (value !== null) for (const line of itemValueLines(value, entry.key)) out.line(line);
      });
  },
};
