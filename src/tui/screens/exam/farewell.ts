import type { ExamRun } from '../../../app/exam/exam-run.ts';
import { countBlanks } from '../../../core/exam/sitting.ts';
import { blanksText } from '../../../text/exam/exam-lines.ts';
import { examReportLines } from '../../../text/exam/exam-report.ts';
import type { Theme } from '../../components/theme.ts';
import { clockText } from './exam-header.ts';

/** Widest that text gets on the normal screen. */
const WIDEST = 80;

/** What stays of a sitting on the normal screen: its result, or how to go on with it. */
export const farewellLines = (
  run: ExamRun,
  resume: string,
  columns: number,
  theme: Theme,
): readonly string[] => {
  const { sitting } = run.state;
  const { style, ascii } = theme;
  if (sitting.phase === 'ended') {
    return sitting.end?.reason === 'abandoned'
      ? ['The exam was discarded. It has no score.']
      : examReportLines(run.report(), { style, width: Math.min(columns, WIDEST), ascii, spoken: false });
  }
  const clock = sitting.paper.practice ? 'The clock is paused' : 'The clock runs on';
  return [
    `The exam is still open: question ${sitting.position + 1}, ${blanksText(countBlanks(sitting))}.`,
    `${clock}: ${clockText(run.left())} left.`,
    `Resume with: ${style.code(resume)}`,
  ];
};
