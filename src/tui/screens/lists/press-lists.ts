/** What the keys of the lists do: a state and a key give another state, and what is to be done. */
import type { MarkType } from '../../../app/lists/mark-items.ts';
import type { CourseReader, ItemEntry } from '../../../core/course/course.ts';
import type { AskedAs } from '../../../core/lists/askable.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import type { Action } from '../../keys/key-table.ts';
import { cursorAfter, scrolledBy } from '../../models/cursor.ts';
import { moveBy, scrollBy } from '../../models/list.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import { open, say, step } from '../../shell/effects.ts';
import { MARK_OF } from '../../shell/mark.ts';
import { markedKeys, MOST_UNASKED, nextOrder, TABS } from './lists-model.ts';
import type { ListsState } from './lists-state.ts';
import { arrange, chosenRows, rowHere } from './lists-state.ts';
import { SESSIONS } from './start-session.ts';

/** What a key asks for. */
export type ListsEffect =
  | HostEffect
  /** Reads the lists anew. */
  | { readonly type: 'read' }
  /** Sets a mark on items, or takes it back. */
  | { readonly type: 'mark'; readonly mark: MarkType; readonly keys: readonly string[] }
  /** Takes the last mark back. */
  | { readonly type: 'undo' }
  /** Discards what the learner wrote. */
  | { readonly type: 'discard'; readonly own: Pick<OwnEntry, 'kind' | 'key'> }
  /** Opens the file of what the learner wrote, at the pointer. */
  | { readonly type: 'edit' }
  /** A session of what is chosen, or of all that is shown. */
  | { readonly type: 'session'; readonly as: AskedAs }
  /** To the page before a mock exam. */
  | { readonly type: 'mock' };

/** The next state and what is to be done. */
export type ListsStep = Step<ListsState, ListsEffect>;

/** What a key looks at beside the state. */
interface ListsFacts {
  readonly course: Pick<CourseReader, 'entry'>;
  /** Whether the lists are limited to an exam. */
  readonly hasExam: boolean;
}

/** What the columns are called that rows are sorted by. */
const SORTED = { when: 'last try', topic: 'topic', times: 'how often' } as const;

/** The list that is `by` further on. */
const turn = (state: ListsState, by: number): ListsStep => {
  const tab = TABS[(TABS.indexOf(state.tab) + by + TABS.length) % TABS.length] ?? state.tab;
  const fresh = { field: EMPTY_FIELD, shown: [], cursor: 0, chosen: new Set<string>() };
  return step({ ...state, ...fresh, tab }, { type: 'read' });
};

/** Marks what is chosen, or the row at the pointer; many only once that was asked. */
const mark = (state: ListsState, type: MarkType): ListsStep => {
  const keys = markable(state);
  return keys.length > MOST_UNASKED
    ? step({ ...state, asked: { type, keys }, mode: 'asking' })
    : step(state, { type: 'mark', mark: type, keys });
};

/** The card or question of the row at the pointer; `undefined`: it is none, or the course no longer has it. */
export const entryHere = (state: ListsState, { course }: Pick<ListsFacts, 'course'>): ItemEntry | undefined =>
  course.entry(rowHere(state)?.key ?? '');

/** What a mark would be set on: what is chosen, else the row at the pointer. */
export const markable = (state: ListsState): readonly string[] => {
  const row = rowHere(state);
  const picked = state.mode === 'rows' ? chosenRows(state) : [];
  return markedKeys(picked.length > 0 ? picked : row === undefined ? [] : [row]);
};

const openNote = (state: ListsState, { course }: ListsFacts): ListsStep => {
  const entry = entryHere(state, { course });
  if (entry === undefined) return step(state, say('There is no note on it'));
  const { topic, section } = entry;
  return step(state, open({ to: 'notes', place: section === '' ? `${topic}#` : `${topic}#${section}` }));
};

/** Reads the row that is `by` further on. */
const walk = (state: ListsState, by: number): ListsStep => {
  const cursor = moveBy(state.cursor, state.shown.length, by);
  return cursor === state.cursor
    ? step(state, say(by > 0 ? 'This is the last one' : 'This is the first one'))
    : step({ ...state, cursor, top: 0 });
};

