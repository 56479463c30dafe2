/**
 * What was learned in another program, as the journal keeps it. It lies before everything that was answered here, so it
 * is folded by rules of its own: a review counts where it is later than the last one known of its item.
 */
import type { Rating } from './rating.ts';

/**
 * One review: when (ms UTC), on which study day, the rating, and how long it took in milliseconds (0: not known). A list,
 * for there can be a million of them.
 */
export type ImportedReview = readonly [at: number, day: number, rating: Rating, ms: number];

/** A schedule that came without its history. */
export interface ImportedState {
  /** Study day of the last review, and the one on which the item is due. */
  readonly day: number;
  readonly dueDay: number;
  /** Days after which the chance to recall is 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
}

/** What another program knew of one item. */
export interface ImportedItem {
  readonly item: string;
  /** Ascending by moment. */
  readonly reviews?: readonly ImportedReview[];
  readonly state?: ImportedState;
  readonly suspended?: true;
  readonly flagged?: true;
  /** How often it was forgotten there after it had been known. */
  readonly lapses?: number;
}
