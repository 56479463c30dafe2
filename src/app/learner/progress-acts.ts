import type { CourseReader } from '../../core/course/course.ts';
import { Failure } from '../../core/base/failure.ts';
import { keyIn, relativesOf } from '../../core/fold/families.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Progress, UndoEntry } from '../../core/journal/progress.ts';

/** Items or records that one event may name; more are spread over several. */
export const MOST_ITEMS = 5000;

/** The last act of a device that can be taken back; `undefined`: none is left. */
const lastAct = (progress: Progress, device: string): UndoEntry | undefined =>
  progress.undoable.findLast(act => act.device === device);

/** Everything that can be taken back by its name, oldest first: acts of all devices, and the program's own links. */
export const namedActs = ({ undoable, linked }: Progress): readonly UndoEntry[] =>
  [...undoable, ...linked].sort((a, b) => a.at - b.at);

/** An act with its items as the course calls them; a link as it was made. */
export const actIn = (course: CourseReader, { families }: Progress, act: UndoEntry): UndoEntry =>
  act.type === 'relinked' ||
  act.type === 'separated' ||
  act.type === 'course-renamed' ||
  act.type === 'redated'
    ? act
    : { ...act, items: act.items.map(item => keyIn(course, families, item)) };

/** What was taken back. */
interface Undone {
  readonly act: UndoEntry;
  /** A newer act of another device, which was left alone; `null`: there is none. */
  readonly passedOver: UndoEntry | null;
}

/** The events of one act: a reset or redating of more than an event can name is several. */
const eventsOf = (act: UndoEntry, { undoable }: Progress): readonly UndoEntry[] => {
  const events = [act];
  if (act.type !== 'reset' && act.type !== 'redated') return events;
  for (let index = undoable.findIndex(({ id }) => id === act.id) - 1; index >= 0; index--) {
    const before = undoable[index] as UndoEntry;
    if (before.type !== act.type || before.device !== act.device || before.count !== MOST_ITEMS) break;
    events.push(before);
  }
  return events;
};

const takeBack = (course: CourseReader, journal: Journal, act: UndoEntry): void => {
  for (const { id } of eventsOf(act, journal.progress(course.id)))
    journal.append(course.id, { type: 'undone', target: id });
};

/**
 * Takes back the last act of the learner on this device, whichever session it came from. What another device did since
 * stays, and so does what the program did by itself.
 * @throws Failure `usage` where there is nothing to take back, `data` where it cannot be recorded
 */
export const undoLast = (course: CourseReader, journal: Journal): Undone => {
  const progress = journal.progress(course.id);
  const act = lastAct(progress, journal.device);
  const newest = progress.undoable.at(-1);
  if (act === undefined && newest !== undefined) {
    throw new Failure(
      'usage',
      `This device has nothing to undo; the last act is of device ${newest.device}`,
      {
        code: 'nothing-to-undo',
        try: `study progress undo ${newest.id} takes that one back; study progress undo --list shows all`,
      },
    );
  }
  if (act === undefined) {
    throw new Failure('usage', 'There is nothing to undo', {
      code: 'nothing-to-undo',
      try: 'study progress undo --list shows what can be undone',
    });
  }
  takeBack(course, journal, act);
  return {
    act: actIn(course, progress, act),
    passedOver: newest === undefined || newest.id === act.id ? null : actIn(course, progress, newest),
  };
};

/**
 * Takes back an act by its id, or the last one that names an item: of any device, and links that the program made.
 * @throws Failure `usage` where there is no such act, `data` where it cannot be recorded
 */
export const undoNamed = (course: CourseReader, journal: Journal, name: string): Undone => {
  const progress = journal.progress(course.id);
  const keys = relativesOf(progress.families, name);
  const acts = namedActs(progress);
  const act =
    acts.find(({ id }) => id === name) ?? acts.findLast(({ items }) => keys.some(key => items.includes(key)));
  if (act === undefined) {
    throw new Failure('usage', `Nothing that can be undone is called "${name}"`, {
      code: 'unknown-act',
      try: 'study progress undo --list shows what can be undone, each with its id',
    });
  }
  takeBack(course, journal, act);
  return { act: actIn(course, progress, act), passedOver: null };
};

/** Keys with progress that a reset of these topics would forget; every key with `null`. */
export const keysToReset = (
  course: CourseReader,
  { items, families }: Progress,
  topics: ReadonlySet<string> | null,
): readonly string[] =>
  [...items.keys()]
    .map(key => keyIn(course, families, key))
    .filter(key => topics === null || topics.has(course.entry(key)?.topic ?? ''))
    .sort();

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

/** Keys of the items that are suspended, as the course calls them, sorted. */
export const suspendedItems = (course: CourseReader, { items, families }: Progress): readonly string[] =>
  [...items].flatMap(([key, item]) => (item.suspended ? [keyIn(course, families, key)] : [])).sort();
