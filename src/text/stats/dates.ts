/** Dates as people write them; the text files and JSON keep `YYYY-MM-DD`. */

/** Names of weekdays, Monday first. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `Sat 21 Nov` for `2026-11-21`. */
export const dayAndMonth = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return `${WEEKDAYS[(day.getUTCDay() + 6) % 7] ?? ''} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
};
