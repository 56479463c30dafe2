/** What a session asks of items that were chosen one by one. */
import type { Moment } from '../base/civil-day.ts';
import type { ItemEntry } from '../course/course.ts';
import type { ItemProgress, Progress } from '../journal/progress.ts';
import { dueStatus, retrievability } from '../memory/schedule.ts';
import { isSeen } from '../memory/mastery.ts';

/** `review`: what is due; `cards`: cards, due or not; `quiz`: questions. */
export type AskedAs = 'review' | 'cards' | 'quiz';

/** Whether a session of a kind may ask an item now: nothing that is suspended or buried. */
export const isAskable = (
  as: AskedAs,
  entry: ItemEntry,
  item: ItemProgress | undefined,
  moment: Moment,
): boolean => {
  const status = dueStatus(item, moment);
  if (status === 'suspended' || status === 'buried') return false;
  if (as === 'review') return status === 'due' || status === 'learning-due';
  return (entry.type === 'card') === (as === 'cards');
};

/** What sorts first is most forgotten: what was wrong last, then what is least likely recalled, then what is new. */
const standing = (item: ItemProgress | undefined, day: number): number => {
  if (!isSeen(item)) return 2;
  return item.misses > 0 ? -item.misses : retrievability(item, day);
};

/** Keys of those that a session of a kind asks, the most forgotten first; equal ones in the order of the list. */
export const askable = (
  as: AskedAs,
  entries: readonly ItemEntry[],
  { items }: Pick<Progress, 'items'>,
  moment: Moment,
): readonly string[] =>
  entries
    .flatMap(entry => {
      const item = items.get(entry.key);
      return isAskable(as, entry, item, moment) ? [{ key: entry.key, at: standing(item, moment.day) }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key);
