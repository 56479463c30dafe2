/** Turns what was answered, which the journal holds as hashes of texts, back into numbers and words. */
import type { Response } from '../event.ts';
import { textFingerprint } from '../fingerprint.ts';
import { leftLetter } from '../grade.ts';
import type { PaperQuestion } from './paper.ts';

/** An answer as it would be typed, and in words. */
export interface AnswerWords {
  /** `2`, `1,3`, `true`, `24 RCU`, `3 1 2`, `a=2 b=1`. */
  readonly line: string;
  /** One text for each option, step or pair (`left: right`). */
  readonly texts: readonly string[];
}

/** Numbers (from 1) of the texts with these hashes, in the order of the hashes; those that are not there are left out. */
const numbersOf = (texts: readonly string[], hashes: readonly string[]): readonly number[] => {
  const known = texts.map(textFingerprint);
  return hashes.map(hash => known.indexOf(hash) + 1).filter(number => number > 0);
};

const pick = (texts: readonly string[], numbers: readonly number[]): readonly string[] =>
  numbers.map(number => texts[number - 1] ?? '');

const optionWords = (texts: readonly string[], numbers: readonly number[]): AnswerWords => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { line: sorted.join(','), texts: pick(texts, sorted) };
};

const stepWords = (shown: readonly string[], numbers: readonly number[]): AnswerWords => ({
  line: numbers.join(' '),
  texts: pick(shown, numbers),
});

/** @param chosen by left side, the number of its right side; 0: none */
const pairWords = (
  lefts: readonly string[],
  rights: readonly string[],
  chosen: readonly number[],
): AnswerWords => ({
  line: chosen.map((number, index) => `${leftLetter(index)}=${number}`).join(' '),
  texts: lefts.map((left, index) => `${left}: ${rights[(chosen[index] ?? 0) - 1] ?? ''}`),
});

const NONE: AnswerWords = { line: '', texts: [] };

/** What a learner answered; empty for no answer, or one that is none to this question. */
export const responseWords = (question: PaperQuestion, response: Response | null): AnswerWords => {
  if (response === null) return NONE;
  switch (response.kind) {
    case 'options': {
      if (!('options' in question)) return NONE;
      const texts = question.options.map(({ text }) => text);
      return optionWords(texts, numbersOf(texts, response.chosen));
    }
    case 'boolean':
      return { line: String(response.value), texts: [String(response.value)] };
    case 'number':
    case 'text':
      return { line: response.typed, texts: [response.typed] };
    case 'order':
      return question.kind === 'order'
        ? stepWords(question.shown, numbersOf(question.shown, response.steps))
        : NONE;
    case 'match': {
      if (question.kind !== 'match') return NONE;
      const lefts = question.pairs.map(({ left }) => left);
      const byLeft = new Map(response.pairs);
      const chosen = lefts.map(
        left => numbersOf(question.rights, [byLeft.get(textFingerprint(left)) ?? ''])[0] ?? 0,
      );
      return pairWords(lefts, question.rights, chosen);
    }
  }
};

/** What is right. */
export const keyWords = (question: PaperQuestion): AnswerWords => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return optionWords(
        question.options.map(({ text }) => text),
        question.options.flatMap(({ correct }, index) => (correct ? [index + 1] : [])),
      );
    case 'true-false':
      return { line: String(question.answer), texts: [String(question.answer)] };
    case 'numeric': {
      const line = `${question.answer} ${question.unit}`.trim();
      return { line, texts: [line] };
    }
    case 'order':
      return stepWords(
        question.shown,
        question.steps.map(step => question.shown.indexOf(step) + 1),
      );
    case 'match':
      return pairWords(
        question.pairs.map(({ left }) => left),
        question.rights,
        question.pairs.map(({ right }) => question.rights.indexOf(right) + 1),
      );
    case 'text':
      return { line: question.accept[0] ?? '', texts: question.accept };
  }
};
