/** The exams that were taken as styled lines. */
import { localMinute } from '../../../core/base/civil-day.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { ExamHistory } from '../../../core/exam/report-model.ts';
import type { TakenExam } from '../../../core/exam/past/taken.ts';
import { countText, intervalText, shareText } from '../../../text/exam/exam-words.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import { cellWidth, padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';

/** `1:52 h`, `28 min`, `17 s`: how long an exam took. */
const usedText = (ms: number): string => {
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
};

/** `1:28 h`, `17 min` that are left, rounded up so that nobody reads 0 while there is time. */
const leftText = (ms: number): string => {
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 60
    ? `${minutes} min`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
};

/** The day on which an exam was taken, as `YYYY-MM-DD` on the clock it was started on. */
export const dateOf = ({ startedAt, tz }: Pick<TakenExam, 'startedAt' | 'tz'>): string =>
  localMinute(startedAt, tz).slice(0, 10);

const remarkOf = ({ reason, practice, forecast, isPart }: TakenExam): string => {
  if (reason === 'time') return 'time ran out';
  if (forecast !== null) return `forecast ${intervalText(forecast)}`;
  if (practice) return 'practice';
  return isPart ? 'part of the exam' : '';
};

/** How the last two full exams compare, in one sentence. */
export const changeOfFull = ({ points, clear }: ExamHistory['changes'][number]): string => {
  const by = Math.round(Math.abs(points));
  if (!clear) return 'The last two full exams do not differ by more than chance.';
  return `The last full exam was ${by} points ${points > 0 ? 'better' : 'worse'} than the one before: more than chance.`;
};

/** From here on there is room for the time it took and what was forecast, and for more than a space between columns. */
const WIDE = 72;

/** Rows from `top` on, as many as fit. @param hasNames the exams are of several kinds, and each is named */
export const examRows = (
  exams: readonly TakenExam[],
  top: number,
  height: number,
  {
    columns,
    cursor,
    hasNames,
    theme,
  }: {
    readonly columns: number;
    readonly cursor: number;
    readonly hasNames: boolean;
    readonly theme: Theme;
  },
): readonly string[] => {
  const { style, signs } = theme;
  return exams.slice(top, top + height).map((exam, i) => {
    const isHere = top + i === cursor;
    const isWide = columns >= WIDE;
    const gap = isWide ? '  ' : ' ';
    const name = hasNames ? padEnd(sanitizeLine(exam.blueprint).toUpperCase(), 8) + gap : '';
    const kind = padEnd(`${exam.length} ${exam.questions}`, isWide ? 9 : 8);
    const day = padEnd(exam.isOpen ? 'open' : dayAndMonth(dateOf(exam)), isWide ? 11 : 10);
    const head = `${isHere ? signs.pointer : ' '} ${day}${gap}${name}${kind}${gap}`;
    const clock = exam.practice ? 'clock paused' : 'clock running';
    const cells =
      exam.score === null
        ? [`question ${exam.position}`, `${leftText(exam.left)} left`, clock]
        : [
            padStart(countText(exam.score), 8),
            padEnd(shareText(exam.score), isWide ? 14 : 0),
            ...(isWide ? [padStart(usedText(exam.used), 6), remarkOf(exam)] : []),
          ];
    const between = isWide ? '   ' : '  ';
    // Where there is no room, whole cells leave from the end.
    while (cells.length > 1 && cellWidth((head + cells.join(between)).trimEnd()) > columns) cells.pop();
    const line = truncate((head + cells.join(between)).trimEnd(), columns, signs.ellipsis);
    return isHere ? style.strong(line) : line;
  });
};
