import { evenSpaces } from '../base/white-space.ts';
import { FenceReader } from '../base/fences.ts';
import { mapAroundCode } from '../base/code-spans.ts';

// Stand in for what no rule may touch while the rest is stripped: two characters of the private use area,
// removed from the text before.
const CODE = '\ue000';
const ESCAPED = '\ue001';

const LINK =
  /!?\[([^[\]]*)\]\((?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s{1,9}(?:"[^"]*"|'[^']*'))?\s{0,9}\)|\[([^[\]]*)\]\[[^[\]]*\]/g;
const PREFIX = /^\s*(?:(?:>|[-+*]|\d{1,9}[.)]|#{1,6})\s+|>)+/;
/** `|---|:--|` and, for what it matters here, every other rule. */
const isRule = (line: string): boolean => line.includes('-') && /^[\s|:-]+$/.test(line);

/** A code span without its backticks and, where it has both, one space at either end. */
const codeContent = (span: string): string => {
  let ticks = 0;
  while (span.charAt(ticks) === '`') ticks++;
  const content = span.slice(ticks, span.length - ticks);
  return content.startsWith(' ') && content.endsWith(' ') ? content.slice(1, -1) : content;
};

const isWord = (character: string): boolean => character !== '' && !/\s/.test(character);
const isInName = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/**
 * Marks of emphasis go in pairs: one that touches the word after it, and a later one that touches the word before it.
 * A star or underscore between spaces or inside a name stays, and so does one without its other: `*.example.com`.
 */
const dropMarks = (text: string): string => {
  const runs = [...text.matchAll(/\*+|_+|~~+/g)];
  const paired = new Set<number>();
  const openOf = new Map<string, { readonly at: number; left: number }[]>();
  for (const { 0: run, index: at } of runs) {
    const mark = run.charAt(0);
    const before = text.charAt(at - 1);
    const after = text.charAt(at + run.length);
    if (mark === '_' && isInName(before) && isInName(after)) continue;
    const open = openOf.get(mark) ?? [];
    openOf.set(mark, open);
    let left = isWord(before) ? run.length : 0;
    for (let opened = open.at(-1); left > 0 && opened !== undefined; opened = open.at(-1)) {
      const both = Math.min(left, opened.left);
      left -= both;
      opened.left -= both;
      paired.add(at).add(opened.at);
      if (opened.left === 0) open.pop();
    }
    if (!paired.has(at) && isWord(after)) open.push({ at, left: run.length });
  }
  return text.replace(/\*+|_+|~~+/g, (run: string, at: number) => (paired.has(at) ? '' : run));
};

/** Whatever begins markup, a code span or an escape; most lines have none of it. */
const MARKUP = /[\\`*_~<[\ue000\ue001]/;

/** Markdown of one paragraph, heading or table cell without its inline markup. */
export const plainInline = (markdown: string): string => {
  if (!MARKUP.test(markdown)) return evenSpaces(markdown);
  const clean = markdown.replace(/[\ue000\ue001]/g, '');
  const codes: string[] = [];
  const escapes: string[] = [];
  let text = mapAroundCode(
    clean,
    part => part,
    span => {
      codes.push(codeContent(span));
      return CODE;
    },
  );
  text = text.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => {
    escapes.push(character);
    return ESCAPED;
  });
  text = text
    .replace(LINK, (_, inline?: string, reference?: string) => inline ?? reference ?? '')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/gi, '$1');
  let code = 0;
  let escape = 0;
  return dropMarks(text)
    .replace(/[\ue000\ue001]/g, mark => (mark === CODE ? (codes[code++] ?? '') : (escapes[escape++] ?? '')))
    .replace(/\s+/g, ' ')
    .trim();
};

/** The words of a piece of Markdown on one line: no markup, code kept, tables as their cells. */
export const plainText = (markdown: string): string => {
  const parts: string[] = [];
  let paragraph: string[] = [];
  const fences = new FenceReader();
  const flush = (): void => {
    if (paragraph.length > 0) parts.push(plainInline(paragraph.join('\n')));
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const part = fences.next(line);
    if (part === 'code') parts.push(line.trim());
    else if (part === 'open') flush();
    else if (part === 'close') continue;
    else if (line.trim() === '' || isRule(line)) {
      flush();
    } else if (line.trimStart().startsWith('|')) {
      flush();
      for (const cell of line.split('|')) parts.push(plainInline(cell));
    } else {
      paragraph.push(line.replace(PREFIX, ''));
    }
  }
  flush();
  return parts
    .filter(part => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
};
