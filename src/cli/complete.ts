import { Command } from 'commander';
import { SHELLS } from '../text/completion-scripts.ts';
import type { CommandEntry } from './commands.ts';
import { COMMANDS } from './commands.ts';
import type { Context } from './context.ts';
import { addGlobalFlags, commandIndex } from './global-flags.ts';

/** Flags of a command, its own and the global ones, with the values they take. */
const flagsOf = async (
  entry: CommandEntry,
  context: () => Context,
  words: readonly string[],
): Promise<Command> => {
  const command = addGlobalFlags(new Command(entry.name)).option('-h, --help');
  await (await entry.load()).command.setup(command, context, words);
  return command;
};

/** What may stand where a word of the command is expected. */
const argumentsOf = async (entry: CommandEntry, context: () => Context): Promise<readonly string[]> => {
  switch (entry.completes) {
    case 'topics':
      return (await context().course()).topics.map(topic => topic.id);
    case 'exams':
      return (await context().course()).blueprints.map(blueprint => blueprint.id);
    case 'calculators': {
      const { CATALOGUE } = await import('../core/calc/catalogue.ts');
      return CATALOGUE.flatMap(calculator => [calculator.id, ...calculator.aliases]);
    }
    case 'shells':
      return SHELLS;
    default:
      return [];
  }
};

/** Values of the flag before the word, where it has choices of its own. */
const valuesOf = async (
  flag: string,
  command: Command,
  context: () => Context,
): Promise<readonly string[]> => {
  if (flag === '--exam') return (await context().course()).blueprints.map(blueprint => blueprint.id);
  return command.options.find(option => option.long === flag || option.short === flag)?.argChoices ?? [];
};

/**
 * Candidates for the last of the words after `study`, which may be empty. Never throws for what a learner
 * typed: a word that leads nowhere has no candidates.
 */
export const completionsFor = async (
  words: readonly string[],
  context: () => Context,
): Promise<readonly string[]> => {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const index = commandIndex(before);
  const entry = COMMANDS.find(candidate => candidate.name === before[index]);
  const starting = (candidates: readonly string[]): readonly string[] =>
    candidates.filter(candidate => candidate.startsWith(word));
  if (entry === undefined) {
    if (index !== -1) return [];
    if (!word.startsWith('-')) return starting([...COMMANDS.map(candidate => candidate.name), 'help']);
    const flags = addGlobalFlags(new Command()).options.map(option => option.long ?? '');
    return starting([...flags, '--help', '--version']);
  }
  const subcommand = before[index + 1];
  const command = await flagsOf(entry, context, before.slice(index + 1));
  const nested = command.commands.find(
    candidate =>
      candidate.name() === subcommand ||
      (subcommand !== undefined && candidate.aliases().includes(subcommand)),
  );
  const chosen = nested ?? command;
  const values = await valuesOf(before.at(-1) ?? '', chosen, context);
  if (values.length > 0) return starting(values);
  if (word.startsWith('-')) {
    const options = nested === undefined ? command.options : [...nested.options, ...command.options];
    return starting(options.filter(option => !option.hidden).map(option => option.long ?? ''));
  }
  if (nested !== undefined) return [];
  return starting([
    ...command.commands.map(candidate => candidate.name()),
    ...(await argumentsOf(entry, context)),
  ]);
};
