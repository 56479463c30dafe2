/** Exams, parts of them and figures, in the words that every screen uses. */
import type { Interval } from '../../core/forecast/forecast.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';

/** `DVA-C03`: exams are called by their codes. */
export const examCode = ({ id }: { readonly id: string }): string => id.toUpperCase();

/** `AWS Certified Developer - Associate`: the title without the code that stands beside it. */
export const examName = ({ id, title }: { readonly id: string; readonly title: string }): string => {
  const name = sanitizeLine(title);
  const end = `(${examCode({ id })})`;
  return name.toUpperCase().endsWith(end) ? name.slice(0, -end.length).trim() : name;
};

const points = (share: number): number => Math.round(100 * share);

/** `53-63 %`. */
export const rangeDigits = ({ low, high }: Interval): string => `${points(low)}-${points(high)} %`;

/** `about 10 h`, `45 min`. */
export const lengthText = (minutes: number): string => {
  const whole = Math.round(minutes);
  return whole < 120 ? `${whole} min` : `about ${Math.round(whole / 60)} h`;
};
