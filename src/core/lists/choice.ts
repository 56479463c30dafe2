/** What is chosen of the trees of a course, and what the rows come to. */
import type { Moment } from '../base/civil-day.ts';
import type { CourseReader, ItemEntry } from '../course/course.ts';
import type { Progress } from '../journal/progress.ts';
import { dueStatus } from '../memory/schedule.ts';
import type { ChoiceIndex, ChoiceNode, ChoiceView, Facet } from './choice-index.ts';
import { knownShare, tallyItem } from './known.ts';

/** What some items come to. */
export interface ChoiceCounts {
  readonly items: number;
  readonly cards: number;
  readonly questions: number;
  /** Due now. */
  readonly due: number;
  readonly seen: number;
  /** Share one would get right now, 0 to 1; `null`: not started. */
  readonly known: number | null;
  /** Study day of the last try; -1: none. */
  readonly lastDay: number;
}

interface Tally {
  items: number;
  cards: number;
  questions: number;
  due: number;
  seen: number;
  sum: number;
  lastDay: number;
}

const makeTally = (): Tally => ({
  items: 0,
  cards: 0,
  questions: 0,
  due: 0,
  seen: 0,
  sum: 0,
  lastDay: -1,
});

const countsOf = ({ sum, ...tally }: Tally): ChoiceCounts => ({
  ...tally,
  known: knownShare({ items: tally.items, seen: tally.seen, sum }),
});

/** Of no items. */
export const NO_COUNTS: ChoiceCounts = countsOf(makeTally());

/** Where rows are counted. */
interface CountSource {
  readonly course: Pick<CourseReader, 'items'>;
  readonly progress: Pick<Progress, 'items'>;
  readonly moment: Moment;
}

/** What is known of each item of an index: one look at the progress for all rows. */
const countItem = (
  tally: Tally,
  type: ItemEntry['type'],
  item: ReturnType<Progress['items']['get']>,
  isDue: boolean,
  day: number,
): void => {
  if (type === 'card') tally.cards++;
  else tally.questions++;
  if (isDue) tally.due++;
  tallyItem(tally, item, day);
  if (item !== undefined && item.attemptDay > tally.lastDay) tally.lastDay = item.attemptDay;
};

const isDueNow = (item: ReturnType<Progress['items']['get']>, moment: Moment): boolean => {
  if (item === undefined) return false;
  const status = dueStatus(item, moment);
  return status === 'due' || status === 'learning-due';
};

/** What every row of an index comes to, by its number. */
export const countRows = (
  index: ChoiceIndex,
  { course, progress, moment }: CountSource,
): readonly ChoiceCounts[] => {
  const tallies = index.nodes.map(makeTally);
  for (const [at, place] of index.items.entries()) {
    const entry = course.items[place];
    if (entry === undefined) continue;
    const item = progress.items.get(entry.key);
    const isDue = isDueNow(item, moment);
    for (const row of index.rowsOf(at)) {
      const tally = tallies[row];
      if (tally !== undefined) countItem(tally, entry.type, item, isDue, moment.day);
    }
  }
  return tallies.map(countsOf);
};

/** What some items come to, by their places in the course. */
export const countPlaces = (
  places: readonly number[],
  { course, progress, moment }: CountSource,
): ChoiceCounts => {
  const tally = makeTally();
  for (const place of places) {
    const entry = course.items[place];
    if (entry === undefined) continue;
    const item = progress.items.get(entry.key);
    countItem(tally, entry.type, item, isDueNow(item, moment), moment.day);
  }
  return countsOf(tally);
};

/** Paths of the rows that are chosen. */
export type Chosen = ReadonlySet<string>;

/** The row itself, or one above it, by which it is chosen; `undefined`: it is not. */
const chosenBy = (index: ChoiceIndex, chosen: Chosen, node: ChoiceNode): ChoiceNode | undefined => {
  for (let at: ChoiceNode | undefined = node; at !== undefined; at = index.node(at.parent))
    if (chosen.has(at.path)) return at;
  return undefined;
};

/** Whether a row is chosen, by itself or with one above it. */
export const isChosen = (index: ChoiceIndex, chosen: Chosen, node: ChoiceNode): boolean =>
  chosenBy(index, chosen, node) !== undefined;

/** Chooses a row, or takes it back. Taken back from a chosen row above it, the rest of that row stays chosen. */
export const toggleRow = (index: ChoiceIndex, chosen: Chosen, node: ChoiceNode): Chosen => {
  const after = new Set(chosen);
  const by = chosenBy(index, chosen, node);
  if (by === undefined) {
    const below = `${node.path}\n`;
    for (const path of chosen) if (path.startsWith(below)) after.delete(path);
    return after.add(node.path);
  }
  after.delete(by.path);
  for (let at = node; at.number !== by.number;) {
    const parent = index.node(at.parent);
    if (parent === undefined) break;
    for (const child of parent.children) {
      const sibling = index.node(child);
      if (sibling !== undefined && child !== at.number) after.add(sibling.path);
    }
    at = parent;
  }
  return after;
};

/**
 * Places in the course of the items that are chosen, in its order: of each facet with a choice an item must be in one
 * of the chosen rows. Cards have no level; they pass where they are chosen by kind.
 */
export const chosenPlaces = (
  index: ChoiceIndex,
  course: Pick<CourseReader, 'items'>,
  chosen: Chosen,
): readonly number[] => {
  const byFacet = new Map<Facet, Set<number>>();
  for (const path of chosen) {
    const node = index.find(path);
    if (node === undefined) continue;
    const rows = byFacet.get(node.facet);
    if (rows === undefined) byFacet.set(node.facet, new Set([node.number]));
    else rows.add(node.number);
  }
  if (byFacet.size === 0) return [];
  const facets = [...byFacet.entries()];
  const places: number[] = [];
  for (const [at, place] of index.items.entries()) {
    const rows = index.rowsOf(at);
    const isCard = course.items[place]?.type === 'card';
    const passes = facets.every(
      ([facet, wanted]) =>
        (facet === 'levels' && isCard && byFacet.has('kinds')) || rows.some(row => wanted.has(row)),
    );
    if (passes) places.push(place);
  }
  return places;
};

/** The rows of a view that are seen while these are unfolded, from the top. */
export const visibleRows = (
  index: ChoiceIndex,
  view: ChoiceView,
  unfolded: ReadonlySet<string>,
): readonly ChoiceNode[] => {
  const rows: ChoiceNode[] = [];
  const add = (number: number): void => {
    const node = index.node(number);
    if (node === undefined) return;
    rows.push(node);
    if (unfolded.has(node.path)) for (const child of node.children) add(child);
  };
  for (const root of index.roots(view)) add(root);
  return rows;
};

/** Whether a row can be unfolded. A topic with one section has nothing to choose among. */
export const canUnfold = ({ children, is }: ChoiceNode): boolean =>
  is === 'topic' ? children.length > 1 : children.length > 0;
