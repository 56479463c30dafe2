/** What of a note is seen: a slice of its lines with what is marked in them, and the outline beside. */
import type { NoteLayout, NoteLink } from '../../../text/notes/note-layout.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { padEnd, truncate } from '../../../text/layout/width.ts';
import { ownSign } from '../../components/remarks.ts';
import { markSpans } from '../../components/mark-spans.ts';
import { scrollBy, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';
import type { Match } from './find-in-note.ts';

/** Prose wider than this is hard to read. */
const PROSE = 100;
/** Cells before a line, for the sign of what is marked in it. */
const GUTTER = 2;
/** From so many cells on the outline stands beside the text. */
const OUTLINE_FROM = 108;
const OUTLINE = 30;
const GAP = 3;

/** Cells for prose, for tables and code, and for the outline; 0: it is not shown. */
export interface Widths {
  readonly prose: number;
  readonly wide: number;
  readonly outline: number;
}

/** Widths of the text and of the outline beside it. */
export const widthsFor = (columns: number): Widths => {
  const outline = columns >= OUTLINE_FROM ? OUTLINE : 0;
  const wide = columns - GUTTER - (outline === 0 ? 0 : outline + GAP);
  return { prose: Math.min(wide, PROSE), wide, outline };
};

/** Title of a section in a list, deeper ones further in. */
export const outlineEntry = ({ title, level }: NoteLayout['sections'][number]): string =>
  '  '.repeat(Math.max(0, level - 2)) + sanitizeLine(title);

const outlineLines = (
  { sections }: NoteLayout,
  current: number,
  { columns, rows }: Size,
  { style, signs }: Theme,
): readonly string[] => {
  const top = scrollBy({ top: 0, rows, length: sections.length }, current - Math.floor(rows / 2));
  return window(sections, top, rows).map((section, i) => {
    const text = truncate(outlineEntry(section), columns - 2, signs.ellipsis);
    return top + i === current ? `${signs.pointer} ${style.strong(text)}` : style.dim(`  ${text}`);
  });
};

interface Page {
  readonly layout: NoteLayout;
  readonly top: number;
  /** Number of the section one reads. */
  readonly section: number;
  readonly focus: NoteLink | null;
  readonly matches: readonly Match[];
  /** Number of the match one is at; -1: none. */
  readonly matchAt: number;
  /** Remarks and cards of the learner's own, by section. */
  readonly own: ReadonlyMap<string, number>;
}

/** Matches by line, of the lines that are seen. */
const seenMatches = (
  { matches, matchAt, top }: Page,
  rows: number,
): ReadonlyMap<number, { readonly parts: Match; readonly isCurrent: boolean }> => {
  const byLine = new Map<number, { parts: Match; isCurrent: boolean }>();
  // Ascending: the first that can be seen is found by halving, for there may be thousands.
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((matches[middle]?.at(-1)?.line ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < matches.length; i++) {
    const spans = matches[i] ?? [];
    if ((spans[0]?.line ?? 0) >= top + rows) break;
    for (const span of spans) {
      const known = byLine.get(span.line);
      byLine.set(span.line, {
        parts: [...(known?.parts ?? []), span],
        isCurrent: i === matchAt || (known?.isCurrent ?? false),
      });
    }
  }
  return byLine;
};

/** The lines of a page; the work does not depend on the length of the note. */
export const pageLines = (page: Page, { columns, rows }: Size, theme: Theme): readonly string[] => {
  const { layout, top, section, focus } = page;
  const { wide, outline } = widthsFor(columns);
  const { signs, style } = theme;
  const found = seenMatches(page, rows);
  const ownAt = new Map(
    layout.sections.flatMap(({ id, start }) => {
      const count = page.own.get(id);
      return count === undefined ? [] : [[start, style.dim(`  ${ownSign(theme)} ${count}`)] as const];
    }),
  );
  const text = window(layout.lines, top, rows).map((line, i) => {
    const at = top + i;
    const match = found.get(at);
    const link = focus?.line === at ? focus : null;
    const sign =
      link !== null || match?.isCurrent === true ? signs.pointer : match === undefined ? ' ' : signs.dot;
    const parts = [...(match?.parts ?? []), ...(link === null ? [] : [link])];
    const marked = style.colour
      ? markSpans(
          line,
          [...parts].sort((a, b) => a.start - b.start),
        )
      : line;
    return line === '' ? '' : `${sign} ${marked}${ownAt.get(at) ?? ''}`;
  });
  if (outline === 0) return text;
  const beside = outlineLines(layout, section, { columns: outline, rows }, theme);
  return Array.from({ length: Math.max(text.length, beside.length) }, (_, i) => {
    const right = beside[i] ?? '';
    return right === '' ? (text[i] ?? '') : padEnd(text[i] ?? '', GUTTER + wide + GAP) + right;
  });
};
