/** Exams that were taken: looked at again, redone, and open ones discarded. */
import { Failure } from '../../core/base/failure.ts';
import { makeMoment } from '../../core/base/civil-day.ts';
import { foldSitting } from '../../core/exam/fold-exams.ts';
import { takeUp } from '../../core/exam/reduce.ts';
import { sittingAt } from '../../core/exam/sitting.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import type { TakenExam } from '../../core/exam/past/taken.ts';
import { takenExams } from '../../core/exam/past/taken.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { ExamParts } from './exam-parts.ts';
import type { ExamRequest } from './exam-request.ts';
import type { SittingSource } from './exam-sittings.ts';
import { listSittings, reportExam, settleExams } from './exam-sittings.ts';
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

/** The report of an exam that is over: a run in which nothing can be done any more. */
export const pastExam = (id: string): ExamRequest => ({
  open: parts => {
    const { course, journal, clock } = parts;
    settleQuietly(parts);
    const found = foldSitting(journal.exams(course.id), id);
    const sitting = found === undefined ? undefined : sittingAt(found, clock.now());
    if (sitting === undefined || sitting.phase !== 'ended')
      throw new Failure('usage', 'This exam has not ended', {
        code: 'exam-open',
        try: 'study exam --resume',
      });
    const state = takeUp(sitting, sitting);
    const { rollover } = journal.progress(course.id).settings;
    return {
      state,
      course,
      opening: [],
      failure: null,
      isPast: true,
      dispatch: () => [],
      moment: () => {
        const at = clock.now();
        return { ...makeMoment(at, clock.offset(at), rollover), used: sitting.used };
      },
      left: () => 0,
      report: () => reportExam(parts, sitting),
      close: () => undefined,
      release: () => undefined,
    };
  },
});

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
