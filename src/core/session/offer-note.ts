/** When a section is worth reading before its next item is asked. */
import type { Answer, Answers } from './state.ts';

/** Misses in one section of a session after which its note is offered. */
const MISSES = 2;

/** Misses in the section of an answer so far. @param answers of the session, that one included */
const missesIn = (answers: Answers | null, { topic, section }: Pick<Answer, 'topic' | 'section'>): number => {
  let misses = 0;
  for (let at = answers; at !== null; at = at.before)
    if (at.last.topic === topic && at.last.section === section && at.last.rating === 'again') misses++;
  return misses;
};

/** Whether an answer, the last one, was the miss that makes its note worth reading. */
export const offersNote = (answers: Answers | null, answer: Answer): boolean =>
  answer.rating === 'again' && missesIn(answers, answer) === MISSES;
