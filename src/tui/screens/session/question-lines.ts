/** A question as it is asked and as it is explained, as styled lines. */
import type { Response } from '../../../core/journal/event.ts';
import { textFingerprint } from '../../../core/course/keys.ts';
import type { Graded } from '../../../core/question/grade.ts';
import { acceptedAnswers, countWord, rightAnswer } from '../../../core/question/grade.ts';
import { leftLetter } from '../../../core/question/read-answer.ts';
import type { Presented } from '../../../core/question/present.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Render } from '../../../text/question/question-lines.ts';
import { partReasons } from '../../../core/question/part-reasons.ts';
import { notePlace, verdictWord } from '../../../text/question/question-lines.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { hanging, listNumber } from '../../components/blocks.ts';
import { fieldLine } from '../../components/field-line.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import type { Theme } from '../../components/theme.ts';

/** Widest that text is set: longer lines are hard to follow from one to the next. */
export const TEXT_COLUMNS = 100;

/** What lines are made with. */
export interface Paper {
  readonly columns: number;
  readonly theme: Theme;
  readonly render: Render;
}

/** A part of a list of lines, from its first to its last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines, and which of them must be seen; `null`: the first. */
export interface Focused {
  readonly lines: readonly string[];
  readonly focus: LineRange | null;
}

/** Lines below others. */
export const below = (head: readonly string[], { lines, focus }: Focused): Focused => ({
  lines: [...head, ...lines],
  focus: focus === null ? null : { from: head.length + focus.from, to: head.length + focus.to },
});

/** Labels and texts, the chosen one marked by the pointer and by weight. */
const listLines = (
  texts: readonly string[],
  label: (index: number) => string,
  cursor: number | null,
  { columns, theme, render }: Paper,
): Focused => {
  const { style, signs } = theme;
  const width = Math.max(0, ...texts.map((_, i) => cellWidth(label(i)))) + 4;
  const lines: string[] = [];
  let focus: LineRange | null = null;
  texts.forEach((text, i) => {
    const isHere = i === cursor;
    const block = hanging(`${isHere ? signs.pointer : ' '} ${label(i)}`, text, columns, render, width);
    if (isHere) focus = { from: lines.length, to: lines.length + block.length - 1 };
    lines.push(...(isHere ? block.map(line => style.strong(line)) : block));
  });
  return { lines, focus };
};

const matchLines = (
  shown: Extract<Presented, { kind: 'match' }>,
  draft: Extract<AnswerDraft, { kind: 'match' }>,
  paper: Paper,
): Focused => {
  const { style } = paper.theme;
  const { lines, focus } = listLines(
    shown.lefts,
    index => {
      const right = draft.pairs[index] ?? null;
      return `${leftLetter(index)} ${right === null ? style.dim('= ?') : `= ${right + 1}`} `;
    },
    draft.cursor,
    paper,
  );
  const used = new Set(draft.pairs);
  const rights = listLines(
    shown.rights,
    index => `${listNumber(index, shown.rights.length)}${used.has(index) ? paper.theme.signs.dot : ' '}`,
    null,
    paper,
  );
  return { lines: [...lines, '', ...rights.lines], focus };
};

const draftLines = (shown: Presented, draft: AnswerDraft, paper: Paper): Focused => {
  const { theme } = paper;
  switch (draft.kind) {
    case 'choice': {
      const texts = 'options' in shown ? shown.options.map(({ text }) => text) : ['True', 'False'];
      const box = (index: number): string =>
        draft.mode === 'one' ? '' : draft.chosen.has(index) ? '[x] ' : '[ ] ';
      return listLines(texts, index => box(index) + listNumber(index, texts.length), draft.cursor, paper);
    }
    case 'order': {
      const steps = shown.kind === 'order' ? draft.steps.map(step => shown.steps[step] ?? '') : [];
      const hand = (index: number): string =>
        draft.hand === 'holding' && index === draft.cursor ? theme.signs.flag : ' ';
      return listLines(
        steps,
        index => `${hand(index)} ${listNumber(index, steps.length)}`,
        draft.cursor,
        paper,
      );
    }
    case 'match':
      return shown.kind === 'match' ? matchLines(shown, draft, paper) : { lines: [], focus: null };
    case 'typed':
      return {
        lines: [`${theme.signs.pointer} ${fieldLine(draft.field, paper.columns - 4, theme)}`],
        focus: { from: 0, to: 0 },
      };
  }
};

