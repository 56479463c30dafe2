/** The lists at one moment: which is shown in which order, what of it is chosen, read or asked about. */
import type { ContextName } from '../../keys/key-table.ts';
import { moveBy } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { EMPTY_FIELD, fieldText } from '../../models/text-field.ts';
import type { Question } from './list-marks.ts';
import type { ListOrder, ListRow, TabName } from './lists-model.ts';
import { shownRows } from './lists-model.ts';

/** What is seen of the lists. */
export interface ListsState {
  /** `exam`: only what serves the exam that is set, where one is. */
  readonly scope: 'exam' | 'all';
  readonly tab: TabName;
  /** All rows of the list. */
  readonly all: readonly ListRow[];
  /** Words that rows must have. */
  readonly field: TextField;
  /** `look`: one row is read; `asking`: something is asked before it is done. */
  readonly mode: 'rows' | 'filter' | 'look' | 'asking';
  readonly order: ListOrder;
  /** The rows that are shown, in their order. */
  readonly shown: readonly ListRow[];
  /** Number of the row at the pointer among those. */
  readonly cursor: number;
  /** Ids of the rows that are chosen. */
  readonly chosen: ReadonlySet<string>;
  readonly asked: Question | null;
  readonly top: number;
  /** What was drawn last: rows there was room for, and rows there were. */
  readonly seen: { readonly rows: number; readonly length: number };
}

/** A list as it is opened. */
export const freshLists = (tab: TabName, all: readonly ListRow[]): ListsState => {
  const order: ListOrder = { by: 'when', reversed: false };
  return {
    scope: 'exam',
    tab,
    all,
    field: EMPTY_FIELD,
    mode: 'rows',
    order,
    shown: shownRows(all, '', order),
    cursor: 0,
    chosen: new Set(),
    asked: null,
    top: 0,
    seen: { rows: 1, length: 0 },
  };
};

/** The row at the pointer. */
export const rowHere = ({ shown, cursor }: ListsState): ListRow | undefined => shown[cursor];

/** The rows that are chosen, of those that are shown. */
export const chosenRows = ({ shown, chosen }: ListsState): readonly ListRow[] =>
  shown.filter(({ id }) => chosen.has(id));

/** Shows what has the words, in its order; the pointer stays at its row. */
export const arrange = (state: ListsState): ListsState => {
  const before = rowHere(state)?.id;
  const shown = shownRows(state.all, fieldText(state.field), state.order);
  const cursor = Math.max(
    0,
    shown.findIndex(({ id }) => id === before),
  );
  return { ...state, shown, cursor, top: 0 };
};

/** The state with the rows as they were read anew: what was taken back is gone from them. */
export const withRows = (state: ListsState, all: readonly ListRow[]): ListsState => {
  const there = new Set(all.map(({ id }) => id));
  const chosen = new Set([...state.chosen].filter(id => there.has(id)));
  const next = arrange({ ...state, all, chosen });
  // What stood here is gone: the next one takes its place.
  return next.cursor === 0 ? { ...next, cursor: moveBy(state.cursor, next.shown.length, 0) } : next;
};

const CONTEXTS = {
  rows: 'lists',
  filter: 'lists-filter',
  look: 'lists-look',
  asking: 'lists-asking',
} as const satisfies Readonly<Record<ListsState['mode'], ContextName>>;

/** The keys in force. */
export const contextOf = ({ mode }: ListsState): ContextName => CONTEXTS[mode];
