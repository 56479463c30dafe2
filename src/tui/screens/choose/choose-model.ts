/** Choosing as a state that keys change: which tree is seen, what of it is unfolded, what is chosen. */
import type { ChoiceCounts, Chosen } from '../../../core/lists/choice.ts';
import { canUnfold, isChosen, toggleRow, visibleRows } from '../../../core/lists/choice.ts';
import type { ChoiceIndex, ChoiceNode, ChoiceView, Facet } from '../../../core/lists/choice-index.ts';
import { CHOICE_VIEWS } from '../../../core/lists/choice-index.ts';
import { cursorAfter } from '../../models/cursor.ts';

/** What is seen and chosen in Choose. */
export interface ChooseState {
  readonly view: ChoiceView;
  /** Paths of the rows whose children are seen. */
  readonly unfolded: ReadonlySet<string>;
  readonly chosen: Chosen;
  /** Words that rows must have; `''`: all are seen. */
  readonly filter: string;
  /** Path of the row at the pointer, by view. */
  readonly at: Readonly<Partial<Record<ChoiceView, string>>>;
  /** Questions of a quiz. */
  readonly questions: number;
}

/** Questions of a quiz unless the learner says otherwise, and by how many `+` and `-` change that. */
const QUIZ_QUESTIONS = 10;
const STEP = 5;
const MOST_QUESTIONS = 100;

/** Choose as it opens. */
export const FRESH: ChooseState = {
  view: 'areas',
  unfolded: new Set(),
  chosen: new Set(),
  filter: '',
  at: {},
  questions: QUIZ_QUESTIONS,
};

/** Views that an index has rows in: without an exam there are no domains. */
export const viewsOf = (index: ChoiceIndex): readonly ChoiceView[] =>
  CHOICE_VIEWS.filter(view => index.roots(view).length > 0);

/** Rows that have all the words, with those above them; sections stay folded. */
const filteredRows = (index: ChoiceIndex, view: ChoiceView, filter: string): readonly ChoiceNode[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: ChoiceNode[] = [];
  /** @returns whether the row or one below it has the words */
  const add = (number: number, above: string): boolean => {
    const node = index.node(number);
    if (node === undefined || node.is === 'section') return false;
    const text = `${above} ${node.title} ${node.id}`.toLowerCase();
    const place = rows.push(node) - 1;
    const below = node.children.filter(child => add(child, text)).length > 0;
    if (below || words.every(word => text.includes(word))) return true;
    rows.splice(place);
    return false;
  };
  for (const root of index.roots(view)) add(root, '');
  return rows;
};

/** The rows that are seen. */
export const rowsOf = (index: ChoiceIndex, { view, unfolded, filter }: ChooseState): readonly ChoiceNode[] =>
  filter === '' ? visibleRows(index, view, unfolded) : filteredRows(index, view, filter);

/** Place of the pointer among the rows: where the row is gone, at the one above that is seen, else at the first. */
export const cursorIn = (rows: readonly ChoiceNode[], { at, view }: ChooseState): number => {
  for (let path = at[view] ?? ''; path.includes('\n'); path = path.slice(0, path.lastIndexOf('\n'))) {
    const found = rows.findIndex(row => row.path === path);
    if (found !== -1) return found;
  }
  return 0;
};

const moveTo = (state: ChooseState, row: ChoiceNode | undefined): ChooseState =>
  row === undefined ? state : { ...state, at: { ...state.at, [state.view]: row.path } };

const fold = (state: ChooseState, index: ChoiceIndex, row: ChoiceNode): ChooseState => {
  if (state.unfolded.has(row.path)) {
    const unfolded = new Set(state.unfolded);
    unfolded.delete(row.path);
    return { ...state, unfolded };
  }
  return moveTo(state, index.node(row.parent));
};

const unfold = (state: ChooseState, row: ChoiceNode): ChooseState =>
  canUnfold(row) ? { ...state, unfolded: new Set(state.unfolded).add(row.path) } : state;

