import { cellWidth } from './width.ts';

type Align = 'left' | 'right';

/**
 * Rows as lines with aligned columns, two spaces apart, nothing behind the last one. Cells may carry styles.
 */
export const alignColumns = (
  rows: readonly (readonly string[])[],
  aligns: readonly Align[] = [],
): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cellWidth(cell));
    });
  }
  return rows.map(row =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat(Math.max(0, (widths[i] ?? 0) - cellWidth(cell)));
        if (aligns[i] === 'right') return gap + cell;
        return i === row.length - 1 ? cell : cell + gap;
      })
      .join('  ')
      .trimEnd(),
  );
};

/** `4,789`: thousands in groups. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `38 items`, `1 item`, `1,034 items`. */
export const plural = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : nouns}`;

/** `38 cards and questions`, `1 card or question`. */
export const cardsAndQuestions = (count: number): string =>
  plural(count, 'card or question', 'cards and questions');

/** The first letter as a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `71 %`; the share is 0 to 1. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;
