/**
 * All sittings of a course from the events of its exams. They are folded apart from the items' progress, from these
 * events alone, and only by commands that ask for them.
 */
import type { ExamEvent } from '../journal/event.ts';
import { inOrder } from '../journal/event-order.ts';
import type { Sitting } from './sitting.ts';
import { beginSitting, stepSitting } from './sitting.ts';

/**
 * The sittings of some events, each id once, in any order: the oldest sitting first. What belongs to a sitting that
 * is not among them is left out, and so is what comes before its start, as only a forged clock can make it.
 */
export const foldExams = (events: readonly ExamEvent[]): readonly Sitting[] => {
  const sittings = new Map<string, Sitting>();
  for (const event of inOrder(events)) {
    if (event.type === 'exam-started') {
      sittings.set(event.id, beginSitting(event));
      continue;
    }
    const sitting = sittings.get(event.sitting);
    if (sitting !== undefined) sittings.set(sitting.id, stepSitting(sitting, event));
  }
  return [...sittings.values()];
};

/** The sitting of an id; `undefined` where none of the events starts it. */
export const foldSitting = (events: readonly ExamEvent[], id: string): Sitting | undefined =>
  foldExams(
    events.filter(event => (event.type === 'exam-started' ? event.id === id : event.sitting === id)),
  )[0];
