/** What an input of a calculator is; `quantity-inputs.ts` and `word-inputs.ts` make them. */
import type { Conversion, Parsed } from '../../number/quantity.ts';
import type { Json } from '../engine/value.ts';

/** How an input is written; `--list --json` names it. */
export type InputKind =
  | 'count'
  | 'number'
  | 'size'
  | 'rate'
  | 'duration'
  | 'percent'
  | 'choice'
  | 'flag'
  | 'text'
  | 'list';

/** What was read from a flag. */
export interface Held<T> {
  readonly value: T;
  /** As written, tidied: `120/min`. */
  readonly text: string;
  readonly conversion: Conversion | null;
}

/** What a calculator takes: how it is read, checked, shown and described. */
export interface Input<T = unknown> {
  readonly kind: InputKind;
  /** Unit of the value, and of a bare number: `KB`, `reads/s`; empty where there is none. */
  readonly unit: string;
  /** What stands behind the flag in the help: `<rate>`; empty for a flag without a value. */
  readonly placeholder: string;
  readonly help: string;
  readonly required: boolean;
  /** As it would be typed; `null` where there is none. */
  readonly default: string | null;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** As they would be typed: what practice questions draw from. */
  readonly samples: readonly string[];
  /** `KB` is 1,024 or 1,000 bytes; `null` for what is no size. */
  readonly kilo: 1024 | 1000 | null;
  /** May be given several times. */
  readonly repeatable: boolean;
  /** Stands without a flag. */
  readonly positional: boolean;
  /** `-` reads it from stdin. */
  readonly stdin: boolean;
  read(given: readonly string[]): Parsed<Held<T>>;
  /** In a formula. */
  show(value: T): string;
  toJson(value: T): Json;
}

/** The value type of an input. */
export type InputValue<I> = I extends Input<infer T> ? T : never;

/** Options of every input. */
export interface Common {
  readonly help: string;
  /** As it would be typed. */
  readonly default?: string;
  /** May be left out without a default: the value is then `null`. */
  readonly optional?: true;
  readonly samples?: readonly string[];
}

/** Options of every input that is a number. */
export interface Ranged extends Common {
  /** Decimal text in the input's unit; 0 where nothing is said. */
  readonly min?: string;
  readonly max?: string;
}

/** An input that may be left out can be `null`. */
export type Maybe<T, O> = O extends { readonly optional: true } ? T | null : T;

/** What most inputs have in common. */
export const BASE: Omit<Input<never>, 'read' | 'show' | 'toJson' | 'kind' | 'help' | 'placeholder'> = {
  unit: '',
  required: true,
  default: null,
  choices: [],
  samples: [],
  kilo: null,
  repeatable: false,
  positional: false,
  stdin: false,
};

/** The part of an input that its options decide alone. */
export const common = (options: Common): Pick<Input, 'help' | 'required' | 'default' | 'samples'> => ({
  help: options.help,
  required: options.default === undefined && options.optional !== true,
  default: options.default ?? null,
  samples: options.samples ?? [],
});

/** A reading that failed. */
export const refuse = (message: string): { readonly ok: false; readonly message: string } => ({
  ok: false,
  message,
});