const toggle = (state: ListsState): ListsState => {
  const row = rowHere(state);
  if (row === undefined) return state;
  const chosen = new Set(state.chosen);
  if (!chosen.delete(row.id)) chosen.add(row.id);
  return { ...state, chosen };
};

/** Drops the words, then what is chosen, and leaves the lists after that. */
const back = (state: ListsState): ListsStep => {
  if (fieldText(state.field) !== '') return step(arrange({ ...state, field: EMPTY_FIELD }));
  return state.chosen.size > 0 ? step({ ...state, chosen: new Set() }) : step(state, { type: 'back' });
};

const discard = (state: ListsState): ListsStep => {
  const own = rowHere(state)?.own ?? null;
  return own === null
    ? step(state, say('D discards your own remarks and cards; they are under yours'))
    : step({ ...state, asked: { own }, mode: 'asking' });
};

const pressRows = (state: ListsState, action: Action, { hasExam }: ListsFacts): ListsStep => {
  const as = SESSIONS[action];
  if (as !== undefined) return step(state, { type: 'session', as });
  switch (action) {
    case 'open':
      return step(rowHere(state) === undefined ? state : { ...state, mode: 'look', top: 0 });
    case 'toggle':
      return step(toggle(state));
    case 'later':
    case 'earlier':
      return turn(state, action === 'later' ? 1 : -1);
    case 'search':
      return step({ ...state, mode: 'filter' });
    case 'sort': {
      const order = nextOrder(state.order);
      return step(arrange({ ...state, order }), say(`Sorted by ${SORTED[order.by]}`));
    }
    case 'reverse':
      return step(arrange({ ...state, order: { ...state.order, reversed: !state.order.reversed } }));
    case 'discard':
      return discard(state);
    case 'view':
      return state.scope === 'exam' && !hasExam
        ? step(state, say('No exam is set: this is everything'))
        : step({ ...state, scope: state.scope === 'exam' ? 'all' : 'exam' }, { type: 'read' });
    case 'back':
      return back(state);
    default: {
      const { cursor, shown, seen } = state;
      const next = cursorAfter(action, { cursor, length: shown.length, page: seen.rows });
      return step(next === null ? state : { ...state, cursor: next });
    }
  }
};

const pressLook = (state: ListsState, action: Action): ListsStep => {
  switch (action) {
    case 'next':
    case 'previous':
      return walk(state, action === 'next' ? 1 : -1);
    case 'back':
      return step({ ...state, mode: 'rows', top: 0 });
    default: {
      const by = scrolledBy(action, state.seen.rows) ?? 0;
      return step({ ...state, top: scrollBy({ top: state.top, ...state.seen }, by) });
    }
  }
};

const pressFilter = (state: ListsState, action: Action): ListsState => {
  switch (action) {
    case 'results':
      return { ...state, mode: 'rows' };
    case 'close':
      return arrange({ ...state, mode: 'rows', field: EMPTY_FIELD });
    default: {
      const field = editField(state.field, action);
      return field === null ? state : arrange({ ...state, field });
    }
  }
};

/** The answer to what is asked. */
const pressAsked = (before: ListsState, action: Action): ListsStep => {
  const { asked } = before;
  const state: ListsState = { ...before, asked: null, mode: 'rows' };
  if (action !== 'confirm' || asked === null) return step(state);
  return 'keys' in asked
    ? step(state, { type: 'mark', mark: asked.type, keys: asked.keys })
    : step(state, { type: 'discard', own: asked.own });
};

/** The state after a key, and what it asks for. */
export const press = (state: ListsState, action: Action, facts: ListsFacts): ListsStep => {
  if (state.mode === 'asking') return pressAsked(state, action);
  if (state.mode === 'filter') return step(pressFilter(state, action));
  const type = MARK_OF[action];
  if (type !== undefined) return mark(state, type);
  switch (action) {
    case 'undo':
    case 'edit':
    case 'mock':
      return step(state, { type: action });
    case 'note':
      return openNote(state, facts);
    default:
      return state.mode === 'look' ? pressLook(state, action) : pressRows(state, action, facts);
  }
};

/** The state after words were typed that rows must have. */
export const typeText = (state: ListsState, text: string): ListsState =>
  arrange({ ...state, field: insertText(state.field, text) });
