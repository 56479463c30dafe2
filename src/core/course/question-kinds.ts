/** The kinds of questions, in the order in which they are listed, and what they are made of. */
export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'numeric' | 'order' | 'match' | 'text';

/** Every kind of question. */
export const QUESTION_KINDS: readonly QuestionKind[] = [
  'single',
  'multiple',
  'true-false',
  'numeric',
  'order',
  'match',
  'text',
];

/**
 * Whether a question has the form in which an exam asks. `grade: exam` marks single and multiple questions that have
 * it; what the exam asks in other kinds has it by its kind.
 * @param kinds the kinds that the exam asks
 */
export const inExamForm = (
  { kind, grade }: { readonly kind: string; readonly grade?: 'exam' | undefined },
  kinds: readonly string[],
): boolean =>
  grade === 'exam' || (kind !== 'single' && kind !== 'multiple' && kinds.some(asked => asked === kind));

/** A set of values a template draws from; exact decimal text is kept as text. */
export type TemplateInput =
  | {
      readonly type: 'range';
      readonly from: number;
      readonly to: number;
      readonly step: number;
      readonly unit: string;
    }
  | { readonly type: 'choose'; readonly values: readonly { readonly value: string; readonly text: string }[] }
  | { readonly type: 'fixed'; readonly value: string };

/** What a template computes with formulas of its own (`src/core/calc/formulas/formula.ts`), as they were written. */
export interface OwnFormulas {
  /** Conditions on inputs and steps; numbers that do not meet them are drawn again. */
  readonly where: readonly string[];
  readonly steps: readonly {
    readonly name: string;
    /** `''`: made from the name. */
    readonly label: string;
    readonly formula: string;
    readonly unit: string;
  }[];
  readonly answer: string;
  readonly unit: string;
  /** Decimal text, absolute (`0.5`) or a share (`2%`); `''`: by the answer. */
  readonly tolerance: string;
  readonly mistakes: readonly {
    /** The step that the mistake gets wrong; `''`: the answer. */
    readonly step: string;
    readonly formula: string;
    readonly why: string;
  }[];
}

/** An option of a choice question, with the reason why it is right or wrong. */
export interface Option {
  readonly text: string;
  readonly correct: boolean;
  readonly why: string;
}

/** Two things that belong together. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  /** Why the two belong together; absent where the question has one reason for all. */
  readonly why?: string;
}

/** What a question takes: to remember, to apply, to weigh. */
export type Level = 'recall' | 'apply' | 'analyse';

/** All levels, the lowest first. */
export const LEVELS: readonly Level[] = ['recall', 'apply', 'analyse'];

/** `exam`: written in the form of the real exam. A question without a grade is a drill. */
export type Grade = 'exam';

/** All grades. */
export const GRADES: readonly Grade[] = ['exam'];
