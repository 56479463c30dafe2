/** The mock exams of a course as a learner looks back at them. */
import type { Blueprint } from '../../course/course.ts';
import type { ExamEndReason, ForecastEvent } from '../../journal/event.ts';
import type { PaperBlueprint } from '../../journal/paper.ts';
import type { ExamHistory, Score } from '../report-model.ts';
import { compareSittings } from '../history.ts';
import { scoreSitting } from '../score.ts';
import type { Sitting } from '../sitting.ts';
import { usedAt } from '../sitting.ts';

/** How long a paper is against the real exam. */
type PaperLength = 'full' | 'half' | 'quick';

/** An exam that is open, or was taken. */
export interface TakenExam {
  readonly sitting: string;
  readonly blueprint: string;
  /** ms UTC, minutes east of UTC. */
  readonly startedAt: number;
  readonly tz: number;
  readonly length: PaperLength;
  readonly questions: number;
  readonly isOpen: boolean;
  /** It was about some domains or tasks only. */
  readonly isPart: boolean;
  /** The clock can be paused. */
  readonly practice: boolean;
  /** Question one is at, counted from 1. */
  readonly position: number;
  /** Questions with a whole answer. */
  readonly answered: number;
  /** Milliseconds that are left; 0 once it is over. */
  readonly left: number;
  /** Milliseconds that were used. */
  readonly used: number;
  /** `null` while it is open. */
  readonly reason: ExamEndReason | null;
  /** `null` while it is open. */
  readonly score: Score | null;
  /** Percent. */
  readonly aim: number;
  /** What was forecast when it began, 0 to 1; `null`: nothing, for it was not over the whole exam. */
  readonly forecast: { readonly low: number; readonly high: number } | null;
  /** Keys, as they were called then, of the questions that were not right; none while it is open. */
  readonly wrong: readonly string[];
}

const TEN_THOUSAND = 10_000;
/** From this share of the real exam on a paper is half of it. */
const HALF = 0.4;

const lengthOf = (questions: number, blueprint: Blueprint | undefined, isFull: boolean): PaperLength => {
  if (isFull) return 'full';
  if (blueprint === undefined) return 'quick';
  const slots = blueprint.questions.scored + blueprint.questions.unscored;
  if (questions >= slots) return 'full';
  return questions >= HALF * slots ? 'half' : 'quick';
};

/** Whether a paper leaves out domains or tasks that the course's exam has now. */
const isPart = (paper: PaperBlueprint, blueprints: readonly Blueprint[]): boolean => {
  const whole = blueprints.find(({ id }) => id === paper.id);
  const parts = new Set(paper.domains.flatMap(({ id, tasks }) => [id, ...tasks.map(task => task.id)]));
  return (
    whole?.domains.some(({ id, tasks }) => !parts.has(id) || tasks.some(task => !parts.has(task.id))) ?? false
  );
};

const taken = (
  sitting: Sitting,
  blueprints: readonly Blueprint[],
  forecast: ForecastEvent | undefined,
  at: number,
): TakenExam => {
  const { paper, end, records } = sitting;
  const { questions } = paper;
  return {
    sitting: sitting.id,
    blueprint: paper.blueprint.id,
    startedAt: sitting.startedAt,
    tz: sitting.tz,
    length: lengthOf(
      questions.length,
      blueprints.find(({ id }) => id === paper.blueprint.id),
      forecast?.full === true,
    ),
    questions: questions.length,
    isPart: isPart(paper.blueprint, blueprints),
    isOpen: end === null,
    practice: paper.practice,
    position: sitting.position + 1,
    answered: records.filter(({ verdict }) => verdict !== null).length,
    left: end === null ? Math.max(0, sitting.allowed - usedAt(sitting, at)) : 0,
    used: sitting.used,
    reason: end?.reason ?? null,
    score: end === null ? null : scoreSitting(sitting),
    aim: paper.blueprint.aim,
    forecast:
      forecast === undefined
        ? null
        : { low: forecast.low / TEN_THOUSAND, high: forecast.high / TEN_THOUSAND },
    wrong:
      end === null
        ? []
        : questions.flatMap(({ item }, i) => (records[i]?.verdict === 'correct' ? [] : [item])),
  };
};

/**
 * The open exams first, the one acted on last before the others, then those that were taken, newest first. What was
 * discarded is left out.
 * @param at ms UTC
 */
export const takenExams = (
  sittings: readonly Sitting[],
  blueprints: readonly Blueprint[],
  forecasts: readonly ForecastEvent[],
  at: number,
): readonly TakenExam[] => {
  const bySitting = new Map(forecasts.map(forecast => [forecast.sitting ?? '', forecast]));
  const kept = sittings.filter(({ end }) => end?.reason !== 'abandoned');
  const make = (sitting: Sitting): TakenExam => taken(sitting, blueprints, bySitting.get(sitting.id), at);
  return [
    ...kept.filter(({ end }) => end === null).sort((a, b) => b.lastAt - a.lastAt),
    ...kept.filter(({ end }) => end !== null).sort((a, b) => b.startedAt - a.startedAt),
  ].map(make);
};

/** How the last two full exams of a blueprint compare; `null`: there are not two. */
export const fullChange = (
  sittings: readonly Sitting[],
  exams: readonly TakenExam[],
  blueprint: string,
): ExamHistory['changes'][number] | null => {
  const full = new Set(
    exams
      .filter(each => each.blueprint === blueprint && each.length === 'full')
      .map(({ sitting }) => sitting),
  );
  return compareSittings(sittings.filter(({ id }) => full.has(id))).changes[0] ?? null;
};
