/** Questions made from calculators: the templates of a course, and each calculator's own. */
import type {
  CalculatorTemplate,
  ChoiceQuestion,
  FormulaTemplate,
  NumericQuestion,
  Template,
} from '../../course/course.ts';
import { makeRandom, pick, seedFor } from '../../base/random.ts';
import { isRational, toExact, toSignificant } from '../../number/rational.ts';
import type { Calculator } from '../catalogue.ts';
import type { Draw, Drawn } from './draw.ts';
import { drawOfTemplate, drawsOfPractice } from './draw.ts';
import type { Evaluation, Result } from '../engine/evaluation.ts';
import { ownCalculator } from '../formulas/own-calculator.ts';
import type { Form, Made, Recipe } from './recipe.ts';
import { CalcProblem, isAccepted, makeQuestion, recipeProblems, work } from './recipe.ts';
import { compareNumber, readNumber } from '../../question/number-answer.ts';
import type { WrongOption } from './wrong-options.ts';

export { CalcProblem } from './recipe.ts';
/** How a question is asked. */
export type { Form, Made } from './recipe.ts';

/** Calculators by id: all, or those that are loaded. */
type Calculators = ReadonlyMap<string, Calculator>;

/** The fields that a made question takes over from its template. */
const baseOf = ({
  key,
  type,
  topic,
  section,
  path,
  line,
  tasks,
  level,
  sources,
  checked,
  expires,
}: Template): Recipe['base'] => ({
  key,
  type,
  topic,
  section,
  path,
  line,
  tasks,
  level,
  sources,
  checked,
  ...(expires === undefined ? {} : { expires }),
});

/** @throws CalcProblem where the calculator does not exist, RangeError where a range is empty */
const recipeOfCalculator = (calculators: Calculators, template: CalculatorTemplate): Recipe => {
  const calculator = calculators.get(template.calculator);
  if (calculator === undefined) throw new CalcProblem(`there is no calculator "${template.calculator}"`);
  return {
    base: baseOf(template),
    calculator,
    result: template.result,
    draws: template.inputs.map(({ flag, input }) => drawOfTemplate(flag, input, calculator.inputs.get(flag))),
    texts: template.texts,
    why: template.why,
    saysRounding: false,
  };
};

/** @throws RangeError where a formula cannot be read or a range is empty */
const recipeOfFormulas = (template: FormulaTemplate): Recipe => {
  const { calculator, accepts } = ownCalculator(template);
  const { tolerance } = template.formulas;
  return {
    base: baseOf(template),
    // What fails is told with all of the numbers.
    calculator: { ...calculator, rules: [] },
    result: calculator.answer,
    draws: template.inputs.map(({ flag, input }) => drawOfTemplate(flag, input, calculator.inputs.get(flag))),
    texts: template.texts,
    why: template.why,
    saysRounding: false,
    accepts,
    ...(tolerance === '' ? {} : { tolerance }),
  };
};

/** @throws CalcProblem where the template is broken */
const recipeOfTemplate = (calculators: Calculators, template: Template): Recipe => {
  try {
    return 'formulas' in template ? recipeOfFormulas(template) : recipeOfCalculator(calculators, template);
  } catch (error) {
    if (error instanceof RangeError) throw new CalcProblem(error.message);
    throw error;
  }
};

/**
 * The question that a template gives for a seed: always the same one.
 * @param form `value`: a number is typed; `choice`: four options, those that are wrong from named mistakes
 * @throws CalcProblem where the template is broken
 */
export const instantiateTemplate = (
  calculators: Calculators,
  template: Template,
  seed: number,
  form: Form,
): NumericQuestion | ChoiceQuestion =>
  makeQuestion(recipeOfTemplate(calculators, template), seed, form).question;

/**
 * What the calculator is given in the question that a template gives for a seed.
 * @throws CalcProblem where the template is broken
 */
export const templateGiven = (
  calculators: Calculators,
  template: Template,
  seed: number,
  form: Form,
): Made['given'] => makeQuestion(recipeOfTemplate(calculators, template), seed, form).given;

/** Combinations up to this number are all tried, of more a sample. */
const TRIED_COMBINATIONS = 300;

/** The `n`-th of all combinations of values. */
const combination = (draws: readonly Draw[], n: number): ReadonlyMap<string, Drawn> => {
  let rest = n;
  return new Map(
    draws.map(draw => {
      const index = rest % draw.size;
      rest = Math.floor(rest / draw.size);
      return [draw.flag, draw.at(index)];
    }),
  );
};

