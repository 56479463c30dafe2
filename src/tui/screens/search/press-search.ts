/** What the keys of a search do: a state and a key give another state, and what is to be done. */
import type { MarkType } from '../../../app/lists/mark-items.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import type { Action } from '../../keys/key-table.ts';
import { cursorAfter, scrolledBy } from '../../models/cursor.ts';
import { scrollBy } from '../../models/list.ts';
import { editField, insertText } from '../../models/text-field.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import { open, say, step } from '../../shell/effects.ts';
import { MARK_OF } from '../../shell/mark.ts';
import { kindBy } from './results.ts';
import type { SearchState } from './search-state.ts';
import { chosenFind, itemOf } from './search-state.ts';

/** Lines that stay when a page is turned. */
const OVERLAP = 2;

/** What comes once there was searched for the words as they are. */
type AfterSearch = 'open' | 'results';

/** What a key asks for. */
export type SearchEffect =
  | HostEffect
  /** Searches once there is a pause in typing. */
  | { readonly type: 'search-later' }
  /** Searches at once: what is typed counts where something is to be done with what was found. */
  | { readonly type: 'search-now'; readonly next: AfterSearch }
  /** Sets a mark on an item, or takes it back. */
  | { readonly type: 'mark'; readonly mark: MarkType; readonly item: string }
  /** Takes the last mark back. */
  | { readonly type: 'undo' };

/** The next state and what is to be done. */
export type SearchStep = Step<SearchState, SearchEffect>;

type Course = Pick<CourseReader, 'item'>;

const readFromTop = (state: SearchState): SearchState => ({
  ...state,
  mode: 'item',
  reading: { ...state.reading, top: 0 },
});

/** Opens what is chosen. */
const openChosen = (before: SearchState): SearchStep => {
  const find = chosenFind(before);
  if (find === undefined) return step(before);
  const state: SearchState = { ...before, mode: before.mode === 'typing' ? 'results' : before.mode };
  switch (find.type) {
    case 'section':
      return step(state, open({ to: 'notes', place: find.ref.includes('#') ? find.ref : `${find.ref}#` }));
    case 'calculator':
      return step(state, open({ to: 'calculator', id: find.ref }));
    default:
      return step(readFromTop(state));
  }
};

/** To the results, where there are some. */
const toResults = (state: SearchState): SearchState =>
  state.result.finds.length > 0 ? { ...state, mode: 'results' } : state;

/** What comes once there was searched. */
export const afterSearch = (state: SearchState, next: AfterSearch): SearchStep =>
  next === 'open' ? openChosen(state) : step(toResults(state));

/** The next card or question among the results; the last one stays. */
const nextItem = (state: SearchState, by: 1 | -1, course: Course): SearchStep => {
  const { finds } = state.result;
  for (let at = state.chosen + by; at >= 0 && at < finds.length; at += by) {
    if (itemOf(finds[at], course) !== undefined) return step(readFromTop({ ...state, chosen: at }));
  }
  return step(state, say(by === 1 ? 'This is the last one' : 'This is the first one'));
};

const pressItem = (state: SearchState, action: Action, course: Course): SearchStep => {
  const { reading } = state;
  const by = scrolledBy(action, Math.max(1, reading.rows - OVERLAP));
  if (by !== null) return step({ ...state, reading: { ...reading, top: scrollBy(reading, by) } });
  const item = itemOf(chosenFind(state), course);
  const mark = MARK_OF[action];
  if (mark !== undefined)
    return item === undefined ? step(state) : step(state, { type: 'mark', mark, item: item.key });
  switch (action) {
    case 'next':
    case 'previous':
      return nextItem(state, action === 'next' ? 1 : -1, course);
    case 'note':
      return item === undefined ? step(state) : step(state, open({ to: 'notes', place: notePlace(item) }));
    case 'undo':
      return step(state, { type: 'undo' });
    case 'close':
      return step({ ...state, mode: 'results' });
    default:
      return step(state);
  }
};

const pressResults = (state: SearchState, action: Action): SearchState => {
  const { chosen, result, listRows } = state;
  switch (action) {
    case 'next-section':
    case 'previous-section':
      return { ...state, chosen: kindBy(result.finds, chosen, action === 'next-section' ? 1 : -1) };
    case 'search':
      return { ...state, mode: 'typing' };
    default: {
      const next = cursorAfter(action, { cursor: chosen, length: result.finds.length, page: listRows });
      const isAbove = action === 'up' && chosen === 0;
      return { ...state, mode: isAbove ? 'typing' : state.mode, chosen: next ?? chosen };
    }
  }
};

const pressField = (state: SearchState, action: Action): SearchStep => {
  if (action === 'down' || action === 'page-down')
    return step(state, { type: 'search-now', next: 'results' });
  const field = editField(state.field, action);
  return field === null ? step(state) : step({ ...state, field }, { type: 'search-later' });
};

/** The state after a key, and what it asks for. */
export const press = (state: SearchState, action: Action, course: Course): SearchStep => {
  if (action === 'open') return step(state, { type: 'search-now', next: 'open' });
  if (state.mode === 'item') return pressItem(state, action, course);
  if (action === 'back') return step(state, { type: 'back' });
  return state.mode === 'results' ? step(pressResults(state, action)) : pressField(state, action);
};

/** The state after text was typed or pasted. */
export const typeText = (state: SearchState, text: string): SearchStep =>
  step({ ...state, field: insertText(state.field, text) }, { type: 'search-later' });
