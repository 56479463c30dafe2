/** What asking something now is worth: points of exam score (0 to 1) gained by the exam day, for each second. */
import { forgetStability, recallStability } from '../memory/memory.ts';
import type { Learner } from './learner.ts';
import { expectedSeconds } from '../memory/pace.ts';
import type { Pace } from '../memory/pace.ts';
import { KNOWN_ENOUGH, TRANSFER, WAIT_DAYS, WAIT_SHARE } from './settings.ts';

/** A value that only says: not now, unless nothing else is left. */
const WAITING = 1e-9;

/** What asking an item is worth. */
export interface Value {
  /** Share of the exam gained, 0 to 1. */
  readonly gain: number;
  /** Seconds it takes. */
  readonly seconds: number;
  /** `true`: a review that is worth more on a later day. */
  readonly wait: boolean;
}

const NOTHING: Value = { gain: 0, seconds: 1, wait: false };

/** What a value is sorted by. */
export const rateOf = ({ gain, seconds, wait }: Value): number => (gain / seconds) * (wait ? WAITING : 1);

/**
 * The first attempt at the next unseen item of a section.
 *
 * `gain = w(item) (1 - p) R(left; S) (1 - t)^seen (1 + t (n - 1))`, `cost = p tau(right) + (1 - p) tau(wrong)`:
 * what is not known, as far as it will still be recalled on the exam day; less where siblings have taught it, and
 * more for what it teaches of them.
 */
export const newValue = (
  learner: Learner,
  section: number,
  type: 'card' | 'question',
  left: number,
  pace: Pace,
): Value => {
  const { weight, size } = learner.map.sections[section] ?? { weight: 0, size: 1 };
  const share = learner.share(section);
  const gain =
    (weight / size) *
    (1 - share) *
    learner.recall(learner.afterMiss, left) *
    (1 - TRANSFER) ** learner.seenIn(section) *
    (1 + TRANSFER * (size - 1));
  return { gain, seconds: expectedSeconds(pace, type, share), wait: false };
};

/**
 * A review of a seen item on a day: what is recalled on the exam day after it, less what would be without it. It
 * waits where a later day would gain clearly more.
 */
export const reviewValue = (
  learner: Learner,
  number: number,
  day: number,
  examDay: number,
  pace: Pace,
): Value => {
  const item = learner.map.items[number];
  const trace = learner.trace(number);
  const section = learner.map.sections[item?.section ?? -1];
  if (item === undefined || trace === undefined || section === undefined) return NOTHING;
  const stability = learner.stability(trace);
  const now = learner.recall(stability, day - trace.day);
  if (now > KNOWN_ENOUGH) return NOTHING;
  const without = learner.recall(stability, examDay - trace.day);
  const afterMiss = learner.afterMiss;
  /** Recall on the exam day if the review is on `on`, when it is answered right with a chance of `chance`. */
  const after = (on: number, chance: number): number => {
    const left = examDay - on;
    const missed = Math.max(forgetStability(trace.difficulty, stability, chance), afterMiss);
    return (
      chance * learner.recall(recallStability(trace.difficulty, stability, chance), left) +
      (1 - chance) * learner.recall(missed, left)
    );
  };
  const gain = after(day, now) - without;
  const left = examDay - day;
  const wait =
    left > 1 &&
    WAIT_DAYS.some(days => {
      if (left - days < 1) return false;
      const later = after(day + days, learner.recall(stability, day + days - trace.day)) - without;
      return later * WAIT_SHARE > gain;
    });
  const seen = Math.max(1, learner.seenIn(item.section));
  const spread = 1 + (TRANSFER * (section.size - seen)) / seen;
  return {
    gain: (section.weight / section.size) * gain * spread,
    seconds: expectedSeconds(pace, item.type, now),
    wait,
  };
};
