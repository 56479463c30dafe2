/** Practice: questions from a calculator, one after the other. Nothing of it is kept. */
import type { Calculator } from '../../../core/calc/catalogue.ts';
import type { Given } from '../../../core/calc/engine/evaluation.ts';
import type { Made } from '../../../core/calc/practice/practice.ts';
import { mistakeBehind, practiceExercise } from '../../../core/calc/practice/practice.ts';
import type { Graded } from '../../../core/question/grade.ts';
import { acceptedAnswers, grade } from '../../../core/question/grade.ts';
import type { Presented } from '../../../core/question/present.ts';
import { present } from '../../../core/question/present.ts';
import { seedFor } from '../../../core/base/random.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { draftLine, makeDraft } from '../../models/answer-draft.ts';

/** Practice with a calculator: one question after another. */
export interface PracticeState {
  readonly calculator: Calculator;
  readonly seed: number;
  /** Counts the questions from 0. */
  readonly number: number;
  readonly made: Made;
  readonly shown: Presented;
  readonly draft: AnswerDraft;
  /** Set once it is answered. */
  readonly graded: Graded | null;
  /** The usual mistake that led to the answer; `null`: none that is known. */
  readonly mistake: string | null;
  /** Answers so far, oldest first. */
  readonly verdicts: readonly boolean[];
}

const put = (
  calculator: Calculator,
  seed: number,
  number: number,
  verdicts: readonly boolean[],
): PracticeState => {
  const made = practiceExercise(calculator, seedFor(seed, `practice ${number}`));
  const shown = present(made.question, seed, null, () => null)?.shown;
  if (shown === undefined) throw new Error('A practice question is no template');
  return {
    calculator,
    seed,
    number,
    made,
    shown,
    draft: makeDraft(shown),
    graded: null,
    mistake: null,
    verdicts,
  };
};

/** The first question of a seed. */
export const startPractice = (calculator: Calculator, seed: number): PracticeState =>
  put(calculator, seed, 0, []);

/** The next question, whether this one was answered or not. */
export const nextQuestion = ({ calculator, seed, number, verdicts }: PracticeState): PracticeState =>
  put(calculator, seed, number + 1, verdicts);

/** Judges the answer; a text says what would be one, where it is none. */
export const answerPractice = (state: PracticeState): PracticeState | string => {
  const { shown, draft, made, verdicts } = state;
  const line = draftLine(draft);
  const graded = grade(shown, line, () => false);
  if (graded.kind === 'no-answer') return line === '' ? acceptedAnswers(shown) : graded.accepted;
  const isRight = graded.verdict === 'correct';
  return {
    ...state,
    graded,
    mistake: isRight ? null : (mistakeBehind(made, line)?.why ?? null),
    verdicts: [...verdicts, isRight],
  };
};

/** The numbers of the question, as flags of the calculator. */
export const numbersOf = ({ made }: PracticeState): Given => made.given;
