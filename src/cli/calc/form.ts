/** Asks for a calculator's inputs one after the other. */
import type { Calculator } from '../../core/calc/catalogue.ts';
import { labelOf } from '../../core/calc/engine/evaluate.ts';
import type { Given } from '../../core/calc/engine/evaluation.ts';
import type { Input } from '../../core/calc/inputs/input.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Asking } from './ask-line.ts';
import { askLine } from './ask-line.ts';
import { spokenOf } from '../terminal/spoken.ts';

const YES = /^y(?:es)?$/i;
const NO = /^no?$/i;

/** `Item size, KB [12]: ` */
const promptFor = (flag: string, input: Input): string => {
  const unit = input.unit === '' || input.kind === 'count' ? '' : `, ${input.unit}`;
  const choices =
    input.choices.length === 0 ? '' : ` (${input.choices.map(({ value }) => value).join(', ')})`;
  const rest =
    input.kind === 'flag'
      ? ' [no]'
      : input.default !== null
        ? ` [${input.default}]`
        : input.required
          ? ''
          : ' [leave out]';
  return `${labelOf(flag)}${unit}${choices}${rest}: `;
};

/** `Item size, in KB. Enter: 12:`, for whoever hears it. */
const spokenPrompt = (flag: string, input: Input): string => {
  const unit = input.unit === '' || input.kind === 'count' ? '' : `, in ${input.unit}`;
  const choices =
    input.choices.length === 0 ? '' : `, one of ${input.choices.map(({ value }) => value).join(', ')}`;
  const rest =
    input.kind === 'flag'
      ? ', yes or no. Enter: no'
      : input.default !== null
        ? `. Enter: ${input.default}`
        : input.required
          ? ''
          : '. Enter leaves it out';
  return `${labelOf(flag)}${unit}${choices}${rest}:`;
};

/** What was answered: a value, `null` for nothing (the default holds), or a reason to ask again. */
const understand = (
  input: Input,
  typed: string,
): { readonly value: string | true | null } | { readonly refused: string } => {
  const refused = (why: string): { readonly refused: string } => ({
    refused: `${typed === '' ? 'it' : `"${sanitizeLine(typed)}"`} ${why}`,
  });
  if (input.kind === 'flag') {
    if (typed === '' || NO.test(typed)) return { value: null };
    return YES.test(typed) ? { value: true } : refused('is neither yes nor no');
  }
  if (typed === '' && !input.required) return { value: null };
  const reading = input.read([typed]);
  return reading.ok ? { value: typed } : refused(reading.message);
};

/** Asks until every input is there. `null` where the input ends before. */
export const askInputs = async (calculator: Calculator, asking: Asking): Promise<Given | null> => {
  const { out } = asking.context;
  const given = new Map<string, string | true>();
  out.say(out.style.heading(calculator.title));
  const spoken = spokenOf(asking.context);
  for (const [flag, input] of calculator.inputs) {
    if (spoken === null) out.line(`  ${out.style.dim(input.help)}`);
    else if (spoken.verbosity !== 'brief') out.say(`${labelOf(flag)}: ${input.help}.`);
    const prompt = spoken === null ? promptFor(flag, input) : spokenPrompt(flag, input);
    const answer = await askLine(asking, prompt, typed => understand(input, typed));
    if (answer.is !== 'answer') return null;
    if (answer.value !== null) given.set(flag, answer.value);
  }
  out.line();
  return given;
};
