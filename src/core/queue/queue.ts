/** What a review asks: learning steps, what is due, then new items, within the limits of the day. */
import type { Moment } from '../base/civil-day.ts';
import type { ItemEntry } from '../course/course.ts';
import type { ItemRows } from '../base/item-rows.ts';
import { eachItem } from '../memory/each-item.ts';
import { newLeftOn } from '../memory/new-left.ts';
import { secondsFor } from '../memory/pace.ts';
import type { Progress } from '../journal/progress.ts';
import { makeRandom, shuffle } from '../base/random.ts';
import { dueStatus, retrievability } from '../memory/schedule.ts';

/**
 * The elements with the `count` lowest scores, ascending; of equal scores the earlier ones. A few of many are
 * found without sorting all of them.
 * @param scores one for each element
 */
export const lowest = (
  elements: readonly number[],
  scores: readonly number[],
  count: number,
): readonly number[] => {
  if (count <= 0) return [];
  const border = count < elements.length ? (Float64Array.from(scores).sort()[count - 1] ?? 0) : Infinity;
  const score = (i: number): number => scores[i] ?? 0;
  const positions: number[] = [];
  for (let i = 0; i < elements.length; i++) if (score(i) <= border) positions.push(i);
  return positions
    .sort((a, b) => score(a) - score(b) || a - b)
    .slice(0, count)
    .map(i => elements[i] ?? 0);
};

/** Where items are drawn from. */
export interface Pool {
  /** The course's items, a topic's together and in the order of its file. */
  readonly rows: ItemRows<ItemEntry>;
  readonly progress: Progress;
  readonly moment: Moment;
  /** Only these topics; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
  /** Topics in the order of teaching; absent: that of the rows. */
  readonly order?: readonly string[];
}

/** An item on a learning step, and when that is due (ms UTC). */
export interface LearningItem {
  readonly key: string;
  readonly dueAt: number;
}

interface ReviewQueue {
  /** Items on a learning step, the earliest first: due ones and those that come later. */
  readonly learning: readonly LearningItem[];
  /** Due items, lowest retrievability first. */
  readonly due: readonly string[];
  /** New items. */
  readonly fresh: readonly string[];
  /** What the limits of the day hold back. */
  readonly heldBack: { readonly due: number; readonly fresh: number };
}

/** Topics whose new items come in turn: enough to mix, few enough to have read their notes. */
const TOPICS_AT_ONCE = 4;

/** New items of one topic: cards, then questions, each in file order. */
interface FreshTopic {
  readonly cards: number[];
  readonly questions: number[];
  /** Something of it has been seen: it comes before topics not begun. */
  begun: boolean;
}

/** Topics in the order of teaching; those that it does not name come after, as they stand. */
const inTeachingOrder = (
  topics: ReadonlyMap<string, FreshTopic>,
  order: readonly string[],
): readonly FreshTopic[] => {
  const named = new Set(order);
  return [
    ...order.flatMap(id => topics.get(id) ?? []),
    ...[...topics].filter(([id]) => !named.has(id)).map(([, topic]) => topic),
  ];
};

/**
 * Takes new items in turns from a few topics at once, those begun first, then in the order of teaching. Of siblings only
 * one is taken, and none where one has its turn today already.
 */
const takeFresh = (
  rows: ItemRows,
  ordered: readonly FreshTopic[],
  busy: Set<string>,
  count: number,
): readonly string[] => {
  const waiting = [...ordered.filter(topic => topic.begun), ...ordered.filter(topic => !topic.begun)]
    .map(({ cards, questions }) => [...cards, ...questions].values())
    .values();
  const taken: string[] = [];
  let active: ArrayIterator<number>[] = [];
  const nextOf = (items: ArrayIterator<number>): number | undefined => {
    for (const row of items) {
      const family = rows.family(row);
      if (family === null || !busy.has(family)) return row;
    }
    return undefined;
  };
  while (taken.length < count) {
    while (active.length < TOPICS_AT_ONCE) {
      const { value, done } = waiting.next();
      if (done === true) break;
      active.push(value);
    }
    if (active.length === 0) break;
    const left: typeof active = [];
    for (const items of active) {
      if (taken.length >= count) break;
      const row = nextOf(items);
      if (row === undefined) continue;
      taken.push(rows.key(row));
      const family = rows.family(row);
      if (family !== null) busy.add(family);
      left.push(items);
    }
    active = left;
  }
  return taken;
};

/** Builds the queue of a review. Limits count what was already done on the moment's study day. */
export const reviewQueue = ({ rows, progress, moment, topics, order = [] }: Pool): ReviewQueue => {
  const { settings, items } = progress;
  const learning: LearningItem[] = [];
  const due: number[] = [];
  const scores: number[] = [];
  const fresh = new Map<string, FreshTopic>();
  // Families with an item that was or will be asked today: their new siblings wait for another day.
  const busy = new Set<string>();
  let newItems = 0;
  const keepBusy = (row: number): void => {
    const family = rows.family(row);
    if (family !== null) busy.add(family);
  };
  eachItem(rows, items, topics, (row, item, id) => {
    let topic = fresh.get(id);
    if (topic === undefined) fresh.set(id, (topic = { cards: [], questions: [], begun: false }));
    if (item !== undefined && item.state !== null) topic.begun = true;
    if (item !== undefined && item.attemptDay === moment.day) keepBusy(row);
    switch (dueStatus(item, moment)) {
      case 'new':
        (rows.type(row) === 'card' ? topic.cards : topic.questions).push(row);
        newItems++;
        break;
      case 'due':
        due.push(row);
        scores.push(item === undefined ? 0 : retrievability(item, moment.day));
        keepBusy(row);
        break;
      case 'learning-due':
      case 'learning-later':
        learning.push({ key: rows.key(row), dueAt: item?.dueAt ?? 0 });
        keepBusy(row);
        break;
      case 'later':
      case 'suspended':
      case 'buried':
        break;
    }
  });
  const today = progress.days.find(day => day.day === moment.day);
  const dueLeft = Math.max(0, settings.reviewsPerDay - (today?.reviews ?? 0));
  const newLeft = newLeftOn(progress, moment.day);
  const dueKeys = lowest(due, scores, dueLeft).map(row => rows.key(row));
  const freshKeys = takeFresh(rows, inTeachingOrder(fresh, order), busy, newLeft);
  return {
    learning: learning.sort((a, b) => a.dueAt - b.dueAt),
    due: dueKeys,
    fresh: freshKeys,
    heldBack: { due: due.length - dueKeys.length, fresh: newItems - freshKeys.length },
  };
};

/** The cards of a pool but suspended and buried ones: in the order of their files, or shuffled by a seed. */
export const cardQueue = (
  { rows, progress, moment, topics }: Pool,
  seed: number | null,
): readonly string[] => {
  const found: number[] = [];
  eachItem(rows, progress.items, topics, (row, item) => {
    if (rows.type(row) !== 'card') return;
    const status = dueStatus(item, moment);
    if (status !== 'suspended' && status !== 'buried') found.push(row);
  });
  return (seed === null ? found : shuffle(found, makeRandom(seed))).map(row => rows.key(row));
};

/**
 * How many of a queue's items fit into so many minutes, at least one.
 * @param pace the learner's mean seconds per answer, `null` where unknown
 */
export const itemsWithin = (
  types: readonly ItemEntry['type'][],
  minutes: number,
  pace: number | null,
): number => {
  let left = minutes * 60;
  let count = 0;
  for (const type of types) {
    left -= secondsFor(type, pace);
    if (left < 0 && count > 0) break;
    count++;
  }
  return count;
};
