/** A question of an exam, the grid of all of them and what is asked before the end, as styled lines. */
import type { Blanks } from '../../../core/exam/state.ts';
import type { QuestionRecord, Sitting } from '../../../core/exam/sitting.ts';
import { statusOf } from '../../../core/exam/sitting.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import { textFingerprint } from '../../../core/course/keys.ts';
import { blanksText } from '../../../text/exam/exam-lines.ts';
import { padStart } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { hanging, listNumber } from '../../components/blocks.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import type { Theme } from '../../components/theme.ts';
import type { Focused, LineRange, Paper } from '../session/question-lines.ts';
import { askedLines, below, TEXT_COLUMNS } from '../session/question-lines.ts';

/** Options with their marks: chosen, struck out, at the pointer. */
const optionLines = (
  question: PaperQuestion,
  draft: Extract<AnswerDraft, { kind: 'choice' }>,
  { struck }: QuestionRecord,
  { columns, theme, render }: Paper,
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
  paper: Paper,
): Focused => {
  const shown = presentedOf(question);
  if (draft.kind !== 'choice') return askedLines(shown, draft, paper);
  const stem = [...paper.render(question.stem, paper.columns), ''];
  return below(stem, optionLines(question, draft, record, paper));
};

/** Cells of one question in the grid. */
const CELL = 6;

/** Questions in a row of the grid. */
export const gridColumns = (columns: number): number =>
  Math.max(1, Math.floor(Math.min(columns, TEXT_COLUMNS) / CELL));

const gridSign = (record: QuestionRecord, { ascii, signs }: Theme): string => {
  if (record.flagged) return signs.flag;
  switch (statusOf(record)) {
    case 'answered':
      return ascii ? '#' : '■';
    case 'incomplete':
      return ascii ? '/' : '◧';
    case 'blank':
      return signs.dot;
  }
};

/** Every question with its number and how it stands; the chosen one behind the pointer. */
export const gridLines = (sitting: Sitting, chosen: number, columns: number, theme: Theme): Focused => {
  const { style, signs } = theme;
  const across = gridColumns(columns);
  const cells = sitting.records.map((record, i) => {
    const isHere = i === chosen;
    const text = `${padStart((isHere ? signs.pointer : '') + String(i + 1), CELL - 2)} ${gridSign(record, theme)}`;
    return isHere ? style.strong(text) : record.flagged ? style.warning(text) : text;
  });
  const lines: string[] = [];
  for (let at = 0; at < cells.length; at += across) lines.push(cells.slice(at, at + across).join(''));
  const [full, half] = theme.ascii ? ['#', '/'] : ['■', '◧'];
  const legend = `${full} answered   ${half} too few options   ${signs.dot} blank   ${signs.flag} flagged`;
  const row = Math.floor(chosen / across);
  return { lines: [...lines, '', style.dim(legend)], focus: { from: row, to: row } };
};

/** What is asked before the end. */
export const askingLines = (
  blanks: Blanks,
  left: string,
  { columns, theme }: Pick<Paper, 'columns' | 'theme'>,
): readonly string[] =>
  [
    theme.style.strong('Hand in?'),
    '',
    `${blanksText(blanks)}.`,
    'A blank question is a wrong one; guessing costs nothing.',
    '',
    `Time left: ${left}. After handing in no answer can be changed.`,
  ].flatMap(line => wrapText(line, columns));
