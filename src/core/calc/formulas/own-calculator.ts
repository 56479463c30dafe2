/** A template's own formulas as a calculator, so that its questions are made like all others. */
import type { FormulaTemplate, OwnFormulas, TemplateInput } from '../../course/course.ts';
import type { Rational } from '../../number/rational.ts';
import { isRational } from '../../number/rational.ts';
import type { Calculator } from '../catalogue.ts';
import type { Definition, Mistake, Step, Values } from '../engine/define.ts';
import { labelOf } from '../engine/evaluate.ts';
import { formatStep } from '../engine/value.ts';
import type { Input } from '../inputs/input.ts';
import { number } from '../inputs/quantity-inputs.ts';
import type { Condition, Formula, Parsed } from './formula.ts';
import { namesIn, parseCondition, parseFormula, showFormula } from './formula.ts';
import { holds, workFormula } from './work-formula.ts';

/** Name of the step that is asked. */
const ANSWER = 'answer';

/** Something wrong with the formulas of a template, and in which of its fields. */
interface FormulaProblem {
  readonly field: 'where' | 'steps' | 'answer' | 'mistakes';
  /** Place in the list of the field. */
  readonly index: number;
  /** A whole sentence without its full stop. */
  readonly message: string;
}

/** The formulas of a template, read. */
interface ReadFormulas {
  readonly where: readonly Condition[];
  /** In order, with the answer as the last. */
  readonly steps: readonly { readonly name: string; readonly formula: Formula }[];
  readonly mistakes: readonly { readonly step: string; readonly formula: Formula; readonly why: string }[];
  readonly problems: readonly FormulaProblem[];
}

const readFormulas = (formulas: OwnFormulas, inputs: readonly string[]): ReadFormulas => {
  const problems: FormulaProblem[] = [];
  const read = <T>(
    { field, index }: Pick<FormulaProblem, 'field' | 'index'>,
    text: string,
    parse: (text: string) => Parsed<T>,
    names: (value: T) => ReadonlySet<string>,
    known: ReadonlySet<string>,
  ): readonly T[] => {
    const parsed = parse(text);
    if (!parsed.ok) {
      problems.push({ field, index, message: `The formula ${JSON.stringify(text)} ${parsed.message}` });
      return [];
    }
    const unknown = [...names(parsed.value)].find(name => !known.has(name));
    if (unknown === undefined) return [parsed.value];
    const all = [...known].map(name => `{${name}}`).join(', ');
    const message = `The formula ${JSON.stringify(text)} names {${unknown}}; it may name ${all}`;
    problems.push({ field, index, message });
    return [];
  };
  const namesOf = ({ sides }: Condition): ReadonlySet<string> =>
    new Set(sides.flatMap(side => [...namesIn(side)]));

  const known = new Set(inputs);
  const steps = formulas.steps.flatMap(({ name, formula }, index) => {
    if (known.has(name) || name === ANSWER)
      problems.push({ field: 'steps', index, message: `The name ${name} is taken: give the step another` });
    const place = { field: 'steps', index } as const;
    const found = read(place, formula, parseFormula, namesIn, new Set(known));
    known.add(name);
    return found.map(each => ({ name, formula: each }));
  });
  const answer = { field: 'answer', index: 0 } as const;
  steps.push(
    ...read(answer, formulas.answer, parseFormula, namesIn, new Set(known)).map(formula => ({
      name: ANSWER,
      formula,
    })),
  );
  const all = new Set([...known, ANSWER]);
  const where = formulas.where.flatMap((text, index) =>
    read({ field: 'where', index }, text, parseCondition, namesOf, all),
  );
  const mistakes = formulas.mistakes.flatMap(({ step, formula, why }, index) => {
    const place = { field: 'mistakes', index } as const;
    const nth = formulas.steps.findIndex(({ name }) => name === step);
    if (step !== '' && nth < 0)
      problems.push({ ...place, message: `There is no step ${JSON.stringify(step)} to get wrong` });
    // What comes after a step has no value where the step is worked out.
    const sofar = formulas.steps.slice(0, nth + 1).map(({ name }) => name);
    const names = nth < 0 ? all : new Set([...inputs, ...sofar]);
    const of = nth < 0 ? ANSWER : step;
    return read(place, formula, parseFormula, namesIn, names).map(each => ({ step: of, formula: each, why }));
  });
  return { where, steps, mistakes, problems };
};

