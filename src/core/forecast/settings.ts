/** Every constant of the forecast. Set on simulated learners (bench/learning), as those of the planner are. */

/** Level of every interval, and how many standard deviations it reaches to each side. */
export const LEVEL = 0.8;

/** Standard deviations to each side of the mean that hold 80 % of a normal distribution. */
export const LEVEL_Z = 1.2816;

/** Version of the model, recorded with every forecast that will be judged. */
export const FORECAST_MODEL = 'forecast-1';

/** Chance to answer a question right without knowing (one of four), and with knowing all (three slips in a hundred). */
export const SCORE = { guess: 0.25, known: 0.97 } as const;

/** Share of exam questions that need a second fact of the same topic. */
export const TWO_FACTS = 0.3;

/**
 * How much of the modeled knowledge the questions of an exam find: mean and standard deviation before evidence. The
 * mean is where the forecast of simulated learners is least biased with the shares of questions used here.
 */
export const REACH = { mean: 0.9, spread: 0.08 } as const;

/** The gain still to come is uncertain in proportion to itself; what no model sees is uncertain by two points. */
export const PLAN_SPREAD = 0.15;

/** Standard deviation of what the model itself may be wrong by, as a share of the score. */
export const MODEL_SPREAD = 0.02;

/** Days before the exam on which the last look at an item is assumed. */
export const LAST_LOOK_DAYS = 4;
/** Share of what is still missing that one more review closes. */
export const ONE_MORE_CLOSES = 0.4;
/** Difficulty assumed of what was missed at first. */
export const MISSED_DIFFICULTY = 8;
/** Knowledge that no plan exceeds. */
export const MOST_KNOWN = 0.985;

/** Share of the promised minutes that people do, before evidence, and how many days that weighs. */
export const ADHERENCE = { share: 0.85, days: 3, least: 0.1, most: 1.1 } as const;

/** First attempts before a figure is shown: of the whole exam, of the day of the exam, of one domain or task. */
export const FIRST_FIGURES = { total: 20, projected: 60, part: 10 } as const;

/** First questions that count as one small mock together. */
export const LEAST_QUESTIONS = 5;
/** Spread of the modeled knowledge that the first questions are compared with. */
export const QUESTIONS_SPREAD = 0.02;
