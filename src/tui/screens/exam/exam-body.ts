/** What a running exam shows below its header, as lines. */
import { countBlanks } from '../../../core/exam/sitting.ts';
import { duration } from '../../../text/exam/durations.ts';
import type { Focused, Sheet } from '../../components/question/question-lines.ts';
import { TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { scrollBy, scrollToRange, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import { clockText } from './exam-header.ts';
import { askingLines, examQuestionLines, gridLines } from './exam-lines.ts';
import type { ExamFacts, ExamScreenState } from './exam-state.ts';
import { draftNow, questionAt, viewOf } from './exam-state.ts';

const contentOf = (state: ExamScreenState, facts: ExamFacts, sheet: Sheet): Focused => {
  const { sitting, left } = facts;
  const { theme, columns } = sheet;
  switch (viewOf(state, facts)) {
    case 'asking':
      return { lines: askingLines(countBlanks(sitting), clockText(left), sheet), focus: null };
    case 'paused':
      return { lines: [theme.style.strong('Paused.'), '', `${duration(left)} left.`], focus: null };
    case 'all':
      return gridLines(sitting, state.chosen, state.view, columns, theme);
    case 'question': {
      const { question, record } = questionAt(sitting);
      return examQuestionLines(question, record, draftNow(state, sitting), sheet);
    }
  }
};

/** Draws an exam below its header. Drawing tells the state what was seen; it changes nothing else. */
export const drawExam = (
  state: ExamScreenState,
  { columns, rows }: Size,
  facts: ExamFacts,
  parts: Pick<Sheet, 'theme' | 'render'>,
): { readonly lines: readonly string[]; readonly state: ExamScreenState } => {
  const { lines, focus } = contentOf(state, facts, { ...parts, columns: Math.min(columns, TEXT_COLUMNS) });
  const seen = { rows, length: lines.length };
  const at = { top: state.top, ...seen };
  const top =
    focus === null || state.follows !== 'focus' ? scrollBy(at, 0) : scrollToRange(at, focus.from, focus.to);
  return { lines: window(lines, top, rows), state: { ...state, top, seen } };
};
