/**
 * How an explanation stands on the screen. The question stays in sight: as long as all fits, all is shown; else the
 * reasons fold that are neither of the right answer nor of a mistake; else only what is below the question scrolls.
 */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { cellWidth, padEnd, truncate } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { hanging, listNumber } from '../blocks.ts';
import type { Explanation, Part } from './explanation.ts';
import type { Sheet } from './question-lines.ts';

/** What stands still above, and what scrolls below it. */
export interface Laid {
  readonly head: readonly string[];
  readonly body: readonly string[];
  /** Numbers of the parts whose reason is folded. */
  readonly folded: readonly number[];
}

interface LayoutChoice {
  readonly rows: number;
  /** Parts that the learner has opened. */
  readonly opened: ReadonlySet<number>;
  /** Everything is wanted, and nothing stands still. */
  readonly all: boolean;
  /** What stands below the reasons, as lines. */
  readonly after: readonly string[];
  /** What is shown only where everything is. */
  readonly more: readonly string[];
}

/** Cells of a sign, a number and what parts them from the text. */
const LABEL = 4;

const isFoldable = ({ matters, reason }: Part): boolean => !matters && reason !== '';

const signOf = ({ sign }: Part, { theme: { style, signs } }: Sheet): string =>
  sign === 'right' ? style.correct(signs.correct) : sign === 'wrong' ? style.wrong(signs.wrong) : ' ';

/** The text of a part, and what is said of it: behind its last line, or below it where there is no room. */
const textLines = (part: Part, label: string, width: number, sheet: Sheet): readonly string[] => {
  const { columns, render, theme } = sheet;
  const lines = hanging(label, part.text, columns, render, width);
  const shown = part.sign === 'right' ? lines.map(line => theme.style.strong(line)) : lines;
  const last = lines.at(-1) ?? '';
  if (part.remark === '') return shown;
  return cellWidth(last) + 3 + cellWidth(part.remark) <= columns
    ? [...shown.slice(0, -1), `${shown.at(-1) ?? ''}   ${theme.style.dim(part.remark)}`]
    : [...shown, ' '.repeat(width) + theme.style.dim(part.remark)];
};

const partLines = (part: Part, parts: number, isFolded: boolean, sheet: Sheet): readonly string[] => {
  const { columns, theme, render } = sheet;
  const { style, signs } = theme;
  const width = LABEL - 1 + String(parts).length;
  const label = `${signOf(part, sheet)} ${listNumber(part.number - 1, parts)} `;
  const lines = textLines(part, label, width, sheet);
  if (!isFolded) {
    const reason = part.reason === '' ? [] : hanging('', part.reason, columns, render, width);
    return [...lines, ...(part.matters ? reason : reason.map(line => style.dim(line)))];
  }
  const [first = ''] = lines;
  const room = columns - cellWidth(signs.folded) - 2;
  const cut = lines.length > 1 ? truncate(`${first} ${signs.ellipsis}`, room, signs.ellipsis) : first;
  return [`${padEnd(truncate(cut, room, signs.ellipsis), room)}  ${style.dim(signs.folded)}`];
};

const partsLines = (parts: readonly Part[], folded: ReadonlySet<number>, sheet: Sheet): readonly string[] =>
  parts.flatMap(part => partLines(part, parts.length, folded.has(part.number), sheet));

const answerLines = ({ answers }: Explanation, { columns, render, theme }: Sheet): readonly string[] =>
  answers.flatMap(([label, text]) => hanging(theme.style.dim(label), text, columns, render, 8));

/** The last sentence of a text: in a question what is asked. */
const lastSentence = (markdown: string): string => {
  const paragraph =
    markdown
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return (
    sanitizeLine(paragraph.replaceAll('\n', ' '))
      .split(/(?<=[.?!])\s+(?=[\p{Lu}\p{N}`"'(])/u)
      .at(-1) ?? ''
  );
};

/**
 * A stem in at most so many rows: its first row, a sign that more was there, and what is asked.
 * @param free rows that nothing else needs: more of its beginning
 */
const pinnedStem = (
  stem: string,
  rows: number,
  { columns, render, theme }: Sheet,
  free = 0,
): readonly string[] => {
  const whole = render(stem, columns);
  if (whole.length <= Math.max(rows, free)) return whole;
  if (rows < 3) return whole.slice(0, Math.max(1, rows));
  const { ellipsis } = theme.signs;
  const asked = render(lastSentence(stem), columns);
  const [first = ''] = whole;
  if (asked.length + 2 <= rows) {
    const first = Math.max(1, free - asked.length - 1);
    return [...whole.slice(0, first), theme.style.dim(ellipsis), ...asked];
  }
  return [truncate(`${first} ${ellipsis}`, columns, ellipsis), ...asked.slice(1 - rows)];
};

/** What stands below the question: parts and answers, the reason of all, what was said of the answer. */
const belowLines = (
  explanation: Explanation,
  folded: ReadonlySet<number>,
  after: readonly string[],
  sheet: Sheet,
): readonly string[] => {
  const { parts, why, notes } = explanation;
  const { columns, render, theme } = sheet;
  const above = [...partsLines(parts, folded, sheet), ...answerLines(explanation, sheet)];
  const said = notes.flatMap(note =>
    wrapText(sanitizeLine(note), columns).map(line => theme.style.warning(line)),
  );
  const reason = why === '' ? [] : ['', ...render(why, columns)];
  return [...above, ...said, ...reason, ...after];
};

/** @param explanation what there is to show */
export const layExplanation = (
  explanation: Explanation,
  { rows, opened, all, after, more }: LayoutChoice,
  sheet: Sheet,
): Laid => {
  const { theme, columns, render } = sheet;
  const rule = theme.style.dim(theme.signs.rule.repeat(columns));
  const stem = [...render(explanation.stem, columns), rule];
  const whole = belowLines(explanation, new Set(), after, sheet);
  if (all) return { head: [], body: [...stem, ...whole, ...more], folded: [] };
  if (stem.length + whole.length <= rows) return { head: stem, body: whole, folded: [] };
  const folded = explanation.parts
    .filter(part => isFoldable(part) && !opened.has(part.number))
    .map(({ number }) => number);
  const body = belowLines(explanation, new Set(folded), after, sheet);
  if (stem.length + body.length <= rows) return { head: stem, body, folded };
  const pinned = pinnedStem(explanation.stem, Math.floor(rows / 3), sheet, rows - body.length - 1);
  return { head: [...pinned, rule], body, folded };
};

/** A card with its answer: the front stays in sight above the rule. */
export const layCard = (
  {
    front,
    back,
    after,
  }: { readonly front: string; readonly back: string; readonly after: readonly string[] },
  rows: number,
  all: boolean,
  sheet: Sheet,
): Laid => {
  const { theme, columns, render } = sheet;
  const rule = theme.style.dim(theme.signs.rule.repeat(columns));
  const whole = [...render(front, columns), rule];
  const body = [...render(back, columns), ...(after.length === 0 ? [] : ['', ...after])];
  if (all) return { head: [], body: [...whole, ...body], folded: [] };
  if (whole.length + body.length <= rows) return { head: whole, body, folded: [] };
  return {
    head: [...pinnedStem(front, Math.floor(rows / 3), sheet, rows - body.length - 1), rule],
    body,
    folded: [],
  };
};

/** A question with its key and all reasons; without a response with the key alone. For reading, not in a session. */
export const explainedLines = (explanation: Explanation, sheet: Sheet): readonly string[] => [
  ...sheet.render(explanation.stem, sheet.columns),
  '',
  ...belowLines(explanation, new Set(), [], sheet),
];
