/** Dates as people write them; the text files and JSON keep `YYYY-MM-DD`. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Sat 21 Nov` for `2026-11-21`. */
export const dayAndMonth = (date: string): string => {
  const day = new Date(`${date}T00:00:00Z`);
  return `${DAYS[day.getUTCDay()] ?? ''} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''}`;
};
