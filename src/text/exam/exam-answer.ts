/** Answers of a paper's questions as a learner would type them. */
import type { Response } from '../../core/journal/event.ts';
import { keyWords, responseWords } from '../../core/exam/answer-words.ts';
import type { PaperQuestion } from '../../core/journal/paper.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';

/** The answer that stands, as it was typed or would be: `2`, `1,3`, `true`, `3 1 2`, `a=2 b=1`; `''` where blank. */
export const typedAnswer = (question: PaperQuestion, response: Response | null): string =>
  sanitizeLine(responseWords(question, response).line);

/** The right answer in the same form. */
export const keyOf = (question: PaperQuestion): string => sanitizeLine(keyWords(question).line);
