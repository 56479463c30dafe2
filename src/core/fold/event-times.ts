/** Where events belong in time, and what has been seen of their times while they are folded. */
import type { Envelope, JournalEvent } from '../journal/event.ts';
import { claimedMoment, clockLimit, futureLimit } from '../journal/event-order.ts';
import type { Redating } from './redating.ts';
import { NO_REDATING, placed } from './redating.ts';

/** When events count, and in which order: redated moments and logical clocks. */
export class EventTimes {
  /** Which events have another moment than they say. */
  redating: Redating = NO_REDATING;
  /** Highest logical clock that counted so far, and the higher ones that may count later. */
  clockBase = 0;
  readonly ahead: number[] = [];
  #isSorted = true;
  /** Events left out because they are from the future, and the first moment one of them claims. */
  future = 0;
  nextFuture = Infinity;
  /** The latest moment claimed by an event that is not left out. */
  latest = 0;

  /** Highest logical clock that counts at a moment. */
  clock(now: number): number {
    const { ahead } = this;
    const limit = clockLimit(now);
    if (!this.#isSorted) ahead.sort((a, b) => a - b);
    this.#isSorted = true;
    let reached = 0;
    while ((ahead[reached] ?? Infinity) <= limit) reached++;
    if (reached > 0) this.clockBase = Math.max(this.clockBase, ahead[reached - 1] ?? 0);
    ahead.splice(0, reached);
    return this.clockBase;
  }

  /** `true` where the clock has moved so far that other events count now than when they were folded. */
  isStale(now: number): boolean {
    const limit = futureLimit(now);
    return this.nextFuture <= limit || this.latest > limit || this.clockBase > clockLimit(now);
  }

  /** An event where it belongs in time: redated, and without evidence of a moment that has not come. */
  place<T extends Omit<Envelope, 'v'>>(event: T, now: number): T {
    if (event.seen !== undefined) {
      if (event.seen > futureLimit(now)) this.nextFuture = Math.min(this.nextFuture, event.seen);
      else this.latest = Math.max(this.latest, event.seen);
    }
    return placed(event, this.redating, now);
  }

  /** When a record was written by its device's clock, and what it had seen; where it was redated, that moment alone. */
  trailOf(event: Omit<Envelope, 'v'>): { readonly at: number; readonly seen?: number | undefined } {
    const place = this.redating.places.get(event.id);
    return place === undefined ? { at: event.at, seen: event.seen } : { at: place.at };
  }

  /** Takes note of an event's times; `false`: it is from the future and left out. */
  note(event: { readonly at: number; readonly lc: number }, now: number): boolean {
    const claimed = claimedMoment(event);
    if (claimed > futureLimit(now)) {
      this.nextFuture = Math.min(this.nextFuture, claimed);
      return false;
    }
    this.latest = Math.max(this.latest, claimed);
    if (event.lc <= clockLimit(now)) this.clockBase = Math.max(this.clockBase, event.lc);
    else this.noteAhead(event.lc);
    return true;
  }

  /** Takes note of a logical clock that may count later. */
  noteAhead(lc: number): void {
    this.#isSorted &&= lc >= (this.ahead.at(-1) ?? 0);
    this.ahead.push(lc);
  }

  /** `true` for an event that gives others another moment, or takes such a one back. */
  changesMoments(event: JournalEvent): boolean {
    return event.type === 'redated' || (event.type === 'undone' && this.redating.ids.has(event.target));
  }
}
