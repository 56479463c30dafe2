import { momentNow } from '../learner/moment.ts';
import type { Blueprint } from '../../core/course/course.ts';
import type { MockChoice } from './mock-plan.ts';
import { planMock } from './mock-plan.ts';
import { grantedTime } from '../../core/exam/extra-time.ts';
import type { ExamParts } from './exam-parts.ts';
import type { ExamRun } from './exam-run.ts';
import { resumeExam, startExam } from './start-exam.ts';

/** What a learner asked an exam to be: a new sitting, or one to go on with. Lines and screens run it alike. */
export interface ExamRequest {
  /** @throws Failure where it cannot be started or resumed; nothing is asked then */
  readonly open: (parts: ExamParts) => ExamRun;
}

/** A sitting to go on with. */
export const resumeRequest = (id: string | null): ExamRequest => ({ open: parts => resumeExam(parts, id) });

/** An exam as it was chosen on its start page. */
export const chosenExam = (blueprint: Blueprint, choice: MockChoice): ExamRequest => ({
  open: parts => {
    const { course, journal, clock } = parts;
    const progress = journal.progress(course.id);
    const { day } = momentNow({ clock }, progress.settings);
    const plan = planMock(course, blueprint, choice, progress, day);
    return startExam(parts, {
      blueprint: plan.blueprint,
      seed: null,
      minutes: plan.minutes,
      extra: grantedTime(plan.minutes, progress.settings.extraTime),
      practice: choice.clock === 'practice',
      whole: plan.counts,
      keys: plan.keys,
    });
  },
});
