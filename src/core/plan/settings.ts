/**
 * Every constant of the planner and of the forecast, in one place, but for how long answers take (`memory/pace.ts`). Their values come from a simulation of learners
 * before an exam, which is part of the project (bench/learning): what a value buys is printed there.
 */

/** Prior of the share of facts a learner knows before studying them, and how many answers it weighs. */
export const PRIOR = { share: 0.25, weight: 4 } as const;

/** How many answers the level above weighs in the estimate of an area, a topic, a section. */
export const SHRINKAGE = { area: 8, topic: 4, section: 3 } as const;

/** Bounds of every estimated share: nobody knows nothing or everything for certain. */
export const SHARE_BOUNDS = { least: 0.02, most: 0.98 } as const;

/** Days of stability after a first attempt, by its outcome: card right, question right, wrong. */
export const FIRST_STABILITY = { card: 20, question: 8, wrong: 1 } as const;

/** Share of an untested fact that is learned with another fact of the same section. */
export const TRANSFER = 0.15;

/** A review is worth waiting for when, so many days later, its gain times {@link WAIT_SHARE} is still larger. */
export const WAIT_DAYS: readonly number[] = [1, 3, 7];

/** A review waits for a later day where today it is worth less than this share of what it is then. */
export const WAIT_SHARE = 0.85;

/** What is recalled with a higher chance than this is not asked again today. */
export const KNOWN_ENOUGH = 0.97;

/** Unseen cards of one section that are asked in a row, and how much better a review must be to break in. */
export const BLOCK = { cards: 4, breakIn: 2 } as const;

/** Topics that are open at a time; another one opens only if it is worth so many times the best open one. */
export const OPEN_TOPICS = { most: 8, swap: 1.25 } as const;

/** Topics never seen before that one session opens at most. */
export const NEW_TOPICS_A_SESSION = 3;

/** Least share of reviews among answers, and the one after many misses (see {@link LOW_SUCCESS}). */
export const REVIEW_SHARE = { usual: 0.3, low: 0.4 } as const;

/** Fewer right answers than this share of the last so many raise the share of reviews. */
export const LOW_SUCCESS = { share: 0.4, answers: 30 } as const;

/** Share of the time that questions get while unseen cards remain, and in the last fifth of the days. */
export const QUESTION_SHARE = { usual: 0.2, late: 0.25, lateFrom: 0.8 } as const;

/** Cards of the placement. */
export const PLACEMENT_CARDS = 20;

/** First attempts after which all estimates are taken anew within a session. */
export const REFRESH_AFTER = 20;

/** Most seen items whose value is computed at the start of a session: those with most to lose by the exam. */
export const MOST_VALUED = 3000;

/** Chance to answer right without knowing, by kind of item. */
export const GUESS: Readonly<Record<string, number>> = {
  basic: 0.02,
  cloze: 0.02,
  single: 0.25,
  multiple: 0.1,
  'true-false': 0.5,
  numeric: 0.02,
  order: 0.05,
  match: 0.05,
  text: 0.02,
};

/** Chance to answer right what one recalls: the rest are slips. */
export const NO_SLIP = 0.97;
