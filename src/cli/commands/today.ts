import { overviewOf } from '../../core/overview.ts';
import { nextStep, todayLines } from '../../text/today.ts';
import type { CommandModule } from '../command.ts';
import { momentNow } from '../moment.ts';

export const command: CommandModule = {
  setup: (command, context) => {
    command.action(async () => {
      const { options, out, runtime, ...open } = context();
      const [course, journal] = await Promise.all([open.course(), open.journal()]);
      const progress = journal.progress(course.id);
      const overview = overviewOf(course, progress, momentNow(runtime, progress.settings));
      journal.close();
      if (!options.json) {
        for (const line of todayLines(course.title, overview, out.style)) out.line(line);
        return;
      }
      const { counts, exam } = overview;
      out.json({
        course: course.id,
        date: overview.date,
        due: counts.due,
        learning: counts.learning,
        newToday: overview.newToday,
        newLeft: counts.new,
        minutes: overview.minutes,
        streak: overview.streak,
        answersToday: overview.answersToday,
        exam,
        topics: overview.topics.map(topic => ({
          id: topic.topic.id,
          due: topic.counts.due,
          new: topic.counts.new,
          mastery: topic.mastery,
        })),
        weakest: overview.weakest.map(topic => topic.topic.id),
        next: nextStep(overview),
      });
    });
  },
};
