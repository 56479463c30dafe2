/** The days of a plan as a calendar: weeks from Monday to Sunday, minutes in each cell. */
import type { ScoredDay } from '../../../app/learner/outlook.ts';
import { padEnd, padStart } from '../../../text/layout/width.ts';
import { dayText } from '../../../text/stats/dates.ts';
import type { Theme } from '../../components/theme.ts';

/** What the calendar shows. */
export interface CalendarParts {
  readonly today: number;
  /** Study day of the exam, and whether it is the real one or only four weeks ahead. */
  readonly examDay: number;
  readonly hasDate: boolean;
  /** From today on; empty while they are worked out. */
  readonly days: readonly ScoredDay[];
  /** Minutes that a day from today on has, 0 on a day off, and the day of the mock exam: known at once. */
  readonly minutesOn: (day: number) => number;
  readonly mockDay: number | null;
  /** Minutes done, by study day. */
  readonly done: ReadonlyMap<number, number>;
  readonly isOff: (day: number) => boolean;
  readonly chosen: number;
}

const WEEK = 7;
const LABEL = 8;
/** Cells of a day; the one of a Sunday may hold `12/30`. */
const CELL = 8;
const NARROW_CELL = 7;

/** Monday of the week of a day: study day 0 was a Thursday. */
const mondayOf = (day: number): number => day - ((((day + 3) % WEEK) + WEEK) % WEEK);

/** What the settings call a weekday, in the plural. */
export const FULL_NAMES: Readonly<Record<string, string>> = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};

/** The plan: each day until the exam, and where the score is heading. */
const HEADS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const hasBegunBy = (done: ReadonlyMap<number, number>, day: number): boolean => {
  for (const [each, minutes] of done) if (each <= day && minutes > 0) return true;
  return false;
};

const cellText = (parts: CalendarParts, day: number): string => {
  const { today, examDay, hasDate, days, done, isOff, minutesOn, mockDay } = parts;
  const spent = done.get(day) ?? 0;
  // Today as on Home: whole minutes, so that with those that are left they make the day.
  const minutes = day < today ? Math.round(spent) : Math.floor(spent);
  if (day === examDay && hasDate) return 'EXAM';
  if (day > examDay) return '';
  // Nobody missed a day before they began.
  if (day < today && minutes === 0 && !hasBegunBy(done, day)) return '';
  if (day < today) return minutes > 0 ? String(minutes) : isOff(day) ? '-' : '0';
  if (isOff(day)) return minutes > 0 ? `${minutes}/-` : '-';
  const { fresh = 0, questions = 0, reviews = 0 } = days[day - today] ?? {};
  const mark = day === mockDay ? ' M' : fresh + questions === 0 && reviews > 0 ? ' R' : '';
  return `${day === today && minutes > 0 ? `${minutes}/` : ''}${minutesOn(day)}${mark}`;
};

/** Mondays of the weeks that are shown, and the row of the chosen one. */
const mondaysOf = ({ today, examDay }: CalendarParts): readonly number[] => {
  const first = mondayOf(today);
  const last = mondayOf(examDay);
  return Array.from({ length: (last - first) / WEEK + 1 }, (_, i) => first + i * WEEK);
};

/** As many weeks as fit, the chosen day among them, under the names of the days. */
export const calendarLines = (
  parts: CalendarParts,
  rows: number,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const { style } = theme;
  const { chosen, today } = parts;
  const width = columns >= LABEL + WEEK * CELL + 12 ? CELL : NARROW_CELL;
  const mondays = mondaysOf(parts);
  const at = mondays.indexOf(mondayOf(chosen));
  const weeks = Math.max(1, rows - 1);
  const top = Math.max(0, Math.min(at - Math.floor(weeks / 2), mondays.length - weeks));
  // The bracket of the chosen day stands in the last cell of each.
  const head = ' '.repeat(LABEL) + HEADS.map(name => `${padStart(name, width - 1)} `).join('');
  const lines = mondays.slice(top, top + weeks).map(monday => {
    const cells = Array.from({ length: WEEK }, (_, i) => {
      const day = monday + i;
      const text = cellText(parts, day);
      if (day === chosen) return padStart(`[${text}]`, width);
      const padded = padStart(text, width - 1);
      return `${day === today ? style.strong(padded) : day < today ? style.dim(padded) : padded} `;
    });
    const label = padStart(dayText(monday).slice(4), LABEL - 2);
    const isThis = monday === mondayOf(today) && columns >= LABEL + WEEK * width + 12;
    return `${padEnd(label, LABEL)}${cells.join('')}${isThis ? style.dim(' this week') : ''}`.trimEnd();
  });
  return [style.dim(head.trimEnd()), ...lines];
};

/** Columns from which the legend has room for all of its words. */
const ROOMY = 76;

/** What the letters mean; only those that occur. */
export const legend = (parts: CalendarParts, columns: number, { signs }: Theme): string => {
  const { days, today, examDay, isOff, mockDay, done } = parts;
  const { dot } = signs;
  const hasMock = mockDay !== null;
  const onlyReviews = days.some(
    ({ off, mock, fresh, questions, reviews }) =>
      !off && mock === 0 && fresh + questions === 0 && reviews > 0,
  );
  let hasOff = false;
  for (let day = mondayOf(today); day < examDay; day++) hasOff ||= isOff(day);
  // Days of this week that are over hold what was done.
  const isOver = today > mondayOf(today) && hasBegunBy(done, today - 1);
  return [
    isOver && columns >= ROOMY ? 'minutes, done before today' : 'minutes',
    ...(hasMock ? ['M mock exam'] : []),
    ...(onlyReviews ? ['R reviews only'] : []),
    ...(hasOff ? ['- day off'] : []),
  ].join(` ${dot} `);
};
