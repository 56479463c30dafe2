import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { DEFAULT_SETTINGS } from '../../core/journal/settings.ts';
import { momentAt } from '../../app/learner/moment.ts';
import { endOfDate } from './as-of.ts';
import type { Context } from '../program/context.ts';

/** The course, the learner's progress in it and the moment it is looked at. */
export interface OpenedProgress {
  readonly course: CourseReader;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly moment: Moment;
}

/**
 * Opens what every report needs; with a date as it stood at the end of that study day, by the rollover hour that
 * held then.
 */
export const openProgress = async (context: Context, date?: string): Promise<OpenedProgress> => {
  const { runtime } = context;
  const at = (rollover: number): number | undefined =>
    date === undefined ? undefined : endOfDate(date, runtime, rollover);
  let asOf = at(DEFAULT_SETTINGS.rollover);
  const [course, opened] = await Promise.all([context.course(), context.journal(asOf)]);
  let journal = opened;
  const { rollover } = journal.progress(course.id).settings;
  if (asOf !== at(rollover)) {
    journal.close();
    asOf = at(rollover);
    journal = await context.journal(asOf);
  }
  const moment = momentAt(runtime, { rollover }, asOf ?? runtime.clock.now());
  return { course, journal, progress: journal.progress(course.id), moment };
};
