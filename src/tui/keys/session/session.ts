/** The keys of a session, from a card before its answer to the end. */
import { ANSWER_KEYS } from './answers.ts';
import { CARD_KEYS } from './cards.ts';
import { QUESTION_KEYS } from './questions.ts';

export const SESSION_KEYS = { ...CARD_KEYS, ...QUESTION_KEYS, ...ANSWER_KEYS } as const;
