/** Forecasts that will be judged: what is recorded of them. */
import type { EventBody } from '../../core/journal/event.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { passChance } from '../../core/forecast/forecast.ts';
import { FIRST_FIGURES, FORECAST_MODEL } from '../../core/forecast/settings.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import { forecastsOf } from '../../core/readiness/readiness.ts';

const tenThousandths = (share: number): number => Math.round(10_000 * Math.min(Math.max(share, 0), 1));

/** What judges a forecast. */
type Judge =
  /** A mock exam on the same day. */
  | { readonly sitting: string; readonly full: boolean; readonly questions: number }
  /** The real exam. */
  | null;

/** The forecast as it stands, to be recorded; `null` while there are too few answers for a figure. */
export const forecastToRecord = (plan: ExamPlan, progress: Progress, judge: Judge): EventBody | null => {
  const needed = judge === null ? FIRST_FIGURES.projected : FIRST_FIGURES.total;
  if (plan.learner.seen.length < needed) return null;
  const { today, projected, known, model } = forecastsOf(plan, progress);
  const made = judge === null ? projected : today;
  const questions = judge?.questions ?? plan.blueprint.questions.scored;
  return {
    type: 'forecast',
    exam: plan.blueprint.id,
    model: FORECAST_MODEL,
    day: plan.today,
    examDay: judge === null ? plan.examDay : plan.today,
    sitting: judge?.sitting ?? null,
    full: judge?.full ?? true,
    questions,
    known: tenThousandths(judge === null ? made.known : known.share),
    spread: tenThousandths(judge === null ? model.known.spread : known.spread),
    score: tenThousandths(made.paper.score),
    low: tenThousandths(made.paper.low),
    high: tenThousandths(made.paper.high),
    chance: tenThousandths(passChance(made, plan.aim, questions)),
    aim: tenThousandths(plan.aim),
  };
};
