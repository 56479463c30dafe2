/** What `--help --json` prints of a command. */
import type { Command } from 'commander';

/** An argument of a command. */
interface ArgumentShape {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Whether it takes all the words that follow. */
  readonly many: boolean;
}

/** A flag of a command. */
interface FlagShape {
  /** As help shows it: `-n <count>`. */
  readonly flags: string;
  readonly description: string;
  /** Whether it takes a value: always, or where one is given. */
  readonly value: 'required' | 'optional' | null;
  /** The only values it takes; `null`: any. */
  readonly choices: readonly string[] | null;
}

interface CommandShape {
  /** With the commands that it belongs to: `study progress backup`. */
  readonly command: string;
  readonly description: string;
  readonly arguments: readonly ArgumentShape[];
  readonly flags: readonly FlagShape[];
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

/** A command as data: what its help page says of it, but for the examples. */
export const commandShape = (command: Command): CommandShape => ({
  command: nameOf(command),
  description: command.description(),
  arguments: command.registeredArguments.map(argument => ({
    name: argument.name(),
    description: argument.description,
    required: argument.required,
    many: argument.variadic,
  })),
  flags: command.options
    .filter(({ hidden }) => !hidden)
    .map(({ flags, description, required, optional, argChoices }) => ({
      flags,
      description,
      value: required ? 'required' : optional ? 'optional' : null,
      choices: argChoices ?? null,
    })),
  commands: command.commands
    .filter(each => each.name() !== 'help')
    .map(each => ({ name: each.name(), description: each.description() || each.summary() })),
});
