import { Command, CommanderError } from 'commander';
import { Failure } from '../../core/base/failure.ts';
import type { CommandEntry } from './command.ts';
import { COMMANDS } from './commands.ts';
import { HELP_PAGES } from './help-pages.ts';
import type { Context, GlobalOptions } from './context.ts';
import { commandShape } from './help-json.ts';
import { plainWords } from './plain-words.ts';
import { addGlobalFlags, commandIndex, readGlobalOptions } from './global-flags.ts';
import { wrapHelp } from './wrap-help.ts';
import { spokenHelp } from './spoken-help.ts';
import type { TextStream } from '../terminal/standard-output.ts';
import { toAscii } from '../../text/layout/ascii.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { showsUnicode } from '../../text/layout/style.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { capital } from '../../text/layout/columns.ts';

const EXAMPLES = `
Examples:
  study                                   today: what is due, what to do next
  study review --minutes 20               spaced repetition for twenty minutes
  study quiz sqs -n 5                     five questions on one topic
  study exam dva-c03                      a timed mock exam
  study calc rcu --reads 16 --item-size 12KB --consistency eventual

In a terminal most commands open screens, in which ? shows the keys; --plain gives lines instead.
Screen reader? study config set accessible true gives sentences instead, and so do --accessible and ACCESSIBLE=1.

study <command> --help explains a command; study help formats the files of a course; with --json every command prints JSON, which study help json describes.

Exit codes: 0 done, 1 the answer is no, 2 wrong use, 3 something cannot be read or written, 130 interrupted.`;

/** Turns what commander has to say about wrong use into a Failure; help and version are no failure. */
const asFailure = (
  error: CommanderError,
  entry: CommandEntry | undefined,
  subcommand: string | undefined,
): Failure | null => {
  if (error.exitCode === 0) return null;
  const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(rest.join(' '))?.[1];
  const words = [entry?.name, subcommand].filter(word => word !== undefined);
  const help = ['study', ...words, '--help'].join(' ');
  return new Failure('usage', first, {
    code: error.code
      .replace(/^commander\./, '')
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase(),
    try: suggestion === undefined ? help : `${suggestion}, or ${help}`,
  });
};

interface ProgramOptions {
  readonly version: string;
  /** Where help goes; absent: standard output. */
  readonly stdout?: TextStream;
  readonly makeContext: (options: GlobalOptions, colourRefused: boolean) => Context;
}

/**
 * Reads the command line and runs the command it names. Only that command's file is loaded.
 * @throws Failure and whatever the command throws
 */
export const runProgram = async (
  typed: readonly string[],
  { version, stdout = process.stdout, makeContext }: ProgramOptions,
): Promise<void> => {
  const argv = plainWords(typed);
  const index = commandIndex(argv);
  const word = argv[index];
  const behind = argv.slice(index + 1);
  const helped = word === 'help' ? (behind[commandIndex(behind)] ?? '') : '';
  const asksProgram = argv.some(
    arg => arg === '--help' || arg === '-h' || arg === '--version' || arg === '-V',
  );
  const name = word === 'help' ? helped : (word ?? (asksProgram ? '' : 'today'));
  const page = word === 'help' ? HELP_PAGES.find(candidate => candidate.name === name) : undefined;
  const entry = page ?? COMMANDS.find(candidate => candidate.name === name);
  if (entry === undefined && name !== '') {
    const guess = didYouMean(
      name,
      [...COMMANDS, ...HELP_PAGES].map(candidate => candidate.name),
    );
    throw new Failure('usage', `There is no command "${name}"`, {
      code: 'unknown-command',
      try:
        guess === undefined
          ? 'study --help lists the commands'
          : `study ${HELP_PAGES.some(candidate => candidate.name === guess) ? 'help ' : ''}${guess}`,
    });
  }

  const program = addGlobalFlags(new Command('study'))
    .description(
      'Study and exam-prep toolkit: notes, flashcards, quizzes, timed mock exams, calculators and spaced repetition.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'explain a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({
      outputError: () => undefined,
      writeOut: text => {
        const columns = stdout.columns || 80;
        const isSpoken = spokenOf(context()) !== null;
        const help = showsUnicode(process.env) ? text : toAscii(text);
        stdout.write(isSpoken ? spokenHelp(help, columns) : wrapHelp(help, columns));
      },
    });
  let current = program;
  const context = (): Context => {
    const { options, colourRefused } = readGlobalOptions(current.optsWithGlobals());
    return makeContext(options, colourRefused);
  };
  for (const candidate of [...COMMANDS, ...(page === undefined ? [] : [page])]) {
    const command = program
      .command(candidate.name)
      .summary(candidate.summary)
      .description(sentence(candidate.summary));
    command
      .helpGroup(`${candidate.group}:`)
      .helpOption('-h, --help', 'print help')
      .copyInheritedSettings(program);
    if (candidate !== entry) continue;
    current = command;
    await (await candidate.load()).command.setup(command, context, argv.slice(index + 1), COMMANDS);
  }
  if (argv.includes('--json') && asksProgram) {
    const { options, colourRefused } = readGlobalOptions({ json: true });
    const { out } = makeContext(options, colourRefused);
    if (argv.some(arg => arg === '--version' || arg === '-V')) return out.json({ version });
    const named = argv.slice(index + 1).find(arg => !arg.startsWith('-'));
    const shown = current.commands.find(each => each !== current && each.name() === named) ?? current;
    return out.json({ ...commandShape(shown) });
  }
  try {
    const words = page === undefined ? argv : argv.filter((_, i) => i !== index);
    await program.parseAsync(word === undefined && !asksProgram ? ['today', ...words] : [...words], {
      from: 'user',
    });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Who typed no command's name is not helped by the name of the one that runs then.
    const [sub] = argv.slice(index + 1);
    const nested =
      current === program ? undefined : current.commands.find(each => each.name() === sub)?.name();
    const failure = asFailure(error, word === undefined ? undefined : entry, nested);
    if (failure !== null) throw failure;
  }
};

const sentence = (summary: string): string => `${capital(summary)}.`;
