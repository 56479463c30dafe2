/**
 * Declares a calculator, once. Every step sees the inputs, facts and earlier steps by name, in its formula and
 * in its computation, and an unknown name does not compile. Flags, help, completion, form, worked steps, JSON,
 * practice questions and the reference page are made from what is declared here.
 */
import type { FormulaTemplate } from '../../course/course.ts';
import type { Fact } from '../facts/fact.ts';
import type { Input, InputValue } from '../inputs/input.ts';
import type { Rounding, Value } from './value.ts';
import type { Rational } from '../../number/rational.ts';

/** Values by name, as computations see them. */
export type Values = Readonly<Record<string, unknown>>;

/** One line of the working. */
export interface Step {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** With `{name}` places for inputs, facts and earlier steps. */
  readonly formula: string | ((values: Values) => string);
  /** What `null` means: `never`. */
  readonly nothing: string;
  /** The value in words, where number and unit are not enough; also of the rounded value. */
  readonly say: ((value: Value) => string) | null;
  /** Other words the value could have been, for wrong options; each with the reason it is not. */
  others(values: Values): readonly { readonly text: string; readonly why: string }[];
  compute(values: Values): Value;
  /** `false`: computed, but of no interest with these inputs. */
  shown(values: Values): boolean;
}

/** A value the calculator answers with: a step, rounded. */
interface ResultRule {
  readonly name: string;
  /** Id of the step; the name, unless an input has that name already. */
  readonly step: string;
  readonly rounding: Rounding;
}

/** A usual mistake: what somebody who makes it computes in place of some steps. */
export interface Mistake {
  readonly id: string;
  /** What the mistake does, as a sentence whose subject is the mistaken answer. */
  readonly why: string;
  readonly steps: ReadonlyMap<string, (values: Values) => Value>;
}

/** A condition on several inputs; it is tried once all of them could be read. */
interface Rule {
  /** The first is the flag that is to blame. */
  readonly flags: readonly string[];
  /** What is wrong, to be read after what was given, or `null`. */
  readonly problem: (values: Values) => string | null;
}

/** A practice question: `{flag}` places in the text are drawn, other inputs are set or have their defaults. */
export interface PracticeText {
  /** Step or result that is asked. */
  readonly asks: string;
  readonly text: string;
  /** Values to draw from, as typed, in place of the input's samples. */
  readonly draw: ReadonlyMap<string, readonly string[]>;
}

/** Flags with what is typed behind them; `true` for a switch. */
export type Example = ReadonlyMap<string, string | readonly string[] | true>;

/** Where the rules of a calculator are written. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** `YYYY-MM-DD`. */
  readonly checked: string;
}

/** Everything about a calculator but its name and place in the catalogue. */
export interface Definition {
  readonly inputs: ReadonlyMap<string, Input>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly rules: readonly Rule[];
  readonly steps: readonly Step[];
  readonly results: readonly ResultRule[];
  /** The result that answers the question; one of `results`. */
  readonly answer: string;
  readonly mistakes: readonly Mistake[];
  /** What should be known beside the numbers. */
  notes(values: Values): readonly string[];
  readonly practice: readonly PracticeText[];
  readonly examples: readonly Example[];
  readonly source: Source;
  /** The question of a course that it was made from, which is its practice; absent for those of the program. */
  readonly template?: FormulaTemplate;
}

/** The names in `{places}` of a formula that are not among the known ones. */
type UnknownPlace<Formula extends string, Known extends string> = string extends Formula
  ? never
  : Formula extends `${string}{${infer Name}}${infer Rest}`
    ? (Name extends Known ? never : Name) | UnknownPlace<Rest, Known>
    : never;

/** The formula itself, or a type that no text fits and that names the unknown places. */
type Checked<Formula extends string, Known extends string> = [UnknownPlace<Formula, Known>] extends [never]
  ? Formula
  : `unknown place: ${UnknownPlace<Formula, Known>}`;

type Names<V> = keyof V & string;

interface StepOptions<V, T extends Value, Formula extends string> {
  readonly label: string;
  readonly unit?: string;
  /** Text, or a function that gives one where the way of computing depends on the inputs. */
  readonly formula: (Formula & Checked<Formula, Names<V>>) | ((values: V) => string);
  readonly compute: (values: V) => T;
  readonly shown?: (values: V) => boolean;
  readonly nothing?: string;
  /** The value in words, where number and unit are not enough. Stands behind `compute`, which gives its type. */
  readonly say?: (value: T) => string;
  /** For a step that gives words: what else a learner could think, and why that is wrong. */
  readonly others?: (
    values: V & { readonly answer: T },
  ) => readonly { readonly text: string; readonly why: string }[];
}

/** What practice draws a flag from: one value, several, or a switch that is on. */
type Drawn<I> = { readonly [Flag in keyof I]?: string | readonly string[] | true };

const entries = <T>(record: Readonly<Record<string, T | undefined>>): readonly (readonly [string, T])[] =>
  Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** Collects a definition; every method gives a new builder. `I`: inputs, `V`: all values so far, `Results`: names. */
