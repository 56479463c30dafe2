/** What studying more would change: the score for other minutes a day, and what an hour is worth where. */
import { scoreOf } from './known.ts';
import { numberAt } from '../plan/learner.ts';
import type { GainCurve } from './planned.ts';
import { bestFirst, knownAfter, knownWith } from './planned.ts';
import type { Reach } from './reach.ts';

/** Score (0 to 1) after so many more minutes in all. More minutes never give a lower one. */
export const scoreAfter = (curve: GainCurve, reach: Reach, minutes: number): number =>
  scoreOf(Math.min(1, reach.mean * knownAfter(curve, Math.max(0, minutes) * 60).share));

/** Longest day that is worth naming, in minutes, and the steps in which it is told. */
const LONGEST_DAY = 480;
const STEP = 5;

/**
 * Minutes a day for which the projected score reaches the aim: an even chance of it. `null`: not even with eight
 * hours a day.
 * @param days that are left and not off
 * @param adherence share of the planned minutes that will be done
 */
export const minutesFor = (
  curve: GainCurve,
  reach: Reach,
  aim: number,
  days: number,
  adherence: number,
): number | null => {
  for (let minutes = 0; minutes <= LONGEST_DAY; minutes += STEP)
    if (scoreAfter(curve, reach, minutes * days * adherence) >= aim) return minutes;
  return null;
};

const HOUR = 3600;

/**
 * What the next hour on one part of the exam is worth: points (0 to 1) of the whole score.
 * @param shareOf share of a topic's weight that falls on the part, 0 to 1
 */
export const hourOn = (curve: GainCurve, reach: Reach, shareOf: (topic: number) => number): number => {
  const { rate, gain, seconds, count, topic } = curve.tranches;
  const shares = new Map<number, number>();
  const rates = rate.map((each, place) => {
    const number = numberAt(topic, place);
    let share = shares.get(number);
    if (share === undefined) shares.set(number, (share = shareOf(number)));
    return each * share;
  });
  let left = HOUR * curve.useful;
  let gained = 0;
  for (const place of bestFirst(rates)) {
    const takes = numberAt(seconds, place) * numberAt(count, place);
    const brings = numberAt(gain, place) * numberAt(count, place) * (shares.get(numberAt(topic, place)) ?? 0);
    const part = takes > left ? left / takes : 1;
    gained += brings * part;
    left -= takes * part;
    if (left <= 0) break;
  }
  return scoreOf(Math.min(1, reach.mean * knownWith(curve, gained))) - scoreAfter(curve, reach, 0);
};
