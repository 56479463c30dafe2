/**
 * Knowledge on the exam day if the plan is followed: the best gains a second fill the minutes that are left. A
 * knapsack in its fluid limit, so the curve over all numbers of minutes comes out of one pass.
 */
import { forgetStability, recallStability } from '../memory/memory.ts';
import type { Learner } from '../plan/learner.ts';
import { numberAt } from '../plan/learner.ts';
import { expectedSeconds } from '../memory/pace.ts';
import type { Pace } from '../memory/pace.ts';
import { mostToLose } from '../plan/rank-reviews.ts';
import { TRANSFER } from '../plan/settings.ts';
import type { Known } from './known.ts';
import { LAST_LOOK_DAYS, MISSED_DIFFICULTY, MOST_KNOWN, ONE_MORE_CLOSES, TWO_FACTS } from './settings.ts';

/**
 * What can be learned, in parts: of each a share of the exam (`gain`) for some seconds, `count` times. In columns,
 * for there are tens of thousands of them and a program that has just started is slow with objects.
 */
class Tranches {
  readonly rate: number[] = [];
  readonly gain: number[] = [];
  readonly seconds: number[] = [];
  readonly count: number[] = [];
  readonly topic: number[] = [];

  add(rate: number, gain: number, seconds: number, count: number, topic: number): void {
    this.rate.push(rate);
    this.gain.push(gain);
    this.seconds.push(seconds);
    this.count.push(count);
    this.topic.push(topic);
  }
}

/** What studying is worth, best first. */
export interface GainCurve {
  readonly known: Known;
  readonly tranches: Readonly<Record<keyof Omit<Tranches, 'add'>, readonly number[]>>;
  /** Seconds that the tranches up to each take, best first, and the share of the exam that they bring. */
  readonly seconds: Float64Array;
  readonly gained: Float64Array;
  /** Share of the minutes that goes into gains: questions' share counts half. */
  readonly useful: number;
}

/** Low bits of a rate that make room for its place: 28 of the 52 are left to tell rates apart. */
const PLACE_BITS = 24;
const PLACES = 2 ** PLACE_BITS;

/**
 * Places of the rates above 0, the largest rate first, and of equal rates the first place first. The place is put
 * into the last bits of the number, so that numbers alone are sorted: many times faster than with a comparison.
 */
export const bestFirst = (rates: readonly number[]): Uint32Array => {
  const keys = new Float64Array(rates.length);
  const words = new Uint32Array(keys.buffer);
  // Which half of a number holds its last bits.
  const low = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;
  let count = 0;
  for (let place = 0; place < rates.length; place++) {
    const rate = rates[place] ?? 0;
    if (rate <= 0) continue;
    keys[count] = rate;
    const word = count * 2 + low;
    words[word] = (((words[word] ?? 0) & ~(PLACES - 1)) | (PLACES - 1 - place)) >>> 0;
    count++;
  }
  keys.subarray(0, count).sort();
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++)
    order[count - 1 - index] = PLACES - 1 - ((words[index * 2 + low] ?? 0) & (PLACES - 1));
  return order;
};

const curveOf = (known: Known, tranches: Tranches, useful: number): GainCurve => {
  const order = bestFirst(tranches.rate);
  const seconds = new Float64Array(order.length);
  const gained = new Float64Array(order.length);
  let time = 0;
  let gain = 0;
  for (let index = 0; index < order.length; index++) {
    const place = order[index] ?? 0;
    const count = numberAt(tranches.count, place);
    time += numberAt(tranches.seconds, place) * count;
    gain += numberAt(tranches.gain, place) * count;
    seconds[index] = time;
    gained[index] = gain;
  }
  return { known, tranches, seconds, gained, useful };
};

/** What the first look at an unseen item, a last look and one more bring of what is not known, 0 to 1 in all. */
const looksOf = (
  learner: Learner,
  days: number,
): { readonly parts: readonly [number, number, number]; readonly atLook: number } => {
  const half = Math.max(1, days / 2);
  const end = Math.min(LAST_LOOK_DAYS, half);
  const miss = learner.afterMiss;
  const once = learner.recall(miss, half);
  const atLook = learner.recall(miss, half - end);
  const twice =
    atLook * learner.recall(recallStability(MISSED_DIFFICULTY, miss, atLook), end) +
    (1 - atLook) * learner.recall(miss, end);
  const thrice = 1 - (1 - twice) * (1 - ONE_MORE_CLOSES);
  return { parts: [once, twice - once, thrice - twice], atLook };
};

