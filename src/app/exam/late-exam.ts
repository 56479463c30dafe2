/** A mock exam whose time ran out while nobody was there, and whose report nobody has seen. */
import { foldExams } from '../../core/exam/fold-exams.ts';
import { isOver, sittingAt, timeUpAt } from '../../core/exam/sitting.ts';
import { compareSittings } from '../../core/exam/history.ts';
import type { SittingSource } from './exam-sittings.ts';

/** What there is to say of it before its report is opened. */
export interface LateExam {
  readonly sitting: string;
  readonly exam: string;
  /** ms UTC: when the time ran out. */
  readonly at: number;
  readonly tz: number;
  readonly score: { readonly correct: number; readonly questions: number } | null;
}

/** The one that ran out last; `null`: none waits. Nothing is recorded. @param now ms UTC */
export const lateExam = ({ course, journal }: SittingSource, now: number): LateExam | null => {
  const late = foldExams(journal.exams(course.id))
    .filter(sitting => sitting.phase !== 'ended' && isOver(sitting, now))
    .toSorted((a, b) => timeUpAt(a) - timeUpAt(b))
    .at(-1);
  if (late === undefined) return null;
  const [summary] = compareSittings([sittingAt(late, now)]).sittings;
  return {
    sitting: late.id,
    exam: late.paper.blueprint.id,
    at: timeUpAt(late),
    tz: late.tz,
    score: summary?.score ?? null,
  };
};
