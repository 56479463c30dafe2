import type { Blueprint } from '../../core/course/course.ts';
import { grantedTime } from '../../core/exam/extra-time.ts';
import type { ExamParts } from './exam-parts.ts';
import type { ExamRun } from './exam-run.ts';
import { openSittings } from './exam-sittings.ts';
import { resumeExam, startExam } from './start-exam.ts';

/** What a learner asked an exam to be: a new sitting, or one to go on with. Lines and screens run it alike. */
export interface ExamRequest {
  /** @throws Failure where it cannot be started or resumed; nothing is asked then */
  readonly open: (parts: ExamParts) => ExamRun;
}

/** A sitting to go on with. */
export const resumeRequest = (id: string | null): ExamRequest => ({ open: parts => resumeExam(parts, id) });

/**
 * What a screen offers without flags: the sitting that is open, else a new one as the blueprint has it.
 * @param blueprint `null`: none is meant, and only an open sitting can be gone on with
 */
export const readyExam = (blueprint: Blueprint | null): ExamRequest => ({
  open: parts => {
    const { extraTime } = parts.journal.progress(parts.course.id).settings;
    const isOpen = openSittings(parts, parts.clock.now()).length > 0;
    return isOpen || blueprint === null
      ? resumeExam(parts, null)
      : startExam(parts, {
          blueprint,
          seed: null,
          minutes: null,
          extra: grantedTime(blueprint.minutes, extraTime),
          practice: false,
        });
  },
});
