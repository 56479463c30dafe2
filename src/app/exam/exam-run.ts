/** What a running sitting looks like to the screens and to plain lines. */
import type { CourseReader } from '../../core/course/course.ts';
import type { ExamReport } from '../../core/exam/report-model.ts';
import type { ExamInput, ExamMoment, ExamNotice, ExamState } from '../../core/exam/state.ts';
import type { Failure } from '../../core/base/failure.ts';

/** A sitting taken up by this program. Nobody else on this machine has it until it is closed. */
export interface ExamRun {
  readonly state: ExamState;
  readonly course: CourseReader;
  /** What taking it up had to tell; nothing for a new one. */
  readonly opening: readonly ExamNotice[];
  /** Why the last record is not on the disk; `null` where all are. */
  readonly failure: Failure | null;
  /** Does all that the input asks for: what is recorded is on the disk when this returns. */
  dispatch(input: ExamInput): readonly ExamNotice[];
  /** Now, by the learner's clock and the sitting's. Reads the clock and changes nothing. */
  moment(): ExamMoment;
  /** Milliseconds left now. */
  left(): number;
  /**
   * The report of a sitting that has ended.
   * @throws Failure `usage` while it is open
   */
  report(): ExamReport;
  /** Lets go of the sitting: it stays open, a practice sitting is paused. Call it however the program ends. */
  close(): void;
  /** Lets go of the sitting and records nothing: nobody is there any more. */
  release(): void;
}