/** Named mistakes of a template that never led to another number than the right one. */
const deadMistakes = ({ calculator }: Recipe, alive: ReadonlySet<string>): readonly string[] =>
  calculator.mistakes
    .filter(({ id }) => !alive.has(id))
    .map(({ why }) => `this mistake gives the right answer whatever the numbers: ${why}`);

/**
 * What is wrong with a template, each problem once; its combinations of values are tried out.
 * A template's own mistakes must lead somewhere; those of a calculator are for more than one template.
 */
export const templateProblems = (calculators: Calculators, template: Template): readonly string[] => {
  try {
    const recipe = recipeOfTemplate(calculators, template);
    const problems = new Set(recipeProblems(recipe));
    if (problems.size > 0) return [...problems];
    const all = recipe.draws.reduce((product, { size }) => product * size, 1);
    const tried = Math.min(all, TRIED_COMBINATIONS);
    const alive = new Set<string>();
    let worked = 0;
    for (let i = 0; i < tried && problems.size < 5; i++) {
      const drawn = combination(recipe.draws, Math.floor((i * all) / tried));
      if (!isAccepted(recipe, drawn)) continue;
      try {
        const evaluation: Evaluation = work(recipe, drawn);
        worked++;
        const result = evaluation.results.find(({ name }) => name === recipe.result) as Result;
        for (const { id } of evaluation.mistakes) alive.add(id);
        if (!isRational(result.value) && template.ask.includes('value')) {
          problems.add(`${recipe.result} is no number: it cannot be asked as a value`);
        }
      } catch (error) {
        if (!(error instanceof CalcProblem)) throw error;
        problems.add(error.message);
        // Formulas of the template's own fail for one reason with many numbers.
        if ('formulas' in template) break;
      }
    }
    if (problems.size === 0 && worked > 0 && 'formulas' in template)
      for (const problem of deadMistakes(recipe, alive)) problems.add(problem);
    return [...problems];
  } catch (error) {
    if (error instanceof CalcProblem) return [error.message];
    throw error;
  }
};

/** The usual mistake that leads to just what was typed; `undefined`: none of them. */
export const mistakeBehind = (
  { question, mistakes }: Made,
  typed: string,
): Pick<WrongOption, 'text' | 'why'> | undefined => {
  if (question.kind !== 'numeric') return undefined;
  const { unit, tolerance } = question;
  const reading = readNumber(typed, unit);
  if (reading.is !== 'number') return undefined;
  return mistakes.find(({ value }) => {
    const wrong = isRational(value) ? (toExact(value) ?? toSignificant(value, 12)) : null;
    return wrong !== null && compareNumber(reading.value, wrong, tolerance) !== 'different';
  });
};

/**
 * A practice question of a calculator's own, in one of its wordings.
 * @param form without one, numbers are typed and words are chosen
 * @throws CalcProblem for a broken definition
 */
export const practiceExercise = (calculator: Calculator, seed: number, form?: Form): Made => {
  const { template } = calculator;
  if (template !== undefined)
    return makeQuestion(recipeOfTemplate(new Map(), template), seed, form ?? template.ask[0] ?? 'value');
  const practice = pick(calculator.practice, makeRandom(seedFor(seed, calculator.id)));
  const words = calculator.results.some(
    ({ name, rounding }) => name === practice.asks && rounding === 'plain',
  );
  const [topic = '', section = ''] = calculator.topic.split('#');
  return makeQuestion(
    {
      base: {
        key: `calc-${calculator.id}`,
        type: 'question',
        topic,
        section,
        path: '',
        line: 0,
        tasks: [],
        level: 'apply',
        sources: [calculator.source.url],
        checked: calculator.source.checked,
      },
      calculator,
      result: practice.asks,
      draws: drawsOfPractice(calculator, practice),
      texts: [practice.text],
      why: '',
      saysRounding: true,
    },
    seed,
    form ?? (words ? 'choice' : 'value'),
  );
};

/** The question of {@link practiceExercise} alone. */
export const practiceQuestion = (
  calculator: Calculator,
  seed: number,
  form?: Form,
): NumericQuestion | ChoiceQuestion => practiceExercise(calculator, seed, form).question;
