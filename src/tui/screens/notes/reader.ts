/** Where one is in a note that is laid out: pure arithmetic on lines and sections. */
import { plural } from '../../../text/layout/columns.ts';
import type { NoteLayout, NoteLink, NoteSection } from '../../../text/notes/note-layout.ts';

/** A place that holds in every width. `share` is how far into the section, 0 to 1. */
export interface Place {
  readonly section: string;
  readonly line: number;
  readonly share: number;
}

/** Number of the section that a line belongs to. */
export const sectionAt = ({ sections }: NoteLayout, line: number): number =>
  Math.max(
    0,
    sections.findLastIndex(({ start }) => start <= line),
  );

/** How many lines a section has. */
const lengthOf = ({ sections, lines }: NoteLayout, at: number): number =>
  Math.max(1, (sections[at + 1]?.start ?? lines.length) - (sections[at]?.start ?? 0));

/** The greatest top: the last line is the lowest one then. */
const lastTop = ({ lines }: NoteLayout, rows: number): number => Math.max(0, lines.length - rows);

/** The nearest uppermost line that the note has. */
export const clampTop = (layout: NoteLayout, rows: number, top: number): number =>
  Math.max(0, Math.min(top, lastTop(layout, rows)));

/** Where the line is that is uppermost. */
export const placeAt = (layout: NoteLayout, top: number): Place => {
  const at = sectionAt(layout, top);
  const line = top - (layout.sections[at]?.start ?? 0);
  return { section: layout.sections[at]?.id ?? '', line, share: line / lengthOf(layout, at) };
};

/** The line for a place; a section that is gone gives the top. With `share`, how far into the section decides. */
export const lineOf = (layout: NoteLayout, { section, line, share }: Place, by: 'line' | 'share'): number => {
  const at = layout.sections.findIndex(({ id }) => id === section);
  const start = layout.sections[at]?.start ?? 0;
  if (at === -1) return 0;
  const length = lengthOf(layout, at);
  return start + Math.min(length - 1, by === 'line' ? line : Math.round(share * length));
};

/** A heading within so many lines of the top has taken over already: hardly anything is seen of what is above it. */
const HEADING_NEAR = 3;

/**
 * The section one reads: that of the uppermost lines, or a later one that was jumped to and cannot come to the top
 * because the note ends before.
 */
export const readSection = (layout: NoteLayout, top: number, wanted: number | null): number =>
  wanted !== null && (layout.sections[wanted]?.start ?? 0) >= top
    ? wanted
    : sectionAt(layout, top === 0 ? 0 : top + HEADING_NEAR);

/** The section `by` further on; back from within a section leads to its beginning first. */
export const sectionBy = (layout: NoteLayout, top: number, now: number, by: 1 | -1): number => {
  const isWithin = (layout.sections[now]?.start ?? 0) < top;
  const next = by === -1 && isWithin ? now : now + by;
  return Math.max(0, Math.min(next, layout.sections.length - 1));
};

/** How far one has read: `18 of 64 lines`; no percentage, for those say what is known. */
export const placeText = ({ lines }: NoteLayout, top: number, rows: number): string =>
  `${Math.min(lines.length, top + rows)} of ${plural(lines.length, 'line')}`;

/** The link `by` further on: from the focused one, else the first or last that is seen; `null`: there is none. */
export const linkBy = (
  { links }: Pick<NoteLayout, 'links'>,
  focus: NoteLink | null,
  seen: { readonly top: number; readonly rows: number },
  by: 1 | -1,
): NoteLink | null => {
  if (links.length === 0) return null;
  const at = focus === null ? -1 : links.indexOf(focus);
  const isSeen = ({ line }: NoteLink): boolean => line >= seen.top && line < seen.top + seen.rows;
  if (focus !== null && at !== -1 && isSeen(focus)) {
    return links[(at + by + links.length) % links.length] ?? null;
  }
  const found =
    by === 1
      ? links.find(({ line }) => line >= seen.top)
      : links.findLast(({ line }) => line < seen.top + seen.rows);
  return found ?? (by === 1 ? links[0] : links.at(-1)) ?? null;
};

/** A section with the deeper ones that follow it: their ids. */
export const subtreeIds = (
  sections: readonly Pick<NoteSection, 'id' | 'level'>[],
  at: number,
): ReadonlySet<string> => {
  const level = sections[at]?.level ?? 1;
  const next = sections.findIndex((section, i) => i > at && section.level <= level);
  return new Set(sections.slice(at, next === -1 ? undefined : next).map(({ id }) => id));
};
