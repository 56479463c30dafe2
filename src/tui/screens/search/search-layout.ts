/** Where the list and the preview stand: below each other, or beside where there is room. */
import { padEnd } from '../../../text/layout/width.ts';
import { markSpans } from '../../components/mark-spans.ts';
import { window } from '../../models/list.ts';
import { matchRanges } from '../../../core/search/search-excerpt.ts';
import { stripStyles } from '../../../text/layout/width.ts';
import type { Size } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';

/** From so many cells on the preview stands beside the list. */
const BESIDE_FROM = 108;
const GAP = 3;

interface Parts {
  readonly list: Size;
  readonly preview: Size;
  readonly is: 'below' | 'beside';
}

/** @param size what there is for both */
export const partsOf = ({ columns, rows }: Size): Parts => {
  if (columns >= BESIDE_FROM) {
    const list = Math.floor((columns - GAP) * 0.48);
    return {
      list: { columns: list, rows },
      preview: { columns: columns - GAP - list, rows },
      is: 'beside',
    };
  }
  const list = Math.max(3, Math.ceil((rows - 1) * 0.55));
  return {
    list: { columns, rows: list },
    preview: { columns, rows: Math.max(0, rows - 1 - list) },
    is: 'below',
  };
};

/** Lines above the one with what was looked for. */
const CONTEXT = 2;

/** The part of a text that has the words, and these marked in it. */
export const previewLines = (
  lines: readonly string[],
  words: readonly string[],
  rows: number,
  { style }: Theme,
): readonly string[] => {
  const has = (line: string, word: string): boolean => stripStyles(line).toLowerCase().includes(word);
  const all = lines.findIndex(line => words.every(word => has(line, word)));
  const at = all === -1 ? lines.findIndex(line => words.some(word => has(line, word))) : all;
  const top = Math.max(0, Math.min(at < rows - 1 ? 0 : at - CONTEXT, lines.length - rows));
  const seen = window(lines, top, rows);
  return style.colour ? seen.map(line => markSpans(line, matchRanges(stripStyles(line), words))) : seen;
};

/** Both parts as one list of lines. */
export const joinParts = (
  { list, preview, is }: Parts,
  left: readonly string[],
  right: readonly string[],
  { style, signs }: Theme,
): readonly string[] => {
  if (is === 'below') {
    const gap = Array.from({ length: Math.max(0, list.rows - left.length) }, () => '');
    return preview.rows === 0 || right.length === 0
      ? left
      : [...left, ...gap, style.dim(signs.rule.repeat(list.columns)), ...right];
  }
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i) => padEnd(left[i] ?? '', list.columns + GAP) + (right[i] ?? ''),
  );
};
