/** Dates as people write them. */
import { dateToDay, dayToDate } from '../base/civil-day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;

/** Days of the units of "in 3 weeks"; a month counts as the same day of another month. */
const UNITS: Readonly<Record<string, number>> = { day: 1, week: 7 };

const pad = (value: number): string => String(value).padStart(2, '0');

const civil = (year: number, month: number, day: number): number | null =>
  dateToDay(`${year}-${pad(month)}-${pad(day)}`);

/** The next day of that name, or of that month and day, from today on. */
const nextOf = (month: number, day: number, today: number): number | null => {
  const year = Number(dayToDate(today).slice(0, 4));
  // A 29 February may be years away.
  for (let later = 0; later <= 8; later++) {
    const found = civil(year + later, month, day);
    if (found !== null && found >= today) return found;
  }
  return null;
};

const monthOf = (word: string): number => MONTHS.findIndex(name => word.startsWith(name)) + 1;

const inMonths = (count: number, today: number): number | null => {
  const [year = 0, month = 1, day = 1] = dayToDate(today).split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  for (let last = day; last > 27; last--) {
    const found = civil(Math.floor(months / 12), (months % 12) + 1, last);
    if (found !== null) return found;
  }
  return civil(Math.floor(months / 12), (months % 12) + 1, day);
};

/**
 * The study day that somebody means: `20 Dec`, `Dec 20`, `20 December 2026`, `2026-12-20`, `in 3 weeks`, `tomorrow`,
 * `Friday`. A day without a year is the next of that name. `null`: not understood.
 */
export const readDate = (text: string, today: number): number | null => {
  const words = text
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(/[.,]/g, ' ')
    .trim()
    .split(/\s+/);
  const joined = words.join(' ');
  if (joined === 'today') return today;
  if (joined === 'tomorrow') return today + 1;
  const iso = dateToDay(joined);
  if (iso !== null) return iso;
  const [, count = '', unit = ''] = /^(?:in )?(\d{1,3}) (day|week|month)s?$/.exec(joined) ?? [];
  if (unit === 'month') return inMonths(Number(count), today);
  if (unit !== '') return today + Number(count) * (UNITS[unit] ?? 1);
  if (words.length === 1) {
    const index = WEEKDAYS.findIndex(name => joined.length > 2 && joined.startsWith(name));
    if (index !== -1) {
      const ahead = (((index - today) % 7) + 7) % 7;
      return today + (ahead === 0 ? 7 : ahead);
    }
  }
  // A weekday before or after a date says nothing new.
  const rest = words.filter(word => !WEEKDAYS.some(name => word.startsWith(name)));
  const month = rest.find(word => /^[a-z]{3,}$/.test(word) && monthOf(word) > 0);
  const numbers = rest.filter(word => /^\d{1,4}$/.test(word)).map(Number);
  if (month === undefined || rest.length !== numbers.length + 1 || numbers.length > 2) return null;
  const [day = 0, year] = numbers;
  return year === undefined ? nextOf(monthOf(month), day, today) : civil(year, monthOf(month), day);
};

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?$/i;

const isWeekday = (word: string): boolean => WEEKDAY.test(word);

/** `Sundays and Mon` as `sun mon`; other words stay. */
const weekdaysShort = (text: string): string =>
  text
    .split(/\s+/)
    .filter(word => word.toLowerCase() !== 'and')
    .map(word => (isWeekday(word) ? word.slice(0, 3).toLowerCase() : word))
    .join(' ');

/** A date that somebody typed as a setting has it, `2026-12-20`; what is no date stays as it is, for a refusal to quote. */
export const isoDate = (text: string, today: number): string => {
  const day = readDate(text, today);
  return day === null ? text.trim() : dayToDate(day);
};

/**
 * Days off as a setting has them: `sun 2026-12-24`. Parts between commas may be weekdays, also in the plural, or dates as
 * people write them: `Sundays, 24 Dec`.
 */
export const isoDaysOff = (text: string, today: number): string =>
  text
    .split(',')
    .map(part => part.trim())
    .map(part => {
      const day = part.split(/\s+/).every(isWeekday) ? null : readDate(part, today);
      if (day === null) return weekdaysShort(part);
      // "Sun 24 Dec" where that is a Thursday means both.
      const [first = ''] = weekdaysShort(part).split(' ');
      const isBoth = WEEKDAYS.some(name => name === first) && WEEKDAYS[((day % 7) + 7) % 7] !== first;
      return `${isBoth ? `${first} ` : ''}${dayToDate(day)}`;
    })
    .join(' ');
