/** Home as lines: today, the exam, how ready one is, and what can be started. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { FIRST_FIGURES } from '../../../core/forecast/settings.ts';
import type { DomainFigures, PartFigure } from '../../../core/readiness/parts.ts';
import { grouped, plural } from '../../../text/layout/columns.ts';
import { cellWidth, padEnd, padStart } from '../../../text/layout/width.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { examCode, rangeDigits } from '../../../text/plan/words.ts';
import { dayText } from '../../../text/stats/dates.ts';
import { drawGauge } from '../../../text/stats/charts.ts';
import { titleOfId } from '../../components/title-of-id.ts';
import { rangeBar, smallCurve } from '../../components/range-bar.ts';
import type { Theme } from '../../components/theme.ts';
import { scrollTo, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import type { Entry } from './home-entries.ts';
import type { HomeFacts, LateFacts } from './home-facts.ts';

/** Cells of the label of a row, and of the title of an entry with the pointer before it. */
const LABEL = 12;
const TITLE = 18;
/** Cells of a bar: 25 and its ends, so that a cell is four points. */
const BAR = 27;
/** Widest that rows get: what stands at the right is still seen with what it belongs to. */
const WIDEST = 76;
/** Columns from which bars have room. */
const BARS_FROM = 76;
/** Columns from which names of tasks have room. */
const WIDE_FROM = 110;
/** Rows from which the tasks of each domain are shown. */
const TALL = 30;

interface HomeView {
  readonly facts: HomeFacts;
  readonly late: LateFacts | null;
  /** The figures are still being worked out. */
  readonly isWaiting: boolean;
  readonly entries: readonly Entry[];
  readonly chosen: number;
  /** That progress was last synced long ago; `null`: nothing to say. */
  readonly sync: string | null;
  readonly theme: Theme;
}

const label = (text: string): string => padEnd(text, LABEL);

/** Whole minutes done: what is left is rounded up, so that the two make the day, here as in the plan and in a session. */
const wholeMinutes = (minutes: number): number => Math.floor(minutes);

const todayLine = ({ facts, theme }: HomeView, columns: number): string => {
  const { minutes, exam } = facts;
  const { style } = theme;
  const done = wholeMinutes(minutes.done);
  if (minutes.off && exam !== null)
    return `${label('Today')}day off${done === 0 ? '' : style.dim(`   ${done} min done`)}`;
  // The plan ends on the eve: nothing is left to do on the day.
  if (exam?.time === 'today')
    return `${label('Today')}exam day${done === 0 ? '' : style.dim(`   ${done} min done`)}`;
  const isDone = minutes.done >= minutes.planned;
  const text = `${done} of ${minutes.planned} min`;
  const bar =
    columns < BARS_FROM ? '' : `${drawGauge(minutes.done / Math.max(1, minutes.planned), BAR, theme)}   `;
  const left = isDone ? style.correct('done') : `${Math.ceil(minutes.planned - minutes.done)} min left`;
  return `${label('Today')}${padEnd(style.strong(text), 15)}${bar}${left}`;
};

/** The exam and when it is. */
const examLine = ({ facts, late, theme }: HomeView, columns: number): readonly string[] => {
  const { exam, day } = facts;
  const { style, signs } = theme;
  if (exam === null) return [];
  const code = padEnd(style.strong(examCode(exam.blueprint)), 15);
  const status = late?.readiness.status ?? null;
  const toned =
    status === null
      ? ''
      : status === 'on track'
        ? style.correct(status)
        : status === 'close'
          ? status
          : style.warning(status);
  switch (exam.time) {
    case 'no-date':
      return [`${label('Exam')}${code}${style.dim(`no date yet ${signs.dot} , to set it`)}`];
    case 'passed':
      return [`${label('Exam')}${code}${style.correct(`passed on ${dayText(exam.day ?? day)}`)}`];
    case 'today':
      return [`${label('Exam')}${code}today. Good luck!`];
    case 'over':
      return [`${label('Exam')}${code}${style.dim(`was on ${dayText(exam.day ?? day)}`)}`];
    case 'before': {
      const away = (exam.day ?? day) - day;
      const when = `${dayText(exam.day ?? day)} ${signs.dot} ${away === 1 ? 'tomorrow' : plural(away, 'day')}`;
      const column = columns < BARS_FROM ? cellWidth(when) + 2 : 25;
      return [`${label('Exam')}${code}${padEnd(when, column)}${toned}`.trimEnd()];
    }
  }
};

