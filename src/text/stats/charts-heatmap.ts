import { dateToDay, dayToDate } from '../../core/base/civil-day.ts';
import { plural } from '../layout/columns.ts';
import type { ChartLook } from './charts.ts';
import { MONTHS, WEEKDAYS } from './dates.ts';
import { padEnd } from '../layout/width.ts';

/** A study day of a heatmap. */
export interface HeatDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly value: number;
}

/** Cells before the first week: the name of the weekday and two spaces. */
const LEFT = 5;

/** Highest value of each shade but the last; a day has the same shade whatever the others were. */
export const HEAT_LIMITS = [0, 10, 25, 50] as const;

const MARKS = { blocks: ['·', '░', '▒', '▓', '█'], ascii: ['.', '1', '2', '3', '4'] } as const;

/** Shade of a value: 0 is none, 4 the most. */
export const heatLevel = (value: number): number => HEAT_LIMITS.filter(limit => value > limit).length;

/** Weekday of a study day, Monday 0. Day 0 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Study days by week: each from Monday to Sunday, `null` before the first and after the last. */
export const weeksOf = (days: readonly HeatDay[]): readonly (readonly (HeatDay | null)[])[] => {
  const first = dateToDay(days[0]?.date ?? '') ?? 0;
  const lead = weekdayOf(first);
  const slots = [...Array.from({ length: lead }, () => null), ...days];
  return Array.from({ length: Math.ceil(slots.length / 7) }, (_, week) =>
    WEEKDAYS.map((_, weekday) => slots[week * 7 + weekday] ?? null),
  );
};

/** Three letters of the month that begins in a week, `''` where none does. */
export const monthOf = (week: readonly (HeatDay | null)[]): string => {
  const first = week.find(day => day !== null && day.date.endsWith('-01'));
  return first ? (MONTHS[Number(first.date.slice(5, 7)) - 1] ?? '') : '';
};

/** Names of months over the columns in which they begin, where there is room for them. */
const monthLine = (weeks: readonly (readonly (HeatDay | null)[])[], step: number): string => {
  let line = '';
  for (const [i, week] of weeks.entries()) {
    const at = i * step;
    const name = monthOf(week);
    if (name !== '' && (line === '' || line.length < at)) line = padEnd(line, at) + name;
  }
  return line;
};

/** A week in words: when, how much, on how many days. */
const spokenWeek = (week: readonly (HeatDay | null)[]): string => {
  const days = week.filter(day => day !== null);
  const total = days.reduce((sum, day) => sum + day.value, 0);
  const active = days.filter(day => day.value > 0).length;
  return `week of ${days[0]?.date ?? ''}  ${plural(total, 'answer')} on ${plural(active, 'day')}`;
};

/** Values of a shade above 0: `1-10`, or `51 and more` for the last. */
export const rangeOf = (level: number): string => {
  const from = (HEAT_LIMITS[level - 1] ?? 0) + 1;
  const to = HEAT_LIMITS[level];
  return to === undefined ? `${from} and more` : `${from}-${to}`;
};

/** What the marks stand for, one part each. */
export const heatLegend = ({ ascii }: Pick<ChartLook, 'ascii'>): readonly string[] => {
  const marks = ascii ? MARKS.ascii : MARKS.blocks;
  return marks.map((mark, level) => (level === 0 ? `${mark} none` : `${mark} ${rangeOf(level)}`));
};

/** The days from a Monday on, so many weeks back at most, this one included. */
export const lastWeeks = (days: readonly HeatDay[], count: number): readonly HeatDay[] => {
  const last = dateToDay(days.at(-1)?.date ?? '') ?? 0;
  const from = dayToDate(last - weekdayOf(last) - 7 * (count - 1));
  return days.filter(day => day.date >= from);
};

/**
 * Answers by day: a column a week, a row a weekday. `days` follow each other; the oldest weeks are left out
 * where there is no room. For a screen reader a line a week with anything in it.
 */
export const heatmap = (days: readonly HeatDay[], look: ChartLook): readonly string[] => {
  const { style, width, ascii, spoken } = look;
  const all = weeksOf(days);
  if (spoken)
    return all.filter(week => week.some(day => day !== null && day.value > 0)).map(week => spokenWeek(week));
  const room = Math.max(1, width - LEFT);
  // Columns stand apart where that leaves none out.
  const step = all.length * 2 - 1 <= room ? 2 : 1;
  const weeks = all.slice(-Math.floor((room + step - 1) / step));
  const marks = ascii ? MARKS.ascii : MARKS.blocks;
  const gap = ' '.repeat(step - 1);
  const rows = WEEKDAYS.map((name, weekday) => {
    const cells = weeks.map(week => {
      const day = week[weekday] ?? null;
      if (day === null) return ' ';
      const level = heatLevel(day.value);
      return level === 0 ? style.dim(marks[0]) : style.correct(marks[level] ?? '');
    });
    return `${padEnd(weekday % 2 === 0 ? name : '', LEFT)}${cells.join(gap)}`.trimEnd();
  });
  const months = monthLine(weeks, step);
  return [...(months === '' ? [] : [style.dim(' '.repeat(LEFT) + months)]), ...rows];
};
