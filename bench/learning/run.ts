/** One learner, one planner, all days until the exam. */
import { makeChance } from './chance.ts';
import type { SimCourse } from './course.ts';
import { loadCourse } from './course.ts';
import type { SimFamily, SimLearner } from './learner.ts';
import type { MakePlanner, SimPlanner } from './planner.ts';

interface Watch<P extends SimPlanner = SimPlanner> {
  readonly onDay?: (planner: P, day: number, learner: SimLearner) => void;
  readonly onAnswer?: (item: number, right: boolean, day: number, first: boolean) => void;
}

interface RunOptions {
  /** Times the family's minutes; 1 where absent. */
  readonly scale?: number;
}

interface RunResult {
  /** Expected score on the exam day without and with study, 0 to 1. */
  readonly before: number;
  readonly after: number;
  readonly answers: number;
  readonly course: SimCourse;
}

export const runFamily = <P extends SimPlanner>(
  family: SimFamily,
  make: (setup: Parameters<MakePlanner>[0]) => P,
  seed: number,
  watch: Watch<P> = {},
  { scale = 1 }: RunOptions = {},
): RunResult => {
  const course = loadCourse(family.exam);
  const { days } = family;
  const minutes = family.minutes * scale;
  const learner = family.start(course, seed);
  const before = learner.exam(days).score;
  const planner = make({ course, days, minutes, seed, learner });
  const chance = makeChance(seed + 999);
  const seen = new Set<number>();
  let answers = 0;
  for (let day = 0; day < days; day++) {
    if (family.skips > 0 && chance() < family.skips) continue;
    let left = minutes * 60 * family.share;
    let chances: Float64Array | null = null;
    planner.start(day);
    watch.onDay?.(planner, day, learner);
    while (left > 0) {
      const item = planner.next(day, left);
      const { question = false, section = 0 } = course.items[item] ?? {};
      if (item === -1) break;
      const first = !seen.has(item);
      // A question met for the first time is answered as one of the exam on the same section would be.
      let asExam: boolean | undefined;
      if (first && question) {
        chances ??= learner.exam(day).chances;
        asExam = chance() < (chances[section] ?? 0);
      }
      const { right, seconds } = learner.answer(item, day);
      left -= seconds;
      answers++;
      seen.add(item);
      watch.onAnswer?.(item, right, day, first);
      planner.tell(item, right, seconds, day, asExam);
    }
  }
  return { before, after: learner.exam(days).score, answers, course };
};
