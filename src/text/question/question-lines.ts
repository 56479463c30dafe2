/** Questions and their explanations as plain lines, all of them indented: what stands at column 0 is the program's. */
import type { Graded } from '../../core/question/grade.ts';
import { acceptedAnswers, countWord, rightAnswer } from '../../core/question/grade.ts';
import { leftLetter } from '../../core/question/read-answer.ts';
import { textFingerprint } from '../../core/course/keys.ts';
import { partReasons } from '../../core/question/part-reasons.ts';
import type { Presented } from '../../core/question/present.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { foldText } from '../../core/question/text-answer.ts';
import type { Style } from '../layout/style.ts';

/** Markdown as lines of at most so many cells. */
export type Render = (markdown: string, width: number) => readonly string[];

/** What plain lines are made with. */
export interface Layout {
  /** Cells of a line. */
  readonly columns: number;
  readonly style: Style;
  readonly render: Render;
}

const INDENT = '  ';

/** Markdown, indented. */
export const block = (markdown: string, { columns, render }: Layout): readonly string[] =>
  render(markdown, columns - INDENT.length).map(line => (line === '' ? '' : INDENT + line));

/** Markdown behind a label, its further lines below the first: `  1. text`. */
export const labelled = (label: string, markdown: string, { columns, render }: Layout): readonly string[] => {
  const gap = ' '.repeat(label.length + 1);
  const [first = '', ...rest] = render(markdown, columns - INDENT.length - gap.length);
  return [
    `${INDENT}${label} ${first}`.trimEnd(),
    ...rest.map(line => (line === '' ? '' : INDENT + gap + line)),
  ];
};

/** The reason of a step or a pair, further in than what it belongs to; nothing where there is none. */
const below = (why: string, layout: Layout): readonly string[] =>
  why === ''
    ? []
    : block(why, { ...layout, columns: layout.columns - 3 }).map(line => (line === '' ? '' : `   ${line}`));

/** One reason for the whole question; nothing where its parts say it all. */
const whyBlock = (why: string, layout: Layout): readonly string[] => (why === '' ? [] : block(why, layout));

const numbered = (texts: readonly string[], layout: Layout): readonly string[] => {
  const width = String(texts.length).length;
  return texts.flatMap((text, i) => labelled(`${String(i + 1).padStart(width)}.`, text, layout));
};

/** What is shown below the stem. */
const choicesOf = (shown: Presented, layout: Layout): readonly string[] => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return numbered(
        shown.options.map(option => option.text),
        layout,
      );
    case 'order':
      return numbered(shown.steps, layout);
    case 'match': {
      const lefts = shown.lefts.flatMap((left, i) => labelled(`${leftLetter(i)}.`, left, layout));
      return [...lefts, '', ...numbered(shown.rights, layout)];
    }
    case 'true-false':
    case 'numeric':
    case 'text':
      return [];
  }
};

/** Says what to do with the question: `Select TWO.` and what an answer looks like. */
const instruction = (shown: Presented): string => {
  const accepted = `Answer: ${acceptedAnswers(shown)}.`;
  return shown.kind === 'multiple'
    ? `Select ${countWord(shown.choose).toUpperCase()}. ${accepted}`
    : accepted;
};

/** The text of a question and what there is to choose from. */
export const questionTextLines = (shown: Presented, layout: Layout): readonly string[] => {
  const choices = choicesOf(shown, layout);
  return [...block(shown.question.stem, layout), ...(choices.length > 0 ? ['', ...choices] : [])];
};

/** A question as it is put. */
export const questionLines = (shown: Presented, layout: Layout): readonly string[] => [
  ...questionTextLines(shown, layout),
  '',
  INDENT + layout.style.dim(instruction(shown)),
];

/** `correct`, `wrong`, or `wrong 1 of 3` where part of it was right. */
const verdictWord = ({ verdict, parts }: Pick<Graded, 'verdict' | 'parts'>): string =>
  verdict === 'partial' && parts !== null ? `wrong ${parts.wrong} of ${parts.total}` : verdict;

/** Accepted answers without those that differ only in case, spacing or punctuation from one before. */
const distinctAnswers = (accept: readonly string[]): readonly string[] =>
  [...new Map(accept.toReversed().map(text => [foldText(text), text])).values()].toReversed();

const chosenNumbers = (shown: Presented, { response }: Graded): readonly number[] => {
  if (response.kind !== 'options' || !('options' in shown)) return [];
  const chosen = new Set(response.chosen);
  return shown.options.flatMap((option, i) => (chosen.has(textFingerprint(option.text)) ? [i + 1] : []));
};

/** The right answer in words, and why. */
export const reasonLines = (shown: Presented, layout: Layout): readonly string[] => {
  const { style } = layout;
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return shown.options.flatMap((option, i) =>
        labelled(`${i + 1} ${option.correct ? style.correct('right') : 'wrong'}:`, option.why, layout),
      );
    case 'order':
      return [
        `${INDENT}The right order:`,
        ...partReasons(shown.question).flatMap(({ text, why }, i, { length }) => [
          ...labelled(`${String(i + 1).padStart(String(length).length)}.`, text, layout),
          ...below(why, layout),
        ]),
        ...whyBlock(shown.question.why, layout),
      ];
    case 'match':
      return [
        ...partReasons(shown.question).flatMap(({ text, why }) => [
          ...block(text, layout),
          ...below(why, layout),
        ]),
        ...whyBlock(shown.question.why, layout),
      ];
    case 'text': {
      const [first = '', ...others] = distinctAnswers(shown.question.accept);
      const also = others.length === 0 ? '' : ` (also: ${others.join(', ')})`;
      return [...block(`The answer is ${first}${also}.`, layout), ...block(shown.question.why, layout)];
    }
    case 'true-false':
    case 'numeric':
      return [
        `${INDENT}The answer is ${sanitizeLine(rightAnswer(shown))}.`,
        ...block(shown.question.why, layout),
      ];
  }
};

/** `sqs#visibility-timeout`, or the topic alone. */
export const notePlace = ({ topic, section }: { readonly topic: string; readonly section: string }): string =>
  section === '' ? topic : `${topic}#${section}`;

/** The verdict on a line of its own, then why, and where to read more. */
export const explanationLines = (shown: Presented, graded: Graded, layout: Layout): readonly string[] => {
  const { style } = layout;
  const paint = graded.verdict === 'correct' ? style.correct : style.wrong;
  const chosen = chosenNumbers(shown, graded);
  return [
    paint(verdictWord(graded)),
    ...graded.notes.map(note => `${INDENT}${sanitizeLine(note)}`),
    ...(chosen.length > 0 && graded.verdict !== 'correct'
      ? [`${INDENT}You chose ${chosen.join(', ')}.`]
      : []),
    ...reasonLines(shown, layout),
    `${INDENT}Read more: ${style.code(`study notes ${notePlace(shown.question)}`)}`,
    ...shown.question.sources.map(source => `${INDENT}Source: ${style.link(sanitizeLine(source))}`),
  ];
};
