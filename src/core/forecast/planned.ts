/**
 * Knowledge on the exam day if the plan is followed: the best gains a second fill the minutes that are left. A
 * knapsack in its fluid limit, so the curve over all numbers of minutes comes out of one pass.
 */
import { forgetStability, recallStability } from '../memory/memory.ts';
import type { Learner } from '../plan/learner.ts';
import { expectedSeconds } from '../plan/pace.ts';
import type { Pace } from '../plan/pace.ts';
import { TRANSFER } from '../plan/settings.ts';
import type { Known } from './known.ts';
import { LAST_LOOK_DAYS, MISSED_DIFFICULTY, MOST_KNOWN, ONE_MORE_CLOSES, TWO_FACTS } from './settings.ts';

/** One part of what can be learned: a share of the exam for some seconds, `count` times. */
interface Tranche {
  readonly rate: number;
  readonly gain: number;
  readonly seconds: number;
  readonly count: number;
  readonly topic: number;
}

/** What studying is worth, best first. */
export interface GainCurve {
  readonly known: Known;
  readonly tranches: readonly Tranche[];
  /** Seconds that the tranches up to each take, and the share of the exam that they bring. */
  readonly seconds: Float64Array;
  readonly gained: Float64Array;
  /** Share of the minutes that goes into gains: questions' share counts half. */
  readonly useful: number;
}

/** A curve of tranches, which are sorted here: best first. */
export const curveOf = (known: Known, tranches: Tranche[], useful: number): GainCurve => {
  tranches.sort((a, b) => b.rate - a.rate);
  const seconds = new Float64Array(tranches.length);
  const gained = new Float64Array(tranches.length);
  let time = 0;
  let gain = 0;
  tranches.forEach((tranche, index) => {
    time += tranche.seconds * tranche.count;
    gain += tranche.gain * tranche.count;
    seconds[index] = time;
    gained[index] = gain;
  });
  return { known, tranches, seconds, gained, useful };
};

/** Tranches of unseen items of one kind in a section: a first attempt, a last look, one more. */
const unseenTranches = (
  learner: Learner,
  index: number,
  type: 'card' | 'question',
  counts: { readonly first: number; readonly others: number },
  days: number,
  pace: Pace,
): readonly Tranche[] => {
  const section = learner.map.sections[index];
  if (section === undefined) return [];
  const half = Math.max(1, days / 2);
  const end = Math.min(LAST_LOOK_DAYS, half);
  const miss = learner.afterMiss;
  const once = learner.recall(miss, half);
  const atLook = learner.recall(miss, half - end);
  const twice =
    atLook * learner.recall(recallStability(MISSED_DIFFICULTY, miss, atLook), end) +
    (1 - atLook) * learner.recall(miss, end);
  const thrice = 1 - (1 - twice) * (1 - ONE_MORE_CLOSES);
  const share = learner.share(index);
  const firstSeconds = expectedSeconds(pace, type, share);
  const lookSeconds = expectedSeconds(pace, type, atLook);
  return [
    { cover: learner.seenIn(index) > 0 ? TRANSFER : 0, count: counts.first },
    { cover: TRANSFER, count: counts.others },
  ].flatMap(({ cover, count }) => {
    if (count === 0) return [];
    const gain = (section.weight / section.size) * (1 - share) * (1 - cover);
    const made: Tranche[] = [];
    let rate = Infinity;
    for (const [part, seconds] of [
      [once, firstSeconds],
      [twice - once, lookSeconds],
      [thrice - twice, lookSeconds],
    ] as const) {
      if (part <= 0) continue;
      // No part is worth more a second than the one that must come before it.
      rate = Math.min(rate, (gain * part) / seconds);
      made.push({ rate, gain: gain * part, seconds, count, topic: section.topic });
    }
    return made;
  });
};

/** Tranches of a seen item: a last look, one more. */
const seenTranches = (
  learner: Learner,
  number: number,
  day: number,
  examDay: number,
  end: number,
  pace: Pace,
): readonly Tranche[] => {
  const item = learner.map.items[number];
  const trace = learner.trace(number);
  const section = learner.sectionOf(number);
  if (item === undefined || trace === undefined || section === undefined) return [];
  const stability = learner.stability(trace);
  const without = learner.recall(stability, examDay - trace.day);
  const chance = learner.recall(stability, Math.max(day, examDay - end) - trace.day);
  const left = Math.min(end, examDay - day);
  const missed = Math.max(learner.afterMiss, forgetStability(trace.difficulty, stability, chance));
  const looked =
    chance * learner.recall(recallStability(trace.difficulty, stability, chance), left) +
    (1 - chance) * learner.recall(missed, left);
  if (looked <= without) return [];
  const weight = section.weight / section.size;
  const seconds = expectedSeconds(pace, item.type, chance);
  const closes = (1 - looked) * ONE_MORE_CLOSES;
  return [
    { rate: (weight * (looked - without)) / seconds, gain: weight * (looked - without), seconds },
    { rate: (weight * Math.min(looked - without, closes)) / seconds, gain: weight * closes, seconds },
  ].map(part => ({ ...part, count: 1, topic: item.topic }));
};

/** What the days until the exam can bring. @param questionShare share of the time that goes to questions */
export const gainCurve = (
  learner: Learner,
  known: Known,
  day: number,
  examDay: number,
  questionShare: number,
): GainCurve => {
  const { map } = learner;
  const { pace } = learner;
  const days = examDay - day;
  const end = Math.min(LAST_LOOK_DAYS, Math.max(1, days / 2));
  const tranches: Tranche[] = [];
  map.sections.forEach((section, index) => {
    let first = true;
    for (const [type, list] of [
      ['card', section.cards],
      ['question', section.questions],
    ] as const) {
      let unseen = 0;
      for (const number of list) if (learner.trace(number) === undefined) unseen++;
      if (unseen === 0) continue;
      const counts = first ? { first: 1, others: unseen - 1 } : { first: 0, others: unseen };
      first = false;
      tranches.push(...unseenTranches(learner, index, type, counts, days, pace));
    }
  });
  for (const number of learner.seen) tranches.push(...seenTranches(learner, number, day, examDay, end, pace));
  return curveOf(known, tranches, 1 - questionShare * 0.5);
};

/** The single knowledge K with `0.7 K + 0.3 K K = share`, and back. */
const single = (share: number): number =>
  (-(1 - TWO_FACTS) + Math.sqrt((1 - TWO_FACTS) ** 2 + 4 * TWO_FACTS * share)) / (2 * TWO_FACTS);

/** Share of the exam known after so many more seconds of study, and the seconds that found nothing to do. */
export const knownAfter = (
  { known, seconds, gained, useful }: GainCurve,
  time: number,
): { readonly share: number; readonly rest: number } => {
  const budget = Math.max(0, time * useful);
  // The first tranche that does not fit whole.
  let low = 0;
  let high = seconds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] ?? 0) <= budget) low = middle + 1;
    else high = middle;
  }
  const doneSeconds = seconds[low - 1] ?? 0;
  const doneGain = gained[low - 1] ?? 0;
  const left = budget - doneSeconds;
  const part = low < seconds.length ? left / ((seconds[low] ?? 0) - doneSeconds) : 0;
  const gain = doneGain + ((gained[low] ?? doneGain) - doneGain) * part;
  const after = Math.min(Math.max(single(known.share) + gain, 0), MOST_KNOWN);
  return {
    share: (1 - TWO_FACTS) * after + TWO_FACTS * after * after,
    rest: low < seconds.length ? 0 : left,
  };
};
