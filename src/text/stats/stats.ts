import type { Blueprint } from '../../core/course/course.ts';
import type { Readiness } from '../../core/readiness/readiness.ts';
import { figureLines, judgmentLines } from '../plan/figures.ts';
import type { Recalled, Retentions, StabilityBucket } from '../../core/stats/statistics-retention.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Statistics, StatisticsDay } from '../../core/stats/statistics.ts';
import { heatLegend, heatmap, lastWeeks } from './charts-heatmap.ts';
import type { ChartLook, ChartRow } from './charts.ts';
import { barChart, sparkline } from './charts.ts';
import { alignColumns, cardsAndQuestions, percent, plural } from '../layout/columns.ts';
import { cellWidth } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

/** How much of the history and of the forecast stands in the lines; the page and the JSON have all of it. */
const WEEKS = 12;
const FORECAST_DAYS = 14;
const MINUTE_DAYS = 30;

/** Cells before everything that stands under a heading. */
const INDENT = '  ';

const MINUTE = 60_000;

/** Minutes spent on a day, rounded. */
export const minutesOf = ({ ms }: StatisticsDay): number => Math.round(ms / MINUTE);

const recalledCell = ({ reviews, share }: Recalled): string =>
  share === null ? '-' : `${percent(share)} of ${reviews}`;

const PERIODS: readonly (readonly [keyof Retentions, string])[] = [
  ['week', '7 days'],
  ['month', '30 days'],
  ['year', 'year'],
  ['all', 'all'],
];

/** True retention by period, of all items and of young and mature ones. */
export const retentionLines = (retention: Retentions): readonly string[] =>
  alignColumns(
    [
      ['remembered', 'reviews', 'young', 'mature'],
      ...PERIODS.map(([period, name]) => {
        const { young, mature } = retention[period];
        return [name, ...[retention[period], young, mature].map(recalledCell)];
      }),
    ],
    ['left', 'right', 'right', 'right'],
  );

/** `4 to 8 days`. */
const rangeOf = ({ from, to }: StabilityBucket): string =>
  to === null ? `${from} days and more` : from === 0 ? `under ${to} days` : `${from} to ${to} days`;

/** What was recalled by stability, beside what had been foretold. */
export const stabilityRows = (buckets: readonly StabilityBucket[]): readonly ChartRow[] =>
  buckets
    .filter(bucket => bucket.reviews > 0)
    .map(bucket => ({
      label: rangeOf(bucket),
      value: bucket.share ?? 0,
      text: percent(bucket.share ?? 0),
      note: `of ${bucket.reviews}, predicted ${percent(bucket.predicted ?? 0)}`,
    }));

/** What is overdue, and what comes due on the next days. */
export const forecastRows = (
  { overdue, forecast }: Pick<Statistics, 'overdue' | 'forecast'>,
  days = FORECAST_DAYS,
): readonly ChartRow[] => [
  ...(overdue === 0 ? [] : [{ label: 'overdue', value: overdue, text: String(overdue), warn: true }]),
  ...forecast
    .slice(0, days)
    .map(({ date, due }, i) => ({ label: i === 0 ? 'today' : date, value: due, text: String(due) })),
];

const topicRows = ({ topics }: Statistics): readonly ChartRow[] =>
  topics
    .filter(topic => topic.seen > 0)
    .sort((a, b) => a.knownNow - b.knownNow)
    .map(({ topic, knownNow, seen, items }) => ({
      label: topic.id,
      value: knownNow,
      text: percent(knownNow),
      note: `${seen} of ${items} seen`,
    }));

/** What is expected of the domains of an exam today; of one with too few answers only its weight is told. */
const domainRows = ({ domains }: Readiness): readonly ChartRow[] =>
  domains.map(({ title, score, weight }) => ({
    label: sanitizeLine(title),
    value: score ?? 0,
    text: score === null ? '-' : percent(score),
    note: `weight ${weight} %${score === null ? ', not known yet' : ''}`,
  }));

