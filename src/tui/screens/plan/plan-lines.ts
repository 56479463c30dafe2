/** The plan as lines: the calendar, the chosen day, the projection, other minutes a day. */
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import { FIRST_FIGURES } from '../../../core/forecast/settings.ts';
import type { ExamPlan } from '../../../core/readiness/exam-plan.ts';
import type { OtherMinutes, Readiness } from '../../../core/readiness/readiness.ts';
import { plural } from '../../../text/layout/columns.ts';
import { cellWidth } from '../../../text/layout/width.ts';
import { examCode, rangeDigits } from '../../../text/plan/words.ts';
import { dayText } from '../../../text/stats/dates.ts';
import type { Band } from '../../components/band-chart.ts';
import { bandChart } from '../../components/band-chart.ts';
import type { Theme } from '../../components/theme.ts';
import type { Size } from '../../shell/screen.ts';
import type { CalendarParts } from './calendar-lines.ts';
import { calendarLines, legend } from './calendar-lines.ts';
import { dayLines } from './day-lines.ts';

interface PlanView {
  readonly calendar: CalendarParts;
  readonly plan: ExamPlan;
  /** `null` while it is worked out. */
  readonly readiness: Readiness | null;
  /** With the minutes that are tried. */
  readonly tried: OtherMinutes | null;
  readonly trying: number | null;
  readonly others: readonly OtherMinutes[] | null;
  readonly answersOn: (day: number) => number;
  readonly titles: ReadonlyMap<string, string>;
  readonly past: readonly PastFigure[];
  readonly theme: Theme;
}

const WIDEST = 100;
/** Columns from which the projection has its label. */
const WIDE = 70;

/** Now, on the day, the aim, and the word for it. */
const projectionLine = ({ calendar, plan, readiness, tried, theme }: PlanView, columns: number): string => {
  const { style, signs } = theme;
  if (readiness === null) return style.dim(`Projected   ${signs.ellipsis}`);
  const { today, projected, basis, aim } = readiness;
  const shown = tried?.paper ?? projected;
  const status = tried?.status ?? readiness.status;
  if (shown === null || today === null) {
    // On the day of the exam nothing is ahead any more.
    if (calendar.hasDate && plan.today >= plan.examDay) return '';
    return `Projected   ${style.dim(`after ${FIRST_FIGURES.projected} first answers (${basis.attempts} so far)`)}`;
  }
  const word =
    status === 'on track'
      ? style.correct(status)
      : status === 'behind'
        ? style.warning(status)
        : (status ?? '');
  const when = plan.schedule.examDay === null ? 'in four weeks' : dayText(plan.examDay).slice(4);
  const label = columns >= WIDE ? 'Projected   now' : 'Now';
  return `${label} ${style.strong(rangeDigits(today))}   ${when} ${style.strong(rangeDigits(shown))}   aim ${Math.round(
    100 * aim,
  )} %   ${word}`;
};

/** Days on which nothing was studied since the learner began. */
const missedDays = ({ calendar, plan }: PlanView): number => {
  const { done, isOff } = calendar;
  const first = Math.min(...[...done].flatMap(([day, minutes]) => (minutes > 0 ? [day] : [])));
  let missed = 0;
  // Nobody missed a day before they began.
  for (let day = Math.max(first, plan.schedule.startDay); day < plan.today; day++)
    if ((done.get(day) ?? 0) === 0 && !isOff(day)) missed++;
  return missed;
};

const middle = ({ low, high }: OtherMinutes['paper']): number => (low + high) / 2;

/**
 * What missed days cost: what their minutes would add to those that are left, by what more minutes a day add. Nothing
 * is said of it before there is a projection, or once no day is left.
 */
