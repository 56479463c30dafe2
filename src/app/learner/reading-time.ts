/** Records how long a note was read: it is part of the minutes of a day. */
import type { Moment } from '../../core/base/civil-day.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';

/** A glance is no reading, and a note left open over lunch is not read all that time: 5 s and 10 minutes. */
const SHORTEST_MS = 5_000;
const LONGEST_MS = 600_000;

/**
 * Records that a note was read, where a review of the course has begun or an exam is set: who only looks something up
 * keeps no record.
 * Fails in silence, for nothing of the learner's hangs on it.
 * @param ms since the note was opened
 */
export const recordReading = (
  { course, journal }: { readonly course: CourseReader; readonly journal: Journal },
  topic: string,
  { day }: Pick<Moment, 'day'>,
  ms: number,
): void => {
  if (ms < SHORTEST_MS || !course.hasId) return;
  const { days, settings } = journal.progress(course.id);
  if (days.length === 0 && settings.exam === '') return;
  try {
    journal.append(course.id, { type: 'read', topic, day, ms: Math.min(Math.round(ms), LONGEST_MS) });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
};
