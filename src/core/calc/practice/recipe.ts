/** Makes a question from drawn numbers: exact answer, wrong options from named mistakes, the working. */
import type { ChoiceQuestion, NumericQuestion } from '../../course/course.ts';
import type { Random } from '../../base/random.ts';
import { makeRandom, pick, seedFor } from '../../base/random.ts';
import {
  compare,
  isInteger,
  isRational,
  isZero,
  toExact,
  toFixed,
  toSignificant,
} from '../../number/rational.ts';
import { compareNumber } from '../../question/number-answer.ts';
import type { Calculator } from '../catalogue.ts';
import type { Draw, Drawn } from './draw.ts';
import { drawAll } from './draw.ts';
import type { Evaluation, Given, Result } from '../engine/evaluation.ts';
import { evaluate } from '../engine/evaluate.ts';
import { fillPlaces, placesOf } from '../engine/formula.ts';
import type { WrongOption } from './wrong-options.ts';
import { namedMistakes, wrongOptions } from './wrong-options.ts';

/** A template or practice question that cannot be asked; the message says what is wrong with it. */
export class CalcProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CalcProblem';
  }
}

/** `value`: a number is typed; `choice`: four options. */
export type Form = 'value' | 'choice';

/** The fields that a made question takes over from its template. */
type Base = Omit<NumericQuestion, 'kind' | 'stem' | 'answer' | 'unit' | 'tolerance' | 'why'>;

/** What a question is made from. */
export interface Recipe {
  readonly base: Base;
  readonly calculator: Calculator;
  readonly result: string;
  readonly draws: readonly Draw[];
  readonly texts: readonly string[];
  readonly why: string;
  /** Says in the text how far to round. */
  readonly saysRounding: boolean;
  /** What the author grants, in place of what follows from the numbers. */
  readonly tolerance?: string;
  /** Whether numbers may be asked; left out: all may. */
  readonly accepts?: (given: ReadonlyMap<string, string>) => boolean;
}

/** Draws until the numbers make a good question, so often at most. */
const ATTEMPTS = 12;
const WANTED_MISTAKES = 3;
/** Draws until the conditions of a template are met. */
const DRAWS = 2000;

/** Everything that is wrong with a recipe whatever the seed. */
export const recipeProblems = ({ calculator, result, draws, texts }: Recipe): readonly string[] => {
  const problems: string[] = [];
  const rule = calculator.results.find(({ name }) => name === result);
  const names = calculator.results.map(({ name }) => name).join(', ');
  if (rule === undefined) problems.push(`${calculator.id} has no result "${result}": it has ${names}`);
  const flags = [...calculator.inputs.keys()];
  for (const { flag, varied, size } of draws) {
    if (!calculator.inputs.has(flag))
      problems.push(`${calculator.id} has no flag "${flag}": it has ${flags.join(', ')}`);
    if (size === 0) problems.push(`the input "${flag}" has no values to choose from`);
    texts.forEach((text, i) => {
      const stands = placesOf(text).includes(flag);
      const nth = texts.length === 1 ? 'the text' : `text ${i + 1}`;
      if (varied && size > 1 && !stands) problems.push(`${nth} does not name {${flag}}, which is drawn`);
      if (!varied && stands) problems.push(`${nth} names {${flag}}, which is fixed`);
    });
  }
  for (const place of new Set(texts.flatMap(placesOf))) {
    if (!draws.some(({ flag }) => flag === place))
      problems.push(`a text names {${place}}, which is no input`);
  }
  if (texts.length === 0) problems.push('there is no text');
  return problems;
};

/** What was drawn, as it would be typed. */
const givenOf = (drawn: ReadonlyMap<string, Drawn>): Given =>
  new Map([...drawn].map(([flag, { given }]) => [flag, given]));

/** Whether drawn numbers may be asked. */
export const isAccepted = ({ accepts }: Recipe, drawn: ReadonlyMap<string, Drawn>): boolean =>
  accepts === undefined || accepts(new Map([...drawn].map(([flag, { given }]) => [flag, given])));

