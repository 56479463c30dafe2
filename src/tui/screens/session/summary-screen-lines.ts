/** The end of a session on the screen: what it came to, and what the keys offer to do next. */
import type { SessionSummary } from '../../../core/session/summary.ts';
import type { Moment } from '../../../core/base/civil-day.ts';
import { summaryLines } from '../../../text/session/summary.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import type { Paper } from './question-lines.ts';

/** @param before what is said first, such as why there was nothing to ask */
export const summaryScreenLines = (
  summary: SessionSummary,
  moment: Moment,
  before: readonly string[],
  { columns, theme }: Pick<Paper, 'columns' | 'theme'>,
): readonly string[] => {
  const hang = (line: string): readonly string[] => {
    const [first = '', ...more] = wrapText(line, columns - 2);
    return [first, ...more.map(part => `  ${part}`)];
  };
  return [...before, ...summaryLines(summary, moment, theme.style)].flatMap(hang);
};
