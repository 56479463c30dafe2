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