const instruction = (shown: Presented): string =>
  shown.kind === 'multiple'
    ? `Select ${countWord(shown.choose).toUpperCase()}.`
    : shown.kind === 'order'
      ? 'Put the lines into the right order.'
      : shown.kind === 'match'
        ? 'Give every letter its number.'
        : shown.kind === 'numeric' || shown.kind === 'text'
          ? `Type ${acceptedAnswers(shown)}.`
          : '';

/** A question while it is answered. */
export const askedLines = (shown: Presented, draft: AnswerDraft, paper: Paper): Focused => {
  const { columns, theme, render } = paper;
  const say = instruction(shown);
  const head = [
    ...render(shown.question.stem, columns),
    '',
    ...(say === '' ? [] : [theme.style.dim(say), '']),
  ];
  return below(head, draftLines(shown, draft, paper));
};

/** Lines with a remark behind the last of them, or below it where there is no room. */
const remarked = (
  lines: readonly string[],
  remark: string,
  indent: number,
  { columns, theme }: Paper,
): readonly string[] => {
  const last = lines.at(-1) ?? '';
  if (remark === '') return lines;
  return cellWidth(last) + 2 + remark.length <= columns
    ? [...lines.slice(0, -1), `${last}  ${theme.style.dim(remark)}`]
    : [...lines, ' '.repeat(indent) + theme.style.dim(remark)];
};

const optionLines = (
  shown: Extract<Presented, { kind: 'single' | 'multiple' }>,
  response: Response | null,
  paper: Paper,
): readonly string[] => {
  const { columns, theme, render } = paper;
  const { style, signs } = theme;
  const chosen = new Set(response?.kind === 'options' ? response.chosen : []);
  return shown.options.flatMap((option, i) => {
    const isChosen = chosen.has(textFingerprint(option.text));
    const sign = option.correct ? style.correct(signs.correct) : isChosen ? style.wrong(signs.wrong) : ' ';
    const words = [...(option.correct ? ['right'] : []), ...(isChosen ? ['your answer'] : [])];
    const about = words.length === 0 ? '' : `(${words.join(', ')})`;
    const block = hanging(`${sign} ${listNumber(i, shown.options.length)} `, option.text, columns, render, 5);
    const reason = hanging('', option.why, columns, render, 7);
    return [
      ...remarked(option.correct ? block.map(line => style.strong(line)) : block, about, 5, paper),
      // The reasons that matter now are easy to read: of the key and of the mistake.
      ...(words.length > 0 ? reason : reason.map(line => style.dim(line))),
    ];
  });
};

/** Your line and the right one beside each other. */
const twoLines = (yours: string, right: string, { columns, render, theme }: Paper): readonly string[] => [
  ...hanging(theme.style.dim('yours'), yours, columns, render, 8),
  ...hanging(theme.style.dim('right'), right, columns, render, 8),
];

/** The reason of a step or a pair; easy to read where it was wrong. */
const partReason = (why: string, isRight: boolean, { columns, render, theme }: Paper): readonly string[] => {
  const lines = why === '' ? [] : hanging('', why, columns, render, 7);
  return isRight ? lines.map(line => theme.style.dim(line)) : lines;
};

