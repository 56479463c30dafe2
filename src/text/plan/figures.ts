/** The figures of a forecast in words that are the same everywhere. */
import type { Basis, Figure, Readiness } from '../../core/readiness/readiness.ts';
import { figureOf } from '../../core/readiness/readiness.ts';
import type { Interval } from '../../core/forecast/forecast.ts';
import { dayText } from '../stats/dates.ts';
import { PLACEMENT_CARDS } from '../../core/plan/settings.ts';
import { percent, plural } from '../layout/columns.ts';

/** `58 of 100 (53-63 %)`: points with their 80 % interval. */
export const rangeText = ({ score, low, high }: Interval): string =>
  `${Math.round(100 * score)} of 100 (${Math.round(100 * low)}-${Math.round(100 * high)} %)`;

/** `6 in 100`; nothing finer than 5 in 100 at both ends. */
const chanceText = (chance: number): string => {
  if (chance < 0.05) return 'under 5 in 100';
  return chance > 0.95 ? 'over 95 in 100' : `${Math.round(100 * chance)} in 100`;
};

/** `+1.1 points`. */
export const pointsText = (share: number): string => `+${(100 * share).toFixed(1)} points`;

/** What the figures rest on. */
const basisText = (
  { attempts, topics, topicsInExam, mocks }: Basis,
  exam: { readonly id: string; readonly provisional: boolean },
): string =>
  [
    `From ${plural(attempts, 'first answer')}`,
    `${topics} of ${plural(topicsInExam, 'topic')} seen`,
    ...(mocks > 0 ? [plural(mocks, 'mock exam')] : []),
    ...(exam.provisional ? [`exam weights of ${exam.id} are provisional`] : []),
  ].join('; ');

/** The first lines of every page on readiness: today, the day of the exam, the chance, and what they rest on. */
export const figureLines = (
  readiness: Readiness,
  exam: { readonly id: string; readonly provisional: boolean },
  minutes: number,
): readonly string[] => {
  const { today, projected, passChance, status, aim, basis, examDay } = readiness;
  if (today === null)
    return [`Not known yet. ${PLACEMENT_CARDS} cards (5 minutes) give a first figure: study diagnose`];
  return [
    `If the exam were today: ${rangeText(today)}, 80 % interval of the expected share.`,
    ...(projected === null
      ? []
      : [
          `With ${plural(minutes, 'minute')} a day until ${dayText(examDay)}: ${rangeText(projected)}, 80 % interval of one exam.`,
        ]),
    ...(passChance === null
      ? []
      : [`Chance to reach ${percent(aim)}: ${chanceText(passChance)}. You are ${status}.`]),
    `${basisText(basis, exam)}.`,
  ];
};

/** The figures as JSON has them on every page. */
export const figuresJson = (
  readiness: Readiness | null,
): {
  readonly readiness: Figure | null;
  readonly projected: Figure | null;
  readonly passChance: number | null;
  readonly status: string | null;
} => ({
  readiness: readiness === null ? null : figureOf(readiness.today, 'expected', readiness.basis),
  projected: readiness === null ? null : figureOf(readiness.projected, 'paper', readiness.basis),
  passChance: readiness?.passChance ?? null,
  status: readiness?.status ?? null,
});

/** How good past forecasts were. */
export const judgmentLines = ({ judgment }: Pick<Readiness, 'judgment'>): readonly string[] => {
  if (judgment === null) return [];
  const { forecasts, bias, held, brier } = judgment;
  const points =
    bias === null
      ? ''
      : `: off by ${(100 * bias).toFixed(1)} points on average, ${percent(held ?? 0)} within their interval (80 % should be)`;
  return [`${plural(forecasts, 'past forecast')} judged${points}; Brier score ${brier.toFixed(2)}.`];
};
