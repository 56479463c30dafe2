import { dayToDate, localMinute } from '../core/civil-day.ts';
import type { Moment } from '../core/civil-day.ts';
import type { SessionSummary } from '../core/session/summary.ts';
import { alignColumns, plural } from './columns.ts';
import { notePlace } from './question-lines.ts';
import type { Style } from './style.ts';

/** `40 s`, `12 min`. */
const spent = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;

/** The command that trains what went worst; `null` where nothing was wrong. */
export const trainingCommand = ({ weakest }: SessionSummary): string | null => {
  if (weakest === null) return null;
  return weakest.type === 'question' ? `study quiz ${weakest.topic} --weak` : `study cards ${weakest.topic}`;
};

const outlookLines = ({ outlook, reason }: SessionSummary, { at, tz }: Moment): readonly string[] => {
  const { due, stepAt, next } = outlook;
  if (due > 0 && reason !== 'done') return [`Still due now: ${due}`];
  if (due > 0) return [`Due now: ${due}`];
  if (stepAt !== null && stepAt < at + 86_400_000)
    return [`Next: a learning step at ${localMinute(stepAt, tz)}`];
  return next === null ? [] : [`Next: ${plural(next.items, 'item')} due on ${dayToDate(next.day)}`];
};

const WHY_ENDED = { done: '', limit: '', time: 'The time is up.', stopped: '' } as const;

/** What a session came to, as plain lines. */
export const summaryLines = (summary: SessionSummary, moment: Moment, style: Style): readonly string[] => {
  const { answers, correct, ms, skipped, topics, leeches, sureButWrong } = summary;
  const lines: string[] = [];
  if (WHY_ENDED[summary.reason] !== '') lines.push(WHY_ENDED[summary.reason]);
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  lines.push(
    answers === 0
      ? `${style.heading('Summary')}: nothing answered${skips}`
      : `${style.heading('Summary')}: ${correct} of ${answers} correct${skips}, ${spent(ms)}`,
  );
  if (topics.length > 0) {
    const rows = topics.map(({ topic, answers: all, correct: right }) => [
      `  ${topic}`,
      `${right} of ${all}`,
    ]);
    lines.push(...alignColumns(rows, ['left', 'right']));
  }
  if (sureButWrong.length > 0) lines.push(`Sure but wrong: ${sureButWrong.join(', ')}`);
  for (const leech of leeches) {
    const note = style.code(`study notes ${notePlace(leech)}`);
    lines.push(
      `Forgotten ${plural(leech.lapses + 1, 'time')}: ${leech.item}. Read ${note} before it comes again.`,
    );
  }
  lines.push(...outlookLines(summary, moment));
  const command = trainingCommand(summary);
  if (command !== null) lines.push(`Train the weakest: ${style.code(command)}`);
  return lines;
};
