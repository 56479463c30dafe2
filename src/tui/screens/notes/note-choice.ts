/** A list to choose from while a note is read: its sections, or calculators. */
import { wrapText } from '../../../text/layout/wrap.ts';
import { truncate } from '../../../text/layout/width.ts';
import { moveBy, scrollTo, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';

/** A list to choose from over a note. */
export interface Choice {
  readonly title: string;
  readonly entries: readonly string[];
  readonly chosen: number;
  /** What each entry means, shown below the list. */
  readonly details?: readonly string[];
}

/** What a key makes of it; the same where it means nothing. */
export const pressChoice = (choice: Choice, action: string, rows: number): Choice => {
  const { length } = choice.entries;
  const steps: ReadonlyMap<string, number> = new Map([
    ['up', -1],
    ['down', 1],
    ['page-up', -rows],
    ['page-down', rows],
    ['top', -length],
    ['bottom', length],
  ]);
  const by = steps.get(action);
  return by === undefined ? choice : { ...choice, chosen: moveBy(choice.chosen, length, by) };
};

/** Its lines, the chosen one among them. */
export const choiceLines = (choice: Choice, size: Size, theme: Theme): readonly string[] => {
  const { columns, rows } = size;
  const detail = choice.details?.[choice.chosen];
  if (detail === undefined) return entryLines(choice, size, theme);
  const below = wrapText(detail, columns).slice(0, Math.max(1, Math.floor(rows / 2)));
  const list = entryLines(choice, { columns, rows: Math.max(1, rows - below.length - 1) }, theme);
  return [...list, '', ...below];
};

const entryLines = (
  { entries, chosen }: Choice,
  { columns, rows }: Size,
  { style, signs }: Theme,
): readonly string[] => {
  // As little as possible above the chosen line is hidden, and it never stands at the very edge.
  const scroll = { top: chosen - Math.floor(rows / 2), rows, length: entries.length };
  const top = Math.max(0, scrollTo({ ...scroll, top: Math.min(scroll.top, entries.length - rows) }, chosen));
  return window(entries, top, rows).map((entry, i) => {
    const text = truncate(entry, columns - 2, signs.ellipsis);
    return top + i === chosen ? `${signs.pointer} ${style.strong(text)}` : `  ${text}`;
  });
};
