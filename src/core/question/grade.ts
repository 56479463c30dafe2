/** Reads one typed line as the answer to a question and judges it. */
import type { Option } from '../course/course.ts';
import type { Response, Verdict } from '../journal/event.ts';
import { textFingerprint } from '../course/keys.ts';
import { compareNumber, readNumber } from './number-answer.ts';
import type { Presented } from './present.ts';
import { plainNumber } from '../base/digits.ts';
import { quoted, sanitizeLine } from '../base/sanitize.ts';
import { leftLetter, readNumbers, readPairs, readTruth } from './read-answer.ts';
import { matchText } from './text-answer.ts';

/** Parts of an answer: steps in their place, pairs, options to choose. */
interface Parts {
  readonly wrong: number;
  readonly total: number;
}

/** A judged answer. */
export interface Graded {
  readonly kind: 'graded';
  readonly verdict: Verdict;
  /** For what is graded by part; `null` for the rest. */
  readonly parts: Parts | null;
  readonly response: Response;
  /** What there is to say about how it was read, as sentences without a final stop. */
  readonly notes: readonly string[];
}

/** `accepted` says what would be an answer. */
export type Grade = { readonly kind: 'no-answer'; readonly accepted: string } | Graded;

/** Characters of a typed answer that the journal keeps. */
const KEPT = 500;

const kept = (line: string): string => sanitizeLine(line.trim()).slice(0, KEPT);

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** `two` for 2. */
export const countWord = (count: number): string => COUNTS[count] ?? String(count);

/** What is accepted as an answer, for a prompt and for a line that is none. */
export const acceptedAnswers = (shown: Presented): string => {
  switch (shown.kind) {
    case 'single':
      return `a number from 1 to ${shown.options.length}`;
    case 'multiple':
      return `${countWord(shown.choose)} different numbers from 1 to ${shown.options.length}, such as ${[1, 3, 4, 5, 6].slice(0, shown.choose).join(',')}`;
    case 'true-false':
      return 'true or false';
    case 'numeric':
      return shown.question.unit === ''
        ? 'a number, such as 12'
        : `a number, such as 12 (the unit "${shown.question.unit}" is optional)`;
    case 'order':
      return `the numbers 1 to ${shown.steps.length} in the right order, such as ${shown.steps.map((_, i) => ((i + 1) % shown.steps.length) + 1).join(' ')}`;
    case 'match':
      return 'a number for every letter, such as a=2 b=1';
    case 'text':
      return 'a word or a phrase';
  }
};

const partVerdict = ({ wrong, total }: Parts): Verdict =>
  wrong === 0 ? 'correct' : wrong < total ? 'partial' : 'wrong';

const judged = (
  verdict: Verdict,
  response: Response,
  parts: Parts | null = null,
  notes: readonly string[] = [],
): Graded => ({ kind: 'graded', verdict, parts, response, notes });

const gradeOptions = (options: readonly Option[], choose: number, line: string): Graded | null => {
  const chosen = readNumbers(line, options.length, choose);
  if (chosen === null || chosen.length !== choose || new Set(chosen).size !== choose) return null;
  const picked = options.filter((_, i) => chosen.includes(i + 1));
  const parts = { wrong: picked.filter(option => !option.correct).length, total: choose };
  const response: Response = {
    kind: 'options',
    chosen: picked.map(option => textFingerprint(option.text)).sort(),
  };
  return judged(partVerdict(parts), response, choose > 1 ? parts : null);
};

const gradeOrder = (right: readonly string[], shown: readonly string[], line: string): Graded | null => {
  const numbers = readNumbers(line, shown.length, shown.length);
  if (numbers === null || numbers.length !== shown.length || new Set(numbers).size !== shown.length)
    return null;
  const given = numbers.map(number => shown[number - 1] ?? '');
  const parts = { wrong: given.filter((step, i) => step !== right[i]).length, total: right.length };
  return judged(partVerdict(parts), { kind: 'order', steps: given.map(textFingerprint) }, parts);
};

