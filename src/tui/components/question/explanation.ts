/** What there is to read after an answer: the question, and below it every part of it with its reason. */
import type { Response } from '../../../core/journal/event.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { capital } from '../../../text/layout/columns.ts';
import { textFingerprint } from '../../../core/course/keys.ts';
import { inOrder } from '../../../core/question/in-order.ts';
import { partReasons } from '../../../core/question/part-reasons.ts';
import type { Presented } from '../../../core/question/present.ts';
import { rightAnswer } from '../../../core/question/grade.ts';
import type { Theme } from '../theme.ts';

/** An option, a step or a pair. */
export interface Part {
  /** From 1, as it was shown; the key that opens its reason. */
  readonly number: number;
  readonly sign: 'right' | 'wrong' | 'none';
  /** Markdown. */
  readonly text: string;
  /** Said of it in a word or two; empty: nothing. */
  readonly remark: string;
  /** Markdown; empty where it has none of its own. */
  readonly reason: string;
  /** The right one, or the learner's mistake: its reason is never folded. */
  readonly matters: boolean;
}

/** A question after its answer: what was right, and why. */
export interface Explanation {
  /** Markdown. */
  readonly stem: string;
  readonly parts: readonly Part[];
  /** The right answer beside the learner's, where there are no parts; lines without markup. */
  readonly answers: readonly (readonly [label: string, text: string])[];
  /** Markdown: one reason for all; empty where the parts say it. */
  readonly why: string;
  /** What there is to say about how the answer was read. */
  readonly notes: readonly string[];
}

const optionParts = (
  shown: Extract<Presented, { kind: 'single' | 'multiple' }>,
  response: Response | null,
): readonly Part[] => {
  const chosen = new Set(response?.kind === 'options' ? response.chosen : []);
  return shown.options.map(({ text, correct, why }, i) => {
    const isChosen = chosen.has(textFingerprint(text));
    return {
      number: i + 1,
      sign: correct ? 'right' : isChosen ? 'wrong' : 'none',
      text,
      remark: shown.kind === 'multiple' && correct && response !== null && !isChosen ? 'missed' : '',
      reason: why,
      matters: correct || isChosen,
    };
  });
};

const orderParts = (
  shown: Extract<Presented, { kind: 'order' }>,
  response: Response | null,
  arrow: string,
): readonly Part[] => {
  const reasons = partReasons(shown.question);
  const prints = reasons.map(({ text }) => textFingerprint(text));
  const given = response?.kind === 'order' ? response.steps : null;
  // Who has put one line in the wrong place has put one line in the wrong place, and not all that follow it.
  const kept = given === null ? null : inOrder(given.map(step => prints.indexOf(step)));
  return reasons.map(({ text, why }, i) => {
    const isRight = kept === null || kept.has(i);
    const yours = given === null ? 0 : given.indexOf(prints[i] ?? '') + 1;
    return {
      number: i + 1,
      sign: given === null ? 'none' : isRight ? 'right' : 'wrong',
      text,
      remark: isRight ? '' : `yours ${yours} ${arrow} right ${i + 1}`,
      reason: why,
      matters: !isRight,
    };
  });
};

const matchParts = (
  shown: Extract<Presented, { kind: 'match' }>,
  response: Response | null,
): readonly Part[] => {
  const given = new Map(response?.kind === 'match' ? response.pairs : []);
  const texts = new Map(shown.rights.map(right => [textFingerprint(right), right]));
  return shown.question.pairs.map(({ left, right, why = '' }, i) => {
    const mine = given.get(textFingerprint(left)) ?? '';
    const isRight = mine === textFingerprint(right);
    return {
      number: i + 1,
      sign: response === null ? 'none' : isRight ? 'right' : 'wrong',
      text: `${left}: ${right}`,
      remark: response === null || isRight ? '' : `yours: ${sanitizeLine(texts.get(mine) ?? 'nothing')}`,
      reason: why,
      matters: !isRight && response !== null,
    };
  });
};

/** The right answer in a word or two: of a text the first form alone. */
const shortAnswer = (shown: Presented): string => {
  if (shown.kind === 'text') return sanitizeLine(shown.question.accept[0] ?? '');
  const right = sanitizeLine(rightAnswer(shown));
  // As it is chosen from.
  return shown.kind === 'true-false' ? capital(right) : right;
};

const answersOf = (shown: Presented, response: Response | null): Explanation['answers'] => {
  if ('options' in shown || shown.kind === 'order' || shown.kind === 'match') return [];
  const yours =
    response?.kind === 'boolean'
      ? capital(String(response.value))
      : response?.kind === 'number' || response?.kind === 'text'
        ? sanitizeLine(response.typed)
        : null;
  return [...(yours === null ? [] : [['yours', yours] as const]), ['right', shortAnswer(shown)] as const];
};

/**
 * @param response the answer; `null`: the key alone
 * @param notes what there is to say about how it was read
 */
export const explain = (
  shown: Presented,
  response: Response | null,
  notes: readonly string[],
  { signs }: Pick<Theme, 'signs'>,
): Explanation => ({
  stem: shown.question.stem,
  parts:
    'options' in shown
      ? optionParts(shown, response)
      : shown.kind === 'order'
        ? orderParts(shown, response, signs.arrow)
        : shown.kind === 'match'
          ? matchParts(shown, response)
          : [],
  answers: answersOf(shown, response),
  why: 'why' in shown.question ? shown.question.why : '',
  notes,
});

/** How many options, steps or pairs a question is explained by; 0 where it has none. */
export const partCount = (shown: Presented): number =>
  'options' in shown
    ? shown.options.length
    : shown.kind === 'order'
      ? shown.steps.length
      : shown.kind === 'match'
        ? shown.question.pairs.length
        : 0;

const numbersOf = (parts: readonly Part[], is: (part: Part) => boolean): string =>
  parts
    .filter(is)
    .map(({ number }) => number)
    .join(', ');

/** Both answers in words: `you chose 4 · right is 1`. */
export const answersText = (
  shown: Presented,
  response: Response | null,
  { signs }: Pick<Theme, 'signs'>,
): string => {
  const dot = ` ${signs.dot} `;
  const { parts, answers } = explain(shown, response, [], { signs });
  if ('options' in shown) {
    const chosen = new Set(response?.kind === 'options' ? response.chosen : []);
    const yours = numbersOf(parts, ({ text }) => chosen.has(textFingerprint(text)));
    const right = numbersOf(parts, ({ sign }) => sign === 'right');
    return yours === right ? `you chose ${yours}` : `you chose ${yours || 'none'}${dot}right is ${right}`;
  }
  const wrong = parts.filter(({ sign }) => sign === 'wrong').length;
  if (shown.kind === 'order') {
    return wrong === 0
      ? 'every line in its place'
      : `${wrong} ${wrong === 1 ? 'line' : 'lines'} out of place`;
  }
  if (shown.kind === 'match') return `${parts.length - wrong} of ${parts.length} pairs right`;
  const said = new Map(answers);
  const [yours, right] = [said.get('yours') ?? '', said.get('right') ?? ''];
  const verb = shown.kind === 'true-false' ? 'chose' : 'typed';
  return yours === right ? `you ${verb} ${yours}` : `you ${verb} ${yours}${dot}right is ${right}`;
};
