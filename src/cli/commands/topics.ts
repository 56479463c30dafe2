import { overviewTopics } from '../../core/stats/overview.ts';
import { topicLines } from '../../text/stats/topics.ts';
import type { CommandModule } from '../program/command.ts';
import { openProgress } from '../learner/open-progress.ts';

export const command: CommandModule = {
  setup: (command, context) => {
    command.action(async () => {
      const opened = context();
      const { options, out } = opened;
      const { course, journal, progress, moment } = await openProgress(opened);
      const topics = overviewTopics(course, progress, moment);
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
          own: topic.own ?? 0,
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
