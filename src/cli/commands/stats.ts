import { resolveTopics } from '../../app/find-topic.ts';
import { statisticsOf } from '../../core/statistics.ts';
import { statsLines } from '../../text/stats.ts';
import type { CommandModule } from '../command.ts';
import { openProgress } from '../open-progress.ts';

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[topic...]', 'only these topics or areas')
      .option('--as-of <date>', 'as it stood at the end of that day, YYYY-MM-DD')
      .action(async (topics: string[], flags: { asOf?: string }) => {
        const opened = context();
        const { options, out } = opened;
        const { course, journal, progress, moment } = await openProgress(opened, flags.asOf);
        const chosen = topics.length === 0 ? course.topics : resolveTopics(course, topics);
        const statistics = statisticsOf(course, progress, moment, chosen);
        journal.close();
        if (!options.json) {
          for (const line of statsLines(statistics, out.style)) out.line(line);
          return;
        }
        const { blueprint, topics: rows, ...rest } = statistics;
        out.json({
          course: course.id,
          ...rest,
          topics: rows.map(({ topic, ...mastery }) => ({ id: topic.id, ...mastery })),
          exam: blueprint === null ? null : { id: blueprint.id, provisional: blueprint.provisional },
        });
      });
  },
};