/** The state after a key that only looks or chooses. @param page rows that a page has */
export const press = (state: ChooseState, action: string, index: ChoiceIndex, page: number): ChooseState => {
  const rows = rowsOf(index, state);
  const cursor = cursorIn(rows, state);
  const row = rows[cursor];
  switch (action) {
    case 'toggle':
      return row === undefined ? state : { ...state, chosen: toggleRow(index, state.chosen, row) };
    case 'open':
      if (row === undefined || !canUnfold(row)) return state;
      return state.unfolded.has(row.path) ? fold(state, index, row) : unfold(state, row);
    case 'unfold':
      return row === undefined ? state : unfold(state, row);
    case 'fold':
      return row === undefined ? state : fold(state, index, row);
    case 'later':
    case 'earlier': {
      const views = viewsOf(index);
      const next = (views.indexOf(state.view) + (action === 'later' ? 1 : -1) + views.length) % views.length;
      return { ...state, view: views[next] ?? state.view, filter: '' };
    }
    case 'next-section':
      return moveTo(state, rows.find((each, i) => i > cursor && each.depth === 0) ?? rows.at(-1));
    case 'previous-section':
      return moveTo(state, rows.findLast((each, i) => i < cursor && each.depth === 0) ?? rows[0]);
    case 'more':
      return { ...state, questions: Math.min(MOST_QUESTIONS, state.questions + STEP) };
    case 'less':
      return { ...state, questions: Math.max(STEP, state.questions - STEP) };
    default: {
      const next = cursorAfter(action, { cursor, length: rows.length, page });
      return next === null ? state : moveTo(state, rows[next]);
    }
  }
};

/** Leads to the row that an id names: an area, topic, domain or task. */
export const startAt = (state: ChooseState, index: ChoiceIndex, id: string): ChooseState => {
  const node = index.nodes.find(each => each.id === id && each.is !== 'section' && each.facet !== 'levels');
  if (node === undefined) return state;
  const unfolded = new Set(state.unfolded);
  for (let at = index.node(node.parent); at !== undefined; at = index.node(at.parent)) unfolded.add(at.path);
  const view = node.facet === 'levels' ? 'kinds' : node.facet;
  return { ...state, view, unfolded, at: { ...state.at, [view]: node.path } };
};

/** Leads to the topic that was studied last, its area unfolded; to the first row where nothing was. */
export const startWhereStudied = (
  state: ChooseState,
  { index, counts }: { readonly index: ChoiceIndex; readonly counts: readonly ChoiceCounts[] },
): ChooseState => {
  let last: ChoiceNode | undefined;
  const dayOf = (node: ChoiceNode | undefined): number => counts[node?.number ?? -1]?.lastDay ?? -1;
  for (const node of index.nodes)
    if (node.facet === 'areas' && node.is === 'topic' && dayOf(node) > dayOf(last)) last = node;
  return last === undefined ? state : startAt(state, index, last.id);
};

/** What is chosen, in words: parts of a tree joined by commas, trees by `+`. */
export const chosenTitle = (index: ChoiceIndex, chosen: Chosen): string => {
  const byFacet = new Map<Facet, string[]>();
  for (const path of chosen) {
    const node = index.find(path);
    if (node === undefined) continue;
    const titles = byFacet.get(node.facet);
    if (titles === undefined) byFacet.set(node.facet, [node.title]);
    else titles.push(node.title);
  }
  return [...byFacet.values()].map(titles => titles.join(', ')).join(' + ');
};

/** Rows that are chosen, each by itself or by one above it. */
export const chosenRows = (
  index: ChoiceIndex,
  chosen: Chosen,
  rows: readonly ChoiceNode[],
): ReadonlySet<string> => new Set(rows.filter(row => isChosen(index, chosen, row)).map(({ path }) => path));
