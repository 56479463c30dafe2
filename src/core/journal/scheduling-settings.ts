/** Settings that change scheduling: they are events, so that every device folds to the same state. */
export interface SchedulingSettings {
  /** 0.70 to 0.97. */
  readonly desiredRetention: number;
  /** New items a study day, 0 to 9999. */
  readonly newPerDay: number;
  /** Reviews a study day, 0 to 9999. */
  readonly reviewsPerDay: number;
  /** Minutes, rising; empty: no steps. */
  readonly learningSteps: readonly number[];
  readonly relearningSteps: readonly number[];
  /** Hour at which the study day begins, 0 to 23. */
  readonly rollover: number;
  /** Longest interval in days, 1 to 36500. */
  readonly maximumInterval: number;
  /** Lapses after which an item is a leech, 1 to 99. */
  readonly leechLapses: number;
  /** Blueprint the learner prepares for; `''`: the course's default. */
  readonly exam: string;
  /** `YYYY-MM-DD` of the exam, `''` where none is set. */
  readonly examDate: string;
  /** `false`: a review keeps its old order although an exam is set. */
  readonly plan: boolean;
  /** Minutes of study on a day that is not off, 5 to 600. */
  readonly minutesPerDay: number;
  /** Weekdays (`sat`) and dates without study. */
  readonly daysOff: readonly string[];
  /** Percent to reach; 0: the exam's own. */
  readonly aim: number;
  /** Least share of the time for questions while new cards remain, 0 to 0.5. */
  readonly questionShare: number;
  /** Percent of extra time that the learner is granted in the exam, 0 to 200. */
  readonly extraTime: number;
  /** `YYYY-MM-DD` to which the plan's mock exam was moved, `''`: where the plan puts it. */
  readonly mockDate: string;
  /** `YYYY-MM-DD` on which the plan was set up, `''`: with the first answer. */
  readonly planFrom: string;
  /** The 21 parameters of FSRS-6, of a `fitted` event; empty: the standard ones. No setting to be typed. */
  readonly weights: readonly number[];
}
