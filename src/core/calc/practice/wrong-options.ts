/** The wrong options of a practice question: what usual mistakes give, and plausible neighbours where these coincide. */
import type { Random } from '../../base/random.ts';
import { shuffle } from '../../base/random.ts';
import type { Rational } from '../../number/rational.ts';
import {
  add,
  ceil,
  compare,
  decimal,
  isNegative,
  isRational,
  isZero,
  multiply,
  ONE,
  rational,
  subtract,
} from '../../number/rational.ts';
import type { Evaluation, Result } from '../engine/evaluation.ts';
import type { Value } from '../engine/value.ts';
import { formatResult, roundBy } from '../engine/value.ts';

/** A wrong answer with the reason it is wrong. */
export interface WrongOption {
  readonly value: Value;
  readonly text: string;
  readonly why: string;
}

const NEIGHBOUR = 'No usual mistake leads here: compare the working step by step.';

/** Beyond this ratio to the right answer an option is easily seen to be wrong. */
const FAR = rational(25);

const HUNDRED = rational(100);

/** How plausible a wrong value looks beside the right one; lower is better. */
const distance = (wrong: Value, { value: right, unit }: Result): number => {
  if (!isRational(wrong) || !isRational(right)) return 0;
  if (isNegative(wrong)) return 3;
  if (isZero(wrong) || isZero(right)) return 2;
  if (unit === '%' && compare(wrong, HUNDRED) > 0 && compare(right, HUNDRED) <= 0) return 2;
  const near = compare(wrong, multiply(right, FAR)) <= 0 && compare(right, multiply(wrong, FAR)) <= 0;
  return near ? 0 : 1;
};

/** What the usual mistakes give for a result, each text once. */
export const namedMistakes = (evaluation: Evaluation, result: Result): readonly WrongOption[] => {
  const seen = new Set([result.text]);
  return evaluation.mistakes.flatMap(({ why, results }) => {
    const wrong = results.get(result.name);
    if (wrong === undefined || wrong.value === null || seen.has(wrong.text)) return [];
    seen.add(wrong.text);
    return [{ value: wrong.value, text: wrong.text, why }];
  });
};

/** Numbers near the right one that somebody who slips could arrive at. */
const neighbours = (right: Rational, { rounding, wording }: Result): readonly WrongOption[] => {
  const steps = [
    multiply(right, rational(2)),
    multiply(right, decimal('0.5')),
    multiply(right, decimal('1.5')),
  ];
  const small = [add(right, ONE), subtract(right, ONE), add(right, rational(2)), add(right, rational(3))];
  const whole = rounding === 'count';
  return [...steps, ...small, multiply(right, decimal('1.25')), multiply(right, rational(3))]
    .map(value => roundBy(whole ? ceil(value) : value, rounding))
    .filter(value => !isNegative(value) && (!isZero(value) || isZero(right)))
    .map(value => ({ value, text: formatResult(value, wording), why: NEIGHBOUR }));
};

/** Three wrong options, plausible ones first. */
export const wrongOptions = (
  evaluation: Evaluation,
  result: Result,
  random: Random,
  wanted = 3,
): readonly WrongOption[] => {
  const named = shuffle(namedMistakes(evaluation, result), random)
    .map(option => ({ option, rank: distance(option.value, result) }))
    .toSorted((a, b) => a.rank - b.rank)
    .filter(({ rank }) => rank < 3)
    .map(({ option }) => option)
    .slice(0, wanted);
  const texts = new Set([result.text, ...named.map(({ text }) => text)]);
  const others = shuffle(result.others, random).map(({ text, why }) => ({ value: text, text, why }));
  const more = [...others, ...(isRational(result.value) ? neighbours(result.value, result) : [])];
  const chosen = [...named];
  for (const option of more) {
    if (chosen.length >= wanted) break;
    if (texts.has(option.text)) continue;
    texts.add(option.text);
    chosen.push(option);
  }
  return chosen;
};
