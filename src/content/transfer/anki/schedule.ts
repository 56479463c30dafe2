/** What a learner did with a card here, as Anki keeps it. */
import { dateToDay, dayToDate, studyDay } from '../../../core/base/civil-day.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import type { Memory } from '../../../core/memory/memory.ts';
import { intervalDays, nextMemory } from '../../../core/memory/memory.ts';
import type { DeckProgress, DeckReview, DeckState } from '../../../core/transfer/deck.ts';

/** Columns of the table `cards` that a schedule fills. */
interface CardSchedule {
  readonly type: 0 | 2;
  readonly queue: -1 | 0 | 2;
  readonly due: number;
  readonly ivl: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly flags: number;
  readonly data: string;
}

const ROLLOVER = 4;

/** The day of a moment, in UTC: what is written names no zone. */
export const dayOf = (at: number): number => studyDay(at, 0, ROLLOVER);

const RETENTION = 0.9;
const LONGEST = 36_500;

/** The schedule that a history leads to: FSRS with its standard parameters. */
const stateAfter = (reviews: readonly DeckReview[]): DeckState | undefined => {
  let memory: Memory | null = null;
  let day = 0;
  for (const { at, rating } of reviews) {
    memory = nextMemory(memory, memory === null ? 0 : Math.max(0, dayOf(at) - day), rating);
    day = dayOf(at);
  }
  if (memory === null) return undefined;
  const interval = intervalDays(memory.stability, RETENTION, LONGEST);
  return { due: dayToDate(day + interval), interval, ...memory };
};

/** Days of everything in a progress: what is due, and what was reviewed. */
export const daysOf = ({ reviews, state }: DeckProgress): readonly number[] => {
  const due = state === undefined ? null : dateToDay(state.due);
  return [...reviews.map(({ at }) => dayOf(at)), ...(due === null ? [] : [due])];
};

/** Ease of a card of which none is known, in thousandths: Anki's own. */
const EASE = 2500;

const factorOf = (state: DeckState | undefined): number => Math.round((state?.ease ?? EASE / 1000) * 1000);

/** Lapses in a history: what was forgotten after it had been known once. */
export const lapsesIn = (reviews: readonly DeckReview[]): number => {
  const known = reviews.findIndex(({ rating }) => rating !== 'again');
  return known === -1 ? 0 : reviews.slice(known).filter(({ rating }) => rating === 'again').length;
};

const lapsesOf = ({ reviews, lapses = 0 }: DeckProgress): number => Math.max(lapsesIn(reviews), lapses);

/**
 * The schedule of a card.
 * @param firstDay the day from which the collection counts
 * @param position among the new cards, from 1
 */
export const scheduleOf = (progress: DeckProgress, firstDay: number, position: number): CardSchedule => {
  const { reviews } = progress;
  const state = progress.state ?? stateAfter(reviews);
  const day = state === undefined ? null : dateToDay(state.due);
  const isSuspended = progress.suspended === true;
  const flags = progress.flagged === true ? 1 : 0;
  if (state === undefined || day === null)
    return {
      type: 0,
      queue: isSuspended ? -1 : 0,
      due: position,
      ivl: 0,
      factor: 0,
      reps: reviews.length,
      lapses: lapsesOf(progress),
      flags,
      data: '',
    };
  const { stability: s, difficulty: d } = state;
  return {
    type: 2,
    queue: isSuspended ? -1 : 2,
    due: day - firstDay,
    ivl: Math.max(1, state.interval),
    factor: factorOf(state),
    reps: reviews.length,
    lapses: lapsesOf(progress),
    flags,
    data: s === undefined && d === undefined ? '' : JSON.stringify({ s, d }),
  };
};

/** Less than this apart, a review belongs to the same sitting with a card: it is learned, or learned again. */
const SITTING = 12 * 3_600_000;

/** Longest time of an answer that is written. */
const LONGEST_ANSWER = 86_400_000;

/** The time between two answers as Anki writes an interval: days where a night lies between, else seconds below zero. */
const intervalOf = (from: number, to: number): number =>
  to - from >= SITTING ? Math.max(1, dayOf(to) - dayOf(from)) : -Math.max(1, Math.round((to - from) / 1000));

/**
 * Rows of the table `revlog`: id, card, ease, interval, interval before, factor, time, kind.
 * @param idOf gives each moment an id of its own
 */
export const historyRows = (
  { reviews, state }: DeckProgress,
  card: number,
  idOf: (at: number) => number,
): readonly (readonly number[])[] => {
  let kind = 0;
  return reviews.map(({ at, rating, milliseconds }, i) => {
    const before = reviews[i - 1];
    const after = reviews[i + 1];
    const gap = before === undefined ? 0 : at - before.at;
    // Learning goes on as long as no night lies between; what is forgotten later is learned again.
    if (i > 0) kind = gap >= SITTING ? 1 : kind === 0 ? 0 : before?.rating === 'again' || kind === 2 ? 2 : 1;
    const next = after === undefined ? Math.max(1, state?.interval ?? 1) : intervalOf(at, after.at);
    return [
      idOf(at),
      card,
      -1,
      RATINGS.indexOf(rating) + 1,
      next,
      before === undefined ? 0 : intervalOf(before.at, at),
      factorOf(state),
      Math.min(Math.max(0, Math.round(milliseconds ?? 0)), LONGEST_ANSWER),
      kind,
    ];
  });
};
