/** How much of some items one would get right now. */
import type { ItemProgress } from '../journal/progress.ts';
import { isSeen, knownChance } from '../memory/mastery.ts';

/** What was counted of some items. */
export interface KnownTally {
  items: number;
  /** Tried at least once. */
  seen: number;
  /** Sum of the chances. */
  sum: number;
}

/** The tally of no items. */
export const emptyTally = (): KnownTally => ({ items: 0, seen: 0, sum: 0 });

/** Counts an item. */
export const tallyItem = (tally: KnownTally, item: ItemProgress | undefined, day: number): void => {
  tally.items++;
  if (!isSeen(item)) return;
  tally.seen++;
  tally.sum += knownChance(item, day);
};

/** Share known, 0 to 1; `null`: not started, which is no 0 %. */
export const knownShare = ({ items, seen, sum }: KnownTally): number | null =>
  seen === 0 ? null : sum / items;
