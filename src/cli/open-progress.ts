import type { Moment } from '../core/civil-day.ts';
import { makeMoment } from '../core/civil-day.ts';
import type { CourseReader } from '../core/course.ts';
import type { Journal } from '../core/journal.ts';
import type { Progress } from '../core/progress.ts';
import type { Context } from './context.ts';

/** The course, the learner's progress in it and the moment it is looked at. */
export interface OpenedProgress {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly moment: Moment;
}

/** Opens what every report needs; with `asOf` (ms UTC) as it stood at that moment. */
export const openProgress = async (context: Context, asOf?: number): Promise<OpenedProgress> => {
  const [course, journal] = await Promise.all([context.course(), context.journal(asOf)]);
  const progress = journal.progress(course.id);
  const { clock } = context.runtime;
  const at = asOf ?? clock.now();
  return { course, journal, progress, moment: makeMoment(at, clock.offset(at), progress.settings.rollover) };
};
