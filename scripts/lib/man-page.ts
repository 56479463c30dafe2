/** The man page, from what the commands say of themselves. */
import type { Option } from 'commander';
import { Command } from 'commander';
import type { CommandEntry } from '../../src/cli/program/command.ts';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { addGlobalFlags } from '../../src/cli/program/global-flags.ts';

/** Text as roff takes it: no backslash is a command, no hyphen is broken at, no line begins like a request. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');

const bold = (text: string): string => `\\fB${roff(text)}\\fR`;

/** Summaries begin small and have no stop, for lists. */
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

const item = (term: string, text: string): readonly string[] => [
  '.TP',
  term,
  ...(text === '' ? [] : [roff(sentence(text))]),
];

const choicesOf = ({ argChoices }: Pick<Option, 'argChoices'>): string =>
  argChoices === undefined ? '' : ` (${argChoices.join(', ')})`;

const flagLines = (command: Command): readonly string[] =>
  command.options
    .filter(({ hidden }) => !hidden)
    .flatMap(option => item(bold(option.flags), option.description + choicesOf(option)));

const argumentText = (command: Command): string =>
  command.registeredArguments
    .map(argument => {
      const name = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? ` <${name}>` : ` [${name}]`;
    })
    .join('');

const commandLines = (command: Command, name: string, summary: string): readonly string[] => [
  `.SS ${bold(`study ${name}`)}${roff(argumentText(command))}`,
  roff(sentence(summary)),
  ...flagLines(command),
  ...command.commands
    .filter(each => each.name() !== 'help')
    .flatMap(each => [
      ...item(
        `${bold(`study ${name} ${each.name()}`)}${roff(argumentText(each))}`,
        each.description() || each.summary(),
      ),
      ...(each.options.some(({ hidden }) => !hidden) ? ['.RS', ...flagLines(each), '.RE'] : []),
    ]),
];

const describe = async (entry: CommandEntry): Promise<readonly string[]> => {
  const command = new Command(entry.name);
  const { command: module } = await entry.load();
  const noContext = (): never => {
    throw new Error(`study ${entry.name} needs a run to say what its flags are`);
  };
  await module.setup(command, noContext, [], COMMANDS);
  return commandLines(command, entry.name, entry.summary);
};

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['STUDY_COURSE', 'the course, as --course'],
  ['STUDY_HOME', 'the folder of settings, journal and caches, as --home'],
  ['STUDY_ACCESSIBLE, ACCESSIBLE', 'sentences for a screen reader, as --accessible'],
  ['NO_COLOR, FORCE_COLOR', 'no colors, or colors in a pipe too'],
  ['STUDY_PAGER, PAGER', 'the program that shows long texts'],
  ['VISUAL, EDITOR', 'the program that edits cards and remarks'],
  ['DEBUG', 'with the value study the stack of every failure is printed'],
];

const EXITS: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'the answer is no: a check found errors, a result is below the aim'],
  ['2', 'wrong use'],
  ['3', 'something cannot be read or written'],
  ['70', 'a mistake in the program itself'],
  ['130', 'interrupted'],
];

const FILES: readonly (readonly [string, string])[] = [
  ['$XDG_CONFIG_HOME/study', 'settings of this device'],
  ['$XDG_DATA_HOME/study', 'journal, backups, remarks and cards of your own'],
  ['$XDG_CACHE_HOME/study', 'caches, which can be deleted at any time'],
];

/** The text of docs/study.1. */
export const manPage = async (): Promise<string> => {
  const groups = [...new Set(COMMANDS.map(({ group }) => group))];
  const commands: string[] = [];
  for (const group of groups) {
    commands.push(`.SH ${roff(group.toUpperCase())}`);
    for (const entry of COMMANDS.filter(each => each.group === group))
      commands.push(...(await describe(entry)));
  }
  const lines = [
    '.\\" Written by scripts/generate-man-page.mjs from the commands; a test fails when it is stale.',
    '.TH STUDY 1 "" "study\\-toolkit" "User Commands"',
    '.SH NAME',
    'study \\- study and exam\\-prep toolkit for the terminal',
    '.SH SYNOPSIS',
    `${bold('study')} [\\fIcommand\\fR] [\\fIwords\\fR...] [\\fIflags\\fR]`,
    '.SH DESCRIPTION',
    roff(
      'Loads notes written in Markdown, question banks and calculators, and runs flashcards, quizzes, timed mock exams and spaced repetition. Without a command it shows what is due today. In a terminal most commands open screens, in which ? shows the keys.',
    ),
    ...commands,
    '.SH FLAGS OF EVERY COMMAND',
    ...flagLines(addGlobalFlags(new Command())),
    ...item(bold('-h, --help'), 'explain the command'),
    ...item(bold('-V, --version'), 'print the version'),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, text]) => item(bold(name), text)),
    '.SH FILES',
    ...FILES.flatMap(([name, text]) => item(`\\fI${roff(name)}\\fR`, text)),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, text]) => item(bold(code), text)),
    '.SH SEE ALSO',
    `${bold('study help formats')} explains the files of a course, ${bold('study help json')} what is printed as JSON.`,
  ];
  return `${lines.join('\n')}\n`;
};