const missedLine = (view: PlanView, columns: number): readonly string[] => {
  const { plan, calendar, others, trying, readiness, theme } = view;
  if (!calendar.hasDate || (readiness?.projected ?? null) === null) return [];
  const { minutesPerDay } = plan.schedule;
  const missed = missedDays(view);
  const at = others?.findIndex(({ minutes }) => minutes === minutesPerDay) ?? -1;
  const [here, more] = [others?.[at], others?.[at + 1]];
  if (missed === 0 || here === undefined || more === undefined || trying !== null || columns < WIDE)
    return [];
  let left = 0;
  for (let day = plan.today; day < plan.examDay; day++) if (!calendar.isOff(day)) left++;
  if (left === 0) return [];
  const perMinute = (middle(more.paper) - middle(here.paper)) / (more.minutes - here.minutes);
  const points = Math.round((100 * perMinute * missed * minutesPerDay) / left);
  const cost = points < 1 ? 'less than a point' : `about ${plural(points, 'point')}`;
  return [theme.style.dim(`            ${plural(missed, 'missed day')}: ${cost}`)];
};

/** From today's range to the one of the exam's day, along the expected scores. */
const projectedBands = ({ calendar, readiness, tried, plan }: PlanView): readonly Band[] => {
  const today = readiness?.today ?? null;
  const end = tried?.paper ?? readiness?.projected ?? null;
  if (today === null || end === null) return [];
  const from = (today.high - today.low) / 2;
  const to = (end.high - end.low) / 2;
  const days = Math.max(1, plan.examDay - plan.today);
  const scores = [
    { day: plan.today, score: today.score },
    ...calendar.days.map(({ day, projected }) => ({ day: day + 1, score: projected })),
  ];
  return scores.map(({ day, score }) => {
    const half = from + ((to - from) * (day - plan.today)) / days;
    return { day, low: score - half, high: score + half };
  });
};

const chartLines = (view: PlanView, rows: number, columns: number): readonly string[] => {
  const { plan, readiness, past, theme } = view;
  const projected = projectedBands(view);
  const today = readiness?.today ?? null;
  if (projected.length === 0 || today === null || rows < 4) return [];
  const measured: readonly Band[] = [...past, { day: plan.today, low: today.low, high: today.high }];
  return bandChart(
    {
      measured,
      projected,
      marks: [],
      aim: plan.aim,
      from: Math.max(measured[0]?.day ?? plan.today, plan.today - 14),
      to: plan.examDay,
    },
    rows,
    Math.min(columns, WIDEST),
    theme,
  );
};

/** What other minutes a day would lead to, those near the present ones first, as many as fit. */
const othersLine = ({ others, plan, trying, tried, readiness, theme }: PlanView, columns: number): string => {
  const { style, signs } = theme;
  const own = readiness?.projected ?? null;
  if (others === null || own === null) return '';
  const here = trying ?? plan.schedule.minutesPerDay;
  const texts = others.map(({ minutes, paper }) => {
    const range = minutes === here ? ((trying === null ? own : tried?.paper) ?? paper) : paper;
    const text = `${minutes} min ${rangeDigits(range).slice(0, -2)}`;
    return { minutes, text };
  });
  const at = texts.findIndex(({ minutes }) => minutes === here);
  let [from, to] = [at, at + 1];
  const width = (): number =>
    cellWidth('A day   ') + texts.slice(from, to).reduce((sum, { text }) => sum + cellWidth(text) + 4, 0);
  for (;;) {
    const [before, after] = [from, to];
    if (to < texts.length) to++;
    if (width() > columns) to = after;
    if (from > 0) from--;
    if (width() > columns) from = before;
    if (before === from && after === to) break;
  }
  const row = texts
    .slice(from, to)
    .map(({ minutes, text }) => (minutes === here ? `${signs.pointer} ${style.strong(text)}` : `  ${text}`))
    .join('  ');
  return `A day   ${row}`;
};

