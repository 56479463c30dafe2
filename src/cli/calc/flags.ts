/** A calculator's flags as commander options, and what was typed as what the calculator reads. */
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Calculator } from '../../core/calc/catalogue.ts';
import type { Given, InputProblem } from '../../core/calc/engine/evaluation.ts';
import type { Input } from '../../core/calc/inputs/input.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { writtenFlag } from '../../text/calc/calc-json.ts';
import { didYouMean } from '../../core/base/suggest.ts';

/** Help behind a flag: what it is, and what holds when it is left out. */
const describe = ({ help, required, default: fallback }: Input): string =>
  required ? `${help} (required)` : fallback === null ? help : `${help} (default: ${fallback})`;

const collect = (value: string, previous: readonly string[] | undefined): readonly string[] => [
  ...(previous ?? []),
  value,
];

const optionFor = (flag: string, input: Input): Option => {
  const words = [`--${flag}`, input.placeholder].filter(word => word !== '').join(' ');
  const option = new Option(words, describe(input));
  // For completion alone: the calculator itself tells what is wrong, everything at once.
  if (input.choices.length > 0) option.argChoices = input.choices.map(({ value }) => value);
  if (input.repeatable) option.argParser(collect);
  // `--no-free-tier` is a switch of its own here, not the negation of another one.
  option.negate = false;
  return option;
};

/** Adds flags and positional arguments. Unknown flags are left to {@link readGiven}. */
export const addFlags = (command: Command, calculator: Calculator): void => {
  command.allowUnknownOption().allowExcessArguments();
  for (const [flag, input] of calculator.inputs) {
    if (input.positional) command.argument(`[${flag}]`, describe(input));
    else command.addOption(optionFor(flag, input));
  }
};

/** What was typed, by flag, and words that belong to no flag. */
export const readGiven = (
  command: Command,
  calculator: Calculator,
): { readonly given: Given; readonly problems: readonly InputProblem[] } => {
  const given = new Map<string, string | readonly string[] | true>();
  const options = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  for (const option of command.options) {
    const flag = (option.long ?? '').slice(2);
    const value = options[option.attributeName()];
    if (!calculator.inputs.has(flag)) continue;
    if (value === true || typeof value === 'string') given.set(flag, value);
    else if (Array.isArray(value)) given.set(flag, value.map(String));
  }
  const problems: InputProblem[] = [];
  const positional = [...calculator.inputs].filter(([, input]) => input.positional).map(([flag]) => flag);
  const flags = [...calculator.inputs.keys()].map(flag => writtenFlag(calculator, flag));
  let unknown = false;
  for (const word of command.args) {
    if (/^--?[a-z]/i.test(word)) {
      const [name = ''] = word.split('=');
      const guess = didYouMean(name, flags);
      const hint = guess === undefined ? `it has ${flags.join(', ')}` : `did you mean ${guess}?`;
      problems.push({
        flag: sanitizeLine(name),
        given: '',
        message: `is no flag of ${calculator.id}: ${hint}`,
      });
      unknown = !word.includes('=');
      continue;
    }
    const place = unknown ? undefined : positional.shift();
    if (place !== undefined) given.set(place, word);
    else if (!unknown)
      problems.push({ flag: sanitizeLine(word), given: word, message: 'belongs to no flag' });
    unknown = false;
  }
  return { given, problems };
};
