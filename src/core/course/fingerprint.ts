import type { FixedQuestion } from './course.ts';
import { hash64 } from './hash64.ts';
import { normaliseText } from './normalise.ts';

/** Names a text of a question (an option, a step, one side of a pair) in the journal, free of case and spacing. */
export const textFingerprint = (text: string): string => hash64(normaliseText(text));

const partsOf = (question: FixedQuestion): readonly unknown[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(option => [option.text, option.correct]);
    case 'true-false':
      return [question.answer];
    case 'numeric':
      return [question.answer, question.unit, question.tolerance];
    case 'order':
      return question.steps;
    case 'match':
      return [question.pairs.map(pair => [pair.left, pair.right]), question.decoys];
    case 'text':
      return question.accept;
  }
};

/**
 * Names a question as it was put, numbers of a template filled in, whatever the order in which its options were
 * shown. Another fingerprint under the same key tells that the question has been edited since.
 */
export const questionFingerprint = (question: FixedQuestion): string =>
  hash64(JSON.stringify([question.kind, normaliseText(question.stem), partsOf(question)]));
