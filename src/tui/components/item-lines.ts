/** A card or a question to read: with its answer, and nothing asked. */
import type { Instantiate } from '../../core/question/present.ts';
import type { FixedQuestion, Item, Option } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import { partReasons } from '../../core/question/part-reasons.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Render } from '../../text/question/question-lines.ts';
import { wrapText } from '../../text/layout/wrap.ts';
import { hanging, listNumber } from './blocks.ts';
import type { Theme } from './theme.ts';

/** What lines are made with. */
interface Sheet {
  readonly columns: number;
  readonly theme: Theme;
  readonly render: Render;
  /** Gives a template its numbers. */
  readonly instantiate: Instantiate;
}

/** The numbers that a template is shown with: always the same, for one reads, and is not asked. */
const SEED = 1;

const labelled = (label: string, text: string, { columns, render, theme }: Sheet): readonly string[] =>
  hanging(theme.style.dim(label), text, columns, render, 8);

const optionLines = (option: Option, i: number, length: number, sheet: Sheet): readonly string[] => {
  const { columns, render } = sheet;
  const { style, signs } = sheet.theme;
  const sign = option.correct ? style.correct(signs.correct) : ' ';
  const label = `${sign} ${listNumber(i, length)} `;
  // As after an answer: the text at the number, its reason below the text.
  const indent = 3 + String(length).length;
  const lines = hanging(label, option.text, columns, render, indent);
  return [
    ...(option.correct ? lines.map(line => style.strong(line)) : lines),
    ...hanging('', option.why, columns, render, indent).map(line => style.dim(line)),
  ];
};

const partReason = (why: string, indent: number, { columns, render, theme }: Sheet): readonly string[] =>
  why === '' ? [] : hanging('', why, columns, render, indent).map(line => theme.style.dim(line));

const answerLines = (question: FixedQuestion, sheet: Sheet): readonly string[] => {
  const { columns, render } = sheet;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.flatMap((option, i) => optionLines(option, i, question.options.length, sheet));
    case 'true-false':
      return labelled('Answer', question.answer ? 'True' : 'False', sheet);
    case 'numeric':
      return labelled('Answer', `${question.answer} ${question.unit}`.trim(), sheet);
    case 'text':
      return labelled('Answer', question.accept.join(' or '), sheet);
    case 'order':
      return partReasons(question).flatMap(({ text, why }, i, { length }) => [
        ...hanging(`  ${listNumber(i, length)} `, text, columns, render, 5),
        ...partReason(why, 7, sheet),
      ]);
    case 'match':
      return partReasons(question).flatMap(({ text, why }) => [
        ...hanging('  ', text, columns, render, 4),
        ...partReason(why, 6, sheet),
      ]);
  }
};

const reason = (question: FixedQuestion, { columns, render }: Sheet): readonly string[] =>
  'why' in question && question.why !== '' ? ['', ...render(question.why, columns)] : [];

const fixed = (item: Exclude<Item, { type: 'card' }>, { instantiate }: Sheet): FixedQuestion | null =>
  isTemplate(item) ? instantiate(item, SEED, item.ask[0] ?? 'value') : item;

/** Where what a question says comes from. */
export const sourceLines = (
  { sources }: Pick<Exclude<Item, { type: 'card' }>, 'sources'>,
  { columns, theme: { style } }: Pick<Sheet, 'columns' | 'theme'>,
): readonly string[] => [
  ...(sources.length === 0 ? [] : ['']),
  ...sources.flatMap(source =>
    wrapText(`${style.dim('Source:')} ${style.link(sanitizeLine(source))}`, columns),
  ),
];

/** A card with both its sides; a question with its options, its answer and its reasons. */
export const itemLines = (item: Item, sheet: Sheet): readonly string[] => {
  const { columns, render, theme } = sheet;
  const { style, signs } = theme;
  if (item.type === 'card') {
    return [
      ...render(item.front, columns),
      style.dim(signs.rule.repeat(columns)),
      ...render(item.back, columns),
    ];
  }
  const question = fixed(item, sheet);
  if (question === null) return ['This question cannot be shown; study check says why.'];
  return [
    ...render(question.stem, columns),
    '',
    ...answerLines(question, sheet),
    ...reason(question, sheet),
    ...sourceLines(item, sheet),
  ];
};
