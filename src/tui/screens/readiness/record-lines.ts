/** What stands under the table of readiness: the trend, mock exams and their forecasts, what was seen. */
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import type { MockResult, StudyRecord } from '../../../core/journal/progress.ts';
import type { ExamPlan } from '../../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../../core/readiness/readiness.ts';
import type { ScoredDay } from '../../../app/learner/outlook.ts';
import { grouped, percent, plural } from '../../../text/layout/columns.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { wrapParts, wrapText } from '../../../text/layout/wrap.ts';
import { rangeDigits } from '../../../text/plan/words.ts';
import { dayText } from '../../../text/stats/dates.ts';
import { bandChart } from '../../components/band-chart.ts';
import type { Theme } from '../../components/theme.ts';

/** What the figures rest on. */
export interface RecordParts {
  readonly plan: ExamPlan;
  readonly readiness: Readiness;
  readonly study: StudyRecord;
  readonly past: readonly PastFigure[];
  /** `null` while they are worked out. */
  readonly days: readonly ScoredDay[] | null;
  readonly theme: Theme;
}

/** Cells of the labels. */
const LABEL = 10;
/** Columns over which text is not read any more. */
const WIDEST = 100;

/** A label and the text behind it; parts that share a line are parted by a dot. */
const labeled = (
  label: string,
  text: string | readonly string[],
  columns: number,
  dot = '',
): readonly string[] => {
  const room = Math.max(20, Math.min(columns, WIDEST) - LABEL);
  const lines = typeof text === 'string' ? wrapText(text, room) : wrapParts(text, room, ` ${dot} `);
  return lines.map((line, i) => (i === 0 ? label.padEnd(LABEL) : ' '.repeat(LABEL)) + line);
};

/** `9 Nov`. */
const dateOf = (day: number): string => dayText(day).slice(4);

const TEN_THOUSAND = 10_000;

const digits = (low: number, high: number): string => `${Math.round(100 * low)}-${Math.round(100 * high)}`;

const trendParts = ({ past, readiness }: RecordParts): readonly string[] => [
  ...past.map(({ day, low, high }) => `${dateOf(day)} ${digits(low, high)}`),
  ...(readiness.today === null ? [] : [`today ${digits(readiness.today.low, readiness.today.high)}`]),
];

/** The trend: a chart where there is room for one, else its figures in a row. */
const trendLines = (parts: RecordParts, rows: number, columns: number): readonly string[] => {
  const { plan, past, readiness, study, theme } = parts;
  const { today } = readiness;
  if (today === null || past.length === 0) return [];
  if (rows < 5) return labeled('Trend', trendParts(parts), columns, theme.signs.dot);
  const from = past[0]?.day ?? plan.today;
  const marks = study.mocks
    .filter(({ day }) => day >= from && day <= plan.today)
    .map(({ day, right, questions }) => ({
      day,
      share: right / Math.max(1, questions),
      full: questions >= plan.blueprint.questions.scored,
    }));
  const { full, short } = theme.signs.chart;
  const chart = bandChart(
    {
      measured: [...past, { day: plan.today, low: today.low, high: today.high }],
      projected: [],
      marks,
      aim: plan.aim,
      from,
      to: plan.today,
    },
    rows,
    Math.min(columns, WIDEST) - LABEL,
    theme,
  );
  const legend =
    marks.length === 0 ? [] : [theme.style.dim(`          ${full} full mock exam   ${short} short one`)];
  return [...chart.map((line, i) => (i === 0 ? 'Trend'.padEnd(LABEL) : ' '.repeat(LABEL)) + line), ...legend];
};

/** One mock exam: its share, of how many where it was a short one, and the range that was forecast. */
const mockText = (
  { day, right, questions, sitting }: MockResult,
  { study, plan }: Pick<RecordParts, 'study' | 'plan'>,
): string => {
  const made = study.forecasts.find(forecast => forecast.sitting === sitting);
  const asked = Math.max(questions, made?.questions ?? 0, 1);
  const forecast =
    made === undefined ? '' : ` (forecast ${digits(made.low / TEN_THOUSAND, made.high / TEN_THOUSAND)})`;
  // Only whole ones are held against their forecasts.
  const size = asked < plan.blueprint.questions.scored ? ` of ${asked}` : '';
  return `${dateOf(day)} ${percent(right / asked)}${size}${forecast}`;
};

