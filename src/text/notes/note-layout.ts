/** A whole note laid out once for a width: its lines, where its sections begin, and where its links stand. */
import type { Note } from '../../core/course/course.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { LinkBook } from '../markdown/link-book.ts';
import { renderMarkdownParts } from '../markdown/markdown.ts';
import type { NoteOptions } from './note-parts.ts';
import { headLines, linkLines, placeOf, sectionMarkdown } from './note-parts.ts';
import { stripStyles } from '../layout/width.ts';
import { wrapText } from '../layout/wrap.ts';

/** Part of one line, in UTF-16 units of the line without its styles. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A link of a note, where it stands in its lines. */
export interface NoteLink extends Span {
  /** `topic` or `topic#section`. */
  readonly place: string;
}

/** A section of a note, where it stands in its lines. */
export interface NoteSection {
  /** `''`: what stands before the first heading. */
  readonly id: string;
  readonly title: string;
  readonly level: number;
  /** Line of its heading. */
  readonly start: number;
}

/** A note as lines. */
export interface NoteLayout {
  /** Styled, each complete in itself. */
  readonly lines: readonly string[];
  /** In order; there is one at least, and it begins at line 0. */
  readonly sections: readonly NoteSection[];
  readonly links: readonly NoteLink[];
}

interface NoteLayoutOptions extends NoteOptions {
  /** Cells that tables and code may take. */
  readonly wide: number;
}

/** How the renderer writes the number of a link. */
const LINK = /\u00a0\[(\d{1,4})\]/g;
const NBSP = /\u00a0/g;

/** @param isPlace whether there is something to open */
const linksOf = (
  lines: readonly string[],
  topic: string,
  { targets }: LinkBook,
  isPlace: (place: string) => boolean,
): readonly NoteLink[] =>
  lines.flatMap((styled, line) => {
    if (!styled.includes('\u00a0')) return [];
    return [...stripStyles(styled).matchAll(LINK)].flatMap(({ index, 0: whole, 1: number }) => {
      const target = targets[Number(number) - 1];
      if (target === undefined) return [];
      const place = placeOf(topic, target);
      const start = index + 1;
      return isPlace(place) ? [{ line, start, end: index + whole.length, place }] : [];
    });
  });

/** Lays a note out. It takes as long as the note is: keep what it gives, and take slices of it. */
export const layOutNote = (
  note: Note,
  isPlace: (place: string) => boolean,
  options: NoteLayoutOptions,
): NoteLayout => {
  const lines: string[] = [...headLines(note, options), ''];
  const sections: NoteSection[] = [{ id: '', title: note.title, level: 1, start: 0 }];
  const book = new LinkBook();
  const parts = renderMarkdownParts(note.sections.map(sectionMarkdown), {
    ...options,
    links: book,
    marksLinks: true,
  });
  parts.forEach((part, i) => {
    const section = note.sections[i];
    if (section === undefined) return;
    const { id, title, level } = section;
    if (id !== '') sections.push({ id, title, level, start: lines.length });
    if (part.length > 0) lines.push(...part, '');
  });
  const links = linksOf(lines, note.id, book, isPlace);
  const footnotes = linkLines(note.id, book, options);
  if (footnotes.length > 0) lines.push(...footnotes, '');
  if (note.sources.length > 0) {
    const { style, width } = options;
    lines.push(style.strong('Sources'));
    lines.push(...note.sources.flatMap(source => wrapText(style.dim(sanitizeLine(source)), width)));
  }
  while (lines.at(-1) === '') lines.pop();
  return { lines: lines.map(line => line.replace(NBSP, ' ')), sections, links };
};
