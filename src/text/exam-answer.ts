/** Answers of a paper's questions as a learner would type them. */
import type { PaperQuestion } from '../core/exam/paper.ts';
import { presentedOf } from '../core/exam/shown.ts';
import type { Response } from '../core/event.ts';
import { textFingerprint } from '../core/fingerprint.ts';
import { leftLetter } from '../core/grade.ts';
import { sanitizeLine } from '../core/sanitize.ts';
import { rightAnswer } from './question-lines.ts';

/** Numbers, from 1, of the options that a list of hashes names. */
export const optionNumbers = (question: PaperQuestion, hashes: readonly string[]): readonly number[] => {
  const named = new Set(hashes);
  return 'options' in question
    ? question.options.flatMap(({ text }, i) => (named.has(textFingerprint(text)) ? [i + 1] : []))
    : [];
};

/** Place of each hash among the texts, from 1; equal texts take their places in turn, 0 stands for none. */
const placesOf = (hashes: readonly string[], texts: readonly string[]): readonly number[] => {
  const left: (string | null)[] = texts.map(textFingerprint);
  return hashes.map(hash => {
    const at = left.indexOf(hash);
    if (at !== -1) left[at] = null;
    return at + 1;
  });
};

/** The answer that stands, as it was typed or would be: `2`, `1,3`, `true`, `3 1 2`, `a=2 b=1`; `''` where blank. */
export const typedAnswer = (question: PaperQuestion, response: Response | null): string => {
  if (response === null) return '';
  switch (response.kind) {
    case 'options':
      return optionNumbers(question, response.chosen).join(',');
    case 'boolean':
      return String(response.value);
    case 'order':
      return question.kind === 'order' ? placesOf(response.steps, question.shown).join(' ') : '';
    case 'match': {
      if (question.kind !== 'match') return '';
      const rights = question.rights.map(textFingerprint);
      const given = new Map(response.pairs);
      return question.pairs
        .map(
          ({ left }, i) => `${leftLetter(i)}=${rights.indexOf(given.get(textFingerprint(left)) ?? '') + 1}`,
        )
        .join(' ');
    }
    case 'number':
    case 'text':
      return sanitizeLine(response.typed);
  }
};

/** The right answer in the same form. */
export const keyOf = (question: PaperQuestion): string => sanitizeLine(rightAnswer(presentedOf(question)));
