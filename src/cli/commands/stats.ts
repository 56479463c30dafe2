import { readinessToday } from '../../app/learner/plan-cache.ts';
import { resolveTopics } from '../../app/course/find.ts';
import { statisticsOf } from '../../core/stats/statistics.ts';
import { figuresJson } from '../../text/plan/figures.ts';
import { statsLines } from '../../text/stats/stats.ts';
import { chartLook } from '../terminal/chart-look.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { openProgress } from '../learner/open-progress.ts';
import { printPage } from '../terminal/print-page.ts';
import { wantsScreens, showScreens } from '../screens/screens.ts';
import { spokenOf } from '../terminal/spoken.ts';

interface Flags {
  readonly asOf?: string;
  readonly html?: string;
  readonly force?: true;
  readonly group?: string;
}

const EXAMPLES = `
Examples:
  study stats sqs kms              two topics
  study stats --html stats.html    one page with charts, for a browser or for paper
  study stats --html -             the page to the output
  study stats --group class/       every question: share right, wrong options, time; labels are the names of the files`;

/** How a group answered the questions of the course, or of some topics. */
const showGroup = async (context: Context, folder: string, words: readonly string[]): Promise<void> => {
  const { options, out } = context;
  const spoken = spokenOf(context);
  const [course, { readGroup }, { groupReport }, { groupLines }] = await Promise.all([
    context.course(),
    import('../../app/group/read-group.ts'),
    import('../../core/stats/group/group.ts'),
    import('../../text/stats/group.ts'),
  ]);
  const learners = readGroup(folder, course.id);
  const all = groupReport(course, learners);
  const chosen = words.length === 0 ? null : new Set(resolveTopics(course, words).map(({ id }) => id));
  const questions = all.questions.filter(({ topic }) => chosen === null || chosen.has(topic));
  if (options.json) out.json({ course: course.id, ...all, questions });
  else if (spoken !== null)
    (await import('../accessible/reports.ts')).tellGroup(context, { ...all, questions }, spoken);
  else for (const line of groupLines({ ...all, questions }, out.style)) out.line(line);
};

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[topic...]', 'only these topics or areas')
      .option('--as-of <date>', 'as it stood at the end of that day, YYYY-MM-DD')
      .option('--html <file>', 'write one page with charts instead; - prints it')
      .option('--group <dir>', 'how a group answered: a folder with a backup, export or home of each learner')
      .option('--force', 'replace a file that study did not write, without asking')
      .addHelpText('after', EXAMPLES)
      .action(async (topics: string[], flags: Flags) => {
        const opened = context();
        if (flags.group !== undefined) return showGroup(opened, flags.group, topics);
        if (flags.asOf === undefined && flags.html === undefined && wantsScreens(opened)) {
          const course = await opened.course();
          const only =
            topics.length === 0 ? null : new Set(resolveTopics(course, topics).map(({ id }) => id));
          await showScreens(opened, { to: 'stats', topics: only });
          return;
        }
        const { options, out, runtime } = opened;
        const { course, journal, progress, moment } = await openProgress(opened, flags.asOf);
        const chosen = topics.length === 0 ? course.topics : resolveTopics(course, topics);
        const figures = { runtime, course, journal };
        const statistics = statisticsOf(course, progress, moment, chosen, () =>
          readinessToday(figures, moment),
        );
        journal.close();
        if (flags.html !== undefined) {
          const { statsPage } = await import('../../text/html/stats-page.ts');
          const page = statsPage({
            course: course.title,
            statistics,
            topics: topics.length === 0 ? [] : chosen.map(topic => topic.title),
            version: runtime.version,
          });
          await printPage(opened, page, { path: flags.html, force: flags.force === true });
          return;
        }
        const spoken = spokenOf(opened);
        if (spoken !== null) {
          (await import('../accessible/reports.ts')).tellStats(opened, statistics, spoken);
          return;
        }
        if (!options.json) {
          for (const line of statsLines(statistics, chartLook(opened))) out.line(line);
          return;
        }
        const { blueprint, topics: rows, domains, readiness, ...rest } = statistics;
        out.json({
          course: course.id,
          ...rest,
          topics: rows.map(({ topic, ...mastery }) => ({ topic: topic.id, id: topic.id, ...mastery })),
          exam:
            blueprint === null
              ? null
              : { exam: blueprint.id, id: blueprint.id, provisional: blueprint.provisional },
          outlook:
            blueprint === null
              ? null
              : {
                  domains: domains.map(domain => ({ ...domain, expected: null })),
                  expected: null,
                  deprecated: true,
                },
          ...figuresJson(readiness),
          judgment: readiness?.judgment ?? null,
        });
      });
  },
};
