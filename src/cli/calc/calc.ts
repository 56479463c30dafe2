import type { Command } from 'commander';
import type { CourseReader } from '../../core/course/course.ts';
import type { Calculator } from '../../core/calc/catalogue.ts';
import { CATALOGUE, findCalculator, loadCalculator } from '../../core/calc/catalogue.ts';
import { commandLine } from '../../core/calc/engine/command-line.ts';
import { evaluate } from '../../core/calc/engine/evaluate.ts';
import type { Given, InputProblem } from '../../core/calc/engine/evaluation.ts';
import { Failure } from '../../core/base/failure.ts';
import { catalogueLines, evaluationLines, workingLines } from '../../text/calc/calc.ts';
import { calculatorJson, evaluationJson, writtenFlag } from '../../text/calc/calc-json.ts';
import { makeStyle } from '../../text/layout/style.ts';
import { addFlags, readGiven } from '../calc/flags.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { capital } from '../../text/layout/columns.ts';

const EXAMPLES = `
Examples:
  study calc                                        the calculators, by service
  study calc rcu --reads 16 --item-size 12KB        worked through, from the formula to the answer
  study calc wcu --writes 31/min --item-size 60KB --json
  study calc lambda                                 without flags, in a terminal: a form
  study calc kinesis --practice                     a question with numbers drawn by --seed

A template of your course that has formulas and a title is a calculator, too, by its id.`;

const HELP_COLUMNS = 80;

/** The examples of a definition with what they print. */
const workedExamples = (calculator: Calculator): string => {
  const layout = { style: makeStyle(false), columns: HELP_COLUMNS - 4 };
  const parts = calculator.examples.flatMap(given => {
    const outcome = evaluate(calculator, given);
    if (!outcome.ok) return [];
    const lines = workingLines(outcome.evaluation, layout).map(line => (line === '' ? '' : `    ${line}`));
    return ['', `  $ ${commandLine(calculator, given)}`, ...lines];
  });
  return [
    '',
    'With --practice, a question is asked instead; --seed chooses its numbers. With --json, JSON is printed.',
    '',
    'Examples:',
    ...parts.slice(1),
  ].join('\n');
};

/** @throws Failure naming every flag that is wrong */
const refuse = (calculator: Calculator, problems: readonly InputProblem[]): never => {
  const one = problems.length === 1;
  // Ours have pages of help; one of a course is best shown by its example.
  const example = calculator.template === undefined ? undefined : calculator.examples[0];
  throw new Failure(
    'usage',
    `${calculator.id} cannot be computed: ${one ? 'one input is' : `${problems.length} inputs are`} wrong`,
    {
      code: 'calculator-input',
      problems: problems.map(({ flag, given, message }) => ({
        flag: flag.startsWith('-') || !calculator.inputs.has(flag) ? flag : writtenFlag(calculator, flag),
        given,
        message,
      })),
      try: example === undefined ? `study calc ${calculator.id} --help` : commandLine(calculator, example),
    },
  );
};

const seedOf = (text: string | undefined, context: Context): number => {
  if (text === undefined) return context.runtime.seed();
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed < 2 ** 32) return seed;
  throw new Failure('usage', `"${text}" is no seed`, {
    code: 'invalid-seed',
    place: '--seed',
    try: 'a whole number from 0 to 4294967295',
  });
};

/** Everything that was typed, `-` replaced by what stdin holds. */
const readStdin = async (calculator: Calculator, given: Given, context: Context): Promise<Given> => {
  const wanted = [...calculator.inputs].find(([flag, input]) => input.stdin && given.get(flag) === '-');
  if (wanted === undefined) return given;
  const { readAllInput } = await import('../terminal/read-all-input.ts');
  return new Map([...given, [wanted[0], await readAllInput(context.stdin)]]);
};

const isInteractive = ({ options, terminal }: Context): boolean =>
  terminal.stdin && terminal.stdout && options.input && !options.json;

/**
 * Shows the form, or the list, where there is a terminal to draw on. All that screens need is loaded here alone:
 * a calculation from flags is the fastest command.
 * @returns whether it was shown
 */
const openScreen = async (context: Context, id: string | null): Promise<boolean> => {
  if (!isInteractive(context)) return false;
  const { wantsScreens, showScreens } = await import('../screens/screens.ts');
  if (!wantsScreens(context)) return false;
  await showScreens(context, { to: 'calculator', id });
  return true;
};

const compute = async (
  calculator: Calculator,
  given: Given,
  problems: readonly InputProblem[],
  context: Context,
): Promise<void> => {
  const outcome = evaluate(calculator, given);
  const wrong = [...problems, ...(outcome.ok ? [] : outcome.problems)];
  if (!outcome.ok || wrong.length > 0) return refuse(calculator, wrong);
  const { out, options } = context;
  const spoken = spokenOf(context);
  if (spoken !== null)
    return (await import('../accessible/calc.ts')).tellEvaluation(context, outcome.evaluation, spoken);
  if (options.json) out.json(evaluationJson(outcome.evaluation));
  else for (const line of evaluationLines(outcome.evaluation, out)) out.line(line);
};

