/** What the chosen day of a plan holds. */
import type { ScoredDay } from '../../../app/learner/outlook.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { plural } from '../../../text/layout/columns.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { dayText, daysAway } from '../../../text/stats/dates.ts';
import type { Theme } from '../../components/theme.ts';

interface DayParts {
  readonly day: number;
  readonly today: number;
  readonly examDay: number;
  readonly hasDate: boolean;
  readonly examCode: string;
  /** What is planned; `null` before today, on the day of the exam, and while it is worked out. */
  readonly planned: ScoredDay | null;
  /** Done on that day. */
  readonly minutes: number;
  readonly answers: number;
  /** Minutes that a mock exam of that day takes. */
  readonly mockMinutes: number;
  /** Titles of the topics that are begun on that day. */
  readonly topics: readonly string[];
}

const LABEL = 13;

/** At most `rows` lines; the first names the day. */
export const dayLines = (parts: DayParts, rows: number, columns: number, theme: Theme): readonly string[] => {
  const { day, today, examDay, hasDate, planned, minutes, answers, topics } = parts;
  const { style, signs } = theme;
  const name = padEnd(style.strong(dayText(day)), LABEL);
  const fit = (text: string): string => shortName(text, columns - LABEL - 2, signs.ellipsis);
  /** Whole titles, as many as fit: some have commas of their own. */
  const beginsText = ([first = '', ...others]: readonly string[]): string => {
    const room = columns - LABEL - 2;
    let text = fit(first);
    for (const title of others) {
      const longer = `${text} ${signs.dot} ${title}`;
      if (cellWidth(longer) <= room) text = longer;
    }
    return text;
  };
  const row = (label: string, text: string): string => `  ${padEnd(label, LABEL - 2)}${style.dim(fit(text))}`;
  const done = answers === 0 ? [] : [`${Math.round(minutes)} min done, ${plural(answers, 'answer')}`];
  if (day < today) return [`${name}${done[0] ?? 'nothing was studied'}`];
  if (day === examDay && hasDate) return [`${name}${parts.examCode} ${daysAway(day - today)}. Good luck!`];
  if (planned === null) return [`${name}${style.dim(signs.ellipsis)}`];
  if (planned.off) return [`${name}${['day off', ...done].join(` ${signs.dot} `)}`];
  const left =
    day === today && (answers > 0 || minutes >= 1)
      ? [`${Math.floor(minutes)} of ${planned.minutes} min done`]
      : [`${planned.minutes} min`];
  const isDone = day === today && minutes >= planned.minutes;
  const items = [
    ...(planned.reviews > 0 ? [row('Reviews', `about ${planned.reviews}`)] : []),
    ...(planned.fresh > 0 ? [row('New cards', `about ${planned.fresh}`)] : []),
    ...(planned.questions > 0 ? [row('Questions', `about ${planned.questions}`)] : []),
    ...(planned.mock > 0
      ? [row('Mock exam', `${plural(planned.mock, 'question')}, about ${Math.round(parts.mockMinutes)} min`)]
      : []),
    ...(topics.length > 0 ? [row('Begins', beginsText(topics.map(sanitizeLine)))] : []),
  ];
  const text = items.length === 0 || isDone ? [...left, isDone ? 'done' : 'nothing is left to ask'] : left;
  return [`${name}${text.join(` ${signs.dot} `)}`, ...(isDone ? [] : items)].slice(0, Math.max(1, rows));
};
