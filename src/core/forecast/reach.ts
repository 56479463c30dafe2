/**
 * How much of the modeled knowledge the questions of an exam find ("lambda"): learned from mocks, from first
 * attempts at questions, which are small mocks that cost nothing, and from a reported real result.
 */
import { SCORE_RANGE } from './known.ts';
import { LEAST_QUESTIONS, MODEL_SPREAD, QUESTIONS_SPREAD, REACH, SCORE } from './settings.ts';

/** Questions answered as an exam asks them, with what the model knew of them that day. */
export interface Sample {
  readonly questions: number;
  /** Share answered right, 0 to 1. */
  readonly right: number;
  /** Share of the exam known that day by the model, and the spread of that. */
  readonly known: number;
  readonly spread: number;
}

/** The share of exam weight that will have been seen: mean and standard deviation. */
export interface Reach {
  readonly mean: number;
  readonly spread: number;
}

/** Modeled knowledge below this says nothing about how much of it is found. */
const LEAST_KNOWN = 0.05;

/** The first attempts at questions as one sample; `null` while there are too few. */
export const questionsSample = (questions: number, right: number, known: number): Sample | null =>
  questions < LEAST_QUESTIONS
    ? null
    : { questions, right: right / questions, known: known / questions, spread: QUESTIONS_SPREAD };

/** Mean weighted by precision of what the samples say and of what is believed beforehand. */
export const reachFrom = (samples: readonly Sample[]): Reach => {
  let precision = 1 / REACH.spread ** 2;
  let sum = precision * REACH.mean;
  for (const { questions, right, known, spread } of samples) {
    const pull = SCORE_RANGE * known;
    if (pull < LEAST_KNOWN || questions === 0) continue;
    const variance = (right * (1 - right) + 0.25 / questions) / questions + spread ** 2 + MODEL_SPREAD ** 2;
    const weight = pull ** 2 / variance;
    precision += weight;
    sum += (weight * (right - SCORE.guess)) / pull;
  }
  return { mean: sum / precision, spread: Math.sqrt(1 / precision) };
};
