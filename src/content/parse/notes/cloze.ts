import type { Span } from '../../../core/base/code-spans.ts';
import { codeSpans } from '../../../core/base/code-spans.ts';
import { FenceReader } from '../../../core/base/fences.ts';

/** A stretch of a cloze: text that is always shown, or a deletion without its brackets. */
export interface ClozePart {
  readonly type: 'text' | 'deletion';
  /** Markdown as it stands in the file. */
  readonly text: string;
}

type ClozeResult =
  | { readonly ok: true; readonly parts: readonly ClozePart[] }
  /** `line`: counted from 0 within the text. */
  | { readonly ok: false; readonly line: number; readonly reason: 'nested' | 'unclosed' };

/** `(target)`, `(<target> "title")`: what makes brackets a link (CommonMark 6.3). */
const LINK_TAIL =
  /\(\s{0,9}(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s{1,9}(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?\s{0,9}\)/y;
const DEFINITION = /^ {0,3}\[([^[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?[ \t]*$/gm;

/** Parts of the text in which a bracket is only a bracket: fenced code, code spans, automatic links. */
const opaqueSpans = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  let at = 0;
  let paragraph = 0;
  const fences = new FenceReader();
  let opened = 0;
  const flush = (end: number): void => {
    for (const span of codeSpans(text.slice(paragraph, end))) {
      spans.push({ start: paragraph + span.start, end: paragraph + span.end });
    }
  };
  for (const line of text.split('\n')) {
    const end = at + line.length;
    const part = fences.next(line);
    if (part === 'close') {
      spans.push({ start: opened, end });
      paragraph = end;
    } else if (part === 'open') {
      flush(at);
      opened = at;
    } else if (part === null && line.trim() === '') {
      flush(at);
      paragraph = end;
    }
    at = end + 1;
  }
  if (fences.mark === '') flush(text.length);
  else spans.push({ start: opened, end: text.length });
  for (const link of text.matchAll(/<[a-z][a-z0-9+.-]{1,31}:[^<>\s]*>/gi)) {
    spans.push({ start: link.index, end: link.index + link[0].length });
  }
  return spans.sort((a, b) => a.start - b.start);
};

/** Labels of `[label]: https://...`; the target must look like one, for `[SQS]: queue` is a deletion. */
const linkLabels = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(DEFINITION)]
      .filter(([, , target = '']) => /[/#.:]/.test(target))
      .map(([, label = '']) => label.trim().toLowerCase()),
  );

interface Scanner {
  readonly text: string;
  /** End of the opaque stretch that begins at an index. */
  readonly opaque: ReadonlyMap<number, number>;
  readonly labels: ReadonlySet<string>;
}

/** Index behind what begins at `at` and holds no bracket of its own: code, an escape, or one character. */
const skip = ({ text, opaque }: Scanner, at: number): number =>
  opaque.get(at) ?? (text.charAt(at) === '\\' ? at + 2 : at + 1);

type Close = { readonly at: number } | 'nested' | 'unclosed';

/** The bracket that closes the one at `open`. Links and the like inside are stepped over. */
const findClose = (scanner: Scanner, open: number, depth: number): Close => {
  const { text } = scanner;
  let at = open + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ']') return { at };
    if (character === '\n' && /\n[ \t]*(?:\n|$)/y.test(text.slice(at, at + 200))) return 'unclosed';
    if (character === '[') {
      const end = depth >= 2 ? null : literalEnd(scanner, at, depth + 1);
      if (end === null) return 'nested';
      at = end;
    } else at = skip(scanner, at);
  }
  return 'unclosed';
};

/** Index behind a link, footnote, task box or empty pair that begins at `open`; `null` where there is none. */
const literalEnd = (scanner: Scanner, open: number, depth: number): number | null => {
  const { text, labels } = scanner;
  const close = findClose(scanner, open, depth);
  if (typeof close === 'string') return null;
  const inside = text.slice(open + 1, close.at);
  LINK_TAIL.lastIndex = close.at + 1;
  if (LINK_TAIL.test(text)) return LINK_TAIL.lastIndex;
  if (/^(?:\^\S+|\s*|[xX])$/.test(inside)) return close.at + 1;
  const reference = /^\[([^[\]\n]*)\]/.exec(text.slice(close.at + 1, close.at + 1000));
  const label = (reference?.[1] ?? '') === '' ? inside : (reference?.[1] ?? '');
  if (!labels.has(label.trim().toLowerCase())) return null;
  return close.at + 1 + (reference?.[0].length ?? 0);
};

/**
 * Splits the text of a cloze into what is shown and what is asked. Links, images, footnotes, code, `[ ]`, `[x]`
 * and escaped brackets are text (docs/formats.md).
 */
export const parseCloze = (text: string): ClozeResult => {
  const scanner: Scanner = {
    text,
    opaque: new Map(opaqueSpans(text).map(({ start, end }) => [start, end])),
    labels: linkLabels(text),
  };
  const parts: ClozePart[] = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    if (text.charAt(at) !== '[') {
      // An image's brackets are never a deletion, with or without a target.
      at = text.startsWith('![', at) ? at + 2 : skip(scanner, at);
      continue;
    }
    const literal = literalEnd(scanner, at, 0);
    if (literal !== null) {
      at = literal;
      continue;
    }
    const close = findClose(scanner, at, 0);
    if (typeof close === 'string') {
      return { ok: false, line: text.slice(0, at).split('\n').length - 1, reason: close };
    }
    if (at > from) parts.push({ type: 'text', text: text.slice(from, at) });
    parts.push({ type: 'deletion', text: text.slice(at + 1, close.at).trim() });
    at = close.at + 1;
    from = at;
  }
  if (from < text.length) parts.push({ type: 'text', text: text.slice(from) });
  return { ok: true, parts };
};

/** Characters around which `**` opens or closes nothing (CommonMark 6.2). */
const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Bold, where Markdown lets it be bold. */
const embolden = (text: string, before: string, after: string): string => {
  const opens = isWord(text.charAt(0)) || !isWord(before.slice(-1));
  const closes = isWord(text.slice(-1)) || !isWord(after.charAt(0));
  return opens && closes && !text.includes('**') && !text.includes('\n\n') ? `**${text}**` : text;
};

/** The cloze with nothing hidden and no brackets of deletions: what its key is made from. */
export const clozeText = (parts: readonly ClozePart[]): string => parts.map(part => part.text).join('');

/**
 * Front and back of the card for some deletions that are asked together, as Markdown.
 * @param asked indexes of parts
 * @param hints what stands in the gap in place of dots, by the index of its part
 */
export const clozeGroupSides = (
  parts: readonly ClozePart[],
  asked: ReadonlySet<number>,
  hints: ReadonlyMap<number, string> = new Map(),
): { readonly front: string; readonly back: string } => {
  let front = '';
  let back = '';
  parts.forEach(({ text }, i) => {
    if (!asked.has(i)) {
      front += text;
      back += text;
      return;
    }
    const after = clozeText(parts.slice(i + 1));
    const hint = hints.get(i) ?? '...';
    // `[...]:` at the beginning of a line would be read as the definition of a link.
    front += after.startsWith(':') ? `\\[${hint}\\]` : `[${hint}]`;
    back += embolden(text, clozeText(parts.slice(0, i)), after);
  });
  return { front, back };
};

/** Front and back of the card for the deletion at index `asked` of the parts, as Markdown. */
export const clozeSides = (
  parts: readonly ClozePart[],
  asked: number,
): { readonly front: string; readonly back: string } => clozeGroupSides(parts, new Set([asked]));
