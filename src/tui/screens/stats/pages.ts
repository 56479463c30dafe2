/** The pages of the statistics, each as styled lines. */
import type { Statistics } from '../../../core/stats/statistics.ts';
import { heatLegend, heatmap, lastWeeks } from '../../../text/stats/charts-heatmap.ts';
import type { ChartLook } from '../../../text/stats/charts.ts';
import { barChart } from '../../../text/stats/charts.ts';
import { alignColumns, grouped, plural } from '../../../text/layout/columns.ts';
import { flow, forecastRows, minuteLines, retentionLines, stabilityRows } from '../../../text/stats/stats.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';

/** What is drawn, in the order of the keys 1 to 4. */
export const PAGES = ['days', 'due', 'memory', 'topics'] as const;

/** A page of the statistics. */
export type Page = (typeof PAGES)[number];

/** Spans of time that a page can show, the shortest first; those without one show everything. */
export const SPANS: Readonly<Record<Page, readonly number[]>> = {
  /** Weeks. */
  days: [12, 26, 53],
  /** Days. */
  due: [14, 30],
  memory: [],
  topics: [],
};

const INDENT = '  ';

/** A heading and what it is about, set in. */
const section = ({ style }: ChartLook, title: string, lines: readonly string[]): readonly string[] => [
  style.strong(title),
  ...lines.map(line => (line === '' ? '' : INDENT + line)),
];

const within = (look: ChartLook): ChartLook => ({ ...look, width: Math.max(1, look.width - INDENT.length) });

/** Cells between two blocks. */
const GUTTER = 5;

/** Two blocks beside each other; `null` where there is no room for that. */
const beside = (
  left: readonly string[],
  right: readonly string[],
  columns: number,
): readonly string[] | null => {
  const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map(cellWidth));
  const width = widest(left) + GUTTER;
  if (width + widest(right) > columns) return null;
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    right[i] === undefined || right[i] === ''
      ? (left[i] ?? '')
      : padEnd(left[i] ?? '', width) + (right[i] ?? ''),
  );
};

const RATING_NAMES = ['again', 'hard', 'good', 'easy'] as const;
/** Cells of the chart of ratings. */
const RATINGS_WIDTH = 34;

const spanTitle = (weeks: number): string => (weeks === 53 ? 'a year' : `${weeks} weeks`);

/** What was done: answers by day, totals, ratings, true retention. */
export const daysPage = (statistics: Statistics, weeks: number, look: ChartLook): readonly string[] => {
  const { answers, minutes, streak, seen, items, ratings, retention } = statistics;
  if (answers === 0) return ['Nothing answered yet. Start a review or a quiz from Home.'];
  const inner = within(look);
  const days = lastWeeks(
    statistics.days.map(day => ({ date: day.date, value: day.answers })),
    weeks,
  );
  const heat = section(look, `Answers by day, ${spanTitle(weeks)}`, heatmap(days, inner));
  const legend = flow(heatLegend(look), inner.width).map(line => INDENT + look.style.dim(line));
  const figures = alignColumns(
    [
      ['Answers', grouped(answers), `in ${plural(minutes, 'minute')}`],
      ['Streak', String(streak), streak === 1 ? 'day' : 'days'],
      ['Seen', grouped(seen), `of ${grouped(items)} cards and questions`],
    ],
    ['left', 'right'],
  );
  const rows = RATING_NAMES.map((label, i) => ({
    label,
    value: ratings[i] ?? 0,
    text: String(ratings[i] ?? 0),
  }));
  const side = [
    look.style.strong('In all'),
    ...figures,
    '',
    ...barChart({ rows, scale: 'count' }, { ...look, width: Math.min(look.width, RATINGS_WIDTH) }),
  ];
  const recalled =
    retention.all.reviews === 0 ? [] : ['', ...section(look, 'True retention', retentionLines(retention))];
  const both = beside(heat, side, look.width);
  return both === null ? [...heat, ...legend, '', ...side, ...recalled] : [...both, ...legend, ...recalled];
};

/** Cells of the minutes where they stand beside the forecast, and the least that the forecast keeps then. */
const MINUTES_WIDTH = 28;
const LEAST_FORECAST = 36;

/** What comes: due items by day; and what it has cost so far: minutes by day. */
export const duePage = (statistics: Statistics, days: number, look: ChartLook): readonly string[] => {
  const rows = forecastRows(statistics, days).map(row => ({
    ...row,
    label: /^\d/.test(row.label) ? dayAndMonth(row.label) : row.label,
  }));
  const total = rows.reduce((sum, row) => sum + row.value, 0);
  const title = `Due in the next ${days} days ${look.ascii ? '-' : '·'} ${grouped(total)} in all`;
  const forecast = (width: number): readonly string[] =>
    section(
      look,
      title,
      total === 0
        ? wrapText('Nothing comes due; new cards come as fast as the settings say.', width - INDENT.length)
        : barChart({ rows, scale: 'count' }, within({ ...look, width })),
    );
  const minutes = (width: number): readonly string[] => {
    const lines = minuteLines(statistics.days.slice(-days), within({ ...look, width }));
    return section(
      look,
      'Minutes a day',
      lines.flatMap(line => wrapText(line, width - INDENT.length)),
    );
  };
  const room = look.width - MINUTES_WIDTH - GUTTER;
  const both = room < LEAST_FORECAST ? null : beside(forecast(room), minutes(MINUTES_WIDTH), look.width);
  return both ?? [...forecast(look.width), '', ...minutes(look.width)];
};

/** How well the memory model predicts, by stability. */
export const memoryPage = (statistics: Statistics, look: ChartLook): readonly string[] => {
  const rows = stabilityRows(statistics.stability);
  const inner = within(look);
  if (rows.length === 0)
    return wrapText(
      'Nothing here yet. After your first reviews this page shows how much you remembered, by memory strength.',
      look.width,
    );
  const about = wrapText(
    'Stability: the days after which 9 of 10 such cards are still remembered. Where the share is near the predicted one, the schedule fits you.',
    inner.width,
  ).map(look.style.dim);
  return section(look, 'Remembered, by stability before the review', [
    ...barChart({ rows, scale: 'share' }, inner),
    '',
    ...about,
  ]);
};