/** Everything about the formulas of a template that no draw of numbers can mend. */
export const formulaProblems = (
  formulas: OwnFormulas,
  inputs: readonly string[],
): readonly FormulaProblem[] => readFormulas(formulas, inputs).problems;

/** An input of a formula: any number. */
const inputOf = (name: string): Input<Rational> => ({
  ...(number('', { help: name, min: '-1e18' }) as Input<Rational>),
  show: value => (value.n < 0n ? `(${formatStep(value, '')})` : formatStep(value, '')),
});

/** The value of a name; steps have been worked out in order before it is asked for. */
const valueIn =
  (values: Values) =>
  (name: string): Rational => {
    const value = values[name];
    if (isRational(value)) return value;
    throw new RangeError(`{${name}} has no value`);
  };

/** The first value that an input of a template can have. */
const firstOf = (input: TemplateInput): string => {
  switch (input.type) {
    case 'fixed':
      return input.value;
    case 'choose':
      return input.values[0]?.value ?? '';
    case 'range':
      return String(input.from);
  }
};

/** What makes a formula fail with some numbers, such as a division by zero; `null`: nothing. */
const failureOf =
  (steps: ReadFormulas['steps']) =>
  (given: Values): string | null => {
    const values: Record<string, unknown> = { ...given };
    try {
      for (const { name, formula } of steps) values[name] = workFormula(formula, valueIn(values));
      return null;
    } catch (error) {
      if (error instanceof RangeError) return `cannot be worked out with these numbers: ${error.message}`;
      throw error;
    }
  };

/** A template as a calculator. */
interface OwnCalculator {
  readonly calculator: Calculator;
  /** Whether drawn numbers, by name, meet the conditions of the template; a division by zero never does. */
  readonly accepts: (given: ReadonlyMap<string, string>) => boolean;
}

/** @throws RangeError for formulas that {@link formulaProblems} has something against */
export const ownCalculator = (template: FormulaTemplate): OwnCalculator => {
  const { key, topic, section, formulas, inputs: drawn, sources, checked, title = key } = template;
  const names = drawn.map(({ flag }) => flag);
  const { where, steps: read, mistakes: wrong, problems } = readFormulas(formulas, names);
  const [problem] = problems;
  if (problem !== undefined) throw new RangeError(problem.message);

  const inputs = new Map(names.map(name => [name, inputOf(name)]));
  const steps = read.map(({ name, formula }): Step => {
    const written = formulas.steps.find(step => step.name === name);
    const label = written === undefined ? 'Answer' : written.label;
    return {
      id: name,
      label: label === '' ? labelOf(name) : label,
      unit: written === undefined ? formulas.unit : written.unit,
      formula: showFormula(formula),
      nothing: 'none',
      say: null,
      others: () => [],
      compute: values => workFormula(formula, valueIn(values)),
      shown: () => true,
    };
  });
  const mistakes = wrong.map(({ step, formula, why }, i): Mistake => ({
    id: `mistake-${i + 1}`,
    why,
    steps: new Map([[step, values => workFormula(formula, valueIn(values))]]),
  }));
  const definition: Definition = {
    inputs,
    facts: new Map(),
    rules: [{ flags: names, problem: failureOf(read) }],
    steps,
    results: [{ name: ANSWER, step: ANSWER, rounding: 'number' }],
    answer: ANSWER,
    mistakes,
    notes: () => [],
    practice: [],
    examples: [new Map(drawn.map(({ flag, input }) => [flag, firstOf(input)]))],
    source: { title: '', url: sources[0] ?? '', checked },
    template,
  };
  const accepts = (given: ReadonlyMap<string, string>): boolean => {
    if (where.length === 0) return true;
    const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    try {
      for (const [name, input] of inputs) {
        const reading = input.read([given.get(name) ?? '']);
        if (!reading.ok) return true;
        values[name] = reading.value.value;
      }
      const valueOf = valueIn(values);
      const lazy = (name: string): Rational => {
        const step = name in values ? undefined : read.find(each => each.name === name);
        if (step !== undefined) values[name] = workFormula(step.formula, lazy);
        return valueOf(name);
      };
      return where.every(condition => holds(condition, lazy));
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
  return {
    calculator: {
      ...definition,
      id: key,
      aliases: [],
      title,
      summary: '',
      service: '',
      topic: section === '' ? topic : `${topic}#${section}`,
      load: () => Promise.resolve({ definition }),
    },
    accepts,
  };
};