/** Adds what `count` unseen items of one kind in a section bring. @param worth share of the exam of one of them */
const addUnseen = (
  tranches: Tranches,
  { parts, atLook }: ReturnType<typeof looksOf>,
  item: {
    readonly worth: number;
    readonly share: number;
    readonly type: 'card' | 'question';
    readonly topic: number;
  },
  count: number,
  pace: Pace,
): void => {
  if (count === 0) return;
  const first = expectedSeconds(pace, item.type, item.share);
  const look = expectedSeconds(pace, item.type, atLook);
  let rate = Infinity;
  parts.forEach((part, index) => {
    if (part <= 0) return;
    const seconds = index === 0 ? first : look;
    // No part is worth more a second than the one that must come before it.
    rate = Math.min(rate, (item.worth * part) / seconds);
    tranches.add(rate, item.worth * part, seconds, count, item.topic);
  });
};

/** Adds what a seen item brings: a last look, one more. */
const addSeen = (
  tranches: Tranches,
  learner: Learner,
  number: number,
  day: number,
  examDay: number,
  pace: Pace,
): void => {
  const item = learner.map.items[number];
  const trace = learner.trace(number);
  const section = learner.sectionOf(number);
  if (item === undefined || trace === undefined || section === undefined) return;
  const end = Math.min(LAST_LOOK_DAYS, Math.max(1, (examDay - day) / 2));
  const stability = learner.stability(trace);
  const without = learner.recall(stability, examDay - trace.day);
  const chance = learner.recall(stability, Math.max(day, examDay - end) - trace.day);
  const left = Math.min(end, examDay - day);
  const missed = Math.max(learner.afterMiss, forgetStability(trace.difficulty, stability, chance));
  const looked =
    chance * learner.recall(recallStability(trace.difficulty, stability, chance), left) +
    (1 - chance) * learner.recall(missed, left);
  if (looked <= without) return;
  const weight = section.weight / section.size;
  const seconds = expectedSeconds(pace, item.type, chance);
  const closes = (1 - looked) * ONE_MORE_CLOSES;
  const gain = looked - without;
  tranches.add((weight * gain) / seconds, weight * gain, seconds, 1, item.topic);
  tranches.add((weight * Math.min(gain, closes)) / seconds, weight * closes, seconds, 1, item.topic);
};

/** What the days until the exam can bring. @param questionShare share of the time that goes to questions */
export const gainCurve = (
  learner: Learner,
  known: Known,
  day: number,
  examDay: number,
  questionShare: number,
): GainCurve => {
  const { map, pace } = learner;
  const looks = looksOf(learner, examDay - day);
  const tranches = new Tranches();
  map.sections.forEach((section, index) => {
    const share = learner.share(index);
    const worth = (section.weight / section.size) * (1 - share);
    let cover = learner.seenIn(index) > 0 ? TRANSFER : 0;
    for (const type of ['card', 'question'] as const) {
      let unseen = 0;
      for (const number of type === 'card' ? section.cards : section.questions)
        if (learner.trace(number) === undefined) unseen++;
      if (unseen === 0) continue;
      const item = { worth: worth * (1 - cover), share, type, topic: section.topic };
      if (cover > 0) addUnseen(tranches, looks, item, unseen, pace);
      else {
        // The first item of a section teaches something of all others.
        addUnseen(tranches, looks, item, 1, pace);
        cover = TRANSFER;
        addUnseen(tranches, looks, { ...item, worth: worth * (1 - cover) }, unseen - 1, pace);
      }
    }
  });
  for (const number of mostToLose(learner, examDay)) addSeen(tranches, learner, number, day, examDay, pace);
  return curveOf(known, tranches, 1 - questionShare * 0.5);
};

/** The single knowledge K with `0.7 K + 0.3 K K = share`, and back. */
const single = (share: number): number =>
  (-(1 - TWO_FACTS) + Math.sqrt((1 - TWO_FACTS) ** 2 + 4 * TWO_FACTS * share)) / (2 * TWO_FACTS);

/** Share of the exam known with something gained on top of what is known. */
export const knownWith = ({ known }: Pick<GainCurve, 'known'>, gain: number): number => {
  const after = Math.min(Math.max(single(known.share) + gain, 0), MOST_KNOWN);
  return (1 - TWO_FACTS) * after + TWO_FACTS * after * after;
};

/** Share of the exam known after so many more seconds of study, and the seconds that found nothing to do. */
export const knownAfter = (
  curve: GainCurve,
  time: number,
): { readonly share: number; readonly rest: number } => {
  const { seconds, gained, useful } = curve;
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
  return {
    share: knownWith(curve, gain),
    rest: low < seconds.length ? 0 : left,
  };
};
