/** Figures from 0 to 100 as bars, and small curves. */
import type { Interval } from '../../core/forecast/forecast.ts';
import type { Theme } from './theme.ts';

/** Lowest and highest share that a small curve shows as such. */
const CURVE = { low: 0, high: 1 } as const;

/**
 * A bar from 0 to 100 %, its ends included in `width`: a range on it, and the aim. Both ends of the range always
 * stand beside it in digits.
 * @param range `null`: too little is known, and only the aim is shown
 * @param aim 0 to 1; `null`: none
 */
export const rangeBar = (
  range: Pick<Interval, 'low' | 'high'> | null,
  aim: number | null,
  width: number,
  { signs }: Theme,
): string => {
  const cells = Math.max(1, width - 2);
  const place = (share: number): number => Math.min(cells - 1, Math.max(0, Math.floor(share * cells)));
  const [from, to] = range === null ? [-1, -1] : [place(range.low), place(range.high - 1e-9)];
  const at = aim === null ? -1 : place(aim);
  const { gap, range: filled, aim: mark } = signs.scale;
  const bar = Array.from({ length: cells }, (_, cell) =>
    cell === at ? mark : cell >= from && cell <= to && range !== null ? filled : gap,
  );
  return signs.bar.open + bar.join('') + signs.bar.close;
};

/** A curve of shares (0 to 1) one cell each; with ASCII signs the last four of them as percent. */
export const smallCurve = (shares: readonly number[], { signs }: Theme): string => {
  const { heights } = signs;
  if (heights.length === 0)
    return shares
      .slice(-4)
      .map(share => String(Math.round(100 * share)))
      .join(' ');
  const low = Math.min(...shares, CURVE.high);
  const high = Math.max(...shares, CURVE.low);
  // Less than five points apart is level, not a mountain.
  const span = Math.max(0.05, high - low);
  return shares
    .map(share => heights[Math.round(1 + ((share - low) / span) * (heights.length - 2))] ?? '')
    .join('');
};
