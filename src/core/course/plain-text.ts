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

/** Marks of emphasis go where they touch a word; a star or underscore between spaces or inside a name stays. */
const dropMarks = (text: string): string =>
  text.replace(/\*+|_+|~~+/g, (run: string, at: number) => {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + run.length);
    const word = (c: string): boolean => c !== '' && !/\s/.test(c);
    if (!word(before) && !word(after)) return run;
    return run.startsWith('_') && /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after) ? run : '';
  });

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
