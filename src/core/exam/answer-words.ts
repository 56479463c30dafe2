/** Turns what was answered, which the journal holds as hashes of texts, back into numbers and words. */
import type { Response } from '../journal/event.ts';
import { textFingerprint } from '../course/keys.ts';
import { rightAnswer } from '../question/grade.ts';
import { leftLetter } from '../question/read-answer.ts';
import type { PaperQuestion } from '../journal/paper.ts';
import { presentedOf } from './shown.ts';

/** An answer as it would be typed, and in words. */
interface AnswerWords {
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

/** Numbers, from 1, of the options that a list of hashes names, as they are shown. */
export const optionNumbers = (question: PaperQuestion, hashes: readonly string[]): readonly number[] => {
  const named = new Set(hashes);
  return 'options' in question
    ? question.options.flatMap(({ text }, i) => (named.has(textFingerprint(text)) ? [i + 1] : []))
    : [];
};

/** Numbers, from 1 and as they are shown, of the steps in the order that was answered. */
export const stepNumbers = (
  { shown }: Extract<PaperQuestion, { kind: 'order' }>,
  steps: readonly string[],
): readonly number[] => numbersOf(shown, steps);

/** For each left side the number, from 1, of the right side that was answered; 0: none. */
export const pairNumbers = (
  { pairs, rights }: Extract<PaperQuestion, { kind: 'match' }>,
  answered: readonly (readonly [string, string])[],
): readonly number[] => {
  const byLeft = new Map(answered);
  return pairs.map(({ left }) => numbersOf(rights, [byLeft.get(textFingerprint(left)) ?? ''])[0] ?? 0);
};

const NONE: AnswerWords = { line: '', texts: [] };

/** What a learner answered; empty for no answer, or one that is none to this question. */
export const responseWords = (question: PaperQuestion, response: Response | null): AnswerWords => {
  if (response === null) return NONE;
  switch (response.kind) {
    case 'options': {
      if (!('options' in question)) return NONE;
      const numbers = optionNumbers(question, response.chosen);
      return {
        line: numbers.join(','),
        texts: numbers.map(number => question.options[number - 1]?.text ?? ''),
      };
    }
    case 'boolean':
      return { line: String(response.value), texts: [String(response.value)] };
    case 'number':
    case 'text':
      return { line: response.typed, texts: [response.typed] };
    case 'order': {
      if (question.kind !== 'order') return NONE;
      const numbers = stepNumbers(question, response.steps);
      return { line: numbers.join(' '), texts: pick(question.shown, numbers) };
    }
    case 'match': {
      if (question.kind !== 'match') return NONE;
      const numbers = pairNumbers(question, response.pairs);
      const rights = pick(question.rights, numbers);
      return {
        line: numbers.map((number, i) => `${leftLetter(i)}=${number}`).join(' '),
        texts: question.pairs.map(({ left }, i) => `${left}: ${rights[i] ?? ''}`),
      };
    }
  }
};

const keyTexts = (question: PaperQuestion): readonly string[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ correct }) => correct).map(({ text }) => text);
    case 'true-false':
      return [String(question.answer)];
    case 'numeric':
      return [`${question.answer} ${question.unit}`.trim()];
    case 'order':
      return question.steps;
    case 'match':
      return question.pairs.map(({ left, right }) => `${left}: ${right}`);
    case 'text':
      return question.accept;
  }
};

/** What is right. */
export const keyWords = (question: PaperQuestion): AnswerWords => ({
  line: rightAnswer(presentedOf(question)),
  texts: keyTexts(question),
});