/** `up 5 in 7 days`. */
const changeText = ({ past, readiness }: LateFacts): string => {
  const before = past.at(-1);
  if (before === undefined || readiness.today === null) return '';
  const points = Math.round(100 * readiness.today.score) - Math.round(100 * before.score);
  return points === 0 ? 'unchanged in 7 days' : `${points > 0 ? 'up' : 'down'} ${Math.abs(points)} in 7 days`;
};

const readinessLine = ({ facts, late, isWaiting, theme }: HomeView, columns: number): readonly string[] => {
  if (facts.exam === null) return [];
  const { style, signs } = theme;
  if (late === null)
    return [
      label('Readiness') +
        style.dim(isWaiting ? signs.ellipsis : 'no questions for this exam in this course'),
    ];
  const { today, basis, aim } = late.readiness;
  if (today === null)
    return [
      `${label('Readiness')}${style.dim(`not enough answers yet (${basis.attempts} of ${FIRST_FIGURES.total})`)}`,
    ];
  const shares = [...late.past.map(({ score }) => score), today.score];
  const curve = shares.length < 2 ? '' : smallCurve(shares, theme);
  const left = `${label('Readiness')}${padEnd(style.strong(rangeDigits(today)), 15)}${padEnd(`aim ${Math.round(100 * aim)} %`, 11)}`;
  const rest = `${padEnd(curve, 14)}${style.dim(changeText(late))}`;
  return [(columns < BARS_FROM ? left + style.dim(changeText(late)) : left + rest).trimEnd()];
};

/** What is known of a domain or task, in words where there are too few answers. */
const figureText = ({ today, attempts }: PartFigure): string => {
  if (today !== null) return rangeDigits(today);
  return attempts === 0 ? 'not started' : `too few answers (${attempts} of ${FIRST_FIGURES.part})`;
};

/** Cells of the count of answers that a range rests on, with the gap before it. */
const ANSWERS = 8;

/** Cells of the name of a domain or task, with its indent. */
const nameWidth = (columns: number): number => (columns >= WIDE_FROM ? 47 : 18);

const partLine = (
  part: PartFigure,
  indent: number,
  { late, theme }: HomeView,
  columns: number,
  isWaiting: boolean,
): string => {
  const { style, signs } = theme;
  const isWeakest = late?.weakest === part;
  const isWide = columns >= BARS_FROM;
  const room = nameWidth(columns) - indent;
  const name = padEnd(shortName(sanitizeLine(part.title), room - 1, signs.ellipsis), room);
  const weight = padStart(`${Math.round(100 * part.weight)} %`, 4);
  const head = `${' '.repeat(indent)}${name}${style.dim(weight)}   `;
  if (isWaiting) return head.trimEnd();
  if (part.today === null) return head + style.dim(figureText(part));
  const bar = isWide ? `   ${rangeBar(part.today, late?.readiness.aim ?? null, BAR, theme)}` : '';
  const basis =
    columns < WIDE_FROM
      ? ''
      : style.dim(
          `${padStart(grouped(part.attempts), ANSWERS)} ${padEnd(part.attempts === 1 ? 'answer' : 'answers', 7)}`,
        );
  const word = isWeakest ? `   ${style.warning('weakest')}` : '';
  return `${head}${padEnd(figureText(part), 8)}${bar}${basis}${word}`.trimEnd();
};

/** Cells of a day of the week ahead. */
const DAY = 9;

