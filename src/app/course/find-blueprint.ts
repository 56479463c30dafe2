import type { Blueprint, CourseReader } from '../../core/course/course.ts';
import { currentBlueprint } from '../../core/course/domains.ts';
import { Failure } from '../../core/base/failure.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';
import { didYouMean } from '../../core/base/suggest.ts';

/**
 * The blueprint of an id.
 * @param none what to try where the course describes no exam
 * @throws Failure `usage`/`unknown-exam`
 */
export const findBlueprint = (course: CourseReader, id: string, none: string): Blueprint => {
  const blueprint = course.blueprints.find(each => each.id === id.toLowerCase());
  if (blueprint !== undefined) return blueprint;
  const ids = course.blueprints.map(each => each.id);
  throw new Failure('usage', `There is no exam "${id}" in this course`, {
    code: 'unknown-exam',
    try: didYouMean(id, ids) ?? (ids.length === 0 ? none : ids.join(', ')),
  });
};

/**
 * The exam the learner prepares for on a date (`YYYY-MM-DD`).
 * @throws Failure `usage` where there is none
 */
export const ownBlueprint = (
  course: CourseReader,
  settings: Pick<SchedulingSettings, 'exam' | 'examDate'>,
  today: string,
): Blueprint => {
  const blueprint = currentBlueprint(course, settings, today);
  if (blueprint !== undefined) return blueprint;
  if (settings.exam !== '') return findBlueprint(course, settings.exam, 'study config reset exam');
  const ids = course.blueprints.map(each => each.id);
  if (ids.length === 0)
    throw new Failure('usage', 'This course describes no exam', {
      code: 'no-exams',
      try: 'study quiz practises its questions',
    });
  throw new Failure('usage', 'Which exam? This course names no default', {
    code: 'exam-needed',
    try: `study exam ${ids.join(' | ')}`,
  });
};
