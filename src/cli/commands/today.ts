import { overviewOf } from '../../core/overview.ts';
import { nextStep, todayLines } from '../../text/today.ts';
import type { CommandModule } from '../command.ts';
import { openProgress } from '../open-progress.ts';
import { wantsScreens } from '../wants-screens.ts';

export const command: CommandModule = {
  setup: (command, context) => {
    command.action(async () => {
      const opened = context();
      if (wantsScreens(opened)) {
        const { showScreens } = await import('../show-screens.ts');
        await showScreens(opened, { to: 'home' });
        return;
      }
      const { options, out } = opened;
      const { course, journal, progress, moment } = await openProgress(opened);
      const overview = overviewOf(course, progress, moment);
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
