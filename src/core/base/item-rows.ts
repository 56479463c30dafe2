/** The items of a course by number, for whoever looks at all of a large course: most need no record of most items. */
import type { KeyIndex } from './key-index.ts';

/** What is told of an item by its row. */
interface Parts {
  readonly key: string;
  readonly type: 'card' | 'question';
  readonly topic: string;
  readonly family: string;
  readonly template: boolean;
}

/** Rows from `from` to before `end`, all of one topic. */
export interface TopicRun {
  readonly topic: string;
  readonly from: number;
  readonly end: number;
}

/** What is known of the items by row: they stand as in `items`. */
export interface ItemRows<Entry extends Parts = Parts> {
  readonly length: number;
  readonly runs: readonly TopicRun[];
  /** Their keys by row; `null`: they are only at hand one by one. */
  readonly keys: KeyIndex | null;
  key(row: number): string;
  /** Whether its numbers are drawn anew each time. */
  isTemplate(row: number): boolean;
  type(row: number): Parts['type'];
  /** Family of an item that can have siblings; `null`: it cannot have any. */
  family(row: number): string | null;
  /** The record of an item, made when it is first asked for. */
  entry(row: number): Entry | undefined;
}

const runsOf = (entries: readonly Parts[]): readonly TopicRun[] => {
  const runs: { topic: string; from: number; end: number }[] = [];
  for (const [row, { topic }] of entries.entries()) {
    const last = runs.at(-1);
    if (last?.topic === topic) last.end = row + 1;
    else runs.push({ topic, from: row, end: row + 1 });
  }
  return runs;
};

/** Rows of items whose records are at hand. */
export const entryRows = <Entry extends Parts>(entries: readonly Entry[]): ItemRows<Entry> => {
  let runs: readonly TopicRun[] | null = null;
  return {
    length: entries.length,
    get runs() {
      return (runs ??= runsOf(entries));
    },
    keys: null,
    key: row => entries[row]?.key ?? '',
    isTemplate: row => entries[row]?.template === true,
    type: row => entries[row]?.type ?? 'card',
    family: row => {
      const entry = entries[row];
      return entry === undefined || entry.family === entry.key ? null : entry.family;
    },
    entry: row => entries[row],
  };
};

/** The items of a course by row. */
export const rowsOf = <Entry extends Parts>(course: {
  readonly items: readonly Entry[];
  readonly rows?: ItemRows<Entry>;
}): ItemRows<Entry> => course.rows ?? entryRows(course.items);
