/** What became of an answer: the verdict and what is right first, then what was answered, then reasons. */
import type { Verbosity } from '../../../core/device/preferences.ts';
import { textFingerprint } from '../../../core/course/keys.ts';
import type { Response } from '../../../core/journal/event.ts';
import type { Graded } from '../../../core/question/grade.ts';
import { rightAnswer } from '../../../core/question/grade.ts';
import { leftLetter } from '../../../core/question/read-answer.ts';
import { partReasons } from '../../../core/question/part-reasons.ts';
import type { Presented } from '../../../core/question/present.ts';
import { foldText } from '../../../core/question/text-answer.ts';
import { capital } from '../../layout/columns.ts';
import { wrapAll, wrapWords } from '../../layout/wrap-words.ts';
import { listed, sentence, spokenLine } from '../words.ts';
import type { SpokenLayout } from './spoken-question.ts';
import { told } from './spoken-question.ts';

/** Numbers (from 1, as shown) of what an answer named; for a match one for each letter, 0 for none. */
const givenNumbers = (shown: Presented, response: Response): readonly number[] => {
  const among = (texts: readonly string[], hashes: readonly string[]): readonly number[] => {
    const known = texts.map(textFingerprint);
    return hashes.map(hash => known.indexOf(hash) + 1);
  };
  if ('options' in shown && response.kind === 'options') {
    const chosen = new Set(response.chosen);
    return shown.options.flatMap(({ text }, i) => (chosen.has(textFingerprint(text)) ? [i + 1] : []));
  }
  if (shown.kind === 'order' && response.kind === 'order') return among(shown.steps, response.steps);
  if (shown.kind === 'match' && response.kind === 'match') {
    const byLeft = new Map(response.pairs);
    return shown.lefts.map(left => among(shown.rights, [byLeft.get(textFingerprint(left)) ?? ''])[0] ?? 0);
  }
  return [];
};

/** `a 2, b 1` for a match; `2 1 3` for steps; `1 and 3` for options. */
const numbersText = (shown: Presented, numbers: readonly number[]): string => {
  if (shown.kind === 'match') return numbers.map((number, i) => `${leftLetter(i)} ${number}`).join(', ');
  return shown.kind === 'order' ? numbers.join(' ') : listed(numbers.map(String));
};

/** What was answered, as it is told: `1`, `2 1 3`, `a 2, b 1`, `true`, what was typed; `''`: nothing. */
export const givenText = (shown: Presented, response: Response): string => {
  switch (response.kind) {
    case 'boolean':
      return String(response.value);
    case 'number':
    case 'text':
      return spokenLine(response.typed);
    default:
      return numbersText(shown, givenNumbers(shown, response));
  }
};

/** Numbers of what is right, as they are shown. */
const rightNumbers = (shown: Presented): readonly number[] =>
  (rightAnswer(shown).match(/\d+/g) ?? []).map(Number);

const accepted = (accept: readonly string[]): readonly string[] =>
  [...new Map(accept.toReversed().map(text => [foldText(text), text])).values()].toReversed();

/** What is right, with its text: for options each with its number. */
export const rightLines = (shown: Presented, layout: SpokenLayout): readonly string[] => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return shown.options.flatMap(({ text, correct }, i) =>
        correct ? told(`Right is ${i + 1}:`, text, layout) : [],
      );
    case 'true-false':
      return [`Right is: ${String(shown.question.answer)}.`];
    case 'numeric':
      return wrapWords(sentence(`Right is ${spokenLine(rightAnswer(shown))}`), layout.columns);
    case 'text': {
      const [first = '', ...others] = accepted(shown.question.accept);
      const also = others.length === 0 ? '' : `, also accepted: ${others.join('; ')}`;
      return told('Right is:', sentence(first + also), layout);
    }
    case 'order':
    case 'match':
      return wrapWords(sentence(`Right is ${numbersText(shown, rightNumbers(shown))}`), layout.columns);
  }
};

/** `Right.`, `Wrong.`, or what is wrong of several parts: `Wrong: 1 of 4 pairs.` */
const verdictText = (shown: Presented, { verdict, parts }: Pick<Graded, 'verdict' | 'parts'>): string => {
  if (verdict === 'correct') return 'Right.';
  if (verdict !== 'partial' || parts === null) return 'Wrong.';
  const of = `${parts.wrong} of ${parts.total}`;
  switch (shown.kind) {
    case 'order':
      return `Wrong: ${of} steps ${parts.wrong === 1 ? 'is' : 'are'} out of place.`;
    case 'match':
      return `Wrong: ${of} pairs ${parts.wrong === 1 ? 'does' : 'do'} not belong together.`;
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'numeric':
    case 'text':
      return `Partly right, which counts as wrong: ${of} options ${parts.wrong === 1 ? 'is' : 'are'} wrong.`;
  }
};

