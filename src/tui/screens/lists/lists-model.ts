/** The lists as a state that keys change: which is shown, in which order, what is chosen of it. */
import type { ListedItem } from '../../../app/lists/list-items.ts';
import { timesOf } from '../../../app/lists/list-items.ts';
import type { ListName } from '../../../core/lists/lists.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import { LIST_NAMES } from '../../../core/lists/lists.ts';

/** A list that is shown; `yours`: what the learner wrote. */
export type TabName = ListName | 'yours';

/** The lists in the order of the tabs. */
export const TABS: readonly TabName[] = [...LIST_NAMES, 'yours'];

/** A row: a card or question, or what the learner wrote. */
export interface ListRow {
  /** Of its item; two rows of one list never share it, but where both are the learner's own. */
  readonly id: string;
  /** Key of the item; `null`: it is no longer in the course. */
  readonly key: string | null;
  readonly type: 'card' | 'question' | 'remark';
  readonly title: string;
  readonly topic: string;
  readonly text: string;
  /** Study day of the last try or change; -1: none. */
  readonly day: number;
  readonly times: number;
  /** What of the learner's own it is; `null`: a card or question on a list. */
  readonly own: Pick<OwnEntry, 'kind' | 'key'> | null;
}

/** An item of a list as a row. */
export const rowOf = (name: ListName, listed: ListedItem): ListRow => ({
  id: listed.key,
  key: listed.entry === null ? null : listed.key,
  type: listed.type,
  title: listed.title,
  topic: listed.topic,
  get text() {
    return listed.text;
  },
  day: listed.item.attemptDay,
  times: timesOf(name, listed),
  own: null,
});

/** Columns to sort by, in the order in which `s` goes through them. */
const SORTS = ['when', 'topic', 'times'] as const;
type Sort = (typeof SORTS)[number];

/** How a list is sorted. */
export interface ListOrder {
  readonly by: Sort;
  readonly reversed: boolean;
}

const COMPARE: Readonly<Record<Sort, (a: ListRow, b: ListRow) => number>> = {
  when: (a, b) => b.day - a.day,
  topic: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
  times: (a, b) => b.times - a.times,
};

/** The order by the next column. */
export const nextOrder = ({ by }: ListOrder): ListOrder => ({
  by: SORTS[(SORTS.indexOf(by) + 1) % SORTS.length] ?? 'when',
  reversed: false,
});

/** The rows with all the words, in an order; equal ones stay as they were. */
export const shownRows = (
  rows: readonly ListRow[],
  filter: string,
  { by, reversed }: ListOrder,
): readonly ListRow[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ title, topic, text }: ListRow): boolean => {
    const all = `${title} ${topic} ${text}`.toLowerCase();
    return words.every(word => all.includes(word));
  };
  const sorted = rows.filter(fits).sort(COMPARE[by]);
  return reversed ? sorted.toReversed() : sorted;
};

/** Keys of the items that a session or a mark is about: the chosen ones that are shown, else all of these. */
export const keysOf = (shown: readonly ListRow[], chosen: ReadonlySet<string>): readonly string[] => {
  const picked = shown.filter(({ id }) => chosen.has(id));
  return [...new Set((picked.length > 0 ? picked : shown).flatMap(({ key }) => key ?? []))];
};

/**
 * Keys whose marks are changed with these rows. From what the course no longer has marks can be taken back; what the
 * learner wrote has none.
 */
export const markedKeys = (rows: readonly ListRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ id, key, own }) => (own === null ? id : (key ?? [])))),
];

/** Marks are changed without a question on so many rows at most. */
export const MOST_UNASKED = 10;
