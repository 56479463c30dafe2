/** Words within a note that is laid out. */
import type { Span } from '../../../text/notes/note-layout.ts';
import { stripStyles } from '../../../text/layout/width.ts';

/** The text of a note, as it is looked through: its lines without styles and indents, joined by newlines. */
export interface NoteText {
  readonly text: string;
  /** Where each line begins in it, and how far it is indented. */
  readonly starts: readonly number[];
  readonly indents: readonly number[];
}

/** One place that was found: a part of a line, or of several where words are wrapped. */
export type Match = readonly Span[];

/** A note's lines as one text that can be looked through. */
export const noteText = (lines: readonly string[]): NoteText => {
  const starts: number[] = [];
  const indents: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const styled of lines) {
    const line = stripStyles(styled);
    const part = line.trimStart();
    starts.push(at);
    indents.push(line.length - part.length);
    parts.push(part);
    at += part.length + 1;
  }
  return { text: parts.join('\n'), starts, indents };
};

/** The last line that begins at or before an index. */
const lineAt = (starts: readonly number[], index: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
};

const spansOf = ({ text, starts, indents }: NoteText, from: number, to: number): Match => {
  const spans: Span[] = [];
  for (let line = lineAt(starts, from); line < starts.length && (starts[line] ?? 0) < to; line++) {
    const begin = starts[line] ?? 0;
    const end = (starts[line + 1] ?? text.length + 1) - 1;
    const indent = indents[line] ?? 0;
    const start = Math.max(from, begin) - begin + indent;
    const stop = Math.min(to, end) - begin + indent;
    if (stop > start) spans.push({ line, start, end: stop });
  }
  return spans;
};

/** No learner walks through more. */
const MOST_MATCHES = 9999;

/** Every place of a phrase, whatever its case and wherever its lines are wrapped. */
export const findInNote = (note: NoteText, phrase: string): readonly Match[] => {
  const words = phrase.split(/\s+/).filter(word => word !== '');
  if (words.length === 0) return [];
  const pattern = words.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('[ \\n]+');
  const found: Match[] = [];
  for (const { index, 0: hit } of note.text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push(spansOf(note, index, index + hit.length));
    if (found.length === MOST_MATCHES) break;
  }
  return found;
};

/** The first match at or below a line; the first of all where there is none. -1: nothing was found. */
export const matchFrom = (matches: readonly Match[], line: number): number => {
  const at = matches.findIndex(([first]) => (first?.line ?? 0) >= line);
  return at === -1 && matches.length > 0 ? 0 : at;
};
