/** One practice question of a calculator: asked, graded, worked out. */
import type { Calculator } from '../../core/calc/catalogue.ts';
import type { Made } from '../../core/calc/practice/practice.ts';
import { mistakeBehind, practiceExercise } from '../../core/calc/practice/practice.ts';
import type { ChoiceQuestion, NumericQuestion } from '../../core/course/course.ts';
import { compareNumber, readNumber } from '../../core/question/number-answer.ts';
import { groupThousands } from '../../core/number/rational.ts';
import { withUnit } from '../../core/number/quantity-format.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { wrapText } from '../../text/layout/wrap.ts';
import { formulaWords } from '../../text/accessible/calc/spoken-calc.ts';
import { spokenLine } from '../../text/accessible/words.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { Context } from '../program/context.ts';
import type { Output } from '../terminal/output.ts';
import { makeLineReader } from '../terminal/line-reader.ts';
import { watchLines } from '../terminal/line-watch.ts';
import type { Asked } from './ask-line.ts';
import { askLine } from './ask-line.ts';

/** What an answer came to: `null` for a line that is none. */
type Judge = (line: string) => { readonly correct: boolean; readonly why: string } | null;

interface Exercise {
  readonly prompt: string;
  /** What is accepted, for a line that is no answer. */
  readonly accepts: string;
  readonly right: string;
  readonly judge: Judge;
  /** The working, told after a wrong answer that has a reason of its own. */
  readonly working: string;
}

const numericExercise = ({ answer, unit, tolerance, why }: NumericQuestion, made: Made): Exercise => ({
  prompt: unit === '' ? 'Answer: ' : `Answer in ${unit}: `,
  accepts: unit === '' ? 'a number' : `a number, in ${unit}`,
  right: withUnit(groupThousands(answer), unit),
  judge: line => {
    const reading = readNumber(line, unit);
    if (reading.is !== 'number') return null;
    if (compareNumber(reading.value, answer, tolerance) !== 'different') return { correct: true, why: '' };
    return { correct: false, why: mistakeBehind(made, line)?.why ?? '' };
  },
  working: why,
});

const choiceExercise = ({ options }: ChoiceQuestion): Exercise => {
  const right = options.find(({ correct }) => correct);
  return {
    prompt: 'Answer: ',
    accepts: `a number from 1 to ${options.length}`,
    right: right?.text ?? '',
    judge: line => {
      const option = /^\d$/.test(line.trim()) ? options[Number(line) - 1] : undefined;
      return option === undefined ? null : { correct: option.correct, why: option.correct ? '' : option.why };
    },
    working: right?.why ?? '',
  };
};

const print = (out: Output, text: string, isSpoken: boolean): void => {
  if (isSpoken) return text.split('\n').forEach(line => out.say(formulaWords(line.replace(/^- /, ''))));
  for (const line of text.split('\n')) {
    const indent = line.startsWith('- ') ? '  ' : '';
    wrapText(line, out.columns - indent.length).forEach((part, i) =>
      out.line((i === 0 ? '' : indent) + part),
    );
  }
};

const shown = (typed: string): string => sanitizeLine(typed).slice(0, 60);

/** Asks until an answer or the end of the input comes; an empty line skips. */
const ask = async (
  exercise: Exercise,
  context: Context,
  isSpoken: boolean,
): Promise<Asked<ReturnType<Judge>>> => {
  const reader = makeLineReader(context.stdin, process);
  try {
    const asking = { context, reader, watch: watchLines(context.terminal.stdin) };
    const prompt = isSpoken ? `Answer, ${exercise.accepts}. Enter skips:` : exercise.prompt;
    return await askLine<ReturnType<Judge>>(asking, prompt, typed => {
      const value = typed === '' ? null : exercise.judge(typed);
      return typed === '' || value !== null
        ? { value }
        : {
            refused: isSpoken
              ? `"${shown(typed)}" is not ${exercise.accepts}`
              : `${exercise.accepts}: "${shown(typed)}" is none`,
          };
    });
  } finally {
    reader.close();
  }
};

/** Puts the question of a seed; with `--json` prints it with its answer instead. */
export const practise = async (calculator: Calculator, seed: number, context: Context): Promise<void> => {
  const { out, options } = context;
  const made = practiceExercise(calculator, seed);
  const { question } = made;
  if (options.json) {
    const { key: _key, type: _type, path: _path, line: _line, tasks: _tasks, ...shown } = question;
    out.json({ calculator: calculator.id, seed, question: shown });
    return;
  }
  const isSpoken = spokenOf(context) !== null;
  out.say(
    isSpoken
      ? `Practice: ${calculator.title}.`
      : out.style.heading(`Practice: ${calculator.title} (seed ${seed})`),
  );
  print(out, question.stem, isSpoken);
  const exercise = question.kind === 'numeric' ? numericExercise(question, made) : choiceExercise(question);
  if (question.kind !== 'numeric')
    question.options.forEach(({ text }, i) => out.say(`${isSpoken ? '' : '  '}${i + 1}. ${text}`));
  const asked = await ask(exercise, context, isSpoken);
  if (asked.is === 'gone' || asked.is === 'interrupted') return;
  const verdict = asked.is === 'answer' ? asked.value : null;
  const answered = verdict === null ? 'skipped' : verdict.correct ? 'correct' : 'wrong';
  const paint = verdict?.correct === true ? out.style.correct : out.style.wrong;
  if (isSpoken)
    out.say(
      `${verdict === null ? 'Skipped' : verdict.correct ? 'Right' : 'Wrong'}. The answer is ${spokenLine(exercise.right)}.`,
    );
  else out.line(`${paint(answered)}: the answer is ${exercise.right}`);
  if (verdict !== null && verdict.why !== '') print(out, verdict.why, isSpoken);
  if (!isSpoken) out.line();
  print(out, exercise.working, isSpoken);
  if (!isSpoken) out.line();
  out.say(`Next: ${out.style.code(`study calc ${calculator.id} --practice`)}`);
};
