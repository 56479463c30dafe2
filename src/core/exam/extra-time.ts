/** Extra time, as a learner may be granted it. */

/** Most minutes that can be added: a day. */
const MOST = 1440;

/** Minutes of extra time that a learner is granted for so many. @param percent the setting `extraTime` */
export const grantedTime = (minutes: number, percent: number): number =>
  Math.round(minutes * percent * 10) / 1000;

/**
 * Minutes of extra time that a text asks for: `30` for minutes, `25%` or `1.25x` for a share of the time.
 * @param minutes of the sitting without it
 * @returns `null` for a text that is none of these, or for more than a day
 */
export const readExtraTime = (text: string, minutes: number): number | null => {
  const [, digits = '', unit = ''] = /^\s*(\d{1,4}(?:\.\d{1,3})?)\s*(min|%|x)?\s*$/i.exec(text) ?? [];
  if (digits === '') return null;
  const value = Number(digits);
  const extra =
    unit === '%' ? (minutes * value) / 100 : unit.toLowerCase() === 'x' ? minutes * (value - 1) : value;
  return extra >= 0 && extra <= MOST ? Math.round(extra * 1000) / 1000 : null;
};
