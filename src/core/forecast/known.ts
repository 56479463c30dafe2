/** How much of an exam a learner knows, by the model, on a day. */
import type { Learner } from '../plan/learner.ts';
import { numberAt } from '../plan/learner.ts';
import { SHRINKAGE, PRIOR, TRANSFER } from '../plan/settings.ts';
import { SCORE, TWO_FACTS } from './settings.ts';

/** Knowledge of an exam on a day, 0 to 1, and its standard deviation as far as data can tell it. */
export interface Known {
  readonly share: number;
  readonly spread: number;
  /** By section, 0 to 1. */
  readonly sections: Float64Array;
  /** By topic: the mean over its items. */
  readonly topics: Float64Array;
  /** Variance of each section's share, as far as its own items tell it. */
  readonly variances: Float64Array;
}

const square = (value: number): number => value * value;

/** Share of exam questions answered right by who knows `share` of a section, where `topic` of its topic is known. */
export const withSecondFact = (share: number, topic: number): number =>
  (1 - TWO_FACTS) * share + TWO_FACTS * share * topic;

/** Score (0 to 1) of who knows a share of the exam. */
export const scoreOf = (share: number): number => SCORE.guess + (SCORE.known - SCORE.guess) * share;

/** Points of score that knowing everything is worth. */
export const SCORE_RANGE = SCORE.known - SCORE.guess;

/**
 * Knowledge on a study day if nothing more is learned until then: seen items by their recall, unseen ones by the
 * estimate of their section, and a little more where a sibling was seen.
 */
export const knownOn = (learner: Learner, day: number): Known => {
  const { map } = learner;
  const recalled = new Float64Array(map.sections.length);
  const variance = new Float64Array(map.sections.length);
  for (const number of learner.seen) {
    const trace = learner.trace(number);
    const section = map.items[number]?.section ?? 0;
    if (trace === undefined) continue;
    const chance = learner.recallOn(trace, day);
    recalled[section] = numberAt(recalled, section) + chance;
    variance[section] = numberAt(variance, section) + chance * (1 - chance);
  }
  const sections = new Float64Array(map.sections.length);
  const topics = new Float64Array(map.topics.length);
  map.sections.forEach((section, index) => {
    const unseen = section.size - learner.seenIn(index);
    const estimate = learner.share(index);
    const share = estimate + (1 - estimate) * (learner.seenIn(index) > 0 ? TRANSFER : 0);
    sections[index] = (numberAt(recalled, index) + unseen * share) / section.size;
    variance[index] =
      (numberAt(variance, index) + unseen * share * (1 - share)) / square(section.size) +
      (square(unseen / section.size) * share * (1 - share)) /
        (learner.sectionAnswers(index) + SHRINKAGE.section + 1);
    topics[section.topic] = numberAt(topics, section.topic) + numberAt(sections, index) * section.size;
  });
  map.topics.forEach((topic, index) => (topics[index] = numberAt(topics, index) / topic.size));
  let share = 0;
  let spread = 0;
  map.sections.forEach((section, index) => {
    share += section.weight * withSecondFact(numberAt(sections, index), numberAt(topics, section.topic));
    spread += square(section.weight) * numberAt(variance, index);
  });
  const estimates = estimateVariance(learner, index => map.topics[index]?.weight ?? 0);
  return { share, spread: Math.sqrt(spread + estimates), sections, topics, variances: variance };
};

/**
 * Knowledge of a part of the exam, 0 to 1, with its standard deviation.
 * @param weightOf weight of each topic in the part, by number; all of them add up to 1
 */
export const knownPart = (
  learner: Learner,
  known: Known,
  weightOf: (topic: number) => number,
): Pick<Known, 'share' | 'spread'> => {
  const { sections, topics } = learner.map;
  let share = 0;
  let variance = estimateVariance(learner, weightOf);
  sections.forEach((section, index) => {
    const whole = topics[section.topic]?.weight ?? 0;
    const weight = whole === 0 ? 0 : (section.weight / whole) * weightOf(section.topic);
    if (weight === 0) return;
    share += weight * withSecondFact(numberAt(known.sections, index), numberAt(known.topics, section.topic));
    variance += square(weight) * numberAt(known.variances, index);
  });
  return { share, spread: Math.sqrt(variance) };
};

/** Variance of the estimates of topics and of the whole, which all unseen items of them share. */
const estimateVariance = (learner: Learner, weightOf: (topic: number) => number): number => {
  let variance = 0;
  let answers = 0;
  learner.map.topics.forEach((topic, index) => {
    const asked = learner.topicAnswers(index);
    const share = learner.topicShare(index);
    const untold = 1 - Math.min(1, asked / topic.size);
    variance +=
      (square(weightOf(index)) * share * (1 - share) * square(untold)) / (asked + SHRINKAGE.topic + 1);
    answers += (asked * SHRINKAGE.topic) / (asked + SHRINKAGE.topic);
  });
  const { overall } = learner;
  return variance + (overall * (1 - overall)) / (answers + PRIOR.weight + 1);
};
