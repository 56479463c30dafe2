/** Completion: the scripts for shells, and the candidates that these ask for. */
import { Command, Option } from 'commander';
import { SHELLS, completionScript } from './completion-scripts.ts';
import type { CommandEntry, CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { HELP_PAGES } from '../program/help-pages.ts';
import { addGlobalFlags, commandIndex } from '../program/global-flags.ts';
import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';

/** Flags of one of the commands, its own and the global ones, with the values they take. */
const flagsOf = async (
  entry: CommandEntry,
  context: () => Context,
  words: readonly string[],
  commands: readonly CommandEntry[],
): Promise<Command> => {
  const command = addGlobalFlags(new Command(entry.name)).option('-h, --help');
  await (await entry.load()).command.setup(command, context, words, commands);
  return command;
};

/** Names and values of settings: `words` are those before the one that is completed, without the command's. */
const settingWords = async (
  words: readonly string[],
  exams: () => Promise<readonly string[]>,
): Promise<readonly string[]> => {
  const [subcommand, key] = words.filter(word => !word.startsWith('-'));
  if (subcommand === undefined) return [];
  // Printing a script needs none of this.
  const [{ PREFERENCES, preferenceOf }, { SETTINGS }] = await Promise.all([
    import('../../core/device/preferences.ts'),
    import('../../core/journal/settings.ts'),
  ]);
  if (key === undefined || subcommand === 'reset')
    return [...SETTINGS, ...PREFERENCES].map(setting => setting.key);
  if (subcommand !== 'set') return [];
  if (key === 'exam') return exams();
  if (SETTINGS.some(setting => setting.key === key && setting.kind === 'switch')) return ['on', 'off'];
  return preferenceOf(key)?.choices ?? [];
};

/**
 * What may stand where a word of the command is expected.
 * @param before words before it, without the command's; `word`: what stands there so far
 */
const argumentsOf = async (
  { completes }: CommandEntry,
  context: () => Context,
  before: readonly string[],
  word: string,
): Promise<readonly string[]> => {
  const exams = async (): Promise<readonly string[]> =>
    (await context().course()).blueprints.map(blueprint => blueprint.id);
  switch (completes) {
    case 'topics':
      return (await context().course()).topics.map(topic => topic.id);
    case 'notes': {
      const course = await context().course();
      const [topic = '', section] = word.split('#');
      if (section === undefined) return course.topics.map(({ id }) => id);
      const found = course.topics.find(({ id }) => id === topic);
      return (found?.sections ?? []).map(({ id }) => `${topic}#${id}`);
    }
    case 'items':
      return (await context().course()).items.map(({ key }) => key);
    case 'exams':
      return exams();
    case 'settings':
      return settingWords(before, exams);
    case 'calculators': {
      const { courseCalculators } = await import('../../app/course/course-calculators.ts');
      return courseCalculators(await context().course()).flatMap(({ id, aliases }) => [id, ...aliases]);
    }
    case 'lists': {
      const { LIST_NAMES } = await import('../../core/lists/lists.ts');
      return [...LIST_NAMES, 'yours'];
    }
    case 'shells':
      return SHELLS;
    default:
      return [];
  }
};

/** Words joined by commas: what may follow the last comma, and no word twice. */
const afterComma = (word: string, choices: readonly string[]): readonly string[] => {
  const done = word.split(',').slice(0, -1);
  const before = done.map(each => `${each},`).join('');
  return choices.filter(choice => !done.includes(choice)).map(choice => `${before}${choice}`);
};

/** What a flag takes as its value: these words, anything (none of them known), or `null`: it takes none. */
const valuesOf = async (
  flag: string,
  commands: readonly Command[],
  context: () => Context,
): Promise<readonly string[] | null> => {
  if (flag === '--exam') return (await context().course()).blueprints.map(blueprint => blueprint.id);
  const options = commands.flatMap(command => command.options);
  const option = options.find(({ long, short }) => long === flag || short === flag);
  if (option === undefined || !(option.required || option.optional)) return null;
  return option.argChoices ?? (option.required ? [] : null);
};

/**
 * Candidates for the last of the words after `study`, which may be empty, where `commands` are known. Never throws for what a learner
 * typed: a word that leads nowhere has no candidates.
 */
export const completionsFor = async (
  words: readonly string[],
  context: () => Context,
  commands: readonly CommandEntry[],
): Promise<readonly string[]> => {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const index = commandIndex(before);
  const entry = commands.find(candidate => candidate.name === before[index]);
  const starting = (candidates: readonly string[]): readonly string[] =>
    candidates.filter(candidate => candidate.startsWith(word));
  if (before[index] === 'help') {
    if (before.length === index + 1)
      return starting([...commands, ...HELP_PAGES].map(candidate => candidate.name));
    // What a command is asked about is completed as the command is.
    const rest = before.slice(index + 1);
    const helped = commands.find(({ name }) => name === rest[0]);
    if (helped === undefined || rest.length > 1) return [];
    const { commands: nested } = await flagsOf(helped, context, [], commands);
    const names = nested.map(candidate => candidate.name());
    return starting(
      names.length > 0
        ? names
        : helped.completes === 'calculators'
          ? await argumentsOf(helped, context, [], word)
          : [],
    );
  }
  if (entry === undefined) {
    const value = await valuesOf(before.at(-1) ?? '', [addGlobalFlags(new Command())], context);
    if (index !== -1 || value !== null) return [];
    if (!word.startsWith('-')) return starting([...commands.map(candidate => candidate.name), 'help']);
    const flags = addGlobalFlags(new Command()).options.map(option => option.long ?? '');
    return starting([...flags, '--help', '--version']);
  }
  const subcommand = before[index + 1];
  const command = await flagsOf(entry, context, before.slice(index + 1), commands);
  const nested = command.commands.find(
    candidate =>
      candidate.name() === subcommand ||
      (subcommand !== undefined && candidate.aliases().includes(subcommand)),
  );
  const values = await valuesOf(
    before.at(-1) ?? '',
    [...(nested === undefined ? [] : [nested]), command],
    context,
  );
  if (values !== null) return starting(word.includes(',') ? afterComma(word, values) : values);
  if (word.startsWith('-')) {
    const options = nested === undefined ? command.options : [...nested.options, ...command.options];
    return starting(options.filter(option => !option.hidden).map(option => option.long ?? ''));
  }
  const listed = await argumentsOf(entry, context, before.slice(index + 1), word);
  if (nested !== undefined) return entry.completes === 'settings' ? starting(listed) : [];
  const own = command.registeredArguments.flatMap(argument => argument.argChoices ?? []);
  return starting([...command.commands.map(candidate => candidate.name()), ...own, ...listed]);
};

const EXAMPLES = `
Examples:
  eval "$(study completion bash)"           in ~/.bashrc
  eval "$(study completion zsh)"            in ~/.zshrc, after compinit
  study completion fish | source            in ~/.config/fish/config.fish`;

export const command: CommandModule = {
  setup: (command, context, _words, commands) => {
    command
      .argument('[words...]', 'bash, zsh or fish')
      .addOption(new Option('--words', 'print candidates for the words that follow').hideHelp())
      .addHelpText('after', EXAMPLES)
      .action(async (words: string[], flags: { words?: true }) => {
        const { out, options } = context();
        if (flags.words === true) {
          for (const candidate of await completionsFor(words, context, commands)) out.line(candidate);
          return;
        }
        const [name = ''] = words;
        const shell = SHELLS.find(candidate => candidate === name);
        if (shell === undefined || words.length > 1) {
          const guess = didYouMean(name, SHELLS) ?? 'bash';
          throw new Failure(
            'usage',
            name === '' ? 'Which shell?' : `There is no completion for "${words.join(' ')}"`,
            {
              code: 'unknown-shell',
              try: `study completion ${guess} (bash, zsh and fish are known)`,
            },
          );
        }
        if (options.json) out.json({ shell, script: completionScript(shell) });
        else out.write(completionScript(shell));
      });
  },
};
