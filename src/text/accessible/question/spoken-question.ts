/** A question as it is put to whoever hears it. */
import { countWord } from '../../../core/question/grade.ts';
import { leftLetter } from '../../../core/question/read-answer.ts';
import type { Presented } from '../../../core/question/present.ts';
import { plural } from '../../layout/columns.ts';
import { wrapWords } from '../../layout/wrap-words.ts';
import type { Render } from '../../question/question-lines.ts';
import { listed } from '../words.ts';

/** What spoken lines are made with. */
export interface SpokenLayout {
  /** Cells of a line. */
  readonly columns: number;
  readonly render: Render;
}

/** Wider than any paragraph. */
const WHOLE = 1_000_000;

/** Markdown behind a label, all of it at the margin. */
export const told = (
  label: string,
  markdown: string,
  { columns, render }: SpokenLayout,
): readonly string[] => {
  const lines = render(markdown, columns);
  // A paragraph is broken anew with the label before it; a line of code, which is never broken, stays.
  const [paragraph = ''] = render(markdown, WHOLE);
  const broken = wrapWords(paragraph, columns);
  if (!broken.every((line, i) => line === lines[i])) {
    const [first = '', ...rest] = lines;
    return [`${label} ${first}`.trim(), ...rest];
  }
  return [...wrapWords(`${label} ${paragraph}`, columns), ...lines.slice(broken.length)];
};

const numbered = (texts: readonly string[], layout: SpokenLayout): readonly string[] =>
  texts.flatMap((text, i) => told(`${i + 1}.`, text, layout));

/** Everything that can be chosen, each behind its number, the left sides of a match behind their letters. */
export const optionLines = (shown: Presented, layout: SpokenLayout): readonly string[] => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return numbered(
        shown.options.map(({ text }) => text),
        layout,
      );
    case 'order':
      return numbered(shown.steps, layout);
    case 'match':
      return [
        ...shown.lefts.flatMap((left, i) => told(`${leftLetter(i)}.`, left, layout)),
        ...numbered(shown.rights, layout),
      ];
    case 'true-false':
    case 'numeric':
    case 'text':
      return [];
  }
};

/** One option, step, left side by its letter or right side by its number; `null`: there is none of that name. */
export const oneOption = (shown: Presented, name: string, layout: SpokenLayout): readonly string[] | null => {
  const number = /^\d{1,3}$/.test(name) ? Number(name) : 0;
  const texts =
    'options' in shown
      ? shown.options.map(({ text }) => text)
      : shown.kind === 'order'
        ? shown.steps
        : shown.kind === 'match'
          ? shown.rights
          : [];
  const text = texts[number - 1];
  if (text !== undefined) return told(`${number}.`, text, layout);
  const left =
    shown.kind === 'match' ? shown.lefts.findIndex((_, i) => leftLetter(i) === name.toLowerCase()) : -1;
  return shown.kind === 'match' && left !== -1
    ? told(`${leftLetter(left)}.`, shown.lefts[left] ?? '', layout)
    : null;
};

/** The stem and what there is to choose from; what a line has to be stands in the prompt. */
export const spokenQuestion = (shown: Presented, layout: SpokenLayout): readonly string[] => [
  ...layout.render(shown.question.stem, layout.columns),
  ...optionLines(shown, layout),
];

/** The prompt of a question; in brief it says only what the question itself does not. */
export const questionPrompt = (shown: Presented, isBrief: boolean): string =>
  isBrief && (shown.kind === 'single' || shown.kind === 'text') ? 'Answer:' : `Answer, ${takesText(shown)}:`;

/** What a line has to be to answer the question, for a prompt: `1 to 4`, `two numbers from 1 to 5`. */
const takesText = (shown: Presented): string => {
  switch (shown.kind) {
    case 'single':
      return `1 to ${shown.options.length}`;
    case 'multiple':
      return `${countWord(shown.choose)} numbers from 1 to ${shown.options.length}`;
    case 'true-false':
      return 'true or false';
    case 'numeric':
      return shown.question.unit === '' ? 'a number' : `a number, in ${shown.question.unit}`;
    case 'order':
      return `the numbers 1 to ${shown.steps.length} in order`;
    case 'match':
      return `a number for each letter, a to ${leftLetter(shown.lefts.length - 1)}`;
    case 'text':
      return 'a word or a phrase';
  }
};

/** An example of what is taken, with the numbers and letters of just this question. */
const exampleText = (shown: Presented): string => {
  switch (shown.kind) {
    case 'match':
      return 'such as 2 1 3, 1b 2a or a=2 b=1';
    case 'order':
      return 'such as 2 1 3';
    case 'multiple':
      return 'such as 1 3';
    case 'single':
    case 'true-false':
    case 'numeric':
    case 'text':
      return '';
  }
};

const numbersIn = (line: string): readonly number[] => (line.match(/\d+/g) ?? []).map(Number);

/** What is wrong with how many numbers there are, or with one of them; `''`: nothing. */
const countFault = (numbers: readonly number[], asked: number, most: number, what = 'asked'): string => {
  const outside = numbers.find(number => number < 1 || number > most);
  if (outside !== undefined) return `${outside} is not from 1 to ${most}`;
  if (numbers.length !== asked)
    return `${plural(numbers.length, 'number')} given, ${asked} ${asked === 1 ? 'is' : 'are'} ${what}`;
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  return twice === undefined ? '' : `${twice} is given twice`;
};

const matchFault = (shown: Extract<Presented, { kind: 'match' }>, line: string): string => {
  const letters = shown.lefts.map((_, i) => leftLetter(i));
  const named: readonly string[] = line.toLowerCase().match(/[a-z]+/g) ?? [];
  const foreign = named.find(word => !letters.includes(word));
  if (foreign !== undefined) return `${foreign} is not a letter of this question`;
  const missing = letters.filter(letter => !named.includes(letter));
  if (named.length > 0 && missing.length > 0) return `${listed(missing)} has no number`;
  const numbers = numbersIn(line);
  const outside = numbers.find(number => number < 1 || number > shown.rights.length);
  if (outside !== undefined) return `${outside} is not from 1 to ${shown.rights.length}`;
  return numbers.length === letters.length
    ? ''
    : `${plural(numbers.length, 'number')} given for ${plural(letters.length, 'letter')}`;
};

/**
 * What is wrong with a line that is no answer: `Not accepted: 3 numbers given, 4 are asked.`
 * @param accepted what the rules say of it
 */
export const refusalText = (shown: Presented, line: string, accepted: string): string => {
  const typed = line.trim();
  const fault = ((): string => {
    switch (shown.kind) {
      case 'single':
        return numbersIn(typed).length === 0 ? '' : countFault(numbersIn(typed), 1, shown.options.length);
      case 'multiple':
        return countFault(numbersIn(typed), shown.choose, shown.options.length);
      case 'order':
        return countFault(numbersIn(typed), shown.steps.length, shown.steps.length);
      case 'match':
        return matchFault(shown, typed);
      case 'true-false':
      case 'numeric':
      case 'text':
        return accepted.includes(':') ? accepted.slice(accepted.indexOf(':') + 1).trim() : '';
    }
  })();
  const example = exampleText(shown);
  const why = fault === '' ? `"${typed.slice(0, 40)}" is not ${takesText(shown)}` : fault;
  return `Not accepted: ${why}.${example === '' ? '' : ` Type numbers ${example}.`}`;
};
