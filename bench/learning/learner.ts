/**
 * What a simulated learner is. A file in `learners/` (or anywhere: `--learner FILE`) exports one as `learner`;
 * nothing of what it knows is seen by a planner but answers and times.
 */
import type { SimCourse } from './course.ts';

export interface SimAnswer {
  readonly right: boolean;
  /** Seconds, reading the feedback and a second look at a missed card included. */
  readonly seconds: number;
}

/** The truth about a learner on the day of an exam. */
export interface SimExam {
  /** Expected share of right answers on a paper, 0 to 1. */
  readonly score: number;
  /** By section, the chance to answer an exam question on it. */
  readonly chances: Float64Array;
}

export interface SimLearner {
  answer(item: number, day: number): SimAnswer;
  exam(day: number): SimExam;
}

export interface SimFamily {
  readonly name: string;
  readonly exam: string;
  readonly days: number;
  readonly minutes: number;
  /** Share of days on which nothing is done, and share of the minutes done on the others. */
  readonly skips: number;
  readonly share: number;
  /** A learner of the family. Equal seeds give equal learners. */
  start(course: SimCourse, seed: number): SimLearner;
}
