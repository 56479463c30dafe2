/**
 * Progress is the fold of the journal's events: the same set of events gives the same progress, whatever the
 * order in which they arrived (docs/journal.md has the rules).
 */
import { MOST_ACTS } from './acts.ts';
import type { CourseFold } from './course-fold.ts';
import type { JournalEvent } from '../journal/event.ts';
import { inOrder } from '../journal/event-order.ts';
import { isUndone } from '../journal/exam-event.ts';
import { addAct, foldControl } from './fold-control.ts';
import { isItemEvent } from './item-steps.ts';
import { LiveFold } from './live-fold.ts';
import type { Progress } from '../journal/progress.ts';
import { redatingOf } from './redating.ts';

interface FoldOptions {
  /** ms UTC: events from more than 48 h later are left out. */
  readonly now: number;
  /** The device at hand, which nobody else can leave out; `''` where there is none. */
  readonly self?: string;
}

/** Folds the events of one course, which are in order and count. */
const foldCourse = (
  state: CourseFold,
  events: readonly JournalEvent[],
  undone: ReadonlySet<string>,
): void => {
  for (const event of events) foldControl(state, event, !isUndone(event, undone));
  for (const event of events) if (isItemEvent(event) && state.holds(event, undone)) state.apply(event);
  for (let index = events.length - 1; index >= 0 && state.acts.length < MOST_ACTS; index--) {
    const event = events[index] as JournalEvent;
    if (state.isForgotten(event)) break;
    addAct(state, event, isUndone(event, undone), 'chosen');
  }
  for (const event of events)
    if (!state.isForgotten(event)) addAct(state, event, isUndone(event, undone), 'automatic');
};

/** Folds events (in any order, each id once) of all courses, or of one; undo and exclusion look at all. */
const foldInto = (
  events: Iterable<JournalEvent>,
  { now, self = '' }: FoldOptions,
  course: string | null,
): LiveFold => {
  const live = new LiveFold(self, new Set(course === null ? [] : [course]));
  const present: JournalEvent[] = [];
  const all = [...events];
  live.redating = redatingOf(all, now, self);
  for (const raw of all) {
    const event = live.place(raw, now);
    if (live.note(event, now)) present.push(event);
    else live.future++;
  }
  live.exclude(present.filter(event => event.type === 'excluded'));
  const counting = present.filter(event => live.counts(event));
  for (const event of counting) if (event.type === 'undone') live.undone.add(event.target);
  live.renameCourses(counting.filter(event => event.type === 'course-renamed'));
  const wanted = course === null ? null : live.courseOf(course);
  const byCourse = new Map<string, JournalEvent[]>();
  for (const event of counting) {
    const id = live.courseOf(event.course);
    if ((wanted !== null && id !== wanted) || !live.admits(id)) continue;
    const mine = byCourse.get(id);
    if (mine !== undefined) {
      mine.push(event);
      continue;
    }
    live.course(id);
    byCourse.set(id, [event]);
  }
  for (const [id, mine] of byCourse) foldCourse(live.course(id), inOrder(mine), live.undone);
  return live;
};

/** Folds events into the state of every course, to be kept up to date from there on. */
export const foldAll = (events: Iterable<JournalEvent>, options: FoldOptions): LiveFold =>
  foldInto(events, options, null);

/** Folds events (in any order, each id once, of any number of courses) into the progress of one course. */
export const fold = (
  events: Iterable<JournalEvent>,
  options: FoldOptions & { readonly course: string },
): Progress => foldInto(events, options, options.course).progress(options.course, options.now);
