/** A chart of ranges over days: what was measured, what is projected, and the aim. */
import { dayToDate } from '../../core/base/civil-day.ts';
import { padEnd, padStart, cellWidth } from '../../text/layout/width.ts';
import { MONTHS } from '../../text/stats/dates.ts';
import type { Theme } from './theme.ts';

/** A range at the end of a study day, 0 to 1. */
export interface Band {
  readonly day: number;
  readonly low: number;
  readonly high: number;
}

interface BandChart {
  /** By ascending day; between two the range is drawn on a straight line. */
  readonly measured: readonly Band[];
  readonly projected: readonly Band[];
  /** Marks on a day at a share: mock exams. */
  readonly marks: readonly { readonly day: number; readonly share: number; readonly full: boolean }[];
  readonly aim: number;
  readonly from: number;
  readonly to: number;
}

/** `9 Nov`. */
const dateText = (day: number): string => {
  const [, month = '', date = ''] = dayToDate(day).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`;
};

/** The range on a day; `null` outside of the bands. */
const bandOn = (bands: readonly Band[], day: number): Pick<Band, 'low' | 'high'> | null => {
  const after = bands.findIndex(band => band.day >= day);
  const next = bands[after];
  if (next === undefined) return null;
  const before = bands[after - 1];
  if (next.day === day || before === undefined) return next.day === day ? next : null;
  const share = (day - before.day) / (next.day - before.day);
  return {
    low: before.low + share * (next.low - before.low),
    high: before.high + share * (next.high - before.high),
  };
};

/** Cells of the figures at the left. */
const AXIS = 4;

/** Lowest and highest point, 0 to 100, that the chart must reach. */
const extremes = ({ measured, projected, marks, aim }: BandChart): readonly [number, number] => {
  const lows = [...measured, ...projected].map(({ low }) => low);
  const highs = [...measured, ...projected].map(({ high }) => high);
  const shares = marks.map(({ share }) => share);
  // As the rows are: a share of 99.6 % is in the row of 90.
  const points = (share: number): number => Math.min(100, Math.max(0, Math.floor(100 * share + 1e-9)));
  return [points(Math.min(aim, ...lows, ...shares)), points(Math.max(aim, ...highs, ...shares))];
};

/** Points that a row may stand for. */
const POINTS: readonly number[] = [5, 10, 20, 25, 50];

/** Points from which on the lowest row stands, and how many rows there are: the aim is where one of them begins. */
const levelsOf = (
  low: number,
  high: number,
  aim: number,
  points: number,
): { readonly lowest: number; readonly levels: number } => {
  const below = Math.min(Math.ceil((aim - low) / points), Math.floor(aim / points));
  const lowest = aim - below * points;
  return { lowest, levels: Math.floor((high - lowest) / points) + 1 };
};

/** The chart in at most so many rows, the line of dates included, and so many columns. */
export const bandChart = (
  chart: BandChart,
  rows: number,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const { style, signs } = theme;
  const { measured: past, projected: ahead, aim: aimSign, full, short } = signs.chart;
  const [low, high] = extremes(chart);
  const aim = Math.round(100 * chart.aim);
  const most = Math.max(2, rows - 1);
  /** Points of one row: five, ten or twenty, whatever fits. */
  const points = POINTS.find(each => levelsOf(low, high, aim, each).levels <= most) ?? 100;
  const { lowest, levels } = levelsOf(low, high, aim, points);
  const width = Math.max(10, columns - AXIS - 5);
  const days = Math.max(1, chart.to - chart.from);
  const dayAt = (cell: number): number => chart.from + Math.round((cell / (width - 1)) * days);
  const cellOf = (day: number): number => Math.round(((day - chart.from) / days) * (width - 1));
  const rowOf = (share: number): number =>
    Math.min(levels - 1, Math.max(0, Math.floor((100 * share - lowest) / points + 1e-9)));
  const aimRow = rowOf(aim / 100);
  const lines: string[] = [];
  for (let row = levels - 1; row >= 0; row--) {
    const cells = Array.from({ length: width }, (_, cell) => {
      const day = dayAt(cell);
      const measured = bandOn(chart.measured, day);
      const projected = bandOn(chart.projected, day);
      const isIn = (band: Pick<Band, 'low' | 'high'> | null): boolean =>
        band !== null && rowOf(band.low) <= row && row <= rowOf(band.high);
      if (isIn(measured)) return past;
      if (isIn(projected)) return ahead;
      return row === aimRow ? aimSign : ' ';
    });
    for (const mark of chart.marks)
      if (rowOf(mark.share) === row) cells[cellOf(mark.day)] = mark.full ? full : short;
    const text = `${padStart(String(lowest + row * points), AXIS - 1)} ${cells.join('')}`;
    lines.push(row === aimRow ? `${text} ${style.dim('aim')}` : text.trimEnd());
  }
  return [...lines, style.dim(dateLine(chart, width, cellOf))];
};

/** Dates below, a week apart, as many as fit. */
const dateLine = ({ from, to }: BandChart, width: number, cellOf: (day: number) => number): string => {
  let line = ' '.repeat(AXIS);
  let end = AXIS;
  const last = dateText(to);
  const lastAt = AXIS + width - cellWidth(last);
  for (let day = from; day < to; day += 7) {
    const text = dateText(day);
    const at = AXIS + cellOf(day);
    if (at < end || at + cellWidth(text) + 2 > lastAt) continue;
    line = padEnd(line, at) + text;
    end = at + cellWidth(text) + 2;
  }
  return padEnd(line, lastAt) + last;
};
