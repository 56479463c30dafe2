/** What a way to choose items looks like to the simulation. */
import type { SimCourse } from './course.ts';
import type { SimLearner } from './learner.ts';

export interface SimPlanner {
  start(day: number): void;
  /** The next item; -1: nothing. @param left seconds that are left of the day */
  next(day: number, left: number): number;
  /** @param asExam a first question: whether an exam question on the same section would have been right */
  tell(item: number, right: boolean, seconds: number, day: number, asExam?: boolean): void;
}

export interface Setup {
  readonly course: SimCourse;
  readonly days: number;
  readonly minutes: number;
  readonly seed: number;
  /** For the oracle alone. */
  readonly learner: SimLearner;
}

export type MakePlanner = (setup: Setup) => SimPlanner;
