import type { CourseReader } from '../../../core/course/course.ts';
import { isTemplate } from '../../../core/course/course.ts';
import type { Turn } from '../../../core/session/state.ts';
import type { Destination } from '../../shell/destination.ts';

/** The calculator that works a question out, with its numbers where they are known; `null` where none does. */
export const calculatorOf = (
  { entry, shown }: Turn,
  course: Pick<CourseReader, 'item' | 'topics'>,
): Extract<Destination, { readonly to: 'calculator' }> | null => {
  if (shown.type === 'card') return null;
  const item = course.item(entry.key);
  const form = shown.shown.kind === 'numeric' ? 'value' : 'choice';
  if (item?.type === 'question' && isTemplate(item)) {
    // Formulas of the question's own belong to no calculator; the explanation has the working.
    if ('formulas' in item) return null;
    const { seed } = shown;
    const to = { to: 'calculator', id: item.calculator } as const;
    return seed === null ? to : { ...to, question: { template: item, seed, form } };
  }
  if (form === 'choice') return null;
  const id = course.topics.find(({ id: topic }) => topic === entry.topic)?.calculators[0];
  return id === undefined ? null : { to: 'calculator', id };
};
