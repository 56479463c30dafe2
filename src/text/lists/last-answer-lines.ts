/** The last answer to a question as plain lines, in a sentence, and as JSON. */
import type { LastAnswer } from '../../app/lists/last-answer.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { localMinute, utcMoment } from '../../core/base/civil-day.ts';
import { wrapText } from '../layout/wrap.ts';

const inWords = (texts: readonly string[]): string =>
  texts.map(text => sanitizeLine(plainText(text).replace(/\s+/g, ' ').trim())).join('; ');

/** What was answered: `left blank` in an exam; `null` where the question no longer says it. */
const givenWords = ({ response, given }: LastAnswer): string | null =>
  response === null ? 'left blank' : given.length === 0 ? null : inWords(given);

/** What was answered, and below it what is right where it was not; indented. */
export const lastAnswerLines = (answer: LastAnswer, columns: number): readonly string[] => {
  const given = givenWords(answer);
  const { isChanged, verdict, right } = answer;
  const labelled = (label: string, text: string): readonly string[] =>
    wrapText(text, Math.max(20, columns - 9)).map((line, i) => `  ${i === 0 ? label : '     '}  ${line}`);
  return [
    ...(given === null ? [] : labelled('yours', given)),
    ...(verdict === 'correct' ? [] : labelled('right', inWords(right))),
    ...(isChanged ? ['  The question was changed after that.'] : []),
  ];
};

/** The same in a sentence, without its full stop. */
export const lastAnswerSentence = (answer: LastAnswer): string => {
  const given = givenWords(answer);
  const yours = given === null ? [] : [answer.response === null ? given : `you gave ${given}`];
  const right = answer.verdict === 'correct' ? [] : [`right is ${inWords(answer.right)}`];
  return `Last answer: ${[answer.verdict ?? 'none', ...yours, ...right].join(', ')}`;
};

/** The same as JSON. */
export const lastAnswerShape = ({ at, tz, mode, verdict, given, right, isChanged }: LastAnswer) => ({
  at: localMinute(at, tz),
  atUtc: utcMoment(at),
  mode,
  verdict,
  given,
  right,
  changedSince: isChanged,
});
