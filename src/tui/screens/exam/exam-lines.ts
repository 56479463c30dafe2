/** A question of an exam, all of them at once and what is asked before the end, as styled lines. */
import type { Blanks } from '../../../core/exam/sitting.ts';
import type { QuestionRecord, Sitting } from '../../../core/exam/sitting.ts';
import { statusOf } from '../../../core/exam/sitting.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import { textFingerprint } from '../../../core/course/keys.ts';
import { countWord } from '../../../core/question/grade.ts';
import { countsText } from '../../../text/exam/exam-lines.ts';
import { padEnd, padStart } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { hanging, listNumber } from '../../components/blocks.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import type { Theme } from '../../components/theme.ts';
import type { Focused, LineRange, Sheet } from '../../components/question/question-lines.ts';
import { askedLines, below, TEXT_COLUMNS } from '../../components/question/question-lines.ts';

/** Options with their marks: chosen, struck out, at the pointer. */
const optionLines = (
  question: PaperQuestion,
  draft: Extract<AnswerDraft, { kind: 'choice' }>,
  { struck }: QuestionRecord,
  { columns, theme, render }: Sheet,
): Focused => {
  const { style, signs } = theme;
  const texts = 'options' in question ? question.options.map(({ text }) => text) : ['True', 'False'];
  const [open, close] = question.kind === 'multiple' ? ['[', ']'] : ['(', ')'];
  const out = new Set(struck);
  const lines: string[] = [];
  let focus: LineRange | null = null;
  texts.forEach((text, i) => {
    const isHere = i === draft.cursor;
    const isOut = out.has(textFingerprint(text));
    const mark = draft.chosen.has(i) ? 'x' : isOut ? '-' : ' ';
    const label = `${isHere ? signs.pointer : ' '} ${open}${mark}${close} ${listNumber(i, texts.length)}`;
    const block = hanging(label, text, columns, render, label.length + 2);
    if (isHere) focus = { from: lines.length, to: lines.length + block.length - 1 };
    const paint = isOut ? style.dim : isHere || draft.chosen.has(i) ? style.strong : null;
    lines.push(...(paint === null ? block : block.map(paint)));
  });
  return { lines, focus };
};

/** The question one is at. */
export const examQuestionLines = (
  question: PaperQuestion,
  record: QuestionRecord,
  draft: AnswerDraft,
  sheet: Sheet,
): Focused => {
  const shown = presentedOf(question);
  if (draft.kind !== 'choice') return askedLines(shown, draft, sheet);
  const choose =
    question.kind === 'multiple'
      ? [`Select ${countWord(question.options.filter(option => option.correct).length).toUpperCase()}.`, '']
      : [];
  const stem = [
    ...sheet.render(question.stem, sheet.columns),
    '',
    ...choose.map(line => (line === '' ? '' : sheet.theme.style.dim(line))),
  ];
  return below(stem, optionLines(question, draft, record, sheet));
};

/** Which questions are looked at among all. */
export const GRID_VIEWS = ['all', 'blank', 'flagged', 'unsure'] as const;

/** Which questions the grid shows. */
export type GridView = (typeof GRID_VIEWS)[number];

/** Whether a question is one of those looked at; what is incomplete is among the blank ones. */
export const isInView = (record: QuestionRecord, view: GridView): boolean => {
  switch (view) {
    case 'all':
      return true;
    case 'blank':
      return statusOf(record) !== 'answered';
    case 'flagged':
      return record.flagged;
    case 'unsure':
      return record.unsure;
  }
};

/** Cells of one question among all. */
const CELL = 8;

/** Questions in a row. */
export const gridColumns = (columns: number): number =>
  Math.max(1, Math.floor(Math.min(columns, TEXT_COLUMNS) / CELL));

/** Signs of how a question stands, by whether it has an answer. */
const stateSigns = ({ ascii, signs }: Theme) => ({
  answered: ascii ? '#' : '■',
  incomplete: ascii ? '%' : '◧',
  blank: signs.dot,
});

/** `■⚑`: how a question stands, and its mark. */
const gridSign = (record: QuestionRecord, theme: Theme): string => {
  const mark = record.flagged ? theme.signs.flag : record.unsure ? '?' : ' ';
  return stateSigns(theme)[statusOf(record)] + mark;
};

/** Every question with its number and how it stands; the chosen one behind the pointer. */
export const gridLines = (
  sitting: Sitting,
  chosen: number,
  view: GridView,
  columns: number,
  theme: Theme,
): Focused => {
  const { style, signs } = theme;
  const across = gridColumns(columns);
  const cells = sitting.records.map((record, i) => {
    const isHere = i === chosen;
    const number = padStart((isHere ? signs.pointer : '') + String(i + 1), 4);
    const text = padEnd(`${number} ${gridSign(record, theme)}`, CELL);
    if (isHere) return style.strong(text);
    return isInView(record, view) ? (record.flagged ? style.warning(text) : text) : style.dim(text);
  });
  const lines: string[] = [];
  for (let at = 0; at < cells.length; at += across)
    lines.push(
      cells
        .slice(at, at + across)
        .join('')
        .trimEnd(),
    );
  const { answered, incomplete, blank } = stateSigns(theme);
  const legend = [
    `${answered} answered   ${incomplete} incomplete   ${blank} blank`,
    `${signs.flag} flagged   ? unsure`,
  ].flatMap(line => wrapText(line, columns));
  const views = GRID_VIEWS.map(each => {
    const count = sitting.records.filter(record => isInView(record, each)).length;
    const text = `${each} ${count}`;
    return each === view ? style.strong(`[${text}]`) : style.dim(text);
  }).join('   ');
  const row = Math.floor(chosen / across) + 2;
  return {
    lines: [views, '', ...lines, '', ...legend.map(line => style.dim(line))],
    focus: { from: row, to: row },
  };
};

/** What is asked before the end. */
export const askingLines = (
  blanks: Blanks,
  left: string,
  { columns, theme }: Pick<Sheet, 'columns' | 'theme'>,
): readonly string[] =>
  [
    theme.style.strong('Hand in?'),
    '',
    `${countsText(blanks, theme.signs.dot)}.`,
    'A blank question is a wrong one; guessing costs nothing.',
    '',
    `${left} left. Once handed in, no answer can be changed. y hands in; enter goes back.`,
  ].flatMap(line => wrapText(line, columns));