/** The week ahead in seven cells: minutes of each day, its mock exam, the exam. */
const weekLines = ({ facts, late, theme }: HomeView, columns: number): readonly string[] => {
  const { week, minutes, exam } = facts;
  const { style, signs } = theme;
  if (columns < WIDE_FROM || week.length === 0) return [];
  const mockDay = late?.mock?.day ?? null;
  const cells = week.map(({ day, minutes: planned, off }) => {
    if (day === exam?.day) return 'EXAM';
    if (off) return '-';
    const done = day === facts.day ? wholeMinutes(minutes.done) : 0;
    return `${done > 0 ? `${done}/` : ''}${planned}${day === mockDay ? ' M' : ''}`;
  });
  const legend = [
    'minutes',
    ...(week.some(({ day }) => day === mockDay) ? ['M mock exam'] : []),
    ...(week.some(({ off }) => off) ? ['- day off'] : []),
  ].join(` ${signs.dot} `);
  const names = week.map(({ day }) => padEnd(day === facts.day ? 'today' : dayText(day).slice(0, -4), DAY));
  return [
    `${label('Week')}${style.dim(names.join('').trimEnd())}`,
    `${label('')}${padEnd(cells.map(cell => padEnd(cell, DAY)).join(''), 7 * DAY)}${style.dim(legend)}`,
  ];
};

/** Domains before their figures are there: their names and weights. */
const emptyDomains = ({ facts }: HomeView): readonly PartFigure[] =>
  (facts.exam?.blueprint.domains ?? []).map(({ id, title, weight }) => ({
    kind: 'domain',
    id,
    title,
    weight: weight / 100,
    attempts: 0,
    items: 0,
    today: null,
  }));

type Detail = 'none' | 'weakest' | 'domains' | 'tasks';

const domainLines = (view: HomeView, columns: number, detail: Detail): readonly string[] => {
  const { late, isWaiting, facts } = view;
  if (facts.exam === null || detail === 'none' || (late === null && !isWaiting)) return [];
  const line = (part: PartFigure, indent: number): string =>
    partLine(part, indent, view, columns, late === null);
  if (detail === 'weakest') {
    const weakest = late?.weakest ?? null;
    return weakest === null ? [] : [line(weakest, 2)];
  }
  const domains: readonly (PartFigure | DomainFigures)[] = late?.domains ?? emptyDomains(view);
  return domains.flatMap(domain => [
    line(domain, 2),
    ...(detail === 'tasks' && 'tasks' in domain ? domain.tasks.map(task => line(task, 4)) : []),
  ]);
};

const percentText = (share: number): string => `${Math.round(100 * share)} %`;

/** A course without an exam: what is known, and the areas that were begun. */
const knownLines = ({ facts, theme }: HomeView, columns: number, most: number): readonly string[] => {
  const { overview, known, started, areas, areasNotStarted } = facts;
  const { style, signs } = theme;
  const head = `${label('Known')}${padEnd(style.strong(percentText(known)), 15)}${style.dim(
    `of ${plural(overview.topics.length, 'topic')} ${signs.dot} ${started} started`,
  )}`;
  const shown = areas.slice(0, most);
  const rows = shown.map(area => {
    const bar = columns < BARS_FROM ? '' : `   ${drawGauge(area.known, BAR, theme)}`;
    const due = area.due > 0 ? `   ${area.due} due` : '';
    return `  ${padEnd(shortName(titleOfId(area.id), 16, signs.ellipsis), 16)}${padStart(percentText(area.known), 5)}${bar}${due}`;
  });
  const rest = areas.length - shown.length;
  const others = [
    ...(rest > 0 ? [`${plural(rest, 'more area')} begun`] : []),
    ...(areasNotStarted > 0 ? [`${plural(areasNotStarted, 'area')} not started`] : []),
  ].join(` ${signs.dot} `);
  return [
    head,
    ...(most === 0 || areas.length === 0
      ? []
      : ['', ...rows, ...(others === '' ? [] : [style.dim(`  ${others}`)])]),
  ];
};

/** A text of parts in `width` cells: whole parts are left out from its end, before any is shortened. */
const fitParts = (text: string, width: number, { signs }: Theme): string => {
  const between = ` ${signs.dot} `;
  const parts = text.split(between);
  while (parts.length > 1 && cellWidth(parts.join(between)) > width) parts.pop();
  return shortName(parts.join(between), width, signs.ellipsis);
};

