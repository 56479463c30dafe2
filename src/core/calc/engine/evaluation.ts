/** What comes out of a calculator: worked steps and results, or problems with the inputs. */
import type { Calculator } from '../catalogue.ts';
import type { Fact } from '../facts/fact.ts';
import type { Input } from '../inputs/input.ts';
import type { Rounding, Value, Wording } from './value.ts';

/** By flag, without dashes: what was typed. A switch that is on is `true`; a repeatable flag may have a list. */
export type Given = ReadonlyMap<string, string | readonly string[] | true>;

/** One thing that is wrong with one flag. */
export interface InputProblem {
  readonly flag: string;
  /** As typed, shortened; empty where it is missing. */
  readonly given: string;
  /** To be read after the flag's name. */
  readonly message: string;
}

/** An input as it was used. */
export interface EvaluatedInput {
  readonly flag: string;
  readonly input: Input;
  readonly value: unknown;
  /** As written, or the default. */
  readonly text: string;
  readonly origin: 'given' | 'default' | 'absent';
}

/** One line of the working. */
export interface WorkedStep {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** In names: `ceil(item size / 4 KB)`. */
  readonly formula: string;
  /** In numbers: `ceil(12 KB / 4 KB)`. */
  readonly substituted: string;
  readonly value: Value;
  /** The value with its unit. */
  readonly text: string;
}

/** What a calculator answers. */
export interface Result {
  readonly name: string;
  /** Id of the step it rounds. */
  readonly step: string;
  readonly label: string;
  readonly unit: string;
  readonly rounding: Rounding;
  readonly wording: Wording;
  /** Rounded by its rule. */
  readonly value: Value;
  readonly text: string;
  /** Other words it could have been, with the reasons they are wrong. */
  readonly others: readonly { readonly text: string; readonly why: string }[];
}

/** What a usual mistake makes of the results it changes. */
export interface WrongAnswer {
  readonly id: string;
  readonly why: string;
  /** By name of the result; only those that differ from the right ones. */
  readonly results: ReadonlyMap<string, { readonly value: Value; readonly text: string }>;
}

/** Everything a calculator has to say. */
export interface Evaluation {
  readonly calculator: Calculator;
  readonly inputs: readonly EvaluatedInput[];
  readonly steps: readonly WorkedStep[];
  readonly results: readonly Result[];
  readonly answer: Result;
  readonly mistakes: readonly WrongAnswer[];
  readonly notes: readonly string[];
  /** The prices and quotas that the shown steps use. */
  readonly facts: readonly Fact[];
}

/** An evaluation, or every problem with the inputs. */
export type Outcome =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };
