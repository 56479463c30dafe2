import type { CourseReader } from '../../core/course/course.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Clock } from '../learner/runtime.ts';

/**
 * Records the end of exams whose time ran out while nobody was there, so that a session plans with what they tell:
 * wrong answers come back even where the learner never asks for an exam again. For the start of a session that
 * writes. The code of exams is loaded only where one was sat.
 * @returns those that were ended
 * @throws Failure `data`/`not-saved`
 */
export const settleLateExams = async (parts: {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly clock: Clock;
}): Promise<readonly Sitting[]> => {
  if (parts.journal.examCount() === 0) return [];
  const { settleExams } = await import('../exam/exam-sittings.ts');
  return settleExams(parts);
};
