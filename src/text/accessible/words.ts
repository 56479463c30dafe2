/** Numbers, days and lengths of time as they are said. */
import type { ExplainedWord } from '../layout/explained-words.ts';
import { helpOn } from '../layout/explained-words.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import { dateToDay, studyDay } from '../../core/base/civil-day.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../layout/columns.ts';
import { speakProse, speakSigns } from '../layout/spoken-signs.ts';
import { longDay } from '../stats/dates.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A text with a stop at its end, unless it has one. */
export const sentence = (text: string): string => {
  const said = text.trim();
  return said === '' || /[.!?:;]["')]?$/.test(said) ? said : `${said}.`;
};

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[], last = 'and'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1) ?? ''}`;

/** A title or another short text of a course on one line, in words. */
export const spokenTitle = (text: string): string => speakProse(sanitizeLine(text)).trim();

/** What a learner typed or is to type: signs of ASCII stay. */
export const spokenLine = (text: string): string => speakSigns(sanitizeLine(text)).trim();

/** A length of time in ms: `40 seconds`, `4 minutes 30 seconds`, `2 hours 10 minutes`. Seconds below ten minutes only. */
export const lengthWords = (ms: number): string => {
  const seconds = Math.round(Math.max(0, ms) / SECOND);
  if (seconds < 60) return plural(seconds, 'second');
  const parts = (whole: number, rest: number, names: readonly [string, string]): string =>
    rest === 0 ? plural(whole, names[0]) : `${plural(whole, names[0])} ${plural(rest, names[1])}`;
  if (seconds < 600) return parts(Math.floor(seconds / 60), seconds % 60, ['minute', 'second']);
  const minutes = Math.round(ms / MINUTE);
  return minutes < 60
    ? plural(minutes, 'minute')
    : parts(Math.floor(minutes / 60), minutes % 60, ['hour', 'minute']);
};

/** A share of 0 to 1: `71 percent`. */
export const percentWords = (share: number): string => `${Math.round(100 * share)} percent`;

/** A range of shares: `53 to 63 percent`. */
export const rangeWords = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${Math.round(100 * low)} to ${Math.round(100 * high)} percent`;

/** `Sunday 20 December`, with the year where it is another one than today's. */
export const dayName = (day: number, today: number): string => {
  const named = longDay(day);
  const [year] = longDay(today).split(' ').slice(-1);
  return named.endsWith(` ${year ?? ''}`) ? named.slice(0, -5) : named;
};

/** When something comes: `today`, `tomorrow`, `on Thursday` within a week, else `on Sunday 20 December`. */
export const onDay = (day: number, today: number): string => {
  const days = day - today;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const named = dayName(day, today);
  return days > 0 && days < 7 ? `on ${named.split(' ')[0] ?? ''}` : `on ${named}`;
};

/** `2026-12-20` as {@link onDay} says it; what is no date stays as it is. */
export const onDate = (date: string, today: number): string => {
  const day = dateToDay(date);
  return day === null ? date : onDay(day, today);
};

/** `10:05` on the learner's clock. */
const clockTime = (at: number, tz: number): string => new Date(at + tz * MINUTE).toISOString().slice(11, 16);

/** A moment (ms UTC) as `today at 10:05`, `on Saturday 21 November at 9:00`. Days begin at midnight here. */
export const momentWords = (at: number, tz: number, now: number): string => {
  const dayOf = (ms: number): number => studyDay(ms, tz, 0);
  return `${onDay(dayOf(at), dayOf(now))} at ${clockTime(at, tz)}`;
};

/** When an item comes again: `in 10 minutes`, `in 6 hours` below a day, else a day. */
export const comesWords = (
  { dueAt, dueDay }: { readonly dueAt: number; readonly dueDay: number },
  { at, day }: Moment,
): string => {
  if (dueAt > 0 && dueAt < at + DAY) {
    const minutes = Math.max(1, Math.round((dueAt - at) / MINUTE));
    return minutes < 60
      ? `in ${plural(minutes, 'minute')}`
      : `in ${plural(Math.round(minutes / 60), 'hour')}`;
  }
  return onDay(dueDay, day);
};

const UNITS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['s', 'second'],
  ['min', 'minute'],
  ['h', 'hour'],
]);

/** Percent signs and short units of time in sentences made for the eye: `20 min` as `20 minutes`, `53-63 %` as a range. */
export const unitsInWords = (text: string): string =>
  text
    .replace(/(\d+)-(\d+) ?%/g, '$1 to $2 percent')
    .replace(/(\d+(?:\.\d+)?) ?(%|s|min|h)(?![\p{L}\d])/gu, (_, number: string, unit: string) => {
      const word = UNITS.get(unit) ?? unit;
      return `${number} ${word}${unit === '%' || number === '1' ? '' : 's'}`;
    });

/** Dates of a sentence made for programs, such as `on 2026-12-20`, as days. */
export const datesInWords = (text: string, today: number): string =>
  text.replace(/(?:on )?\b(\d{4}-\d{2}-\d{2})\b/g, (_, date: string) => onDate(date, today));

/** All commands, or what a word means that somebody asks for: a command, or a word beside a figure. */
export const helpSentences = (commands: readonly ExplainedWord[], asked: string): readonly string[] => {
  const found = helpOn(commands, asked);
  return found.length === 0
    ? [`No command or word is called ${sanitizeLine(asked.trim())}. :help lists the commands.`]
    : found.map(([name, meaning]) => sentence(`${name}: ${meaning}`));
};
