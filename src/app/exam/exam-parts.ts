/** What the use cases of exams work with. */
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Instantiate } from '../../core/question/present.ts';
import { lockSitting } from '../../store/exam/exam-lock.ts';
import type { LockOutcome } from '../../store/exam/exam-lock.ts';
import { loadInstantiate } from '../session/template-filler.ts';
import type { Clock, Runtime } from '../learner/runtime.ts';

/** What an exam needs from its surroundings. */
export interface ExamParts {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly instantiate: Instantiate;
  /** Keeps other terminals from sitting the same sitting. */
  readonly lock: (sitting: string) => LockOutcome;
}

/** The parts of a learner's exams. Calculators are loaded where the course has templates. */
export const examParts = async (
  runtime: Pick<Runtime, 'clock' | 'paths'>,
  course: CourseReader,
  journal: Journal,
): Promise<ExamParts> => ({
  course,
  journal,
  clock: runtime.clock,
  instantiate: await loadInstantiate(course),
  lock: sitting => lockSitting({ data: runtime.paths.data, now: runtime.clock.now }, sitting),
});