/** How ready a learner is, in sentences. */
export const readinessSentences = (readiness: Readiness, blueprint: Blueprint): readonly string[] => [
  ...figureLines(readiness, blueprint, readiness.minutesPerDay),
  ...judgmentLines(readiness),
  'This is a raw percentage, not a scaled score.',
];

/** Minutes by day, drawn, and in a sentence. */
export const minuteLines = (days: readonly StatisticsDay[], look: ChartLook): readonly string[] => {
  const minutes = days.map(minutesOf);
  const total = minutes.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...minutes);
  return [
    ...sparkline(minutes, look),
    `${total} min in ${plural(days.length, 'day')}; busiest day ${most} min`,
  ];
};

const keyFigures = (statistics: Statistics): readonly string[] =>
  alignColumns(
    [
      ['Answers', String(statistics.answers), `in ${plural(statistics.minutes, 'minute')}`],
      ['Streak', String(statistics.streak), statistics.streak === 1 ? 'day' : 'days'],
      ['Seen', String(statistics.seen), `of ${cardsAndQuestions(statistics.items)}`],
    ],
    ['left', 'right'],
  );

/** Legends and sentences on as many lines as they take; parts of a legend stay whole. */
export const flow = (parts: readonly string[], width: number): readonly string[] => {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && cellWidth(last) + 2 + cellWidth(part) <= width)
      lines[lines.length - 1] = `${last}  ${part}`;
    else lines.push(part);
  }
  return lines;
};

/** The statistics as plain lines of at most the look's width; every drawing stands beside its number. */
export const statsLines = (statistics: Statistics, look: ChartLook): readonly string[] => {
  const { retention, ratings, readiness, blueprint, overdue, forecast } = statistics;
  const { style } = look;
  const inner = { ...look, width: Math.max(1, look.width - INDENT.length) };
  const lines = [style.heading(`Statistics on ${statistics.date}`), '', ...keyFigures(statistics)];
  const part = (heading: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push('', style.strong(heading), ...body.map(line => INDENT + line));
  };
  lines.push(
    ...flow(
      ['Ratings', ...['again', 'hard', 'good', 'easy'].map((name, i) => `${name} ${ratings[i] ?? 0}`)],
      look.width,
    ),
  );
  if (retention.all.reviews > 0) part('True retention', retentionLines(retention));

  const days = lastWeeks(
    statistics.days.map(({ date, answers }) => ({ date, value: answers })),
    WEEKS,
  );
  if (days.some(day => day.value > 0)) {
    const legend = look.spoken ? [] : flow(heatLegend(look), inner.width).map(style.dim);
    part(`Answers by day, ${WEEKS} weeks`, [...heatmap(days, inner), ...legend]);
  }
  const recent = statistics.days.slice(-MINUTE_DAYS);
  if (recent.some(day => minutesOf(day) > 0)) part('Minutes a day', minuteLines(recent, inner));
  if (overdue > 0 || forecast.some(day => day.due > 0))
    part(
      `Due in the next ${FORECAST_DAYS} days`,
      barChart({ rows: forecastRows(statistics), scale: 'count' }, inner),
    );
  part(
    'Remembered by stability before the review',
    barChart({ rows: stabilityRows(statistics.stability), scale: 'share' }, inner),
  );
  part('Known by topic', barChart({ rows: topicRows(statistics), scale: 'share' }, inner));
  if (readiness !== null && blueprint !== null && statistics.seen > 0) {
    part(`${sanitizeLine(blueprint.title)}${blueprint.provisional ? ' (provisional)' : ''}`, [
      ...barChart({ rows: domainRows(readiness), scale: 'share' }, inner),
      ...readinessSentences(readiness, blueprint).flatMap(sentence => wrapText(sentence, inner.width)),
    ]);
  }
  if (statistics.answers === 0) lines.push('', 'Nothing answered yet. Start with: study review');
  return lines;
};