/** @throws CalcProblem where no numbers meet the conditions */
const drawAccepted = (recipe: Recipe, random: Random): ReadonlyMap<string, Drawn> => {
  for (let i = 0; i < DRAWS; i++) {
    const drawn = drawAll(recipe.draws, random);
    if (isAccepted(recipe, drawn)) return drawn;
  }
  throw new CalcProblem(`of ${DRAWS.toLocaleString('en-US')} draws none met the conditions under where`);
};

/** Works the drawn numbers through. @throws CalcProblem where the calculator refuses them */
export const work = ({ calculator }: Recipe, drawn: ReadonlyMap<string, Drawn>): Evaluation => {
  try {
    const outcome = evaluate(calculator, givenOf(drawn));
    if (outcome.ok) return outcome.evaluation;
    throw new CalcProblem(outcome.problems.map(({ flag, message }) => `--${flag} ${message}`).join('; '));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const numbers = [...drawn].map(([flag, { given }]) => `${flag} ${given}`).join(', ');
    throw new CalcProblem(`${error.message} (with ${numbers})`);
  }
};

interface Instance {
  readonly text: string;
  readonly drawn: ReadonlyMap<string, Drawn>;
  readonly evaluation: Evaluation;
  readonly result: Result;
}

/** The first draw with a number that is not zero and enough named mistakes, or the best one found. */
const drawInstance = (recipe: Recipe, random: Random): Instance => {
  let best: Instance | undefined;
  let bestMistakes = -1;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const text = pick(recipe.texts, random);
    const drawn = drawAccepted(recipe, random);
    const evaluation = work(recipe, drawn);
    const result = evaluation.results.find(({ name }) => name === recipe.result) as Result;
    const trivial = isRational(result.value) && isZero(result.value);
    const mistakes = trivial ? 0 : namedMistakes(evaluation, result).length + result.others.length;
    if (mistakes > bestMistakes) [best, bestMistakes] = [{ text, drawn, evaluation, result }, mistakes];
    if (mistakes >= WANTED_MISTAKES) break;
  }
  return best as Instance;
};

const answerText = ({ value, rounding }: Result): string => {
  if (!isRational(value)) return '';
  return rounding === 'usd' ? toFixed(value, 2) : (toExact(value) ?? toSignificant(value, 12));
};

/** What may be granted, the most generous first, and what a learner is told to round to for it. */
interface Grant {
  readonly tolerance: string;
  readonly hint: string;
}

const CENTS: readonly Grant[] = [{ tolerance: '0.01', hint: 'Give US dollars, rounded to cents.' }];
const DIGITS: readonly Grant[] = [
  { tolerance: '0.5%', hint: 'Round to three significant digits if you must round.' },
  { tolerance: '0.05%', hint: 'Round to four significant digits if you must round.' },
  { tolerance: '0.005%', hint: 'Round to five significant digits if you must round.' },
];
/** Percentages near 100 differ in their decimals alone. */
const DECIMALS: readonly Grant[] = [
  { tolerance: '0.01', hint: 'Round to two decimals if you must round.' },
  { tolerance: '0.001', hint: 'Round to three decimals if you must round.' },
  { tolerance: '0.0001', hint: 'Round to four decimals if you must round.' },
  { tolerance: '0.00001', hint: 'Round to five decimals if you must round.' },
];
const EXACT: Grant = { tolerance: '0', hint: '' };

const grantsFor = ({ rounding, value }: Result): readonly Grant[] => {
  switch (rounding) {
    case 'number':
      return isRational(value) && isInteger(value) ? [] : DIGITS;
    case 'usd':
      return CENTS;
    case 'percent':
      return DECIMALS;
    case 'measure':
      return DIGITS;
    default:
      return [];
  }
};

