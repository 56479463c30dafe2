/** A practice question after the answer, as styled lines. */
import type { Graded } from '../../../core/question/grade.ts';
import type { Presented } from '../../../core/question/present.ts';
import { explain } from '../../components/question/explanation.ts';
import type { Laid } from '../../components/question/explanation-layout.ts';
import { layExplanation } from '../../components/question/explanation-layout.ts';
import type { Sheet } from '../../components/question/question-lines.ts';

/** The question above, and below it the answer, the usual mistake that led to it, and the working. */
export const practiceFeedback = (
  shown: Presented,
  graded: Graded,
  mistake: string | null,
  rows: number,
  sheet: Sheet,
): Laid => {
  const named = mistake === null ? [] : [`A usual mistake: ${mistake}`];
  const explanation = explain(shown, graded.response, [...named, ...graded.notes], sheet.theme);
  return layExplanation(explanation, { rows, opened: new Set(), all: false, after: [], more: [] }, sheet);
};
