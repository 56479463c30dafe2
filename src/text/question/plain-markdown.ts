import { wrapText } from '../layout/wrap.ts';

/** Characters that may be inline markup, an entity, a link or an escape; and a hard break. */
const INLINE = /[`*_[\]<>&\\~|^\u00a0\t\r]|https?:|www\.|@| {2}/;
/** A line that begins no list, quote, heading, rule or code. */
const LINE = /^(?!\d{1,9}[.)](?:\s|$))[\p{L}\p{N}$("'\u201c\u2018.,]/u;

/**
 * Markdown that has no markup at all, as `renderMarkdown` would lay it out; `null` where there may be some. Most
 * options and many questions are such, and need not wait for the real renderer to be loaded.
 */
export const renderUnmarked = (markdown: string, width: number): readonly string[] | null => {
  const text = markdown.replace(/\n+$/, '');
  if (text === '' || INLINE.test(text)) return null;
  const lines = text.split('\n');
  if (!lines.every(line => LINE.test(line))) return null;
  return wrapText(lines.map(line => line.trimEnd()).join(' '), Math.max(20, width));
};
