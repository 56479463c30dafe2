/** What another program knew of cards, as items of `imported` events. */
import { dateToDay, studyDay } from '../base/civil-day.ts';
import type { ImportedItem, ImportedReview, ImportedState } from '../journal/imported-item.ts';
import type { ItemProgress } from '../journal/progress.ts';
import { memoryFromEase } from '../memory/memory.ts';
import type { DeckProgress, DeckState } from './deck.ts';

/** When and where an import is made. */
interface ImportMoment {
  /** ms UTC. */
  readonly now: number;
  /** Minutes east of UTC at a moment. */
  readonly offset: (at: number) => number;
  /** Hour at which a study day begins. */
  readonly rollover: number;
}

/** What comes of one card: the item, `null` where nothing of it is new, and what was not taken. */
interface MadeItem {
  readonly item: ImportedItem | null;
  /** Reviews later than now. */
  readonly future: number;
  /** Reviews, or a schedule, not later than what is known of the item. */
  readonly known: number;
}

const SM2_EASE = 2.5;
const LONGEST_DAYS = 73_000;
const DAY = 86_400_000;

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A schedule as the journal keeps it; `null` for one that cannot be. */
const stateOf = (
  { due, interval, ease, stability, difficulty }: DeckState,
  today: number,
): ImportedState | null => {
  const dueDay = dateToDay(due);
  const days = Math.round(interval);
  if (dueDay === null || !(days >= 0) || days > LONGEST_DAYS) return null;
  const day = dueDay - days;
  if (day < 0 || day > today + 2) return null;
  const memory = memoryFromEase(Math.max(1, days), ease ?? SM2_EASE);
  return {
    day,
    dueDay,
    stability: round4(Math.min(LONGEST_DAYS, Math.max(0.001, stability ?? memory.stability))),
    difficulty: round4(Math.min(10, Math.max(1, difficulty ?? memory.difficulty))),
  };
};

const reviewsOf = (
  { reviews }: DeckProgress,
  { now, offset, rollover }: ImportMoment,
  known: ItemProgress | undefined,
): { readonly taken: readonly ImportedReview[]; readonly future: number; readonly known: number } => {
  const taken: ImportedReview[] = [];
  let [future, old] = [0, 0];
  let last = known?.lastAt ?? 0;
  for (const { at, rating, milliseconds = 0 } of [...reviews].sort((a, b) => a.at - b.at)) {
    const moment = Math.trunc(at);
    if (!(moment > 0) || moment > now + DAY) future++;
    else if (moment <= last) old++;
    else {
      last = moment;
      const day = Math.max(0, studyDay(moment, offset(moment), rollover));
      taken.push([moment, day, rating, Math.max(0, Math.round(milliseconds))]);
    }
  }
  return { taken, future, known: old };
};

/**
 * What an event says of one card. A history decides; a schedule counts where there is none. What is not later than the
 * item's last rating is left out here, so that a second import adds nothing.
 * @param known what the journal has of the item
 */
export const importedItem = (
  key: string,
  progress: DeckProgress,
  known: ItemProgress | undefined,
  moment: ImportMoment,
): MadeItem => {
  const { taken, future, known: old } = reviewsOf(progress, moment, known);
  const today = studyDay(moment.now, moment.offset(moment.now), moment.rollover);
  const given =
    progress.reviews.length > 0 || progress.state === undefined ? null : stateOf(progress.state, today);
  const isNew = given !== null && (known === undefined || known.state === null || given.day > known.lastDay);
  const item: ImportedItem = {
    item: key,
    ...(taken.length === 0 ? {} : { reviews: taken }),
    ...(given !== null && isNew ? { state: given } : {}),
    // What was marked here since is not marked again.
    ...(progress.suspended === true && known === undefined ? { suspended: true } : {}),
    ...(progress.flagged === true && known === undefined ? { flagged: true } : {}),
    ...((progress.lapses ?? 0) > 0 && known === undefined ? { lapses: progress.lapses } : {}),
  };
  return {
    item: Object.keys(item).length === 1 ? null : item,
    future,
    known: old + (given !== null && !isNew ? 1 : 0),
  };
};
