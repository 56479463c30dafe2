/** Holds past forecasts against what happened. */

/** A forecast that was made, and the score that came of it. All shares 0 to 1. */
interface Judged {
  /** Score of one paper forecast, and its 80 % interval. */
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** Chance to reach the aim that was told. */
  readonly passChance: number;
  /** Share answered right; `null`: only that the exam was passed or failed is known. */
  readonly right: number | null;
  readonly passed: boolean;
}

/** How good earlier forecasts were. */
export interface Judgment {
  readonly forecasts: number;
  /** Mean of forecast less result: above 0 promises too much. `null` without a result in numbers. */
  readonly bias: number | null;
  /** Share of results within the interval. */
  readonly held: number | null;
  /** Mean squared error of the chance to reach the aim: 0 is perfect, 0.25 is saying "one half" always. */
  readonly brier: number;
}

const mean = (list: readonly number[]): number | null =>
  list.length === 0 ? null : list.reduce((sum, value) => sum + value, 0) / list.length;

/** What past forecasts were worth; `null` while there are none to judge. */
export const judge = (judged: readonly Judged[]): Judgment | null => {
  const brier = mean(judged.map(({ passChance, passed }) => (passChance - (passed ? 1 : 0)) ** 2));
  if (brier === null) return null;
  const scored = judged.flatMap(({ right, ...forecast }) => (right === null ? [] : [{ ...forecast, right }]));
  return {
    forecasts: judged.length,
    bias: mean(scored.map(({ score, right }) => score - right)),
    held: mean(scored.map(({ low, high, right }) => (right >= low && right <= high ? 1 : 0))),
    brier,
  };
};
