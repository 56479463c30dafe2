import { ANSWER_KEYS } from './answers.ts';
import { CARD_KEYS } from './cards.ts';
import { QUESTION_KEYS } from './questions.ts';

/** Keys of reviews, cards, quizzes and the placement. */
export const SESSION_KEYS = { ...CARD_KEYS, ...QUESTION_KEYS, ...ANSWER_KEYS } as const;
