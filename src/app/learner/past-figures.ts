/** Readiness as it was: kept day by day, and made anew from the journal where a day is missing. */
import type { CourseReader } from '../../core/course/course.ts';
import { FORECAST_MODEL, FIRST_FIGURES } from '../../core/forecast/settings.ts';
import type { Progress } from '../../core/journal/progress.ts';
import { planFor } from '../../core/readiness/exam-plan.ts';
import { forecastsOf } from '../../core/readiness/readiness.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import type { KeptFigure } from '../../store/device/figures.ts';
import { keepFigures, readFigures } from '../../store/device/figures.ts';
import type { Runtime } from './runtime.ts';

/** The expected share of right answers as it was last seen on a study day, or stood at its end, with its 80 % interval. */
export interface PastFigure {
  readonly day: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

/** Days between two of them, and how many are shown. */
const EVERY_DAYS = 7;
const MOST_PAST = 6;

/** Days for which a figure is wanted: today a week ago, two weeks ago and so on, from the first day of study on. */
export const pastDays = (today: number, firstDay: number): readonly number[] =>
  Array.from({ length: MOST_PAST }, (_, i) => today - EVERY_DAYS * (MOST_PAST - i)).filter(
    day => day >= firstDay,
  );

type Source = Pick<Runtime, 'paths'>;

/** A figure belongs to a course, an exam and a version of the model. */
const seriesOf = ({ id }: Pick<CourseReader, 'id'>, exam: string): string =>
  [id, exam, FORECAST_MODEL].join(' ');

/** What is kept of those days; `null` for a day on which there were too few answers. */
export const keptFigures = (
  { paths }: Source,
  course: Pick<CourseReader, 'id'>,
  exam: string,
): ReadonlyMap<number, PastFigure | null> =>
  new Map(
    readFigures(paths.cache, seriesOf(course, exam)).map(({ day, score, low, high }) => [
      day,
      score < 0 ? null : { day, score, low, high },
    ]),
  );

const keptOf = (day: number, figure: Omit<PastFigure, 'day'> | null): KeptFigure =>
  figure === null
    ? { day, score: -1, low: 0, high: 0 }
    : { day, score: figure.score, low: figure.low, high: figure.high };

/** Keeps the figure of a day. Never throws: what is kept can be made anew. */
export const keepFigure = (
  { paths }: Source,
  course: Pick<CourseReader, 'id'>,
  exam: string,
  day: number,
  { today }: Pick<Readiness, 'today'>,
): void => keepFigures(paths.cache, seriesOf(course, exam), [keptOf(day, today)]);

/** Makes the figure of a past day from the progress at its end, and keeps it. */
export const makePastFigure = (
  source: Source,
  course: CourseReader,
  exam: string,
  day: number,
  progress: Progress,
): PastFigure | null => {
  const plan = planFor(course, progress, day);
  const isShown =
    plan !== null && plan.blueprint.id === exam && plan.learner.seen.length >= FIRST_FIGURES.total;
  const today = isShown ? forecastsOf(plan, progress).today.expected : null;
  keepFigures(source.paths.cache, seriesOf(course, exam), [keptOf(day, today)]);
  return today === null ? null : { day, ...today };
};
