import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { SessionMode } from '../../core/session/state.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { PlannedSession } from './build-session.ts';

/** What a learner asked a session to be; lines and screens run it alike. */
export interface SessionRequest {
  readonly mode: SessionMode;
  /** Topics it is about; `null`: all. May throw a Failure for a word that names none. */
  readonly topics: (course: CourseReader) => ReadonlySet<string> | null;
  readonly plan: (course: CourseReader, progress: Progress, moment: Moment) => PlannedSession;
  /** What to say where there is nothing to ask. */
  readonly nothing: (planned: PlannedSession) => string;
}
