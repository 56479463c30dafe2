/** Markdown of a course inside a Markdown page of ours: nothing in it can become HTML, or a link that runs something. */
import { mapAroundCode } from '../../core/base/code-spans.ts';
import { FenceReader } from '../../core/base/fences.ts';
import { sanitize } from '../../core/base/sanitize.ts';

/** Links that may stay: web, mail, a place in the page, another topic. Anything else is text. */
const LINK =
  /\](?=\((?!(?:https?:\/\/|mailto:|#)[^\s()<>]*\)|[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*(?:#[\p{L}\p{M}\p{N}_-]*)?\)))/giu;
/** `[name]: target` would define a link, and vanish; it may stand in a list or a quote. */
const DEFINITION = /\]:/g;
const AUTOLINK = /^<(?:https?:\/\/|mailto:)[^<>\s]*>/i;

/** A character that no renderer takes for markup: a backslash before it could be swallowed by a bare address. */
const entity = (character: string): string => `&#${character.charCodeAt(0)};`;

const MARKUP = /[\\`*_[\]<>|#&~]/g;

const escapeText = (text: string): string =>
  text
    .replace(/\\?</g, (found, at: number) =>
      found === '<' && AUTOLINK.test(text.slice(at, at + 2048)) ? found : '&lt;',
    )
    .replace(LINK, '&#93;')
    .replace(DEFINITION, '&#93;:');

/**
 * Code stays as it was written, unless it holds what could be a tag or a link: renderers differ in what they take for code,
 * so that is written as an element whose text no renderer can mistake.
 */
const safeCode = (span: string): string => {
  if (!/<[a-z/!?]|\]\(/i.test(span)) return span;
  let ticks = 0;
  while (span.charAt(ticks) === '`') ticks++;
  const content = span.slice(ticks, span.length - ticks).trim();
  return `<code>${content.replace(MARKUP, entity)}</code>`;
};

const escapeParagraph = (paragraph: string): string => mapAroundCode(paragraph, escapeText, safeCode);

/** Markdown with its raw HTML shown as text; an open fence of code is closed. */
export const safeMarkdown = (markdown: string): string => {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const fences = new FenceReader();
  const flush = (): void => {
    if (paragraph.length > 0) lines.push(escapeParagraph(paragraph.join('\n')));
    paragraph = [];
  };
  for (const line of sanitize(markdown.replace(/\r\n?/g, '\n')).split('\n')) {
    const part = fences.next(line);
    if (part !== null) {
      if (part === 'open') flush();
      lines.push(line);
    } else if (line.trim() === '') {
      flush();
      lines.push('');
    } else paragraph.push(line);
  }
  flush();
  if (fences.mark !== '') lines.push(fences.mark);
  return lines.join('\n').trimEnd();
};

/** A text on one line in which nothing is markup, for headings and cells of tables. */
export const plainCell = (text: string): string =>
  sanitize(text).replace(/\s+/g, ' ').replace(MARKUP, entity);

/** An item of a list: the text behind its label, further lines indented below. */
export const listItem = (label: string, markdown: string): string => {
  const [first = '', ...rest] = safeMarkdown(markdown).split('\n');
  const indent = ' '.repeat(label.length + 1);
  return [`${label} ${first}`.trimEnd(), ...rest.map(line => (line === '' ? '' : indent + line))].join('\n');
};
