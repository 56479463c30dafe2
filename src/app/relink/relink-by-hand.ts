import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import { relativesOf } from '../../core/fold/families.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { orphansOf } from '../../core/relink/orphans.ts';
import { promptFields } from '../../core/relink/prompts.ts';
import { didYouMean } from '../../core/base/suggest.ts';

const unknown = (text: string, code: string, guess: string | undefined): Failure =>
  new Failure('usage', text, {
    code,
    try:
      guess === undefined
        ? 'study progress relink lists what is gone, and what it may be now'
        : `did you mean ${guess}? study progress relink lists all`,
  });

/**
 * Ties the progress of a key that is gone from the course to an item of it, as the learner says.
 * @returns id of the record, by which it can be undone
 * @throws Failure `usage` where the old key has no progress or is still there, or the new one is not
 */
export const relinkItems = (course: CourseReader, journal: Journal, from: string, to: string): string => {
  const progress = journal.progress(course.id);
  const entry = course.entry(to);
  if (course.has(from)) throw unknown(`"${from}" is still in this course`, 'still-there', undefined);
  if (!progress.items.has(from)) {
    const keys = orphansOf(course, progress).flatMap(orphan => orphan.keys);
    throw unknown(`There is no progress under "${from}"`, 'unknown-item', didYouMean(from, keys));
  }
  if (entry === undefined) {
    const keys = course.items.map(({ key }) => key);
    throw unknown(
      `There is no card or question "${to}" in this course`,
      'unknown-item',
      didYouMean(to, keys),
    );
  }
  if (relativesOf(progress.families, from).includes(to))
    throw unknown(`"${from}" and "${to}" are one already`, 'linked-already', undefined);
  const item = course.item(to);
  const asks = item?.type === 'card' ? promptFields(item, progress) : {};
  return journal.append(course.id, { type: 'relinked', from, to, chosen: true, ...asks }).id;
};

/**
 * Says that a course was called by another id before, whose progress is its own from now on.
 * @returns id of the record, by which it can be undone
 * @throws Failure `usage` where there is no progress under that id
 */
export const relinkFromCourse = (course: CourseReader, journal: Journal, from: string): string => {
  const others = journal.courses().filter(id => id !== journal.progress(course.id).course);
  if (!others.includes(from)) {
    throw new Failure('usage', `There is no progress in another course "${from}"`, {
      code: 'unknown-course',
      try:
        others.length === 0
          ? 'study doctor shows the id of this course'
          : `one of ${others.slice(0, 10).join(', ')}`,
    });
  }
  return journal.append(course.id, { type: 'course-renamed', from, chosen: true }).id;
};
