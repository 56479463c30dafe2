import type { UsedCourse } from '../../../app/course/used-courses.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { onDay, sentence, spokenLine, spokenTitle } from '../words.ts';

/**
 * The courses that have been used, a sentence for what is to be done in each and one for where it lies.
 * @param dayOf the learner's day of a moment in ms UTC
 */
export const spokenCourses = (
  courses: readonly UsedCourse[],
  width: number,
  today: number,
  dayOf: (at: number) => number,
): readonly string[] =>
  wrapAll(
    courses.map(({ id, title, folder, current, problem, used, due, ...course }) => {
      const state =
        problem === null
          ? `${due ?? 0} due, ${course.new ?? 0} new`
          : `cannot be opened, ${spokenLine(problem)}`;
      const facts = [
        folder === null ? 'comes with study' : `in ${sanitizeLine(folder)}`,
        ...(used === null ? [] : [`last used ${onDay(dayOf(used), today)}`]),
        ...(current ? ['the course that is meant here'] : []),
      ];
      return `${sentence(`${spokenTitle(title)}: ${state}`)} ${sentence(`Its id is ${sanitizeLine(id)}, ${facts.join(', ')}`)}`;
    }),
    width,
  );
