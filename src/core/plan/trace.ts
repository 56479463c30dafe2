/**
 * The planner's own memory of an item. It runs beside the scheduler's: it begins with what the first attempt tells
 * of knowledge from before the course, which FSRS, made for learning from nothing, has no place for. It is kept for
 * standard memory; the learner's own multipliers and decay come in only where it is read, so that an item's trace
 * depends on the answers to that item alone.
 */
import type { Rating } from '../journal/event.ts';
import type { MemoryTrace } from '../journal/progress.ts';
import {
  forgetStability,
  initialDifficulty,
  nextDifficulty,
  recall,
  recallStability,
} from '../memory/memory.ts';
import { FIRST_STABILITY } from './settings.ts';

/** Anything but `again` was right. */
export const isRight = (rating: Rating): boolean => rating !== 'again';

/** The trace that a first attempt leaves. */
export const firstTrace = (type: 'card' | 'question', right: boolean, day: number): MemoryTrace => {
  const first = right ? type : 'wrong';
  return {
    first,
    stability: FIRST_STABILITY[first],
    difficulty: initialDifficulty(right ? 'good' : 'again'),
    day,
  };
};

/** A trace after another attempt; one on the same study day, or before it, changes nothing. */
export const nextTrace = (trace: MemoryTrace, right: boolean, day: number): MemoryTrace => {
  const days = day - trace.day;
  if (days < 1) return trace;
  const { stability, difficulty } = trace;
  const chance = recall(stability, days);
  return {
    first: trace.first,
    stability: right
      ? recallStability(difficulty, stability, chance)
      : Math.max(forgetStability(difficulty, stability, chance), FIRST_STABILITY.wrong),
    difficulty: nextDifficulty(difficulty, right ? 'good' : 'again'),
    day,
  };
};
