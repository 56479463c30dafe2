import { overviewTopics } from '../../core/overview.ts';
import { topicLines } from '../../text/topics.ts';
import type { CommandModule } from '../command.ts';
import { momentNow } from '../moment.ts';

export const command: CommandModule = {
  setup: (command, context) => {
    command.action(async () => {
      const { options, out, runtime, ...open } = context();
      const [course, journal] = await Promise.all([open.course(), open.journal()]);
      const progress = journal.progress(course.id);
      const topics = overviewTopics(course, progress, momentNow(runtime, progress.settings));
      journal.close();
      if (!options.json) {
        for (const line of topicLines(topics, out.style)) out.line(line);
        return;
      }
      out.json({
        course: course.id,
        topics: topics.map(({ topic, counts, ...mastery }) => ({
          id: topic.id,
          title: topic.title,
          area: topic.area,
          aliases: topic.aliases,
          exams: topic.exams.map(({ blueprint, tasks }) => ({ blueprint, tasks })),
          checked: topic.checked,
          calculators: topic.calculators,
          cards: topic.cards,
          questions: topic.questions,
          counts,
          seen: mastery.seen,
          recall: mastery.recall,
          mastery: mastery.mastery,
        })),
      });
    });
  },
};