/** Mocks that are listed, the latest. */
const MOST_MOCKS = 4;
/** Forecasts from which their mean error means something. */
const ENOUGH = 5;

const judgmentText = ({ judgment }: Readiness): string => {
  if (judgment === null) return '';
  const { forecasts, held, bias } = judgment;
  const kept =
    held === null ? '' : `${Math.round(held * forecasts)} of ${plural(forecasts, 'forecast')} held`;
  if (forecasts < ENOUGH || bias === null) return kept === '' ? '' : `${kept}; too few yet to judge them.`;
  const points = Math.round(100 * bias);
  const mean =
    points === 0
      ? 'right on average'
      : `on average ${Math.abs(points)} points too ${points > 0 ? 'high' : 'low'}`;
  return `${kept}; ${mean}.`;
};

const mockLines = ({ study, plan, readiness, theme }: RecordParts, columns: number): readonly string[] => {
  if (study.mocks.length === 0) return [];
  const list = study.mocks.slice(-MOST_MOCKS).map(mock => mockText(mock, { study, plan }));
  const judged = judgmentText(readiness);
  return [
    ...labeled('Mocks', list, columns, theme.signs.dot),
    ...(judged === '' ? [] : labeled('', judged, columns)),
  ];
};

/** Thousands are only about right: they have no tens. */
const roundAbout = (count: number): number => (count < 1000 ? count : Math.round(count / 100) * 100);

const seenLines = ({ plan, days, theme }: RecordParts, columns: number): readonly string[] => {
  const { learner, map, examDay, schedule } = plan;
  const seen = `${grouped(learner.seen.length)} of ${grouped(map.items.length)} cards and questions`;
  const more = (days ?? []).reduce((sum, { fresh, questions }) => sum + fresh + questions, 0);
  const when = schedule.examDay === null ? 'in four weeks' : `by ${dateOf(examDay)}`;
  return labeled(
    'Seen',
    [seen, ...(more > 0 ? [`about ${grouped(roundAbout(more))} more ${when}`] : [])],
    columns,
    theme.signs.dot,
  );
};

/** How the real exam is scored, where its publisher says so. */
const scaleLines = ({ plan: { blueprint }, theme }: RecordParts, columns: number): readonly string[] => {
  const { pass } = blueprint;
  if (pass?.scale === undefined) return [];
  const [low, high] = pass.scale;
  const text = `The real exam is scored from ${grouped(low)} to ${grouped(high)} and passes at ${grouped(pass.mark)}; nobody outside can convert that.`;
  return ['', ...wrapText(text, Math.min(columns, WIDEST)).map(line => theme.style.dim(line))];
};

/** Everything under the table. @param chartRows rows that the trend may take as a chart; under five it is one line */
export const recordLines = (parts: RecordParts, chartRows: number, columns: number): readonly string[] => [
  ...trendLines(parts, chartRows, columns),
  ...mockLines(parts, columns),
  ...seenLines(parts, columns),
  ...scaleLines(parts, columns),
];

/** Today and the exam's day, with what they rest on. */
export const headLines = (
  { plan, readiness, theme }: RecordParts,
  basis: string,
  columns: number,
): readonly string[] => {
  const { today, projected, minutesPerDay } = readiness;
  if (today === null) return labeled('Today', basis, columns);
  const cells = Math.max(...[today, projected ?? today].map(range => cellWidth(rangeDigits(range))));
  const rangeCell = (range: Parameters<typeof rangeDigits>[0]): string =>
    padEnd(theme.style.strong(rangeDigits(range)), cells);
  const when = plan.schedule.examDay === null ? 'in 4 wks' : dateOf(plan.examDay);
  return [
    ...labeled('Today', `${rangeCell(today)}   ${basis}`, columns),
    ...(projected === null
      ? []
      : labeled(when, `${rangeCell(projected)}   with ${minutesPerDay} min a day, one exam`, columns)),
  ];
};
