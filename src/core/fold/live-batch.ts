/** What a batch of new events does to the folded state of one course. */
import { impossible } from '../base/impossible.ts';
import { endingOf } from './course-notes.ts';
import type { CourseFold, Tie } from './course-fold.ts';
import type { JournalEvent } from '../journal/event.ts';
import { comparePositions, inOrder } from '../journal/event-order.ts';
import { isTakenBack, isUndone } from '../journal/exam-event.ts';
import { addAct, noteTexts, tieOf, settingsOf } from './fold-control.ts';
import type { ItemEvent } from './item-steps.ts';
import { effectsOf, isItemEvent, keyOf } from './item-steps.ts';

/** A batch as far as it concerns one course. */
export interface Batch {
  readonly fold: CourseFold;
  /** In order, without those of other courses. */
  readonly events: JournalEvent[];
  /** Nodes with progress whose events must be folded again from nothing. */
  readonly dirty: Set<string>;
  /** By node with progress, the groups of nodes that were items of their own until this batch linked them. */
  readonly groups: Map<string, readonly (readonly string[])[]>;
}

/** A batch for a course, still empty. */
export const makeBatch = (fold: CourseFold): Batch => ({
  fold,
  events: [],
  dirty: new Set(),
  groups: new Map(),
});

/** Adds a link, and moves or marks what the two items have come to. */
const join = (link: Tie, { fold, dirty, groups }: Batch): void => {
  const { families, table } = fold;
  const groupsOf = (key: string): readonly (readonly string[])[] => {
    const root = families.root(families.node(key));
    return groups.get(root) ?? [[...families.members(root)]];
  };
  const [sources, targets] = [groupsOf(link.from), groupsOf(link.to ?? '')];
  const change = fold.tie(link);
  if (change === null) return;
  const { before, after } = change;
  // Two nodes of one family: only the place of its progress changes.
  const merged = before.length === 1 ? sources : [...targets, ...sources];
  for (const node of before) groups.delete(node);
  groups.set(after, merged);
  const rows = before.map(node => table.find(node)).filter(row => table.clock(row) !== -1);
  const isDirty = before.filter(node => dirty.delete(node)).length > 0 || rows.length > 1;
  if (isDirty) dirty.add(after);
  const target = table.row(after);
  const [only] = rows;
  if (only !== undefined && only !== target) table.set(target, table.progress(only), table.clock(only));
  for (const row of rows) if (row !== target) table.set(row, null, -1);
};

/** Separates a key from its family; `false`: rebuild. */
const separate = (tie: Tie, { fold, dirty, groups }: Batch): boolean => {
  const { families, table } = fold;
  const row = table.find(families.root(families.node(tie.from)));
  // What is marked already is named by what the families were before.
  if (dirty.size > 0 || groups.size > 0 || tie.lc <= table.clock(row)) return false;
  const change = fold.tie(tie);
  if (change === null || row === -1 || change.before[0] === change.after) return true;
  const clock = table.clock(row);
  table.set(table.row(change.after), table.progress(row), clock);
  table.set(row, null, -1);
  return true;
};

/** Folds in settings and links, and finds the items whose events come late; `false`: rebuild. */
export const controlBatch = (batch: Batch, undone: ReadonlySet<string>): boolean => {
  const { fold, events, dirty } = batch;
  for (const event of events) {
    const holds = !isUndone(event, undone);
    noteTexts(fold, event, holds);
    switch (event.type) {
      case 'reset':
        if (event.items === null && holds) return false;
        break;
      case 'configured':
      case 'fitted': {
        if (!holds) break;
        const last = fold.configured.at(-1);
        if (event.lc <= fold.lastClock || (last !== undefined && comparePositions(event, last) < 0))
          return false;
        fold.configure(settingsOf(event));
        break;
      }
      case 'relinked':
        if (!holds) break;
        if (!fold.isLastTie(event)) return false;
        join(event, batch);
        break;
      case 'separated':
        if (holds && !(fold.isLastTie(event) && separate(tieOf(event), batch))) return false;
        break;
      case 'forecast':
      case 'result':
      case 'read':
        if (holds) fold.notes.set(event.id, event);
        break;
      case 'exam-ended':
        if (!fold.noteEnding(endingOf(event))) return false;
        break;
      // Folded into items below, into a sitting, or before any course is.
      case 'reviewed':
      case 'answered':
      case 'suspended':
      case 'buried':
      case 'flagged':
      case 'imported':
      case 'undone':
      case 'course-renamed':
      case 'excluded':
      case 'redated':
      case 'exam-started':
      case 'exam-answered':
      case 'exam-flagged':
      case 'exam-struck':
      case 'exam-moved':
      case 'exam-paused':
      case 'exam-resumed':
        break;
      default:
        impossible(event);
    }
  }
  for (const event of events) {
    if (!isItemEvent(event) || !fold.holds(event, undone)) continue;
    for (const effect of effectsOf(event)) {
      const node = fold.rootAt(keyOf(effect), event);
      if (event.lc <= fold.table.clock(fold.table.find(node))) dirty.add(node);
    }
  }
  return true;
};

/**
 * Folds the marked items again.
 * @param found their events that were folded before, those that were undone just now (`fresh`) among them
 */
export const refoldBatch = (
  { fold, events, dirty, groups }: Batch,
  found: readonly JournalEvent[],
  undone: ReadonlySet<string>,
  fresh: ReadonlySet<string>,
): void => {
  const isOf = (event: JournalEvent): event is ItemEvent => isItemEvent(event) && !fold.isRepeat(event);
  const old = inOrder(found.filter(isOf));
  const before = old.filter(event => !isTakenBack(event, undone) || fresh.has(event.id));
  const late = events.filter(isOf);
  const after = inOrder([...old, ...late].filter(event => !isTakenBack(event, undone)));
  for (const node of dirty) {
    const members = fold.families.members(node);
    for (const group of groups.get(node) ?? [members])
      fold.mergeBook(fold.foldGroup(new Set(group), before).book, -1);
    const { progress, clock, book } = fold.foldGroup(new Set(members), after);
    fold.mergeBook(book, 1);
    fold.table.set(fold.table.row(node), progress, clock);
  }
};

/** Folds the rest of a course's new events on top. */
export const applyBatch = ({ fold, events, dirty }: Batch, undone: ReadonlySet<string>): void => {
  for (const event of events) {
    if (fold.isForgotten(event)) continue;
    if (isItemEvent(event) && fold.holds(event, undone)) fold.apply(event, dirty);
    addAct(fold, event, isUndone(event, undone), 'both');
  }
};