/** The most generous tolerance under which no usual mistake counts as right. */
const grantOf = (evaluation: Evaluation, result: Result): Grant => {
  const grants = grantsFor(result);
  const accepts = ({ tolerance }: Grant): boolean =>
    evaluation.mistakes.some(({ results }) => {
      const wrong = results.get(result.name)?.value ?? null;
      return isRational(wrong) && compareNumber(wrong, answerText(result), tolerance) !== 'different';
    });
  return grants.find(grant => !accepts(grant)) ?? grants.at(-1) ?? EXACT;
};

/** The worked steps up to the result that is asked, as a Markdown list. */
const workingMarkdown = ({ steps }: Evaluation, { step }: Result): string => {
  const last = steps.findIndex(({ id }) => id === step);
  return steps
    .slice(0, last + 1)
    .map(({ label, substituted, text }) =>
      text.startsWith(substituted) ? `- ${label}: ${text}` : `- ${label}: ${substituted} = ${text}`,
    )
    .join('\n');
};

const mistakesMarkdown = (evaluation: Evaluation, result: Result): string =>
  namedMistakes(evaluation, result)
    .map(({ text, why }) => `- ${text}: ${why}`)
    .join('\n');

const paragraphs = (...parts: readonly string[]): string => parts.filter(part => part !== '').join('\n\n');

const makeValue = (recipe: Recipe, instance: Instance, stem: string): NumericQuestion => {
  const { evaluation, result } = instance;
  if (!isRational(result.value)) throw new CalcProblem(`${recipe.result} is no number: ask it as a choice`);
  const { tolerance, hint } =
    recipe.tolerance === undefined ? grantOf(evaluation, result) : { tolerance: recipe.tolerance, hint: '' };
  const wrong = mistakesMarkdown(evaluation, result);
  return {
    ...recipe.base,
    kind: 'numeric',
    stem: recipe.saysRounding && hint !== '' ? `${stem} ${hint}` : stem,
    answer: answerText(result),
    unit: result.unit,
    tolerance,
    why: paragraphs(
      recipe.why.trim(),
      workingMarkdown(evaluation, result),
      wrong === '' ? '' : `Usual mistakes:\n\n${wrong}`,
    ),
  };
};

const makeChoice = (recipe: Recipe, instance: Instance, stem: string, random: Random): ChoiceQuestion => {
  const { evaluation, result } = instance;
  const wrong = wrongOptions(evaluation, result, random);
  if (wrong.length === 0) throw new CalcProblem(`no wrong options were found for ${result.text}`);
  const right = {
    value: result.value,
    text: result.text,
    why: paragraphs(recipe.why.trim(), workingMarkdown(evaluation, result)),
  };
  const options = [right, ...wrong].toSorted((a, b) =>
    isRational(a.value) && isRational(b.value) ? compare(a.value, b.value) : a.text < b.text ? -1 : 1,
  );
  return {
    ...recipe.base,
    kind: 'single',
    stem,
    options: options.map(({ text, why }) => ({ text, correct: text === result.text, why })),
    keepOrder: false,
  };
};

/** A question with the numbers it was made from. */
export interface Made {
  readonly question: NumericQuestion | ChoiceQuestion;
  /** What the calculator was given. */
  readonly given: Given;
  /** What usual mistakes make of these numbers. */
  readonly mistakes: readonly WrongOption[];
}

/**
 * The question that a recipe gives for a seed: always the same one.
 * @throws CalcProblem where the recipe does not work
 */
export const makeQuestion = (recipe: Recipe, seed: number, form: Form): Made => {
  const [problem] = recipeProblems(recipe);
  if (problem !== undefined) throw new CalcProblem(problem);
  const random = makeRandom(seedFor(seed, recipe.base.key));
  const instance = drawInstance(recipe, random);
  const { text, drawn, evaluation, result } = instance;
  const stem = fillPlaces(text, name => drawn.get(name)?.text ?? '');
  return {
    question:
      form === 'value' ? makeValue(recipe, instance, stem) : makeChoice(recipe, instance, stem, random),
    given: givenOf(drawn),
    mistakes: namedMistakes(evaluation, result),
  };
};