class Builder<I, V, Results extends string = never> {
  readonly #definition: Definition;

  constructor(definition: Definition) {
    this.#definition = definition;
  }

  #with<Next = V, Named extends string = Results>(change: Partial<Definition>): Builder<I, Next, Named> {
    return new Builder<I, Next, Named>({ ...this.#definition, ...change });
  }

  /** A condition on inputs: what is wrong with the first flag, or `null`. It sees the flags it names, and all facts. */
  rule<const Flags extends readonly Names<I>[]>(
    flags: Flags,
    problem: (values: Omit<V, Names<I>> & Pick<V, Flags[number] & keyof V>) => string | null,
  ): Builder<I, V, Results> {
    const rule = { flags, problem: problem as Rule['problem'] };
    return this.#with({ rules: [...this.#definition.rules, rule] });
  }

  /** The next line of the working. */
  step<const Id extends string, T extends Value, const Formula extends string>(
    id: Id,
    options: StepOptions<V, T, Formula>,
  ): Builder<I, V & { readonly [Name in Id]: T }, Results> {
    const step: Step = {
      id,
      label: options.label,
      unit: options.unit ?? '',
      formula: options.formula as Step['formula'],
      nothing: options.nothing ?? 'none',
      say: (options.say as Step['say'] | undefined) ?? null,
      compute: options.compute as Step['compute'],
      others: values =>
        (options.others as Step['others'] | undefined)?.({ ...values, answer: values[id] }) ?? [],
      shown: (options.shown as Step['shown'] | undefined) ?? (() => true),
    };
    return this.#with({ steps: [...this.#definition.steps, step] });
  }

  /**
   * The steps that are results, each with its rounding; `answer` is the one that is asked for.
   * @param renamed results whose step has another id, because an input has that name: `{ minutes: 'allMinutes' }`
   */
  results<
    const Rules extends Readonly<Record<string, Rounding>>,
    const Renamed extends Readonly<Record<string, Names<V>>> = Record<never, Names<V>>,
  >(
    rules: Rules & {
      readonly [Name in keyof Rules]: Name extends Names<V> | keyof Renamed ? Rounding : never;
    },
    answer: Names<Rules>,
    renamed?: Renamed,
  ): Builder<I, V, Names<Rules>> {
    const steps: Readonly<Record<string, string>> = renamed ?? {};
    const results = entries<Rounding>(rules).map(([name, rounding]) => ({
      name,
      step: steps[name] ?? name,
      rounding,
    }));
    return this.#with<V, Names<Rules>>({ results, answer });
  }

  /** A usual mistake, by what it computes in place of the steps it gets wrong; a step's own name is its right value. */
  mistake(
    id: string,
    why: string,
    steps: { readonly [Name in Names<V>]?: (values: V) => Value },
  ): Builder<I, V, Results> {
    const changed = new Map(entries<(values: V) => Value>(steps)) as ReadonlyMap<
      string,
      (values: Values) => Value
    >;
    return this.#with({ mistakes: [...this.#definition.mistakes, { id, why, steps: changed }] });
  }

  /** What should be known beside the numbers; `false` is left out. */
  notes(make: (values: V) => readonly (string | false)[]): Builder<I, V, Results> {
    const all = make as (values: Values) => readonly (string | false)[];
    return this.#with({ notes: values => all(values).filter(note => note !== false) });
  }

  /** One wording of a practice question that asks for a result. */
  question<const Text extends string>(
    asks: Results,
    text: Text & Checked<Text, Names<I>>,
    draw: Drawn<I> = {},
  ): Builder<I, V, Results> {
    const drawn = entries<string | readonly string[] | true>(draw).map(
      ([flag, values]) =>
        [flag, values === true ? ['true'] : typeof values === 'string' ? [values] : values] as const,
    );
    const practice = { asks, text, draw: new Map(drawn) };
    return this.#with({ practice: [...this.#definition.practice, practice] });
  }

  /** A command that is shown with its output. */
  example(flags: Drawn<I>): Builder<I, V, Results> {
    return this.#with({
      examples: [...this.#definition.examples, new Map(entries<string | readonly string[] | true>(flags))],
    });
  }

  build(): Definition {
    return this.#definition;
  }
}

type FactValues<F> = { readonly [Name in keyof F]: Rational };
type InputValues<I> = { readonly [Flag in keyof I]: InputValue<I[Flag]> };

/** Begins a definition with what it takes: inputs by flag, facts by name, and where its rules come from. */
export const calculator = <
  const I extends Readonly<Record<string, Input>>,
  const F extends Readonly<Record<string, Fact>> = Record<never, Fact>,
>(options: {
  readonly source: Source;
  readonly inputs: I;
  readonly facts?: F;
}): Builder<I, InputValues<I> & FactValues<F>> =>
  new Builder({
    inputs: new Map(Object.entries(options.inputs)),
    facts: new Map(Object.entries(options.facts ?? {})),
    rules: [],
    steps: [],
    results: [],
    answer: '',
    mistakes: [],
    notes: () => [],
    practice: [],
    examples: [],
    source: options.source,
  });