/** Asks for the inputs, computes, and tells the command that does the same. */
const fillForm = async (calculator: Calculator, context: Context): Promise<void> => {
  const { askInputs } = await import('../calc/form.ts');
  const { makeLineReader } = await import('../terminal/line-reader.ts');
  const { watchLines } = await import('../terminal/line-watch.ts');
  const reader = makeLineReader(context.stdin, process);
  const watch = watchLines(context.terminal.stdin);
  const given = await askInputs(calculator, { context, reader, watch }).finally(() => reader.close());
  if (given === null) return;
  await compute(calculator, given, [], context);
  context.out.line();
  context.out.say(`Again: ${context.out.style.code(commandLine(calculator, given))}`);
};

interface CalcFlags {
  readonly practice?: true;
  readonly list?: true;
  readonly seed?: string;
  /** Only where the help waits for the course: see {@link command}. */
  readonly help?: true;
}

const run = async (
  calculator: Calculator,
  command: Command,
  flags: CalcFlags,
  context: Context,
): Promise<void> => {
  const { given: typed, problems } = readGiven(command, calculator);
  if (flags.practice === true) {
    if (problems.length > 0) refuse(calculator, problems);
    const seed = seedOf(flags.seed, context);
    if (!context.options.input && !context.options.json) {
      throw new Failure('usage', '--practice asks a question, and --no-input forbids asking', {
        code: 'input-needed',
        try: `study calc ${calculator.id} --practice --json`,
      });
    }
    const { practise } = await import('../calc/practise.ts');
    return practise(calculator, seed, context);
  }
  if (typed.size === 0 && problems.length === 0) {
    if (await openScreen(context, calculator.id)) return;
    if (isInteractive(context)) return fillForm(calculator, context);
  }
  return compute(calculator, await readStdin(calculator, typed, context), problems, context);
};

/** The command of one calculator: its flags, its help, its computation. */
const addCalculator = (calc: Command, calculator: Calculator, context: () => Context): Command => {
  const command = calc
    .command(calculator.id)
    .aliases([...calculator.aliases])
    .description(`${capital(calculator.summary)}.`)
    .configureHelp({ optionDescription: option => option.description })
    .addHelpText('after', () => workedExamples(calculator));
  addFlags(command, calculator);
  return command.action(() => run(calculator, command, calc.opts<CalcFlags>(), context()));
};

const list = async (context: Context, asked: 'list' | 'nothing'): Promise<void> => {
  const { out, options } = context;
  if (asked === 'nothing' && (await openScreen(context, null))) return;
  const { courseCalculators } = await import('../../app/course/course-calculators.ts');
  const entries = courseCalculators(await context.course());
  if (options.json) {
    const calculators = await Promise.all(entries.map(loadCalculator));
    return out.json({ calculators: calculators.map(calculatorJson) });
  }
  if (entries.length === 0)
    return out.say('This course has no calculators: its notes name none, and no template of it has a title.');
  if (spokenOf(context) !== null)
    return (await import('../accessible/calc.ts')).tellCatalogue(context, entries);
  for (const line of catalogueLines(entries, out)) out.line(line);
};

/**
 * A calculator that the course at hand defines: its flags are known once the course is read, so what stands behind its
 * name is read now.
 * @throws Failure `usage` where there is none of that name
 */
const runOwn = async (name: string, calc: Command, flags: CalcFlags, context: Context): Promise<void> => {
  const { calculatorNamed } = await import('../../app/course/course-calculators.ts');
  const course = await context.course();
  const entry = calculatorNamed(course, name);
  if (entry === undefined) throw unknownCalculator(name, course.ownCalculators);
  const calculator = await loadCalculator(entry);
  if (flags.help === true) return addCalculator(calc, calculator, () => context).outputHelp();
  const command = calc
    .createCommand(name)
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  addFlags(command, calculator);
  command.parse(calc.args.slice(1), { from: 'user' });
  return run(calculator, command, flags, context);
};

const unknownCalculator = (name: string, own: CourseReader['ownCalculators']): Failure => {
  const guess = didYouMean(name, [
    ...CATALOGUE.flatMap(({ id, aliases }) => [id, ...aliases]),
    ...own.map(({ key }) => key),
  ]);
  return new Failure('usage', `There is no calculator "${name}"`, {
    code: 'unknown-calculator',
    try: guess === undefined ? 'study calc lists the calculators' : `study calc ${guess}`,
  });
};

/** Only the calculator that was named is loaded; its flags are known from then on. */
export const command: CommandModule = {
  setup: async (command, context, words) => {
    command
      .argument('[calculator]', 'id or alias; without one, the list')
      .option('--list', 'list the calculators, in a terminal too')
      .option('--practice', 'ask a question made from the calculator')
      .option('--seed <n>', 'numbers of the practice question')
      .allowUnknownOption()
      .allowExcessArguments()
      .addHelpText('after', EXAMPLES)
      .action((name: string | undefined) => {
        if (name?.startsWith('-') === true) {
          throw new Failure('usage', `unknown option '${name}'`, {
            code: 'unknown-option',
            try: 'study calc --help',
          });
        }
        if (name === undefined && command.opts<CalcFlags>().help === true) return command.outputHelp();
        if (name !== undefined) return runOwn(name, command, command.opts<CalcFlags>(), context());
        return list(context(), command.opts<CalcFlags>().list === true ? 'list' : 'nothing');
      });
    const entry = words.flatMap(word => findCalculator(word) ?? [])[0];
    if (entry !== undefined) addCalculator(command, await loadCalculator(entry), context);
    // The help of a calculator of the course can be written once the course is read.
    else if (words.some(word => word === '--help' || word === '-h'))
      command.helpOption(false).option('-h, --help', 'print help');
  },
};
