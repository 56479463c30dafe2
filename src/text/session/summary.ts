import type { Moment } from '../../core/base/civil-day.ts';
import type { SessionSummary } from '../../core/session/summary.ts';
import { alignColumns, grouped, plural } from '../layout/columns.ts';
import { dayText } from '../stats/dates.ts';
import { waitText } from './rating-line.ts';
import { notePlace } from '../question/question-lines.ts';
import type { Style } from '../layout/style.ts';

const DAY = 86_400_000;

/** `40 s`, `12 min`. */
const spent = (ms: number): string =>
  ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;

/** The command that trains what went worst; `null` where nothing was wrong. */
export const trainingCommand = ({ weakest }: SessionSummary): string | null => {
  if (weakest === null) return null;
  return weakest.type === 'question' ? `study quiz ${weakest.topic} --weak` : `study cards ${weakest.topic}`;
};

const outlookLines = ({ upcoming }: SessionSummary, { at }: Moment): readonly string[] => {
  const { due, stepAt, next } = upcoming;
  const lines = due > 0 ? [`Still due: ${grouped(due)}`] : [];
  if (stepAt !== null && stepAt < at + DAY) lines.push(`Next: one comes back in ${waitText(stepAt - at)}`);
  else if (due === 0 && next !== null) lines.push(`Next: ${grouped(next.items)} due on ${dayText(next.day)}`);
  return lines;
};

/** What a session came to, as plain lines. */
export const summaryLines = (summary: SessionSummary, moment: Moment, style: Style): readonly string[] => {
  const { answers, correct, ms, skipped, topics, leeches, sureButWrong } = summary;
  const lines = summary.reason === 'time' ? ['The time is up.'] : [];
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
  if (command !== null) lines.push(`Practice what you missed: ${style.code(command)}`);
  return lines;
};
