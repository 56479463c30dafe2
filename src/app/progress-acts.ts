import type { CourseReader } from '../core/course.ts';
import { Failure } from '../core/failure.ts';
import type { Journal } from '../core/journal.ts';
import type { Progress, UndoEntry } from '../core/progress.ts';

/** The last act that can be taken back; `undefined`: none is left. */
export const lastAct = (progress: Progress): UndoEntry | undefined => progress.undoable.at(-1);

/**
 * Takes the last act of a course back, whichever session or device it came from.
 * @returns what was taken back
 * @throws Failure `usage` where there is nothing to take back, `data` where it cannot be recorded
 */
export const undoLast = (course: CourseReader, journal: Journal): UndoEntry => {
  const act = lastAct(journal.progress(course.id));
  if (act === undefined) {
    throw new Failure('usage', 'There is nothing to undo', {
      code: 'nothing-to-undo',
      try: 'study progress undo --list shows what can be undone',
    });
  }
  journal.append(course.id, { type: 'undone', target: act.id });
  return act;
};

/** Keys with progress that a reset of these topics would forget; every key of the course with `null`. */
export const keysToReset = (
  course: CourseReader,
  progress: Progress,
  topics: ReadonlySet<string> | null,
): readonly string[] =>
  [...progress.items.keys()]
    .filter(key => topics === null || topics.has(course.entry(key)?.topic ?? ''))
    .sort();

/** Items one `reset` event may name; more are spread over several. */
const MOST_ITEMS = 5000;

/** Forgets items from here on, or everything with `null`; the events before stay in the journal. */
export const resetItems = (course: CourseReader, journal: Journal, items: readonly string[] | null): void => {
  if (items === null) {
    journal.append(course.id, { type: 'reset', items });
    return;
  }
  for (let i = 0; i < items.length; i += MOST_ITEMS) {
    journal.append(course.id, { type: 'reset', items: items.slice(i, i + MOST_ITEMS) });
  }
};

/** Keys of the items that are suspended, sorted. */
export const suspendedItems = (progress: Progress): readonly string[] =>
  [...progress.items].flatMap(([key, item]) => (item.suspended ? [key] : [])).sort();
