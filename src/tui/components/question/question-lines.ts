/** A question as it is asked, as styled lines. */
import { countWord } from '../../../core/question/grade.ts';
import { leftLetter } from '../../../core/question/read-answer.ts';
import type { Presented } from '../../../core/question/present.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Render } from '../../../text/question/question-lines.ts';
import { cellWidth } from '../../../text/layout/width.ts';
import { hanging, listNumber } from '../blocks.ts';
import { fieldLine } from '../field-line.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import type { Theme } from '../theme.ts';

/** Widest that text is set: longer lines are hard to follow from one to the next. */
export const TEXT_COLUMNS = 100;

/** What lines are made with. */
export interface Sheet {
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

const NONE: ReadonlySet<number> = new Set();

/** Labels and texts, the chosen one marked by the pointer and by weight. */
const listLines = (
  texts: readonly string[],
  label: (index: number) => string,
  cursor: number | null,
  { columns, theme, render }: Sheet,
  struck: ReadonlySet<number> = NONE,
): Focused => {
  const { style, signs } = theme;
  const width = Math.max(0, ...texts.map((_, i) => cellWidth(label(i)))) + 4;
  const lines: string[] = [];
  let focus: LineRange | null = null;
  texts.forEach((text, i) => {
    const isHere = i === cursor;
    const block = hanging(`${isHere ? signs.pointer : ' '} ${label(i)}`, text, columns, render, width);
    if (isHere) focus = { from: lines.length, to: lines.length + block.length - 1 };
    const paint = struck.has(i) ? style.dim : isHere ? style.strong : null;
    lines.push(...(paint === null ? block : block.map(line => paint(line))));
  });
  return { lines, focus };
};

const matchLines = (
  shown: Extract<Presented, { kind: 'match' }>,
  draft: Extract<AnswerDraft, { kind: 'match' }>,
  sheet: Sheet,
): Focused => {
  const { style } = sheet.theme;
  const { lines, focus } = listLines(
    shown.lefts,
    index => {
      const right = draft.pairs[index] ?? null;
      return `${leftLetter(index)} ${right === null ? style.dim('= ?') : `= ${right + 1}`} `;
    },
    draft.cursor,
    sheet,
  );
  const used = new Set(draft.pairs);
  const rights = listLines(
    shown.rights,
    index => `${listNumber(index, shown.rights.length)}${used.has(index) ? sheet.theme.signs.dot : ' '}`,
    null,
    sheet,
  );
  return { lines: [...lines, '', ...rights.lines], focus };
};

const draftLines = (
  shown: Presented,
  draft: AnswerDraft,
  sheet: Sheet,
  struck: ReadonlySet<number>,
): Focused => {
  const { theme } = sheet;
  switch (draft.kind) {
    case 'choice': {
      const texts = 'options' in shown ? shown.options.map(({ text }) => text) : ['True', 'False'];
      const out = (index: number): string => (struck.has(index) ? '-' : ' ');
      const box = (index: number): string =>
        draft.mode === 'one'
          ? struck.size === 0
            ? ''
            : `${out(index)} `
          : draft.chosen.has(index)
            ? '[x] '
            : `[${out(index)}] `;
      const label = (index: number): string => box(index) + listNumber(index, texts.length);
      return listLines(texts, label, draft.cursor, sheet, struck);
    }
    case 'order': {
      const steps = shown.kind === 'order' ? draft.steps.map(step => shown.steps[step] ?? '') : [];
      const hand = (index: number): string =>
        draft.hand === 'holding' && index === draft.cursor ? theme.signs.held : ' ';
      return listLines(
        steps,
        index => `${hand(index)} ${listNumber(index, steps.length)}`,
        draft.cursor,
        sheet,
      );
    }
    case 'match':
      return shown.kind === 'match' ? matchLines(shown, draft, sheet) : { lines: [], focus: null };
    case 'typed':
      return {
        lines: [`${theme.signs.pointer} ${fieldLine(draft.field, sheet.columns - 4, theme)}`],
        focus: { from: 0, to: 0 },
      };
  }
};

const typing = (shown: Extract<Presented, { kind: 'numeric' | 'text' }>): string =>
  shown.kind === 'text'
    ? 'Type a word or a phrase.'
    : shown.question.unit === ''
      ? 'Type a number.'
      : `Type a number (the unit "${sanitizeLine(shown.question.unit)}" is optional).`;

const instruction = (shown: Presented): string =>
  shown.kind === 'multiple'
    ? `Select ${countWord(shown.choose).toUpperCase()}.`
    : shown.kind === 'order'
      ? 'Put the lines into the right order.'
      : shown.kind === 'match'
        ? 'Match each letter with a number.'
        : shown.kind === 'numeric' || shown.kind === 'text'
          ? typing(shown)
          : '';

/**
 * A question while it is answered.
 * @param struck places of options that are struck out
 */
export const askedLines = (
  shown: Presented,
  draft: AnswerDraft,
  sheet: Sheet,
  struck: ReadonlySet<number> = NONE,
): Focused => {
  const { columns, theme, render } = sheet;
  const say = instruction(shown);
  const head = [
    ...render(shown.question.stem, columns),
    '',
    ...(say === '' ? [] : [theme.style.dim(say), '']),
  ];
  return below(head, draftLines(shown, draft, sheet, struck));
};
