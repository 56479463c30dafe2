import type { ExamParts } from './exam-parts.ts';
import type { ExamRun } from './exam-run.ts';

/** What a learner asked an exam to be: a new sitting, or one to go on with. Lines and screens run it alike. */
export interface ExamRequest {
  /** @throws Failure where it cannot be started or resumed; nothing is asked then */
  readonly open: (parts: ExamParts) => ExamRun;
}
