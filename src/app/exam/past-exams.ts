/** Exams that were taken: looked at again, redone, and open ones discarded. */
import { Failure } from '../../core/base/failure.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import type { TakenExam } from '../../core/exam/past/taken.ts';
import { takenExams } from '../../core/exam/past/taken.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { ExamParts } from './exam-parts.ts';
import type { SittingSource } from './exam-sittings.ts';
import { listSittings, settleExams } from './exam-sittings.ts';
import { resumeExam } from './start-exam.ts';

/** Every exam that is open or was taken, as it stands at a moment (ms UTC), and the sittings behind them. */
export const listTaken = (
  source: SittingSource,
  at: number,
): { readonly exams: readonly TakenExam[]; readonly sittings: readonly Sitting[] } => {
  const { course, journal } = source;
  const sittings = listSittings(source, at);
  const { study } = journal.progress(course.id);
  return { exams: takenExams(sittings, course.blueprints, study.forecasts, at), sittings };
};

/** Keys, as the course calls them, of the questions that were not right and that it still has. */
export const wrongKeys = (
  { course, journal }: SittingSource,
  { wrong }: Pick<TakenExam, 'wrong'>,
): readonly string[] => {
  const { families } = journal.progress(course.id);
  return [...new Set(wrong.map(item => keyIn(course, families, item)))].filter(key => course.has(key));
};

/** Records the end of exams whose time is up; a home that cannot be written to is only read. */
export const settleQuietly = (parts: Parameters<typeof settleExams>[0]): void => {
  try {
    settleExams(parts);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
};

/**
 * Discards an open exam: it gets no score. It must have been asked for before.
 * @throws Failure where it is open elsewhere, or that cannot be recorded
 */
export const discardExam = (parts: ExamParts, id: string): void => {
  const run = resumeExam(parts, id);
  try {
    run.dispatch({ type: 'abandon' });
    if (run.failure !== null) throw run.failure;
  } finally {
    run.close();
  }
};
