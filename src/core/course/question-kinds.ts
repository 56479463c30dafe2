/** The kinds of questions, in the order in which they are listed. */
export type QuestionKind = 'single' | 'multiple' | 'true-false' | 'numeric' | 'order' | 'match' | 'text';
export const QUESTION_KINDS: readonly QuestionKind[] = [
  'single',
  'multiple',
  'true-false',
  'numeric',
  'order',
  'match',
  'text',
];

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

export type Level = 'recall' | 'apply' | 'analyse';
export const LEVELS: readonly Level[] = ['recall', 'apply', 'analyse'];
/** `exam`: written in the form of the real exam. A question without a grade is a drill. */
export type Grade = 'exam';
export const GRADES: readonly Grade[] = ['exam'];
