import { FenceReader } from '../../../core/base/fences.ts';

/** What one line of a note is. `raw` is the line as it stands. */
export type NoteLine = { readonly raw: string; readonly line: number } & (
  | { readonly type: 'blank' }
  /** A fence, or a line between two: whatever it looks like, it is code. */
  | { readonly type: 'code' }
  | { readonly type: 'heading'; readonly level: number; readonly title: string }
  /** `---`: a rule, the underline of a heading, or the end of a card. */
  | { readonly type: 'dashes' }
  | { readonly type: 'equals' }
  /** `Q:`, `A:` or `C:` at column 0; `text` is what follows, trimmed. */
  | { readonly type: 'tag'; readonly tag: CardTag; readonly text: string }
  | { readonly type: 'text' }
);

type CardTag = 'Q' | 'A' | 'C';

interface NoteLines {
  readonly lines: readonly NoteLine[];
  /** Line of a fence that is never closed, 0: none; and the signs that would close it. */
  readonly unclosed: number;
  readonly unclosedMark: string;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;

/** How every line begins that is more than text. Most are not, and need no other look. */
const MARKED = /^(?: {0,3}[`~#=-]|[QAC]:)/;

/** Whether a line, outside of code, may be anything but text or blank. */
export const isMarked = (text: string): boolean => MARKED.test(text);

/** A heading's text without the closing `##` that Markdown allows. */
const headingTitle = (text: string): string => {
  const trimmed = text.trim();
  const end = /(?:^|[ \t])#+$/.exec(trimmed.slice(-300));
  return end === null ? trimmed : trimmed.slice(0, trimmed.length - end[0].length).trimEnd();
};

/** Classifies the lines of a body; `first` is the line number of `raw[0]`. */
export const classifyLines = (raw: readonly string[], first: number): NoteLines => {
  const fences = new FenceReader();
  let opened = 0;
  const lines = raw.map((text, i): NoteLine => {
    if (fences.mark === '' && !MARKED.test(text))
      return { raw: text, line: first + i, type: text.trim() === '' ? 'blank' : 'text' };
    const base = { raw: text, line: first + i };
    const tag = /^([QAC]):/.exec(text)?.[1];
    // Behind a tag a block of code may begin, too.
    const part = fences.next(tag === undefined || fences.mark !== '' ? text : text.slice(2).trim());
    if (part === 'open') opened = base.line;
    if (part !== null && (part !== 'open' || tag === undefined)) return { ...base, type: 'code' };
    if (text.trim() === '') return { ...base, type: 'blank' };
    if (tag !== undefined) return { ...base, type: 'tag', tag: tag as CardTag, text: text.slice(2).trim() };
    const [, marks, title = ''] = HEADING.exec(text) ?? [];
    if (marks !== undefined)
      return { ...base, type: 'heading', level: marks.length, title: headingTitle(title) };
    if (/^ {0,3}-+[ \t]*$/.test(text)) return { ...base, type: 'dashes' };
    if (/^ {0,3}=+[ \t]*$/.test(text)) return { ...base, type: 'equals' };
    return { ...base, type: 'text' };
  });
  return { lines, unclosed: fences.mark === '' ? 0 : opened, unclosedMark: fences.mark };
};
