/** The scores of exams over time, as a small chart. */
import { dayAndMonth } from '../../../text/stats/dates.ts';
import { cellWidth, padEnd, padStart } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';

interface CurvePoint {
  /** ms UTC. */
  readonly at: number;
  /** `YYYY-MM-DD` on the learner's clock. */
  readonly date: string;
  /** Share of right answers, 0 to 1. */
  readonly share: number;
  /** As long as the real exam. */
  readonly isFull: boolean;
}

/** Cells of the percentages at the left, and of the word at the right. */
const LABEL = 5;
const AIM = ' aim';

const signsOf = ({ ascii }: Theme) =>
  ascii ? { full: 'O', short: 'o', aim: '-' } : { full: '●', short: '○', aim: '┈' };

/** Percentages from the top down, ten apart or as many tens as the rows need. */
const levelsOf = (percents: readonly number[], rows: number): readonly number[] => {
  const top = Math.ceil(Math.max(...percents) / 10) * 10;
  const bottom = Math.min(top - 10, Math.floor(Math.min(...percents) / 10) * 10);
  const step = Math.max(1, Math.ceil((top - bottom) / 10 / Math.max(1, rows - 1))) * 10;
  return Array.from({ length: Math.ceil((top - bottom) / step) + 1 }, (_, i) => top - i * step);
};

/**
 * A chart in at most so many rows, its days and signs in the last one; nothing of fewer than two exams.
 * @param points oldest first
 * @param aim percent
 */
export const examCurve = (
  points: readonly CurvePoint[],
  aim: number,
  { columns, rows, theme }: { readonly columns: number; readonly rows: number; readonly theme: Theme },
): readonly string[] => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2 || rows < 4) return [];
  const { style } = theme;
  const signs = signsOf(theme);
  const levels = levelsOf([aim, ...points.map(({ share }) => share * 100)], rows - 1);
  const width = columns - LABEL - AIM.length;
  const span = Math.max(1, last.at - first.at);
  const legend = `${signs.full} full  ${signs.short} shorter`;
  // Room for the day below the first point, and for the signs after the last one.
  const reach = width - 8 - cellWidth(legend);
  const placeOf = ({ at }: CurvePoint): number => 4 + Math.round(((at - first.at) / span) * reach);
  const rowOf = (percent: number): number => {
    const [top = 0, next = top - 10] = levels;
    return Math.max(0, Math.min(levels.length - 1, Math.round((top - percent) / (top - next))));
  };
  const aimRow = rowOf(aim);
  const lines = levels.map((level, row) => {
    const cells = Array.from({ length: width }, () => (row === aimRow ? signs.aim : ' '));
    for (const point of points)
      if (rowOf(point.share * 100) === row) cells[placeOf(point)] = point.isFull ? signs.full : signs.short;
    const end = row === aimRow ? AIM : '';
    return `${style.dim(padStart(String(level), LABEL - 1))} ${cells.join('')}${style.dim(end)}`.trimEnd();
  });
  let days = ' '.repeat(LABEL);
  for (const point of points) {
    const day = dayAndMonth(point.date).replace(/^\S+ /, '');
    const at = LABEL + placeOf(point) - 2;
    if (at < cellWidth(days) + (days.trim() === '' ? 0 : 2) || at + day.length > columns - legend.length - 2)
      continue;
    days = padEnd(days, at) + day;
  }
  return [...lines, style.dim(padEnd(days, columns - cellWidth(legend)) + legend)];
};