/** Why one option is right or wrong. */
const optionReason = (
  shown: Extract<Presented, { kind: 'single' | 'multiple' }>,
  number: number,
  layout: SpokenLayout,
): readonly string[] => {
  const option = shown.options[number - 1];
  if (option === undefined) return [];
  const word = option.correct ? 'right' : 'wrong';
  return option.why === ''
    ? [`Option ${number} is ${word}.`]
    : told(`Option ${number} is ${word}:`, option.why, layout);
};

/** Steps in the order in which they belong, or pairs, each by what it was shown as, with its reason. */
const partLines = (
  shown: Extract<Presented, { kind: 'order' | 'match' }>,
  layout: SpokenLayout,
): readonly string[] => {
  const numbers = rightNumbers(shown);
  return partReasons(shown.question).flatMap(({ text, why }, i) => {
    const number = numbers[i] ?? 0;
    const label =
      shown.kind === 'order'
        ? `${i === 0 ? 'First' : 'Then'} ${number}:`
        : `${leftLetter(i)} with ${number}:`;
    return told(label, why === '' ? text : `${sentence(text)} ${why}`, layout);
  });
};

/** The reason of the whole question, for those kinds that have one. */
const wholeReason = (shown: Presented, layout: SpokenLayout): readonly string[] =>
  'why' in shown.question && shown.question.why !== ''
    ? layout.render(shown.question.why, layout.columns)
    : [];

/** All reasons: of every option, of every step or pair, or of the whole. */
export const allReasons = (shown: Presented, layout: SpokenLayout): readonly string[] => {
  if (shown.kind === 'single' || shown.kind === 'multiple')
    return shown.options.flatMap((_, i) => optionReason(shown, i + 1, layout));
  if (shown.kind === 'order' || shown.kind === 'match')
    return [...partLines(shown, layout), ...wholeReason(shown, layout)];
  return wholeReason(shown, layout);
};

/** The reason of one option; `null`: there is no option of that number. */
export const reasonOf = (shown: Presented, number: number, layout: SpokenLayout): readonly string[] | null =>
  'options' in shown && number >= 1 && number <= shown.options.length
    ? optionReason(shown, number, layout)
    : null;

/** Options the reasons of which are told at once: those that were chosen and those that are right. */
const toldAtOnce = (shown: Presented, graded: Graded): ReadonlySet<number> =>
  new Set([...givenNumbers(shown, graded.response), ...rightNumbers(shown)]);

/** Options that have a reason which was not told yet. */
const untoldReasons = (shown: Presented, graded: Graded): readonly number[] => {
  if (!('options' in shown)) return [];
  const known = toldAtOnce(shown, graded);
  return shown.options.flatMap(({ why }, i) => (why === '' || known.has(i + 1) ? [] : [i + 1]));
};

/** The answer that was given, in words; after a right one nothing. */
const ownLines = (shown: Presented, { verdict, response }: Graded): readonly string[] => {
  const given = givenText(shown, response);
  if (verdict === 'correct' || given === '') return [];
  return [sentence(`${'options' in shown ? 'You chose' : 'You gave'} ${given}`)];
};

const reasonsAtOnce = (shown: Presented, graded: Graded, layout: SpokenLayout): readonly string[] => {
  if ('options' in shown) {
    const chosen = toldAtOnce(shown, graded);
    return shown.options.flatMap((_, i) => (chosen.has(i + 1) ? optionReason(shown, i + 1, layout) : []));
  }
  return allReasons(shown, layout);
};

/** Lines of working above which it is offered rather than told. */
const LONG_WORKING = 4;

/** Whether the reason of a question is a long working, which `:steps` tells. */
const hasSteps = (shown: Presented): boolean =>
  shown.kind === 'numeric' && shown.question.why.split('\n').length > LONG_WORKING;

/** What there is to say after an answer. */
export const spokenVerdict = (
  shown: Presented,
  graded: Graded,
  verbosity: Verbosity,
  layout: SpokenLayout,
): readonly string[] => {
  const isRight = graded.verdict === 'correct';
  const notes = graded.notes.map(note => sentence(capital(spokenLine(note))));
  const right = isRight && !('options' in shown) ? [] : rightLines(shown, layout);
  const head = [
    ...wrapAll([verdictText(shown, graded), ...notes], layout.columns),
    ...(isRight && verbosity === 'brief' ? [] : right),
    ...wrapAll(ownLines(shown, graded), layout.columns),
  ];
  if (verbosity === 'brief') return head;
  if (verbosity === 'full') return [...head, ...allReasons(shown, layout)];
  return [
    ...head,
    ...(hasSteps(shown) ? [':steps tells the working.'] : reasonsAtOnce(shown, graded, layout)),
  ];
};

/** `:why 2 and :why 4 tell the other reasons.`; `''` where there are none. */
export const furtherReasons = (shown: Presented, graded: Graded): string => {
  const untold = untoldReasons(shown, graded);
  if (untold.length === 0) return '';
  const commands = listed(untold.map(number => `:why ${number}`));
  return `${commands} ${untold.length === 1 ? 'tells the other reason' : 'tell the other reasons'}.`;
};
