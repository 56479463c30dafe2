/** How well a learner knew an item, by their own word or by their answer. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** All ratings, the worst first. */
export const RATINGS: readonly Rating[] = ['again', 'hard', 'good', 'easy'];
