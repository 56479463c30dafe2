/** The exams of a course as a list to choose from, the likeliest first. */
import { dateToDay, dayToDate } from '../../../core/base/civil-day.ts';
import type { Blueprint, CourseReader } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import { padEnd } from '../../../text/layout/width.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { examCode, examName } from '../../../text/plan/words.ts';
import { dayAndYear } from '../../../text/stats/dates.ts';
import type { Theme } from '../../components/theme.ts';

/** Days within which an exam that ends is not the one that somebody begins to study for. */
const ENDS_SOON = 30;

const endOf = ({ valid }: Blueprint): number => dateToDay(valid.to ?? '') ?? Infinity;

/** Exams that are or will be held; the course's own first, or what follows it where that ends soon. */
export const examsToChoose = (
  course: Pick<CourseReader, 'blueprint' | 'blueprints'>,
  today: number,
): readonly Blueprint[] => {
  const held = course.blueprints.filter(blueprint => endOf(blueprint) >= today);
  const soon = dayToDate(today + ENDS_SOON);
  const own = currentBlueprint(course, { exam: '', examDate: '' }, soon);
  const first = held.filter(({ id }) => id === own?.id);
  const before = held.filter(
    ({ id, successor }) => id !== own?.id && successor !== undefined && successor === own?.id,
  );
  const rest = held.filter(each => !first.includes(each) && !before.includes(each));
  return [...first, ...before, ...rest];
};

/** `until Mon 30 Nov 2026`, `from Tue 1 Dec 2026`; empty where it is simply held. */
const validText = (blueprint: Blueprint, today: number): string => {
  const from = dateToDay(blueprint.valid.from ?? '');
  if (from !== null && from > today) return `from ${dayAndYear(from)}`;
  const end = endOf(blueprint);
  return end === Infinity ? '' : `until ${dayAndYear(end)}`;
};

/** As {@link validText}, in a narrow terminal: `until 30 Nov 2026`. */
const shortValidText = (blueprint: Blueprint, today: number): string =>
  validText(blueprint, today).replace(/ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /, ' ');

const WIDEST_NAME = 46;
const CODE = 9;
const DATES = 21;
const SHORT_DATES = 17;
/** Columns from which the weekday of a date has room. */
const WIDE = 76;

/** What stands for no exam. */
const NO_EXAM = 'None: I just want to learn';

/** One line for each exam, then the one for none. */
export const examChoiceLines = (
  exams: readonly Blueprint[],
  chosen: number,
  today: number,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const { style, signs } = theme;
  const isWide = columns >= WIDE;
  const valid = exams.map(exam => (isWide ? validText : shortValidText)(exam, today));
  const dateCells = valid.every(text => text === '') ? 0 : isWide ? DATES : SHORT_DATES;
  const name = Math.min(WIDEST_NAME, columns - 3 - CODE - dateCells);
  const rows = exams.map((exam, i) => {
    const title = padEnd(shortName(examName(exam), name, signs.ellipsis), name + 1);
    return { title, rest: `${padEnd(examCode(exam), CODE)}${style.dim(valid[i] ?? '')}` };
  });
  return [...rows, { title: NO_EXAM, rest: '' }].map(({ title, rest }, i) =>
    `${i === chosen ? signs.pointer : ' '} ${i === chosen ? style.strong(title) : title}${rest}`.trimEnd(),
  );
};
