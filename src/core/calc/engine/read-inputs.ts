import type { Definition, Values } from './define.ts';
import type { EvaluatedInput, Given, InputProblem } from './evaluation.ts';
import type { Held, Input } from '../inputs/input.ts';

/** Of what was typed, so much is repeated in a problem. */
const GIVEN_LENGTH = 60;

const words = (given: string | readonly string[] | true): readonly string[] =>
  given === true ? ['true'] : typeof given === 'string' ? [given] : given;

const shorten = (given: readonly string[]): string => {
  const all = given.join(' ');
  return all.length <= GIVEN_LENGTH ? all : `${all.slice(0, GIVEN_LENGTH)}…`;
};

/** A problem with what was typed. */
export const inputProblem = (flag: string, given: readonly string[], message: string): InputProblem => ({
  flag,
  given: shorten(given),
  message: `"${shorten(given)}" ${message}`,
});

/** An input that could be read. */
export interface ReadInput {
  readonly flag: string;
  readonly input: Input;
  readonly held: Held<unknown>;
  readonly given: readonly string[];
  readonly origin: EvaluatedInput['origin'];
}

/** What an input asks for, as a phrase: the message it gives for nothing. */
const asking = (input: Input): string => {
  const reading = input.read(['']);
  return reading.ok ? '' : `: it ${reading.message}`;
};

const readInput = (flag: string, input: Input, given: Given): ReadInput | InputProblem => {
  const typed = given.get(flag);
  if (typed !== undefined) {
    const list = words(typed);
    const reading = input.read(list);
    return reading.ok
      ? { flag, input, held: reading.value, given: list, origin: 'given' }
      : inputProblem(flag, list, reading.message);
  }
  const fallback = input.kind === 'flag' ? 'false' : input.default;
  if (fallback !== null) {
    const reading = input.read([fallback]);
    if (!reading.ok) throw new RangeError(`the default of ${flag} ${reading.message}`);
    return {
      flag,
      input,
      held: reading.value,
      given: [],
      origin: input.kind === 'flag' ? 'absent' : 'default',
    };
  }
  if (input.required) return { flag, given: '', message: `is missing${asking(input)}` };
  return { flag, input, held: { value: null, text: 'none', conversion: null }, given: [], origin: 'absent' };
};

/**
 * Reads every flag and tries the conditions on several of them: all inputs, or all problems at once.
 * @returns the inputs by flag and the values that computing starts from
 */
export const readInputs = (
  definition: Definition,
  given: Given,
  facts: Values,
): { readonly inputs: ReadonlyMap<string, ReadInput>; readonly problems: readonly InputProblem[] } => {
  const inputs = new Map<string, ReadInput>();
  const problems: InputProblem[] = [];
  for (const flag of given.keys()) {
    if (!definition.inputs.has(flag))
      problems.push({ flag, given: '', message: 'is no flag of this calculator' });
  }
  for (const [flag, input] of definition.inputs) {
    const read = readInput(flag, input, given);
    if ('message' in read) problems.push(read);
    else inputs.set(flag, read);
  }
  const values = startValues(inputs, facts);
  for (const { flags, problem } of definition.rules) {
    if (!flags.every(flag => inputs.has(flag))) continue;
    const message = problem(values);
    if (message === null) continue;
    const [flag = ''] = flags;
    const typed = inputs.get(flag)?.given ?? [];
    problems.push(typed.length === 0 ? { flag, given: '', message } : inputProblem(flag, typed, message));
  }
  return { inputs, problems };
};

/** Facts and inputs by name. */
export const startValues = (inputs: ReadonlyMap<string, ReadInput>, facts: Values): Values => {
  const values: Record<string, unknown> = Object.assign(Object.create(null), facts);
  for (const [flag, { held }] of inputs) values[flag] = held.value;
  return values;
};
