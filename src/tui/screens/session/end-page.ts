/** The end of a session: what it came to, what comes next, and what was wrong. */
import type { Interval } from '../../../core/forecast/forecast.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import type { SessionSummary } from '../../../core/session/summary.ts';
import { plural } from '../../../text/layout/columns.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { wrapParts, wrapText } from '../../../text/layout/wrap.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import type { Theme } from '../../components/theme.ts';
import type { RowParts } from './answer-rows.ts';
import { answerRow } from './answer-rows.ts';
import type { EndRow } from './end-rows.ts';

interface EndParts extends RowParts {
  readonly summary: SessionSummary;
  /** Whether it says what comes back when. */
  readonly hasOutlook: boolean;
  readonly moment: Moment;
  /** What is said first, such as why there was nothing to ask. */
  readonly before: readonly string[];
  /** Right answers by domain or area, in the order in which they came up. */
  readonly groups: readonly { readonly title: string; readonly right: number; readonly all: number }[];
  /** Readiness at the beginning, where there was a figure, and now; `null`: none is known, or it is not known yet. */
  readonly readiness: readonly [Interval | null, Interval] | null;
  readonly rows: readonly EndRow[];
  readonly chosen: number;
  /** Whether the learner says how sure an answer is. */
  readonly asksConfidence: boolean;
  readonly height: number;
}

/** Cells of the name of a domain or area: as many as on Home. */
const NAME = 18;

const range = ({ low, high }: Interval): string => `${Math.round(100 * low)}-${Math.round(100 * high)}`;

const readinessText = (readiness: EndParts['readiness'], { signs }: Theme): string => {
  if (readiness === null) return '';
  const [before, now] = readiness;
  return `readiness ${before === null ? '' : `${range(before)} ${signs.arrow} `}${range(now)} %`;
};

/** `today`, `tomorrow`, `Thu 3 Dec`. */
export const dayText = (day: number, today: number): string =>
  day <= today ? 'today' : day === today + 1 ? 'tomorrow' : dayAndMonth(dayToDate(day));

/** `in 6 min`. */
export const waitText = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 60 ? `in ${minutes} min` : `in ${Math.round(minutes / 60)} h`;
};

const outlookParts = ({ summary, moment }: EndParts): readonly string[] => {
  const { due, stepAt, next } = summary.upcoming;
  const parts = due > 0 ? [`${due} still due`] : [];
  if (stepAt !== null && stepAt < moment.at + 86_400_000)
    parts.push(`${parts.length === 0 ? 'The' : 'the'} next comes back ${waitText(stepAt - moment.at)}`);
  if (next !== null) parts.push(`${dayText(next.day, moment.day)}: ${next.items} due`);
  return parts;
};

const REASONS: Partial<Record<SessionSummary['reason'], string>> = { time: 'The time is up.' };

const factLines = (parts: EndParts): readonly string[] => {
  const { summary, theme, columns, groups, before } = parts;
  const { style, signs } = theme;
  const dot = ` ${signs.dot} `;
  const { answers, correct, skipped } = summary;
  const wrong = answers - correct;
  const skips = skipped > 0 ? `${dot}${skipped} skipped` : '';
  const counted =
    answers === 0
      ? `Nothing answered${skips}`
      : `${answers} answered${dot}${correct} right${wrong > 0 ? `${dot}${wrong} wrong` : ''}${skips}`;
  const readiness = readinessText(parts.readiness, theme);
  const gap = columns - cellWidth(counted) - cellWidth(readiness);
  const first =
    readiness === ''
      ? [style.strong(counted)]
      : gap >= 2
        ? [`${style.strong(counted)}${' '.repeat(gap)}${readiness}`]
        : [style.strong(counted), readiness];
  const reason = REASONS[summary.reason];
  const said = [...before, ...(reason === undefined ? [] : [reason])].flatMap(line =>
    wrapText(line, columns),
  );
  const byGroup = groups.map(
    ({ title, right, all }) => `${shortName(title, NAME, signs.ellipsis)} ${right} of ${all}`,
  );
  const outlook = parts.hasOutlook ? outlookParts(parts) : [];
  return [
    ...said,
    ...first,
    // Where it is narrow, what was wrong needs the rows.
    ...(groups.length < 2 || parts.height < 14 ? [] : wrapParts(byGroup, columns, dot)),
    ...wrapParts(outlook, columns, dot),
  ];
};

const actionRow = (
  { title, about }: Extract<EndRow, { is: 'action' }>,
  isChosen: boolean,
  { style, signs }: Theme,
): string =>
  `${isChosen ? signs.pointer : ' '} ${padEnd(isChosen ? style.strong(title) : title, 16)} ${style.dim(about)}`.trimEnd();

/** All lines, and the one that the pointer is at. */
export const endLines = (parts: EndParts): { readonly lines: readonly string[]; readonly at: number } => {
  const { rows, chosen, theme, summary, asksConfidence } = parts;
  const lines = [...factLines(parts), ''];
  let at = 0;
  let group = '';
  rows.forEach((row, i) => {
    if (i === chosen) at = lines.length;
    if (row.is === 'action') return void lines.push(actionRow(row, i === chosen, theme));
    const name = asksConfidence && row.looked.answer.sure ? 'Sure but wrong' : 'Wrong';
    if (name !== group) {
      lines.push('', theme.style.strong(name));
      if (i === chosen) at = lines.length;
      group = name;
    }
    lines.push(answerRow(row.looked, row.times, i === chosen, parts));
  });
  if (summary.answers > 0 && summary.correct === summary.answers)
    lines.push('', theme.style.correct('All right.'));
  return { lines, at };
};

/** What stands above the end: how long it took, and of how many minutes where there is a plan. */
export const endHeader = (
  title: string,
  summary: SessionSummary,
  day: { readonly done: number; readonly planned: number } | null,
  { signs }: Theme,
): { readonly left: string; readonly right: string } => {
  const spent =
    summary.ms < 60_000
      ? `${Math.round(summary.ms / 1000)} s`
      : plural(Math.round(summary.ms / 60_000), 'min', 'min');
  return {
    // Left early, it waits: `p` goes on where one was.
    left: `${title} ${signs.dot} ${summary.reason === 'stopped' ? 'not finished' : 'done'}`,
    right:
      day === null ? spent : `${Math.floor(day.done)} of ${day.planned} min ${signs.dot} ${spent} this time`,
  };
};
