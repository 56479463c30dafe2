/** Asks for a calculator's inputs one after the other. */
import type { Calculator } from '../../core/calc/catalogue.ts';
import { labelOf } from '../../core/calc/evaluate.ts';
import type { Given } from '../../core/calc/evaluation.ts';
import type { Input } from '../../core/calc/input.ts';
import { sanitizeLine } from '../../core/sanitize.ts';
import type { Output } from '../output.ts';
import type { LineSource } from './lines.ts';

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

/** What was answered: a value, nothing (the default holds), or a reason to ask again. */
const understand = (
  input: Input,
  line: string,
): { readonly value: string | true | null } | { readonly again: string } => {
  const typed = line.trim();
  if (input.kind === 'flag') {
    if (typed === '' || NO.test(typed)) return { value: null };
    return YES.test(typed) ? { value: true } : { again: 'is neither yes nor no' };
  }
  if (typed === '' && !input.required) return { value: null };
  const reading = input.read([typed]);
  return reading.ok ? { value: typed } : { again: reading.message };
};

/** Asks until every input is there. `null` where the input ends before. */
export const askInputs = async (
  calculator: Calculator,
  lines: LineSource,
  out: Output,
): Promise<Given | null> => {
  const given = new Map<string, string | true>();
  out.line(out.style.heading(calculator.title));
  for (const [flag, input] of calculator.inputs) {
    out.line(`  ${out.style.dim(input.help)}`);
    for (;;) {
      out.write(promptFor(flag, input));
      const line = await lines.next();
      if (line === null) return null;
      const answer = understand(input, line);
      if ('again' in answer) {
        out.line(`? ${line.trim() === '' ? 'it' : `"${sanitizeLine(line.trim())}"`} ${answer.again}`);
        continue;
      }
      if (answer.value !== null) given.set(flag, answer.value);
      break;
    }
  }
  out.line();
  return given;
};
