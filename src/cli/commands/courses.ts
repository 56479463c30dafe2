import { openUsedCourses } from '../../app/course/used-courses.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { DEFAULT_SETTINGS } from '../../core/journal/settings.ts';
import { usedCourseLines } from '../../text/course/used-courses.ts';
import { momentAt } from '../../app/learner/moment.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { CommandModule } from '../program/command.ts';

const HELP = `
A course is meant by --course or STUDY_COURSE, else by the folder one is in (it, or one above it, has .study/ or
content/course.yaml), else by study config set course DIR, else it is the one that comes with study.

Examples:
  study courses
  study review --course ~/notes
  study config set course ~/notes`;

export const command: CommandModule = {
  setup: (command, context) => {
    command.addHelpText('after', HELP).action(async () => {
      const opened = context();
      const { options, out, runtime } = opened;
      const [journal, current] = await Promise.all([opened.journal(), opened.course().catch(() => null)]);
      const line = opened.progress('Reading the courses');
      const courses = await openUsedCourses({ runtime, journal, current, openFolder: opened.openFolder });
      line.end();
      journal.close();
      const dayOf = (at: number): number => momentAt(runtime, DEFAULT_SETTINGS, at).day;
      const offset = (at: number): string => dayToDate(dayOf(at));
      if (options.json) {
        out.json({
          courses: courses.map(({ used, folder, ...rest }) => ({
            ...rest,
            folder: folder === null ? null : sanitizeLine(folder),
            used: used === null ? null : offset(used),
          })),
        });
        return;
      }
      if (spokenOf(opened) !== null)
        return (await import('../accessible/course.ts')).tellCourses(opened, courses, dayOf);
      for (const text of usedCourseLines(courses, out.style, offset)) out.line(text);
    });
  },
};
