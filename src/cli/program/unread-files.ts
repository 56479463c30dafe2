import { HIDES_NOTHING } from '../../core/course/loader-rules.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { plural } from '../../text/layout/columns.ts';
import type { Context } from './context.ts';

/**
 * Says, on stderr, that files of the course have errors, so that nobody takes what is left of them for all there is.
 * For whatever shows or asks what a course holds.
 */
export const tellUnreadFiles = (
  { out }: Pick<Context, 'out'>,
  { problems }: Pick<CourseReader, 'problems'>,
): void => {
  const lossy = problems.filter(
    // A course without an id is read whole; that nothing is recorded in it is said where it would be.
    ({ severity, rule }) => severity === 'error' && rule !== 'course-file' && !HIDES_NOTHING.has(rule),
  );
  const files = new Set(lossy.map(({ file }) => file));
  if (files.size === 0) return;
  const one = files.size === 1;
  out.warn(
    `${plural(files.size, 'file')} of this course ${one ? 'has' : 'have'} errors; what is wrong in ${one ? 'it' : 'them'} is left out: ${out.errorStyle.code('study check')}`,
  );
};
