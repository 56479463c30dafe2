/** Takes back what was done in a running exam, act by act: every act is undone by its opposite, and both are kept. */
import { optionNumbers } from '../../../core/exam/answer-words.ts';
import type { QuestionRecord, Sitting } from '../../../core/exam/sitting.ts';
import type { ExamInput } from '../../../core/exam/state.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { draftLine } from '../../models/answer-draft.ts';
import { draftOf } from './exam-draft.ts';

/** How a question stood before something was done to it. */
export interface Undoable {
  /** From 1. */
  readonly number: number;
  readonly record: QuestionRecord;
}

/** What an act has changed about the question at hand; `null`: nothing. */
export const undoableOf = (before: Sitting, after: Sitting): Undoable | null => {
  const index = before.position;
  const [old, now] = [before.records[index], after.records[index]];
  if (old === undefined || now === undefined) return null;
  const isSame =
    old.flagged === now.flagged &&
    old.unsure === now.unsure &&
    JSON.stringify(old.struck) === JSON.stringify(now.struck) &&
    JSON.stringify(old.response) === JSON.stringify(now.response);
  return isSame ? null : { number: index + 1, record: old };
};

const answerInput = (question: PaperQuestion, { response }: QuestionRecord): ExamInput => {
  if (response === null) return { type: 'clear' };
  if (response.kind === 'options')
    return { type: 'choose', options: optionNumbers(question, response.chosen) };
  return { type: 'answer', line: draftLine(draftOf(question, response)) };
};

/** The inputs that bring a question back to how it stood; it must be the one at hand. */
export const undoInputs = (
  question: PaperQuestion,
  now: QuestionRecord,
  { record }: Undoable,
): readonly ExamInput[] => {
  const numbers = (struck: readonly string[]): readonly number[] => optionNumbers(question, struck);
  const changed = [...numbers(now.struck), ...numbers(record.struck)].filter(
    option => numbers(now.struck).includes(option) !== numbers(record.struck).includes(option),
  );
  return [
    ...(now.flagged === record.flagged ? [] : [{ type: 'flag' } as const]),
    ...(JSON.stringify(now.response) === JSON.stringify(record.response)
      ? []
      : [answerInput(question, record)]),
    ...(now.unsure === record.unsure ? [] : [{ type: 'unsure' } as const]),
    ...[...new Set(changed)].map(option => ({ type: 'strike', option }) as const),
  ];
};
