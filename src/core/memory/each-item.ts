/** Looks at all that is known of the items of a course, without a record of each. */
import type { ItemRows } from '../base/item-rows.ts';
import type { ItemProgress, ItemsByKey } from '../journal/progress.ts';

/**
 * Visits the items of a course in their order, with what is known of each. A record is good until `visit` returns.
 * @param topics only these; `null`: all
 */
export const eachItem = (
  rows: ItemRows,
  items: ItemsByKey,
  topics: ReadonlySet<string> | null,
  visit: (row: number, item: ItemProgress | undefined, topic: string) => void,
): void => {
  const { keys } = rows;
  for (const { topic, from, end } of rows.runs) {
    if (topics !== null && !topics.has(topic)) continue;
    if (keys !== null && items.eachOf !== undefined) {
      items.eachOf(keys, from, end, (row, item) => visit(row, item, topic));
      continue;
    }
    for (let row = from; row < end; row++) visit(row, items.get(rows.key(row)), topic);
  }
};
