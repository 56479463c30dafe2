import type { CourseReader } from '../../../core/course.ts';
import { isTemplate } from '../../../core/course.ts';
import type { Turn } from '../../../core/session/state.ts';

/** The calculator that works a question out; `null` where none does. */
export const calculatorOf = (
  { entry, shown }: Turn,
  course: Pick<CourseReader, 'item' | 'topics'>,
): string | null => {
  if (shown.type === 'card') return null;
  const item = course.item(entry.key);
  if (item?.type === 'question' && isTemplate(item)) return item.calculator;
  if (shown.shown.kind !== 'numeric') return null;
  return course.topics.find(({ id }) => id === entry.topic)?.calculators[0] ?? null;
};