/** While other minutes are tried: what they would lead to. */
const tryingLine = ({ trying, tried, plan, theme }: PlanView, columns: number): readonly string[] => {
  if (trying === null) return [];
  const { style, signs } = theme;
  const back = `enter keeps it, esc goes back to ${plan.schedule.minutesPerDay}`;
  const outcome = tried === null ? signs.ellipsis : `${rangeDigits(tried.paper)}, ${tried.status}`;
  const text = `Trying ${trying} min a day: ${outcome}.`;
  // Without room the line of keys says it.
  const hasRoom = cellWidth(`${text} ${back}`) <= columns;
  return [style.strong(text) + (hasRoom ? ` ${style.dim(back)}` : '')];
};

/** Rows of a day in the list below the calendar, by how tall the terminal is. */
const DAY_ROWS = 4;
const TALL_DAY_ROWS = 8;
const TALL = 30;
/** Most rows of the chart. */
const CHART = 7;
const TALL_CHART = 11;
/** Most weeks that are seen at once, and in a small terminal. */
const WEEKS = 6;

/** The plan as lines. */
export const planLines = (view: PlanView, { columns, rows }: Size): readonly string[] => {
  const { calendar, plan, theme, answersOn, titles } = view;
  const isTall = rows >= TALL;
  const { chosen } = calendar;
  const planned = calendar.days[chosen - plan.today];
  const day = dayLines(
    {
      day: chosen,
      today: plan.today,
      examDay: plan.examDay,
      hasDate: calendar.hasDate,
      examCode: examCode(plan.blueprint),
      planned: chosen < plan.today ? null : (planned ?? null),
      minutes: calendar.done.get(chosen) ?? 0,
      answers: answersOn(chosen),
      mockMinutes: ((planned?.mock ?? 0) * plan.mockSeconds) / 60,
      topics: (planned?.topics ?? []).map(topic => {
        const id = plan.map.topics[topic]?.id ?? '';
        return titles.get(id) ?? id;
      }),
    },
    isTall ? TALL_DAY_ROWS : DAY_ROWS,
    columns,
    theme,
  );
  const others = othersLine(view, columns);
  const end = [
    projectionLine(view, columns),
    ...(others === '' ? [] : [others]),
    ...tryingLine(view, columns),
  ];
  const short = [
    projectionLine(view, columns),
    ...(others === '' ? [] : [others]),
    ...tryingLine(view, columns),
  ].slice(-2);
  const weeks = Math.floor((plan.examDay - plan.today) / 7) + 2;
  const calendarRows = 1 + Math.min(weeks, isTall ? 2 * WEEKS : WEEKS);
  const signs = theme.style.dim(legend(calendar, columns, theme));
  const dayRoom = isTall ? TALL_DAY_ROWS : DAY_ROWS;
  // The day keeps its rows, so that what is below does not jump from day to day.
  const paddedDay = [...day, ...Array.from({ length: dayRoom - day.length }, () => '')];
  const full = [
    ...calendarLines(calendar, calendarRows, columns, theme),
    signs,
    '',
    ...paddedDay,
    ...(isTall ? [''] : []),
    end[0] ?? '',
  ];
  const least = full.length + end.length - 1;
  const missed = rows > least ? missedLine(view, columns) : [];
  const room = rows - least - missed.length;
  if (room >= 0) {
    const chart = chartLines(view, Math.min(room, isTall ? TALL_CHART : CHART), columns);
    const gap = chart.length < room && !isTall ? [''] : [];
    return [...full.slice(0, -1), ...gap, ...full.slice(-1), ...missed, ...chart, ...end.slice(1)];
  }
  // Without the chart and the legend; then with fewer weeks.
  const weekRows = rows - short.length - Math.min(dayRoom, day.length) - 2;
  const shown = calendarLines(calendar, Math.max(3, Math.min(calendarRows, weekRows)), columns, theme);
  const rest = rows - shown.length - short.length - 1;
  return [...shown, '', ...paddedDay.slice(0, Math.max(1, rest)), ...short].slice(0, rows);
};
