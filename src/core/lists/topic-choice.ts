/** Topics with what is asked for of each. */
import type { Moment } from '../base/civil-day.ts';
import type { CourseReader, ItemEntry } from '../course/course.ts';
import type { Progress } from '../journal/progress.ts';
import type { KnownTally } from './known.ts';
import { emptyTally, knownShare, tallyItem } from './known.ts';
import type { Selection } from './selection.ts';
import { selects } from './selection.ts';

/** What of a topic is asked for. */
interface TopicShare {
  readonly cards: number;
  readonly questions: number;
  /** Share one would get right now, 0 to 1; `null`: not started. */
  readonly known: number | null;
}

interface Counted extends KnownTally {
  cards: number;
}

/** The items that are asked for, in the order of the course, and by topic what they come to. */
export const topicShares = (
  course: Pick<CourseReader, 'items'>,
  { items }: Pick<Progress, 'items'>,
  { day }: Pick<Moment, 'day'>,
  selection: Selection,
): { readonly entries: readonly ItemEntry[]; readonly shares: ReadonlyMap<string, TopicShare> } => {
  const entries = course.items.filter(entry => selects(selection, entry, items, day));
  const tallies = new Map<string, Counted>();
  for (const { key, type, topic } of entries) {
    let tally = tallies.get(topic);
    if (tally === undefined) tallies.set(topic, (tally = { ...emptyTally(), cards: 0 }));
    if (type === 'card') tally.cards++;
    tallyItem(tally, items.get(key), day);
  }
  const shareOf = (tally: Counted): TopicShare => ({
    cards: tally.cards,
    questions: tally.items - tally.cards,
    known: knownShare(tally),
  });
  return { entries, shares: new Map([...tallies].map(([topic, tally]) => [topic, shareOf(tally)])) };
};
