/** Where the learner was reading, over the runs of the program. */
import type { CourseReader } from '../../core/course/course.ts';
import type { ReadingPlace } from '../../store/device/reading-places.ts';
import { keepPlace as keep, readPlaces } from '../../store/device/reading-places.ts';
import type { Runtime } from './runtime.ts';

export type { ReadingPlace } from '../../store/device/reading-places.ts';

/** The place read last, in a note that is still there. */
export const lastPlace = (
  { paths }: Pick<Runtime, 'paths'>,
  course: Pick<CourseReader, 'id' | 'topics'>,
): ReadingPlace | null => {
  const known = new Set(course.topics.filter(({ sections }) => sections.length > 0).map(({ id }) => id));
  return readPlaces(paths.cache, course.id).find(({ topic }) => known.has(topic)) ?? null;
};

/** The place where a note was left. */
export const placeIn = (
  { paths }: Pick<Runtime, 'paths'>,
  course: Pick<CourseReader, 'id'>,
  topic: string,
): ReadingPlace | null => readPlaces(paths.cache, course.id).find(place => place.topic === topic) ?? null;

/** Remembers where a note is left. Never throws: what is kept can be done without. */
export const keepPlace = (
  { paths }: Pick<Runtime, 'paths'>,
  course: Pick<CourseReader, 'id'>,
  place: ReadingPlace,
): void => keep(paths.cache, course.id, place);
