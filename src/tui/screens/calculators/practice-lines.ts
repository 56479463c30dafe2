/** A practice question after the answer, as styled lines. */
import type { Graded } from '../../../core/question/grade.ts';
import type { Presented } from '../../../core/question/present.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import type { Focused, Paper } from '../session/question-lines.ts';
import { feedbackLines } from '../session/question-lines.ts';

/** The feedback of any question, and the usual mistake that led to the answer right below the verdict. */
export const practiceFeedback = (
  shown: Presented,
  graded: Graded,
  mistake: string | null,
  paper: Paper,
): Focused => {
  const { lines, focus } = feedbackLines(shown, graded, paper);
  if (mistake === null) return { lines, focus };
  const at = (focus?.from ?? 0) + 1;
  const named = wrapText(`${paper.theme.style.warning('A usual mistake:')} ${mistake}`, paper.columns);
  return {
    lines: [...lines.slice(0, at), ...named, ...lines.slice(at)],
    focus: focus === null ? null : { from: focus.from, to: focus.to + named.length },
  };
};
