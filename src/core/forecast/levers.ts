/** What studying more would change: the score for other minutes a day, and what an hour is worth where. */
import { scoreOf } from './known.ts';
import type { GainCurve } from './planned.ts';
import { curveOf, knownAfter } from './planned.ts';
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

/**
 * What the next hour on one part of the exam is worth: points (0 to 1) of the whole score.
 * @param shareOf share of a topic's weight that falls on the part, 0 to 1
 */
export const hourOn = (curve: GainCurve, reach: Reach, shareOf: (topic: number) => number): number => {
  const tranches = curve.tranches
    .map(tranche => {
      const share = shareOf(tranche.topic);
      return { ...tranche, rate: tranche.rate * share, gain: tranche.gain * share };
    })
    .filter(({ rate }) => rate > 0);
  const part = curveOf(curve.known, tranches, curve.useful);
  return scoreAfter(part, reach, 60) - scoreAfter(curve, reach, 0);
};