const partLines = (shown: Presented, response: Response | null, paper: Paper): readonly string[] => {
  const { theme, columns, render } = paper;
  const { style, signs } = theme;
  if (shown.kind === 'order' && response?.kind === 'order') {
    return partReasons(shown.question).flatMap(({ text: step, why }, i) => {
      const isRight = response.steps[i] === textFingerprint(step);
      const sign = isRight ? style.correct(signs.correct) : style.wrong(signs.wrong);
      const place = response.steps.indexOf(textFingerprint(step)) + 1;
      const yours = isRight ? '' : `(you had it at ${place})`;
      const block = hanging(
        `${sign} ${listNumber(i, shown.question.steps.length)} `,
        step,
        columns,
        render,
        5,
      );
      return [...remarked(block, yours, 5, paper), ...partReason(why, isRight, paper)];
    });
  }
  if (shown.kind === 'match' && response?.kind === 'match') {
    const given = new Map(response.pairs);
    const texts = new Map(shown.rights.map(right => [textFingerprint(right), right]));
    return shown.question.pairs.flatMap(({ left, right, why = '' }) => {
      const mine = given.get(textFingerprint(left)) ?? '';
      const isRight = mine === textFingerprint(right);
      const sign = isRight ? style.correct(signs.correct) : style.wrong(signs.wrong);
      return [
        ...hanging(`${sign} `, `${left}: ${right}`, columns, render, 3),
        ...(isRight
          ? []
          : hanging('', `yours: ${texts.get(mine) ?? 'nothing'}`, columns, render, 5).map(line =>
              style.dim(line),
            )),
        ...partReason(why, isRight, paper),
      ];
    });
  }
  if (response?.kind === 'boolean') return twoLines(String(response.value), rightAnswer(shown), paper);
  if (response?.kind === 'number' || response?.kind === 'text') {
    const also = shown.kind === 'text' ? shown.question.accept.join(' or ') : rightAnswer(shown);
    return twoLines(response.typed, sanitizeLine(also), paper);
  }
  if (shown.kind === 'order') {
    return partReasons(shown.question).flatMap(({ text, why }, i, { length }) => [
      ...hanging(`  ${listNumber(i, length)} `, text, columns, render, 5),
      ...partReason(why, true, paper),
    ]);
  }
  if (shown.kind === 'match') {
    return partReasons(shown.question).flatMap(({ text, why }) => [
      ...hanging('', text, columns, render, 3),
      ...partReason(why, true, paper),
    ]);
  }
  return hanging(style.dim('right'), sanitizeLine(rightAnswer(shown)), columns, render, 8);
};

/** Why, of a question that has one reason rather than one per option. */
const reasonLines = (shown: Presented, { columns, render }: Paper): readonly string[] =>
  'why' in shown.question && shown.question.why !== '' ? ['', ...render(shown.question.why, columns)] : [];

const answerLines = (shown: Presented, response: Response | null, paper: Paper): readonly string[] => [
  ...('options' in shown ? optionLines(shown, response, paper) : partLines(shown, response, paper)),
  ...reasonLines(shown, paper),
  '',
  `${paper.theme.style.dim('Note:')} ${paper.theme.style.code(notePlace(shown.question))}`,
];

/** A question with its key, the reasons and what was answered; without a response with the key alone. */
export const explainedLines = (
  shown: Presented,
  response: Response | null,
  paper: Paper,
): readonly string[] => [
  ...paper.render(shown.question.stem, paper.columns),
  '',
  ...answerLines(shown, response, paper),
];

/** The verdict, every option with its reason, and where to read more. */
export const feedbackLines = (shown: Presented, graded: Graded, paper: Paper): Focused => {
  const { columns, theme, render } = paper;
  const { style } = theme;
  const stem = render(shown.question.stem, columns);
  const paint = graded.verdict === 'correct' ? style.correct : style.wrong;
  const notes = graded.notes.map(note => style.dim(`  ${sanitizeLine(note)}`));
  const lines = [
    ...stem,
    '',
    style.strong(paint(padEnd(verdictWord(graded), 8))) + (notes.length === 1 ? (notes[0] ?? '') : ''),
    ...(notes.length > 1 ? notes : []),
    '',
    ...answerLines(shown, graded.response, paper),
    ...shown.question.sources.flatMap(source =>
      wrapText(`${style.dim('Source:')} ${style.link(sanitizeLine(source))}`, columns),
    ),
  ];
  // What follows the verdict matters more than what stands above it.
  return { lines, focus: { from: stem.length + 1, to: lines.length - 1 } };
};