const entryLines = (
  view: HomeView,
  columns: number,
): readonly { readonly entry: number; readonly text: string }[] => {
  const { entries, chosen, theme } = view;
  const { style, signs } = theme;
  const width = Math.min(columns, WIDEST);
  return entries.flatMap(({ title, about, side, below }, i) => {
    const isChosen = i === chosen;
    const room = width - TITLE - (side === '' ? 0 : cellWidth(side) + 2);
    const text = fitParts(about, room, theme);
    const body = `${isChosen ? signs.pointer : ' '} ${padEnd(isChosen ? style.strong(title) : title, TITLE - 2)}${
      isChosen ? text : style.dim(text)
    }`;
    const line = side === '' ? body.trimEnd() : padEnd(body, width - cellWidth(side)) + style.dim(side);
    const more =
      below === undefined || below === ''
        ? []
        : [
            {
              entry: i,
              text: ' '.repeat(TITLE) + style.dim(shortName(below, width - TITLE, signs.ellipsis)),
            },
          ];
    return [{ entry: i, text: line }, ...more];
  });
};

/** Entries that leave a small terminal first: `g` leads there as well. */
const LEAVING: readonly Entry['id'][] = ['readiness', 'lists', 'notes', 'choose'];

/** Entries for which there is room, with the facts in their shortest form. */
export const fittingEntries = (entries: readonly Entry[], rows: number): readonly Entry[] => {
  let kept = entries;
  for (const id of LEAVING) {
    if (kept.length + SHORTEST_FACTS <= rows) break;
    kept = kept.filter(entry => entry.id !== id);
  }
  return kept;
};

/** An answer to how the exam went. */
const isAnswer = (entry: Entry | undefined): boolean =>
  entry !== undefined && ['passed', 'failed', 'moved', 'ask-later'].includes(entry.id);

/** Today, exam and readiness, and the empty line after them. */
const SHORTEST_FACTS = 5;

/** The whole of Home. */
export const homeLines = (view: HomeView, { columns, rows }: Size): readonly string[] => {
  const { facts, theme, entries, chosen } = view;
  const list = entryLines(view, columns);
  const question = entries.some(({ id }) => id === 'passed')
    ? [theme.style.strong(`The exam was on ${dayText(facts.exam?.day ?? facts.day)}. How did it go?`), '']
    : [];
  const head = [todayLine(view, columns), ...examLine(view, columns), ...readinessLine(view, columns)];
  const week = weekLines(view, columns);
  const withDetail = (detail: Detail): readonly string[] => {
    const lines = domainLines(view, columns, detail);
    return lines.length === 0 ? head : [...head, ...(detail === 'weakest' ? [] : ['']), ...lines];
  };
  // How the exam went is asked for itself: its answers stand apart from the menu, and no domain comes before it.
  const isAsked = question.length > 0;
  const forms =
    facts.exam === null
      ? [99, 4, 2, 1, 0].map(most => [...head, ...knownLines(view, columns, most)])
      : [
          ...(week.length > 0 && rows >= TALL && !isAsked ? [[...withDetail('tasks'), '', ...week]] : []),
          ...(rows >= TALL
            ? (['tasks', 'domains', 'weakest', 'none'] as const)
            : isAsked
              ? (['domains', 'none'] as const)
              : (['domains', 'weakest', 'none'] as const)
          ).map(withDetail),
        ];
  const room = rows - list.length - question.length - 1;
  const top = forms.find(({ length }) => length <= room) ?? forms.at(-1) ?? [];
  const answers = isAsked ? list.filter(({ entry }) => isAnswer(entries[entry])).length : 0;
  const gap = answers > 0 && top.length < room ? [''] : [];
  const rowsOf = list.map(({ text }) => text);
  const lines = [...top, '', ...question, ...rowsOf.slice(0, answers), ...gap, ...rowsOf.slice(answers)];
  const place = list.findIndex(({ entry }) => entry === chosen);
  const at = top.length + 1 + question.length + place + (place < answers ? 0 : gap.length);
  // A reminder, and no more: where there is no room for it, it is left out.
  const reminder = view.sync === null ? [] : ['', theme.style.dim(view.sync)];
  if (lines.length + reminder.length <= rows) return [...lines, ...reminder];
  return window(lines, scrollTo({ top: 0, rows, length: lines.length }, at), rows);
};

/** The header's right side: the date, and the days in a row. */
export const homeHeader = ({ day, overview }: HomeFacts, { signs }: Theme): string =>
  `${dayText(day)}${overview.streak > 1 ? ` ${signs.dot} ${overview.streak} days in a row` : ''}`;