const gradeMatch = (shown: Extract<Presented, { kind: 'match' }>, line: string): Graded | null => {
  const { lefts, rights, question } = shown;
  const numbers = readPairs(line, lefts.length, rights.length);
  if (numbers === null) return null;
  const given = numbers.map(number => rights[number - 1] ?? '');
  const wrong = given.filter((right, i) => right !== question.pairs[i]?.right).length;
  const parts = { wrong, total: lefts.length };
  const pairs = given.map((right, i) => [textFingerprint(lefts[i] ?? ''), textFingerprint(right)] as const);
  return judged(partVerdict(parts), { kind: 'match', pairs }, parts);
};

const gradeNumber = (shown: Extract<Presented, { kind: 'numeric' }>, line: string): Grade => {
  const { answer, unit, tolerance } = shown.question;
  const reading = readNumber(line, unit);
  if (reading.is === 'none') return { kind: 'no-answer', accepted: acceptedAnswers(shown) };
  if (reading.is === 'unit') {
    const typed = kept(reading.unit);
    return { kind: 'no-answer', accepted: `${acceptedAnswers(shown)}: the unit is ${unit}, not ${typed}` };
  }
  if (reading.is === 'scale') {
    return {
      kind: 'no-answer',
      accepted: `${acceptedAnswers(shown)} in full, without ${quoted(kept(reading.suffix))}`,
    };
  }
  const distance = compareNumber(reading.value, answer, tolerance);
  return judged(
    distance === 'different' ? 'wrong' : 'correct',
    { kind: 'number', typed: kept(line) },
    null,
    distance === 'near' ? [`within the tolerance: the exact answer is ${answer} ${unit}`.trim()] : [],
  );
};

const gradeText = (
  accept: readonly string[],
  line: string,
  isTerm: (folded: string) => boolean,
): Graded | null => {
  if (line.trim() === '') return null;
  const match = matchText(line, accept, isTerm);
  const response: Response = { kind: 'text', typed: kept(line) };
  if (match === null) return judged('wrong', response);
  const notes = match.how === 'typo' ? [`accepted with a typo: ${match.accepted}`] : [];
  return judged('correct', response, null, notes);
};

/**
 * Judges a typed line.
 * @param isTerm whether a text folded by `foldText` is a term of the course
 */
export const grade = (shown: Presented, typed: string, isTerm: (folded: string) => boolean): Grade => {
  const line = shown.kind === 'text' ? typed : plainNumber(typed);
  const noAnswer: Grade = { kind: 'no-answer', accepted: acceptedAnswers(shown) };
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return gradeOptions(shown.options, shown.choose, line) ?? noAnswer;
    case 'true-false': {
      const value = readTruth(line);
      if (value === null) return noAnswer;
      return judged(value === shown.question.answer ? 'correct' : 'wrong', { kind: 'boolean', value });
    }
    case 'numeric':
      return gradeNumber(shown, line);
    case 'order':
      return gradeOrder(shown.question.steps, shown.steps, line) ?? noAnswer;
    case 'match':
      return gradeMatch(shown, line) ?? noAnswer;
    case 'text':
      return gradeText(shown.question.accept, line, isTerm) ?? noAnswer;
  }
};

/** Where each right step was shown, counted from 1; equal texts take their places in turn. */
const placesOf = (right: readonly string[], shown: readonly string[]): readonly number[] => {
  const left: (string | null)[] = [...shown];
  return right.map(step => {
    const at = left.indexOf(step);
    left[at] = null;
    return at + 1;
  });
};

/** Numbers that the right answer would have had, as it is typed: `3`, `1,3`, `2 1 3`, `a=2 b=1`. */
export const rightAnswer = (shown: Presented): string => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return shown.options.flatMap((option, i) => (option.correct ? [i + 1] : [])).join(',');
    case 'true-false':
      return String(shown.question.answer);
    case 'numeric':
      return `${shown.question.answer} ${shown.question.unit}`.trim();
    case 'order':
      return placesOf(shown.question.steps, shown.steps).join(' ');
    case 'match':
      return shown.question.pairs
        .map((pair, i) => `${leftLetter(i)}=${shown.rights.indexOf(pair.right) + 1}`)
        .join(' ');
    case 'text':
      return shown.question.accept[0] ?? '';
  }
};
