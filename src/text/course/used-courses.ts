import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { UsedCourse } from '../../app/course/used-courses.ts';
import type { Style } from '../layout/style.ts';

/**
 * The courses that have been used, two lines each: what is to be done, and where it lies.
 * @param dateOf the learner's day of a moment in ms UTC
 */
export const usedCourseLines = (
  courses: readonly UsedCourse[],
  style: Style,
  dateOf: (at: number) => string,
): readonly string[] =>
  courses.flatMap(course => {
    const { id, title, folder, current, problem, used } = course;
    const state =
      problem === null ? `${course.due ?? 0} due, ${course.new ?? 0} new` : `cannot be opened: ${problem}`;
    const facts = [
      folder === null ? 'comes with study' : sanitizeLine(folder),
      ...(used === null ? [] : [`last used ${dateOf(used)}`]),
      ...(current ? ['meant here'] : []),
    ];
    return [
      `${style.heading(sanitizeLine(title))} (${sanitizeLine(id)}): ${state}`,
      `  ${style.dim(facts.join(', '))}`,
    ];
  });
