/** The seen items by what a review of each is worth today. */
import type { Learner } from './learner.ts';
import { MOST_VALUED } from './settings.ts';
import { rateOf, reviewValue } from './value.ts';

/** An item's number and what a review of it is worth. */
export interface RankedReview {
  readonly number: number;
  /** Points of exam score a second. */
  readonly rate: number;
}

/** The seen items, or where there are very many, those with most to lose by the exam day. */
export const mostToLose = (learner: Learner, examDay: number): readonly number[] => {
  const { seen, map } = learner;
  if (seen.length <= MOST_VALUED) return seen;
  const losses = new Float64Array(map.items.length);
  for (const number of seen) {
    const trace = learner.trace(number);
    const section = learner.sectionOf(number);
    if (trace === undefined || section === undefined) continue;
    losses[number] = (section.weight / section.size) * (1 - learner.recallOn(trace, examDay));
  }
  // The bound of the largest: cheaper than sorting all.
  const bound = Float64Array.from(seen, number => losses[number] ?? 0).sort()[seen.length - MOST_VALUED] ?? 0;
  return seen.filter(number => (losses[number] ?? 0) >= bound);
};

/** Items that were last answered before today, best first; ties in the order of the map. */
export const rankReviews = (
  learner: Learner,
  day: number,
  examDay: number,
  allowed: (number: number) => boolean,
): readonly RankedReview[] => {
  const { pace } = learner;
  const ranked: RankedReview[] = [];
  for (const number of mostToLose(learner, examDay)) {
    const trace = learner.trace(number);
    if (trace === undefined || trace.day >= day || !allowed(number)) continue;
    const rate = rateOf(reviewValue(learner, number, day, examDay, pace));
    if (rate > 0) ranked.push({ number, rate });
  }
  return ranked.sort((a, b) => b.rate - a.rate || a.number - b.number);
};
